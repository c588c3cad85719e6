"""When the individual sees the shared part, and how they are told: by day, once, in neutral words."""

from datetime import UTC, datetime, timedelta

import pytest

from kith.access import clock
from kith.access.refusal import Refused
from kith.conversations import actions, queries
from kith.conversations.actions.telling import SOMETHING_TO_READ
from kith.conversations.actions.write_up import WriteUp
from kith.outbox.models import Letter
from tests.conversations.pages import TODAY, address, page_as_sent, signed_in

EVENING = datetime(2026, 8, 18, 19, 30, tzinfo=UTC)  # half past eight where the team works
NEXT_MORNING = datetime(2026, 8, 19, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


def write(cast, **typed):
    wrote = WriteUp(**({"held_on": TODAY, "shared": "We talked."} | typed))
    return actions.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)


def letters():
    return Letter.objects.filter(kind=SOMETHING_TO_READ)


def test_one_letter_is_posted_and_tells_nothing(cast):
    write(cast)
    letter = letters().get()
    assert (letter.to, letter.subject) == ("tomos@calderford.example", "You have a message")
    for word in ("Anwen", "talked", "worker", "Kith"):
        assert word not in letter.body


def test_in_the_evening_it_waits_for_the_morning(cast):
    with clock.at(EVENING):
        write(cast)
    assert letters().get().next_try_at == NEXT_MORNING


def test_corrections_bring_no_second_letter_that_day_and_one_the_next(cast):
    meeting = write(cast)
    for words in ("We talked, and walked.", "We walked."):
        actions.correct_note(meeting=meeting, words=words, by=cast.as_worker)
    assert letters().count() == 1
    with clock.at(clock.now() + timedelta(days=2)):
        actions.correct_note(meeting=meeting, words="We walked far.", by=cast.as_worker)
    assert letters().count() == 2


@pytest.mark.parametrize("typed", [{"shared": ""}, {"show_now": False}, {"show_now": False, "after_a_talk": True}])
def test_nothing_to_read_is_nothing_to_tell(cast, typed):
    write(cast, **typed)
    assert not letters().exists()


def test_whoever_likes_to_be_told_in_person_gets_no_letter(cast):
    cast.individual.reached_by = "in person"
    cast.individual.save()
    write(cast)
    assert not letters().exists()


def test_after_a_talk_it_waits_and_is_shown_by_one_press(cast):
    client = signed_in(cast.worker)
    typed = {"held_on": "2026-08-18", "shared": "Money worries.", "topics": "money", "show": "talked"}
    client.post(address(cast, "write_up"), page_as_sent(client, cast) | typed)
    note = queries.notes_waiting_for_a_talk([cast.individual]).get()
    theirs = address(cast, "meeting_page", meeting=note.meeting.public_id)
    assert "Money" not in signed_in(cast.user).get(theirs).content.decode()
    assert "You wanted to talk about it first." in client.get(theirs).content.decode()
    client.post(address(cast, "show_note", meeting=note.meeting.public_id))
    assert "Money worries." in signed_in(cast.user).get(theirs).content.decode()
    assert not queries.notes_waiting_for_a_talk([cast.individual]).exists()
    assert letters().count() == 1


def test_put_right_while_it_waits_it_waits_once(cast):
    meeting = write(cast, show_now=False, after_a_talk=True)
    actions.correct_note(meeting=meeting, words="Better.", by=cast.as_worker)
    assert [note.words for note in queries.notes_waiting_for_a_talk([cast.individual])] == ["Better."]


def test_what_is_not_shown_hides_all_that_goes_with_it(cast):
    meeting = write(
        cast, show_now=False, topics=("debts",), felt="Heavy.", arrived="By his sister.", decisions=(("Wait", "both"),)
    )
    place = address(cast, "meeting_page", meeting=meeting.public_id)
    hidden = ("debts", "Heavy.", "By his sister.", "Wait", "decided together")
    page = signed_in(cast.user).get(place).content.decode()
    assert [words for words in hidden if words in page] == []
    actions.show_note(meeting=meeting, by=cast.as_worker)
    page = signed_in(cast.user).get(place).content.decode()
    assert [words for words in hidden if words not in page] == []
    with pytest.raises(Refused, match="already shown"):
        actions.show_note(meeting=meeting, by=cast.as_worker)


@pytest.mark.shows("Q-33")
def test_as_they_will_see_it_saves_no_meeting_and_shows_nothing_private(cast):
    client = signed_in(cast.worker)
    typed = {"shared": "We <b>talked</b>.", "reflection": "Hm.", "decision_1": "Wait"}
    typed |= {"arrived": "By bus", "topics": "home, running"}
    response = client.post(address(cast, "preview"), page_as_sent(client, cast) | typed)
    page = response.content.decode()
    preview = page[page.index("As Tomos will see it") : page.index("Would you say this to Tomos?")]
    assert "We &lt;b&gt;talked&lt;/b&gt;." in preview
    assert "Decided: Wait" in preview
    assert "By bus" in preview
    assert "home, running" in preview
    assert "Hm." not in preview
    assert response.context["form"]["reflection"].value() == "Hm."
    assert not cast.individual.meetings.exists()
    assert not letters().exists()
