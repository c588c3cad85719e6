"""`kith check`: says in words how safely this install stands."""

from argparse import Namespace

from kith.cli.findings import about_how_it_runs, about_the_trail, findings
from kith.cli.ground import start_django
from kith.cli.sentences import NotDone
from kith.cli.standing import standing


def add_to(commands) -> None:
    parser = commands.add_parser("check", help="say in words how safely this install stands")
    parser.add_argument("--mail", metavar="ADDRESS", help="send one test email there now, and say what came of it")
    parser.set_defaults(run=run)


def run(chosen: Namespace) -> int:
    start_django()
    if chosen.mail:
        return _try_mail(chosen.mail)
    stops, others = findings(), [*about_the_trail(), *about_how_it_runs(), *standing()]
    for finding in (*stops, *others):
        print(f"{'unsafe' if finding.unsafe else 'note  '}  {finding.words}")
    print(_in_the_end(any(each.unsafe for each in stops), any(each.unsafe for each in others)))
    return 1 if any(each.unsafe for each in (*stops, *others)) else 0


def _in_the_end(stops: bool, others: bool) -> str:
    if stops:
        return "Kith will not serve until what is unsafe is put right."
    if others:
        return "Kith serves, but please put right what is unsafe before anybody’s record is kept here."
    return "Kith is ready to serve."


def _try_mail(address: str) -> int:
    """One neutral email, so that a wrong server or a wrong sender is seen before anybody is written to."""
    from django.conf import settings
    from django.core.validators import validate_email

    from kith.outbox import trying_out
    from kith.outbox.troubles import Trouble

    print(trying_out.how_email_leaves())
    if settings.KITH_DEMO or not settings.MAIL_URL:
        raise NotDone("So no test was sent.")
    validate_email(address)
    print(f"The sender is {settings.MAIL_SENDER}. {trying_out.where_answers_go()}")
    try:
        answer = trying_out.send_a_test(address)
    except (Trouble, ValueError) as trouble:
        raise NotDone(str(trouble)) from trouble
    print(f"The mail server took it ({answer}). Please look whether it arrived at {address}.")
    return 0
