"""What we said, as the individual has it: no answer is needed, and silence is asked about once."""

import re

import pytest

from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.conversations import actions, queries
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.models import Feeling
from kith.conversations.when import in_window, on_day
from tests.conversations.pages import TODAY, address, signed_in


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def meeting(cast):
    wrote = WriteUp(held_on=TODAY, shared="We talked.", next_when=in_window("3", TODAY))
    return actions.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)


def page_for(cast, user, meeting) -> str:
    return signed_in(user).get(address(cast, "meeting_page", meeting=meeting.public_id)).content.decode()


@pytest.mark.shows("S14")
def test_silence_is_asked_about_once_and_is_never_a_yes(cast, meeting):
    assert queries.unanswered_notes(cast.individual) == [meeting]
    page_for(cast, cast.user, meeting)
    assert queries.unanswered_notes(cast.individual) == []
    assert "Tomos has not answered. That is neither a yes nor a no." in page_for(cast, cast.worker, meeting)


def test_the_worker_having_it_open_asks_nobody_less(cast, meeting):
    page_for(cast, cast.worker, meeting)
    assert queries.unanswered_notes(cast.individual) == [meeting]


def test_other_words_are_asked_about_anew(cast, meeting):
    page_for(cast, cast.user, meeting)
    actions.correct_note(meeting=meeting, words="We walked.", by=cast.as_worker)
    assert queries.unanswered_notes(cast.individual) == [meeting]


@pytest.mark.shows("Q-69")
def test_nobody_is_shown_whether_it_was_opened(cast, meeting):
    before = page_for(cast, cast.worker, meeting)
    page_for(cast, cast.user, meeting)
    after = page_for(cast, cast.worker, meeting)
    assert _main_of(after) == _main_of(before)


def _main_of(page: str) -> str:
    """What the page says, without its frame, which tells the time, and without the form's own token."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page[page.index("<main") :])


@pytest.mark.shows("S8", "Q-71")
def test_it_says_who_wrote_it_who_reads_it_and_what_happens_next(cast, meeting):
    page = page_for(cast, cast.user, meeting)
    assert "Written by Anwen on 18 August." in page
    assert "What happens next" in page
    assert "You meet again: In about 3 months." in page
    assert "You, Anwen and whoever covers for Anwen see this." in page


@pytest.mark.shows("S65")
def test_how_it_was_in_one_tap(cast, meeting):
    client = signed_in(cast.user)
    client.post(address(cast, "how_it_was", meeting=meeting.public_id), {"how": "good"})
    assert "Tomos said it was good." in page_for(cast, cast.worker, meeting)


@pytest.mark.shows("S65")
def test_only_for_me_is_seen_by_nobody_else(cast, meeting):
    client, place = signed_in(cast.user), address(cast, "how_it_was", meeting=meeting.public_id)
    client.post(place, {"how": "good"})
    client.post(place, {"how": "hard", "only_for_me": "on"})
    assert "You said: hard. Only you see that." in page_for(cast, cast.user, meeting)
    for user in (cast.worker, cast.manager):
        page = page_for(cast, user, meeting)
        assert ("said it was" in page, "hard" in page) == (False, False)
    assert not TrailEntry.objects.filter(detail__icontains="hard").exists()


def test_how_it_was_is_theirs_to_say_and_only_of_what_has_been(cast, meeting):
    with pytest.raises(NotPermitted):
        actions.say_how_it_was(meeting=meeting, how=Feeling.How.GOOD, by=cast.as_worker)
    with pytest.raises(Refused, match="Choose one of the three"):
        actions.say_how_it_was(meeting=meeting, how="splendid", by=cast.as_individual)
    planned = actions.plan_next(individual=cast.individual, when=on_day(TODAY), by=cast.as_worker)
    with pytest.raises(Refused, match="has not been yet"):
        actions.say_how_it_was(meeting=planned, how=Feeling.How.GOOD, by=cast.as_individual)


@pytest.mark.shows("S12")
def test_a_bare_date_reads_well_for_both(cast):
    meeting = actions.write_up(individual=cast.individual, wrote=WriteUp(held_on=TODAY), by=cast.as_worker)
    for user in (cast.user, cast.worker):
        assert "The day you met is kept." in page_for(cast, user, meeting)


@pytest.mark.shows("S1", "S87")
def test_both_accounts_stand_and_the_worker_is_pointed_to_it(cast, meeting):
    actions.give_account(meeting=meeting, answer="differs", words="We swam.", by=cast.as_individual)
    for user in (cast.user, cast.worker):
        page = page_for(cast, user, meeting)
        assert page.index("We talked.") < page.index("We swam.")
        assert "Both stay, side by side." in page
    assert [each.words for each in queries.differing([cast.individual])] == ["We swam."]


def test_words_changed_meanwhile_are_shown_beside_the_correction(cast, meeting):
    client, place = signed_in(cast.worker), address(cast, "correct", meeting=meeting.public_id)
    opened = client.get(place).context["form"]["seen"].value()
    actions.correct_note(meeting=meeting, words="From the phone.", by=cast.as_worker)
    response = client.post(place, {"words": "From the desk.", "seen": opened})
    page = response.content.decode()
    assert (response.status_code, "From the phone." in page, "From the desk." in page) == (422, True, True)
    client.post(place, {"words": "From the desk.", "seen": response.context["form"]["seen"].value()})
    kept = [note.words for note in queries.meeting_of(cast.individual, meeting.public_id).notes.all()]
    assert kept == ["From the desk.", "From the phone.", "We talked."]
