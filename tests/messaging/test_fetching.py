"""Mail is fetched from a real mailbox, kept here before the mailbox knows it was seen, and never twice."""

import pytest
from django.core.checks import run_checks

from kith.messaging import actions, fetching, incoming
from kith.messaging.fetching import Mailbox, fetch_mail
from kith.messaging.models import Arrival, Message

from .conftest import about_the_run, answer_to
from .mailbox import mailbox_server, put_into


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


def test_stopped_before_it_was_kept_it_still_lies_there(mailbox, cast, run, monkeypatch):
    put_into(mailbox, answer_to(about_the_run(cast, run), "Ran it."))
    with monkeypatch.context() as stops:
        stops.setattr(actions, "arrive", lambda **_: 1 / 0)
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
