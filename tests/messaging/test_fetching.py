"""Mail is fetched from a real mailbox, kept here before the mailbox knows it was seen, and never twice."""

import imaplib
import socket

import pytest
from django.core.checks import run_checks
from imap_tools import BaseMailBox

from kith.access import clock
from kith.access.actor import Actor
from kith.messaging import actions, fetching, incoming
from kith.messaging.fetching import Mailbox, fetch_mail
from kith.messaging.models import Arrival, Message
from kith.upkeep.queries import troubles
from tests.goals.cast import gather

from .conftest import A_YEAR_BEFORE, about_the_run, answer_to
from .mailbox import mailbox_server, put_into


@pytest.fixture
def cast(db):
    """Its own: other tests here begin with nobody."""
    with clock.at(A_YEAR_BEFORE):
        return gather()


@pytest.fixture
def mailbox(settings):
    with mailbox_server() as address:
        settings.MAILBOX_URL = address
        yield address


def test_what_lies_in_the_mailbox_becomes_a_message(mailbox, cast, run):
    put_into(mailbox, answer_to(about_the_run(cast, run), "27:40!"))
    assert fetch_mail() == 1
    assert incoming.make_sense_of_the_rest(by=incoming.Actor.system()) == 0  # its task does it; the rest is for later
    incoming.make_sense_of(Arrival.objects.get().public_id, by=incoming.Actor.system())
    assert Message.objects.get().goal == run
    assert fetch_mail() == 0


def test_stopped_before_it_was_noted_as_read_it_is_fetched_again_and_kept_once(mailbox, cast, run, monkeypatch):
    put_into(mailbox, answer_to(about_the_run(cast, run), "Ran it."))
    with monkeypatch.context() as stops:
        stops.setattr(actions, "read_up_to", lambda **_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            fetch_mail()
    assert Arrival.objects.count() == 1
    assert fetch_mail() == 1
    assert Arrival.objects.count() == 1


def test_what_somebody_opened_in_the_mailbox_meanwhile_is_fetched_all_the_same(mailbox, cast, run):
    put_into(mailbox, answer_to(about_the_run(cast, run), "The first"))
    assert fetch_mail() == 1
    put_into(mailbox, answer_to(about_the_run(cast, run), "The second"), is_seen=True)
    assert fetch_mail() == 1
    assert fetch_mail() == 0


def test_one_that_the_server_does_not_hand_over_stops_no_other(mailbox, cast, run, monkeypatch):
    for words in ("The first", "The second"):
        put_into(mailbox, answer_to(about_the_run(cast, run), words))
    hands_over, asked = fetching._whole_or_head, []

    def stumbles(mailbox, uid):
        asked.append(uid)
        return hands_over(mailbox, uid) if len(asked) > 1 else int("nothing")

    monkeypatch.setattr(fetching, "_whole_or_head", stumbles)
    assert fetch_mail() == 2
    assert sorted(Arrival.objects.values_list("state", flat=True)) == ["not read", "waiting"]


def the_line_dies_once(monkeypatch):
    """The connection is gone just as the first email is asked for."""
    hands_over, asked = fetching._whole_or_head, []

    def dies(mailbox, uid):
        asked.append(uid)
        if len(asked) == 1:
            mailbox.client.sock.shutdown(socket.SHUT_RDWR)
        return hands_over(mailbox, uid)

    monkeypatch.setattr(fetching, "_whole_or_head", dies)


def test_a_line_that_dies_loses_nothing(mailbox, cast, run, monkeypatch):
    for words in ("The first", "The second", "The third"):
        put_into(mailbox, answer_to(about_the_run(cast, run), words))
    the_line_dies_once(monkeypatch)
    with pytest.raises((imaplib.IMAP4.abort, OSError)):
        fetch_mail()
    assert not Arrival.objects.exists()
    assert fetch_mail() == 3
    assert Arrival.objects.filter(state="waiting").count() == 3


def test_what_was_not_handed_over_is_told_of_and_asked_for_again(mailbox, cast, run, monkeypatch):
    for words in ("The first", "The second"):
        put_into(mailbox, answer_to(about_the_run(cast, run), words))
    with monkeypatch.context() as stumbles:
        stumbles.setattr(fetching, "_whole_or_head", lambda *_: int("nothing"))
        assert fetch_mail() == 2
    assert "2 emails lie in the mailbox and could not be fetched." in " ".join(troubles(clock.now()))
    assert actions.try_again_to_read(by=Actor.command_line()) == 2
    assert (troubles(clock.now()), fetch_mail()) == ([], 2)
    assert list(Arrival.objects.values_list("state", flat=True)) == ["waiting", "waiting"]


def test_a_number_counted_anew_is_another_email(cast):
    marks = [actions.begin_mailbox(mailbox="one", numbered_as=each, seen=0, by=Actor.system()) for each in (7, 8)]
    for mark in marks:
        actions.note_unread(mark=mark, number=3, problem="error", by=Actor.system())
    assert Arrival.objects.count() == 2


def test_only_the_first_look_asks_for_everything_that_lies_there(mailbox, cast, run, monkeypatch):
    asked, uids = [], BaseMailBox.uids
    monkeypatch.setattr(BaseMailBox, "uids", lambda box, criteria: asked.append(criteria) or uids(box, criteria))
    for _ in range(2):
        fetch_mail()
    assert asked == ["UNSEEN", "ALL", "UID 1:*", "UID 1:*"]


def test_stopped_before_it_was_kept_it_still_lies_there(mailbox, cast, run, monkeypatch):
    put_into(mailbox, answer_to(about_the_run(cast, run), "Ran it."))
    with monkeypatch.context() as stops:
        stops.setattr(actions, "arrive_email", lambda **_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            fetch_mail()
    assert fetch_mail() == 1


def test_of_a_very_large_one_the_beginning_is_taken(mailbox, cast, run, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_BYTES", 2_000)
    monkeypatch.setattr(fetching, "HEAD", 1_500)
    put_into(mailbox, answer_to(about_the_run(cast, run), "It begins here.\n\n" + "and goes on and on\n" * 1_000))
    fetch_mail()
    incoming.make_sense_of(Arrival.objects.get().public_id, by=incoming.Actor.system())
    message = Message.objects.get()
    assert message.goal == run
    assert message.words.startswith("It begins here.")


def test_without_a_mailbox_nothing_is_asked(db, settings):
    settings.MAILBOX_URL = ""
    assert fetch_mail() == 0


@pytest.mark.parametrize("address", ["pop://a@b", "imaps://", "nonsense"])
def test_an_address_that_is_none_says_so(address):
    with pytest.raises(ValueError, match="KITH_MAILBOX_URL begins with"):
        Mailbox.at(address)


def test_kith_check_says_when_the_mailbox_cannot_be_read(settings):
    settings.MAILBOX_URL = "pop://a@b"
    found = [str(each.msg) for each in run_checks(include_deployment_checks=True)]
    assert any("KITH_MAILBOX_URL" in words for words in found)
