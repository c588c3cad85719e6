"""Whoever sets Kith up sees that email leaves, under which domain and by which server."""

import pytest

from kith.access.actor import Actor
from kith.cli.main import main
from kith.outbox import trying_out
from kith.people import actions as people


@pytest.fixture
def well_set(mail, settings):
    settings.MAIL_SENDER = settings.INTRODUCTION_SENDER = "hello@goodcompany.example"
    settings.REPLY_ADDRESS = "answers@goodcompany.example"
    return mail


def check_mail(capsys, to="admin@kith.example"):
    """The exit code, and what was said."""
    return main(["check", "--mail", to]), "".join(capsys.readouterr())


def test_one_neutral_email_leaves_now_and_it_says_what_the_server_answered(well_set, capsys):
    code, said = check_mail(capsys)
    assert code == 0
    [(to, message)] = well_set.given
    assert to == ["admin@kith.example"] and well_set.senders == ["hello@goodcompany.example"]
    assert message["Reply-To"] == "answers@goodcompany.example"
    assert (
        message.get_content().strip() == trying_out.WORDS and "kith" not in message.as_string().split("To:")[0].lower()
    )
    for words in (
        "Letters leave as goodcompany.example through 127.0.0.1.",
        "The sender is hello@goodcompany.example. Answers go to answers@goodcompany.example.",
        "The mail server took it (250 OK). Please look whether it arrived at admin@kith.example.",
    ):
        assert words in said


def test_what_the_server_says_no_to_is_one_sentence(well_set, capsys):
    well_set.refuse = "550 No such mailbox"
    code, said = check_mail(capsys)
    assert code == 1 and "did not take this address (550 No such mailbox)." in said


def test_a_server_that_is_not_there_is_one_sentence(well_set, settings, capsys):
    settings.MAIL_URL = "smtp://127.0.0.1:1"
    code, said = check_mail(capsys)
    assert code == 1 and "The mail server could not be reached." in said


@pytest.mark.parametrize(("demo", "url"), [(True, "smtp://127.0.0.1:1"), (False, "")])
@pytest.mark.fault("F-19")
def test_from_the_demo_and_without_a_server_nothing_leaves(settings, capsys, demo, url):
    settings.KITH_DEMO, settings.MAIL_URL = demo, url
    code, said = check_mail(capsys)
    assert code == 1 and "So no test was sent." in said


def test_a_half_address_is_not_tried(well_set, capsys):
    code, _ = check_mail(capsys, "admin@")
    assert code == 1 and well_set.given == []


@pytest.mark.fault("F-19")
def test_the_sentence_names_every_domain_and_never_a_password(settings):
    settings.KITH_DEMO = False
    settings.MAIL_URL = "smtps://name:secret@mail.council.example"
    settings.MAIL_SENDER, settings.INTRODUCTION_SENDER = "team@council.example", "hello@goodcompany.example"
    words = "Letters leave as council.example and goodcompany.example through mail.council.example."
    assert trying_out.how_email_leaves() == words


@pytest.mark.django_db
def test_an_administrator_reads_it_where_accounts_are(well_set, client, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    alex = people.add_account(email="alex@kith.example", name="Alex", by=Actor.command_line(), is_administrator=True)
    client.force_login(alex)
    page = client.get("/", follow=True).content.decode()
    assert "Letters leave as goodcompany.example through 127.0.0.1." in page
