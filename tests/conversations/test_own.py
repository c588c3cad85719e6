"""What a worker keeps for the next time: prompts that move with the meeting, reflections under a key, drafts."""

import json
from datetime import date

import pytest
from django.db import connection

from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.conversations import actions, queries
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.models import Draft, Reflection
from kith.conversations.when import in_window, on_day
from kith.people import actions as people

TODAY = date(2026, 8, 18)


@pytest.mark.shows("S21")
def test_a_prompt_belongs_to_the_next_meeting_whenever_that_is(cast):
    prompt = actions.add_prompt(individual=cast.individual, words="Check the football result", by=cast.as_worker)
    actions.plan_next(individual=cast.individual, when=on_day(date(2026, 11, 24)), by=cast.as_worker)
    moved = actions.plan_next(individual=cast.individual, when=in_window("spring", TODAY), by=cast.as_worker)
    actions.call_off(meeting=moved, by=cast.as_worker)
    assert list(queries.open_prompts(cast.individual)) == [prompt]
    actions.tick_prompt(prompt=prompt, by=cast.as_worker)
    assert list(queries.open_prompts(cast.individual)) == []
    with pytest.raises(Refused, match="already ticked"):
        actions.tick_prompt(prompt=prompt, by=cast.as_worker)


def test_there_is_one_next_meeting_and_planning_again_moves_it(cast):
    first = actions.plan_next(
        individual=cast.individual, when=on_day(date(2026, 11, 24)), place="Café", by=cast.as_worker
    )
    moved = actions.plan_next(individual=cast.individual, when=on_day(date(2026, 12, 1)), by=cast.as_worker)
    assert (moved.pk, moved.day, moved.place) == (first.pk, date(2026, 12, 1), "Café")


def written_up(cast, **typed):
    wrote = WriteUp(held_on=TODAY, **typed)
    return actions.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)


@pytest.mark.shows("S17", "S19", "Q-27")
def test_a_reflection_is_its_authors_alone_and_unreadable_in_the_database(cast):
    meeting = written_up(cast, reflection="I filled the silences too fast.")
    assert queries.reflection_on(meeting, cast.worker.pk).words == "I filled the silences too fast."
    assert queries.reflection_on(meeting, cast.manager.pk) is None
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM conversations_reflection")
        assert "silences" not in cursor.fetchone()[0]


def test_somebody_who_also_works_with_them_writes_their_own_beside(cast):
    meeting = written_up(cast, reflection="Mine")
    people.also_work_with(user=cast.stranger, individual=cast.individual, by=cast.as_worker)
    actions.write_reflection(meeting=meeting, words="Theirs", by=cast.as_stranger)
    assert queries.reflection_on(meeting, cast.worker.pk).words == "Mine"
    assert Reflection.objects.count() == 2


def test_the_individual_writes_no_reflection(cast):
    meeting = written_up(cast)
    with pytest.raises(NotPermitted):
        actions.write_reflection(meeting=meeting, words="No", by=cast.as_individual)


def test_a_draft_is_kept_as_typed_under_a_key_and_trailed_once(cast):
    for words in ("H", "Ha", "Half"):
        actions.save_draft(individual=cast.individual, typed={"shared": words}, by=cast.as_worker)
    draft = queries.draft_of(cast.individual, cast.worker.pk)
    assert json.loads(draft.typed) == {"shared": "Half"}
    assert TrailEntry.objects.filter(what="draft opened").count() == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT typed FROM conversations_draft")
        assert "Half" not in cursor.fetchone()[0]


def test_a_draft_put_away_is_gone(cast):
    actions.save_draft(individual=cast.individual, typed={"shared": "x"}, by=cast.as_worker)
    actions.discard_draft(individual=cast.individual, by=cast.as_worker)
    assert not Draft.objects.exists()
