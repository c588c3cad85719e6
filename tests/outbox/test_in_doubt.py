"""What is not known is said: a letter that may have left, one that may have gone twice, and who decides."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone

from kith.outbox import actions, deliverer, queries
from kith.outbox.actions import changing
from kith.outbox.gates import Go, Wait
from kith.outbox.models import Letter

MINUTE = timedelta(minutes=1)


@dataclass
class Vish:
    who: str = "vish"


@pytest.fixture
def killed(letter, now):
    """A letter whose deliverer was killed while it was leaving."""

    def left_in_the_middle(**changes):
        posted = letter(**changes)
        [taken] = actions.claim(now=now, channel=posted.channel)
        assert actions.leaves(letter=taken, go=Go(to=taken.to), now=now)
        return taken

    return left_in_the_middle


def again(letter):
    letter.refresh_from_db()
    return letter


@pytest.mark.fault("F-03")
def test_an_email_that_was_leaving_goes_again_under_its_own_message_id_and_says_so(mail, killed, now):
    posted = killed()
    assert deliverer.deliver_due(now + MINUTE)["sent"] == 0  # it may be under way still
    assert deliverer.deliver_due(now + 3 * MINUTE)["sent"] == 1
    assert mail.messages[0]["Message-ID"] == posted.message_id
    assert again(posted).perhaps_twice
    assert posted.how_it_stands == "Sent. It may have arrived twice."


@pytest.mark.parametrize("channel", ["text", "print"])
@pytest.mark.fault("F-03")
def test_a_text_or_a_letter_on_paper_that_was_leaving_waits_for_a_choice(texts, killed, now, channel, settings):
    settings.LETTER_PROVIDER = settings.TEXT_PROVIDER
    posted = killed(channel=channel, to="07700 900123", individual_ref="greg")
    for days in range(5):
        deliverer.deliver_due(now + timedelta(days=days))
    assert texts.given == []
    assert again(posted).state == "unsure"
    assert "may have arrived, or not" in posted.how_it_stands
    assert list(queries.for_somebody(["greg"], now)) == [posted]


def test_sending_it_again_is_somebody_s_choice_and_pressed_twice_it_goes_once(texts, killed, now):
    posted = killed(channel="text", to="07700 900123", individual_ref="greg")
    deliverer.deliver_due(now + 3 * MINUTE)
    later = now + 5 * MINUTE
    for _ in range(2):
        actions.send_again(letter=again(posted), by=Vish(), now=later)
    deliverer.deliver_due(later)
    actions.send_again(letter=again(posted), by=Vish(), now=later)
    deliverer.deliver_due(later)
    assert [to for to, _ in texts.given] == ["07700 900123"]
    assert (again(posted).state, posted.perhaps_twice, posted.seen_to_by) == ("sent", True, "vish")


def test_letting_it_be_puts_it_away(texts, killed, now):
    posted = killed(channel="text", to="07700 900123", individual_ref="greg")
    deliverer.deliver_due(now + 3 * MINUTE)
    actions.seen_to(letter=again(posted), by=Vish(), now=now)
    assert not queries.for_somebody(["greg"], now).exists()
    deliverer.deliver_due(now + timedelta(days=2))
    assert (texts.given, again(posted).state, posted.seen_to_by) == ([], "unsure", "vish")


@pytest.mark.fault("F-02")
def test_what_was_taken_and_not_handed_over_is_not_in_doubt(mail, letter, now):
    for _ in range(3):
        letter()
    actions.claim(now=now, channel="email")  # and then the deliverer was killed
    assert deliverer.deliver_due(now + 2 * MINUTE)["sent"] == 3
    assert not Letter.objects.filter(perhaps_twice=True).exists()


def test_after_a_loss_of_power_what_had_been_taken_says_that_it_may_go_twice(mail, letter, now, monkeypatch):
    lost, _kept = letter(), letter(not_before=now + MINUTE)
    monkeypatch.setattr("kith.outbox.actions.leaving.this_boot", lambda: "before")
    actions.claim(now=now, channel="email")
    monkeypatch.undo()
    assert changing.this_boot() != "before"
    assert deliverer.deliver_due(now + 2 * MINUTE)["sent"] == 2
    assert list(Letter.objects.filter(perhaps_twice=True)) == [lost]


def test_a_server_that_takes_a_letter_and_says_nothing_leaves_it_in_doubt(mail, letter, now):
    posted = letter()
    mail.keeps_quiet = True
    assert deliverer.deliver_due(now)["again"] == 1
    mail.keeps_quiet = False
    assert deliverer.deliver_due(now + MINUTE)["sent"] == 1
    assert again(posted).perhaps_twice
    assert len({message["Message-ID"] for message in mail.messages}) == 1


def test_an_email_that_was_clearly_turned_away_is_not_in_doubt(mail, letter, now):
    posted = letter()
    mail.refuse_words = "451 Later"
    assert deliverer.deliver_due(now)["again"] == 1
    mail.refuse_words = ""
    deliverer.deliver_due(now + MINUTE)
    assert (again(posted).state, posted.perhaps_twice) == ("sent", False)


def test_words_that_are_gone_cannot_be_sent_again(mail, letter, now):
    posted = letter(wipe_after_sending=True)
    mail.refuse = "550 No such person"
    deliverer.deliver_due(now)
    with pytest.raises(actions.NotPosted, match="not kept"):
        actions.send_again(letter=again(posted), by=Vish(), now=now)


def test_a_letter_that_is_on_its_way_cannot_be_sent_again(letter, now):
    with pytest.raises(actions.NotPosted, match="on its way"):
        actions.send_again(letter=letter(), by=Vish(), now=now)


def test_letters_that_ask_for_somebody_are_found_by_who_they_are_about(mail, letter, now):
    letter(individual_ref="greg")
    letter(individual_ref="maya")
    letter(tells="vish")
    letter(tells="vish", individual_ref="greg")
    mail.refuse = "550 No such person"
    deliverer.deliver_due(now)
    assert {each.individual_ref for each in queries.for_somebody(["greg", ""], now)} == {"greg"}
    assert queries.for_somebody(["greg", "maya"], now).count() == 3
    [told] = queries.for_account("vish")
    assert (told.individual_ref, told.tells) == ("", "vish")
    assert not queries.for_account("").exists()
    actions.seen_to(letter=told, by=Vish(), now=now)
    assert not queries.for_account("vish").exists()
    assert again(told).seen_to_by == "vish"


def test_what_has_not_left_for_over_four_hours_is_found(letter, settings, now):
    settings.KITH_DEMO, settings.MAIL_URL = False, "smtp://127.0.0.1:1"
    letter(individual_ref="greg")
    letter(individual_ref="greg", not_before=now + timedelta(hours=2))
    deliverer.deliver_due(now)
    assert not queries.for_somebody(["greg"], now + timedelta(hours=3)).exists()
    assert queries.for_somebody(["greg"], now + timedelta(hours=4)).count() == 1
    assert queries.for_somebody(["greg"], now + timedelta(hours=6)).count() == 2
    assert not queries.for_somebody(["maya"], now + timedelta(days=1)).exists()


def test_what_its_gate_keeps_here_is_not_waiting_long(mail, letter, gate, now):
    gate("a kind", lambda letter: Wait(again_after=timedelta(hours=3)))
    letter(individual_ref="greg")
    for hours in (0, 3, 6):
        deliverer.deliver_due(now + timedelta(hours=hours))
    assert not queries.for_somebody(["greg"], now + timedelta(hours=8)).exists()


def test_a_letter_that_came_back_says_why_once(mail, letter, now):
    posted = letter(individual_ref="greg")
    assert not actions.came_back(letter=posted, why="It never left.", now=now)
    deliverer.deliver_due(now)
    why = "Their mail system does not know this address."
    assert actions.came_back(letter=again(posted), why=why, now=now)
    assert not actions.came_back(letter=again(posted), why="Said again.", now=now)
    assert [each.last_problem for each in queries.for_somebody(["greg"], now)] == [why]


def test_a_bounce_of_the_first_try_ends_the_others(mail, killed, now):
    posted = killed()
    actions.pick_up(now=now + 3 * MINUTE)
    assert actions.came_back(letter=again(posted), why="Nobody is there.", now=now)
    assert deliverer.deliver_due(now + 5 * MINUTE)["sent"] == 0
    assert again(posted).state == "came_back"


def test_the_present_is_used_when_no_time_is_told(mail, letter):
    posted = letter(now=timezone.now())
    assert deliverer.deliver_due()["sent"] == 1
    assert again(posted).sent_at <= timezone.now()
