"""A mail server that is down, slow or closing: nothing is lost, nobody loses a try, and nothing storms out later."""

from datetime import timedelta

import pytest

from kith.outbox import deliverer, rests
from kith.outbox.gates import Go
from kith.outbox.models import Letter
from kith.outbox.troubles import NotReached

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
NOWHERE = "smtp://127.0.0.1:1"


@pytest.fixture
def down(mail, settings):
    """Takes the mail server away; calling it puts it back."""
    here = settings.MAIL_URL
    settings.MAIL_URL = NOWHERE

    def back():
        settings.MAIL_URL = here

    return back


def by_the_clock(now, until, every=5 * MINUTE):
    """Delivers every few minutes of this time."""
    while now <= until:
        deliverer.deliver_due(now)
        now += every
    return now


@pytest.mark.fault("F-18")
def test_a_server_that_is_down_costs_nobody_a_try(down, letter, now):
    for _ in range(3):
        letter()
    assert deliverer.deliver_due(now)["again"] == 1  # the others are not even tried
    letters = Letter.objects.all()
    assert {(each.state, each.attempts, each.last_problem) for each in letters} == {
        ("waiting", 0, "The mail server could not be reached.")
    }


@pytest.mark.parametrize("hours", [6, 30])
@pytest.mark.fault("F-18")
def test_six_hours_or_more_without_a_server_lose_nothing(down, mail, letter, now, hours):
    posted = [letter(now=now + number * 30 * MINUTE).public_id for number in range(2 * hours)]
    back_at = by_the_clock(now, now + hours * HOUR, every=hours * MINUTE)
    assert mail.given == []
    down()
    by_the_clock(back_at, back_at + 16 * MINUTE)
    assert len(mail.given) == len(posted)
    assert len({message["Message-ID"] for message in mail.messages}) == len(posted)
    assert {each.state for each in Letter.objects.all()} == {"sent"}
    assert not Letter.objects.filter(perhaps_twice=True).exists()


def test_texts_do_not_storm_out_after_a_day_without_their_carrier(texts, letter, now):
    texts.trouble = NotReached("The provider could not be reached.")
    for hour in range(24):
        sent_at = now + hour * HOUR
        letter(channel="text", to="07700 900123", now=sent_at, goes_stale_at=sent_at + 2 * HOUR)
    back_at = by_the_clock(now, now + 24 * HOUR, every=20 * MINUTE)
    texts.trouble = None
    by_the_clock(back_at, back_at + 16 * MINUTE)
    assert len(texts.given) == 1
    held = Letter.objects.filter(state="held")
    assert held.count() == 23
    assert {each.last_problem for each in held} == {"It was no longer of use, so it was not sent."}


def test_a_way_that_is_shut_rests_for_longer_each_time(now):
    pauses = []
    for _ in range(8):
        rests.rest("email", now)
        pauses.append(next(n for n in range(2000) if not rests.is_resting("email", now + timedelta(seconds=n))))
    assert pauses == [30, 60, 120, 240, 480, 900, 900, 900]
    rests.worked("email")
    assert not rests.is_resting("email", now)


def test_a_clock_that_was_put_back_lengthens_no_pause(now):
    rests.rest("email", now)
    assert not rests.is_resting("email", now - timedelta(days=365))


def test_while_it_rests_no_letter_is_looked_at_and_the_other_ways_go_on(down, texts, mail, letter, now):
    letter()
    deliverer.deliver_due(now)
    down()
    letter(channel="text", to="07700 900123")
    assert deliverer.deliver_due(now + timedelta(seconds=29))["sent"] == 1
    assert (len(texts.given), len(mail.given)) == (1, 0)
    assert deliverer.deliver_due(now + timedelta(seconds=31))["sent"] == 1


@pytest.mark.parametrize("answer", ["421 Closing", "450 Not from you", "550 Not from you"])
def test_a_server_that_takes_no_letters_from_us_loses_none(mail, letter, now, answer):
    letter()
    mail.refuse_sender = answer
    assert deliverer.deliver_due(now)["again"] == 1
    waiting = Letter.objects.get()
    assert (waiting.state, waiting.last_problem.split()[:3]) == ("waiting", ["The", "mail", "server"])
    mail.refuse_sender = ""
    assert deliverer.deliver_due(now + 2 * MINUTE)["sent"] == 1


@pytest.mark.fault("F-18")
def test_an_address_on_which_the_server_hangs_up_does_not_stop_the_others(mail, letter, now):
    letter(to="trap@kith.example")
    letter()
    mail.hangs_up_on = "trap@kith.example"
    assert deliverer.deliver_due(now)["sent"] == 1
    trapped = Letter.objects.get(to="trap@kith.example")
    assert (trapped.state, trapped.attempts, trapped.perhaps_twice) == ("waiting", 1, False)


def test_a_gate_that_stumbles_keeps_only_its_own_letter(mail, letter, gate, now, caplog):
    def stumbles(letter):
        raise RuntimeError("greg@kith.example")

    gate("broken", stumbles, many=lambda letters: [stumbles(each) for each in letters])
    kept = letter(kind="broken")
    letter()
    assert deliverer.deliver_due(now) == dict.fromkeys(deliverer.ENDS, 0) | {"sent": 1, "waiting": 1}
    kept.refresh_from_db()
    assert (kept.state, kept.attempts) == ("waiting", 0)
    assert "greg" not in " ".join(each.getMessage() for each in caplog.records if each.name == "kith.outbox")


def test_gates_may_answer_for_a_few_letters_at_once(mail, letter, gate, now, monkeypatch):
    monkeypatch.setattr(deliverer, "AT_A_TIME", 20)
    monkeypatch.setattr(deliverer, "HOLDS_FOR", 60)
    asked = []

    def many(letters):
        asked.append(len(letters))
        return [Go(to=f"{number}@kith.example") for number, _ in enumerate(letters)]

    gate("a kind", lambda letter: Go(to="alone@kith.example"), many=many)
    for _ in range(45):
        letter()
    assert deliverer.deliver_due(now)["sent"] == 45
    assert asked == [20, 20, 5]
    assert [recipients for recipients, _ in mail.given][20:22] == [["0@kith.example"], ["1@kith.example"]]


def test_where_letters_leave_slowly_those_that_are_left_are_asked_about_again(mail, letter, gate, now, monkeypatch):
    monkeypatch.setattr(deliverer, "HOLDS_FOR", 0)
    asked = []

    def many(letters):
        asked.append(len(letters))
        return [Go(to=each.to) for each in letters]

    gate("a kind", lambda letter: Go(to="alone@kith.example"), many=many)
    for _ in range(3):
        letter()
    assert (deliverer.deliver_due(now)["sent"], asked) == (3, [3, 2, 1])


def test_a_mail_server_that_is_named_wrongly_stops_no_texts_and_costs_no_try(texts, letter, settings, now):
    settings.MAIL_URL = "mail.example"
    posted = letter()
    letter(channel="text", to="07700 900123")
    assert deliverer.deliver_due(now)["sent"] == 1
    posted.refresh_from_db()
    assert (posted.state, posted.attempts) == ("waiting", 0)
    assert "KITH_MAIL_URL" in posted.last_problem
