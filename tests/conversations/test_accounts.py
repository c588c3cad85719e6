"""Two accounts of one meeting: neither is written over, silence is never agreement."""

from datetime import date

import pytest

from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.conversations import actions, queries
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.models import Account, Note

TODAY = date(2026, 8, 18)


@pytest.fixture
def meeting(cast):
    wrote = WriteUp(held_on=TODAY, shared="Kick-boxing every week.")
    return actions.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)


@pytest.mark.shows("S1", "S14", "S87", "Q-27")
def test_both_accounts_stand_and_every_answer_is_kept(cast, meeting):
    actions.give_account(
        meeting=meeting, answer="differs", words="It is the running club I go to.", by=cast.as_individual
    )
    actions.give_account(meeting=meeting, answer="right", by=cast.as_individual)
    assert [account.answer for account in meeting.accounts.all()] == ["right", "differs"]
    assert Note.objects.get().words == "Kick-boxing every week."


def test_differing_needs_words_and_leaving_needs_none(cast, meeting):
    with pytest.raises(Refused, match="how you remember it"):
        actions.give_account(meeting=meeting, answer="differs", words=" ", by=cast.as_individual)
    assert actions.give_account(meeting=meeting, answer="left", by=cast.as_individual).words == ""


def test_nobody_answers_in_their_place(cast, meeting):
    with pytest.raises(NotPermitted):
        actions.give_account(meeting=meeting, answer="right", by=cast.as_worker)
    assert not Account.objects.exists()


def test_a_note_not_shown_yet_asks_nothing(cast):
    wrote = WriteUp(held_on=TODAY, shared="Later", show_now=False)
    meeting = actions.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)
    assert queries.unanswered_notes(cast.individual) == []
    with pytest.raises(Refused, match="nothing to answer"):
        actions.give_account(meeting=meeting, answer="right", by=cast.as_individual)
    actions.show_note(meeting=meeting, by=cast.as_worker)
    assert queries.unanswered_notes(cast.individual) == [meeting]


@pytest.mark.shows("S14")
def test_a_yes_to_the_words_before_is_no_yes_to_the_words_now(cast, meeting):
    actions.give_account(meeting=meeting, answer="right", by=cast.as_individual)
    actions.correct_note(meeting=meeting, words="Something else.", by=cast.as_worker)
    found = queries.meeting_of(cast.individual, meeting.public_id)
    assert not queries.is_answered(found)
    assert queries.unanswered_notes(cast.individual) == [meeting]


def test_an_answer_is_to_the_words_that_were_on_the_page(cast, meeting):
    seen = queries.latest_note(meeting).public_id
    actions.correct_note(meeting=meeting, words="Something else.", by=cast.as_worker)
    with pytest.raises(Refused, match="changed since"):
        actions.give_account(meeting=meeting, answer="right", seen=seen, by=cast.as_individual)
    assert not Account.objects.exists()


def test_first_words_added_later_are_not_shown_by_themselves(cast):
    meeting = actions.write_up(individual=cast.individual, wrote=WriteUp(held_on=TODAY), by=cast.as_worker)
    actions.correct_note(meeting=meeting, words="Late words.", by=cast.as_worker)
    assert queries.shown_note(queries.meeting_of(cast.individual, meeting.public_id)) is None


@pytest.mark.shows("Q-27")
def test_a_correction_is_a_new_version_beside_the_old(cast, meeting):
    actions.correct_note(meeting=meeting, words="Kick-boxing most weeks.", by=cast.as_worker)
    found = queries.meeting_of(cast.individual, meeting.public_id)
    assert [note.words for note in found.notes.all()] == ["Kick-boxing most weeks.", "Kick-boxing every week."]
    assert queries.shown_note(found).number == 2
    with pytest.raises(Refused, match="nothing written"):
        actions.correct_note(meeting=meeting, words=" ", by=cast.as_worker)


def test_a_difference_waits_for_the_worker_until_they_meet_again(cast, meeting):
    account = actions.give_account(meeting=meeting, answer="differs", words="No.", by=cast.as_individual)
    assert list(queries.differing([cast.individual])) == [account]
    actions.give_account(meeting=meeting, answer="right", by=cast.as_individual)
    assert list(queries.differing([cast.individual])) == []
