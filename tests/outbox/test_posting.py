"""What may be posted, and the gates a letter passes at the last moment."""

from datetime import timedelta

import pytest

from kith.outbox import checks, deliverer, gates
from kith.outbox.actions import NotPosted
from kith.outbox.mail_server import MailServer
from kith.outbox.models import Letter


@pytest.mark.shows("Q-11")
@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("subject", "Hello\nBcc: all@kith.example"),
        ("subject", "Hello\r\nBcc: all@kith.example"),
        ("subject", "Hello\u2028Bcc: all@kith.example"),
        ("subject", "=?utf-8?q?Hello=0ABcc:_all@kith.example?="),
        ("to_name", "Greg\nBcc: all@kith.example"),
        ("to_name", "Greg\x00"),
        ("to", "greg@kith.example\nBcc: all@kith.example"),
        ("to", "greg@kith.example, tom@kith.example"),
        ("to", "greg@kith.example;tom@kith.example"),
        ("to", "Greg <greg@kith.example>"),
        ("to", ", ".join(f"p{number}@kith.example" for number in range(200))),
        ("to", ""),
        ("sender", "hello@kith.example\nBcc: all@kith.example"),
    ],
)
def test_a_second_recipient_cannot_be_slipped_in(letter, field, words):
    with pytest.raises(NotPosted) as refused:
        letter(**{field: words})
    assert str(refused.value).endswith(".")
    assert not Letter.objects.exists()


def test_a_text_message_needs_a_number_and_print_needs_nothing(letter):
    letter(channel="text", to="+447700900123")
    letter(channel="print", to="")
    with pytest.raises(NotPosted):
        letter(channel="text", to="Greg")


def test_a_gate_may_send_it_elsewhere(mail, letter, gate, now):
    gate("a kind", lambda letter: gates.Go(to="new@kith.example"))
    letter()
    deliverer.deliver_due(now)
    assert mail.given[0][0] == ["new@kith.example"]
    assert Letter.objects.get().to == "new@kith.example"


def test_a_gate_may_hold_it_back(mail, letter, gate, now):
    gate("a kind", lambda letter: gates.HoldBack("Their notebook is closed."))
    letter()
    assert deliverer.deliver_due(now)["held"] == 1
    held = Letter.objects.get()
    assert (mail.given, held.state, held.last_problem) == ([], "held", "Their notebook is closed.")


def test_a_gate_may_ask_it_to_wait_without_using_up_a_try(mail, letter, gate, now):
    gate("a kind", lambda letter: gates.Wait(again_after=timedelta(hours=2)))
    letter()
    assert deliverer.deliver_due(now)["waiting"] == 1
    waiting = Letter.objects.get()
    assert (waiting.attempts, waiting.next_try_at) == (0, now + timedelta(hours=2))


def test_the_gate_that_fits_best_is_asked(letter, gate):
    gate("to individual:", lambda letter: gates.HoldBack("any"))
    gate("to individual:reminder", lambda letter: gates.HoldBack("reminder"))
    assert gates.ask(letter(kind="to individual:note")).reason == "any"
    assert gates.ask(letter(kind="to individual:reminder")).reason == "reminder"
    assert gates.ask(letter(kind="to host")) == gates.Go(to="greg@kith.example")


@pytest.mark.parametrize(
    ("address", "host", "port", "name"),
    [
        ("smtp://mail.example", "mail.example", 25, ""),
        ("smtps://us%40here:pass%2Fword@mail.example", "mail.example", 465, "us@here"),
        ("smtp+starttls://us:word@mail.example:2525", "mail.example", 2525, "us"),
    ],
)
def test_a_mail_server_is_one_address(address, host, port, name):
    server = MailServer.at(address)
    assert (server.host, server.port, server.name) == (host, port, name)


@pytest.mark.parametrize("address", ["mail.example", "https://mail.example", "smtp://"])
def test_what_is_not_a_mail_server_is_said_in_a_sentence(address, settings):
    with pytest.raises(ValueError, match="begins with smtp"):
        MailServer.at(address)
    settings.KITH_DEMO, settings.MAIL_URL = False, address
    assert [problem.id for problem in checks.letters_have_a_way_out(None)] == ["outbox.E001"]


def test_the_check_says_that_letters_wait(settings):
    settings.KITH_DEMO, settings.MAIL_URL = False, ""
    [said] = checks.letters_have_a_way_out(None)
    assert "letters" in said.msg and "wait" in said.msg


def test_encryption_is_never_given_up_for_plain_text(mail, letter, settings, now):
    settings.MAIL_URL = settings.MAIL_URL.replace("smtp://", "smtp+starttls://")  # this server has none
    letter()
    assert deliverer.deliver_due(now)["again"] == 1
    assert mail.given == []
