"""The shared part for the organisation's main record: under the team's headings, and nothing private in it."""

import pytest

from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.conversations import actions, queries
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.models import Feeling, RecordCopy
from kith.conversations.record_copy import digest_of, has_changed_since, plain_text
from kith.conversations.when import in_window, on_day
from tests.conversations.pages import TODAY, address, signed_in

HEADINGS = ("What we talked about", "What the person said", "What we agreed", "Next meeting", "Risk")


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def meeting(cast):
    wrote = WriteUp(
        held_on=TODAY,
        place="Café",
        shared="Running again.",
        saying="I used to run.",
        felt="Easier than before.",
        decisions=(("Try the club", "individual"), ("Ring them first", "")),
        steps=[{"words": "Find a run", "owner": "worker", "helper": None, "goal": None}],
        reflection="I talked too much.",
        prompt="Check the score",
        next_when=in_window("3", TODAY),
    )
    return found(cast, actions.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker))


def found(cast, meeting):
    return queries.meeting_of(cast.individual, meeting.public_id)


def test_every_part_stands_under_its_heading(meeting):
    assert plain_text(meeting, HEADINGS) == (
        "Tomos and Anwen Hollis met on Tuesday 18 August 2026, Café.\n\n"
        "What we talked about\nRunning again.\n\n"
        "What the person said\nAs Anwen remembers, Tomos said: I used to run.\n\n"
        "What we agreed\nDecided: Try the club (Tomos decided)\nDecided: Ring them first\nFind a run (Anwen)\n\n"
        "Next meeting\nIn about 3 months.\n\n"
        "Risk\n"
    )


def test_headings_of_another_team_lose_nothing_that_was_said(meeting):
    text = plain_text(meeting, ("Actions", "Date of next contact"))
    assert "What we talked about\nRunning again.\nAs Anwen remembers, Tomos said: I used to run." in text
    assert "Actions\nDecided: Try the club" in text
    assert "Date of next contact\nIn about 3 months." in text


def test_nothing_private_is_in_it(cast, meeting):
    actions.say_how_it_was(meeting=meeting, how=Feeling.How.HARD, by=cast.as_individual)
    text = plain_text(found(cast, meeting), HEADINGS)
    for kept_apart in ("I talked too much", "Check the score", "Easier than before", "Hard"):
        assert kept_apart not in text


def test_that_it_is_remembered_otherwise_is_told(cast, meeting):
    actions.give_account(meeting=meeting, answer="differs", words="It was swimming.", by=cast.as_individual)
    text = plain_text(found(cast, meeting), HEADINGS)
    assert "Tomos remembers this otherwise. Both accounts are kept." in text


def test_a_bare_date_can_be_copied(cast):
    meeting = actions.write_up(individual=cast.individual, wrote=WriteUp(held_on=TODAY), by=cast.as_worker)
    assert plain_text(meeting, ("What we agreed",)) == (
        "Tomos and Anwen Hollis met on Tuesday 18 August 2026.\n\nWhat we talked about\n\nWhat we agreed\n"
    )


def test_a_copy_is_remembered_and_changed_words_are_told(cast, meeting):
    actions.note_copied(meeting=meeting, seen=digest_of(meeting), by=cast.as_worker)
    assert not has_changed_since(found(cast, meeting))
    actions.correct_note(meeting=meeting, words="Running, and swimming.", by=cast.as_worker)
    assert has_changed_since(found(cast, meeting))


def test_moving_the_next_meeting_changes_no_words(cast, meeting):
    actions.note_copied(meeting=meeting, seen=digest_of(meeting), by=cast.as_worker)
    actions.plan_next(individual=cast.individual, when=on_day(TODAY), by=cast.as_worker)
    assert not has_changed_since(found(cast, meeting))


def test_what_was_copied_is_what_stood_on_the_page(cast, meeting):
    seen = digest_of(meeting)
    actions.correct_note(meeting=meeting, words="Other words.", by=cast.as_worker)
    actions.note_copied(meeting=found(cast, meeting), seen=seen, by=cast.as_worker)
    assert has_changed_since(found(cast, meeting))


def test_pressed_twice_it_is_noted_once(cast, meeting):
    for _ in range(2):
        actions.note_copied(meeting=found(cast, meeting), seen="", by=cast.as_worker)
    assert RecordCopy.objects.count() == 1


def test_what_was_not_held_is_not_copied_and_only_a_worker_copies(cast, meeting):
    planned = queries.next_meeting(cast.individual)
    with pytest.raises(Refused, match="not been written up"):
        actions.note_copied(meeting=planned, seen="", by=cast.as_worker)
    with pytest.raises(NotPermitted):
        actions.note_copied(meeting=meeting, seen="", by=cast.as_individual)


def test_the_page_offers_it_and_remembers_who_copied(cast, meeting):
    client, page = signed_in(cast.worker), address(cast, "meeting_page", meeting=meeting.public_id)
    first = client.get(page)
    assert 'data-copy="#record-words"' in first.content.decode()
    client.post(address(cast, "copied", meeting=meeting.public_id), {"seen": first.context["record_digest"]})
    assert "Copied by Anwen at 6pm." in client.get(page).content.decode()
    actions.correct_note(meeting=meeting, words="Changed.", by=cast.as_worker)
    assert "The words have changed since you copied them." in client.get(page).content.decode()


def test_the_individual_is_not_offered_it(cast, meeting):
    page = signed_in(cast.user).get(address(cast, "meeting_page", meeting=meeting.public_id)).content.decode()
    assert "For the main record" not in page
