"""What somebody says about themselves: kept in their words, put away, never lost."""

import pytest
from django.db import IntegrityError, transaction

from kith.about_me import actions, queries
from kith.about_me.models import Line
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused


def add(cast, kind, words, by=None) -> Line:
    return actions.add_line(individual=cast.individual, kind=kind, words=words, by=by or cast.as_individual)


def told(cast) -> list[str]:
    entries = TrailEntry.objects.filter(chain=cast.individual.public_id, about__startswith="line ")
    return list(entries.order_by("sequence").values_list("what", flat=True))


@pytest.mark.shows("S53", "S54", "S73")
def test_words_are_theirs_only_when_they_typed_them(cast):
    own = add(cast, "interest", " Something with bikes? ")
    heard = add(cast, "helps", "Keeping busy", by=cast.as_worker)
    assert (own.words, own.typed_by_individual) == ("Something with bikes?", True)
    assert (heard.typed_by_individual, heard.recorded_by) == (False, cast.worker)
    assert told(cast) == ["line about them added"] * 2


@pytest.mark.shows("S59")
def test_one_direction_lives_and_the_old_ones_are_kept(cast):
    first = add(cast, "direction", "Get out more")
    second = add(cast, "direction", "Run with others")
    assert queries.direction_of(cast.individual) == second
    assert queries.earlier_directions(cast.individual) == [first]
    with pytest.raises(IntegrityError), transaction.atomic():
        Line.objects.filter(pk=first.pk).update(ended_on=None)


@pytest.mark.shows("S53", "S54")
def test_lines_come_by_kind_in_one_look_own_words_first(cast, django_assert_num_queries):
    add(cast, "worry", "Crowds")
    ended = add(cast, "helps", "The centre")
    second = add(cast, "helps", "Keeping busy", by=cast.as_worker)
    first = add(cast, "helps", "Exercise")
    actions.no_longer_true(line=ended, by=cast.as_individual)
    with django_assert_num_queries(1):
        lines = queries.lines_of(cast.individual)
        assert [line.recorded_by.first_name for line in lines["helps"]] == ["Tomos", "Anwen"]
    assert list(lines) == ["helps", "worry"]
    assert lines["helps"] == [first, second]


def test_what_is_matched_with_is_theirs_to_choose(cast):
    canal, worry = add(cast, "curious", "The canal"), add(cast, "worry", "Crowds")
    assert (canal.is_used_for_matching, worry.is_used_for_matching) == (True, False)
    actions.hide_from_matching(line=canal, by=cast.as_individual)
    assert not canal.is_used_for_matching
    actions.let_match(line=canal, by=cast.as_worker)
    assert canal.is_used_for_matching


def test_a_no_leaves_nothing(cast):
    worry = add(cast, "worry", "Crowds")
    refusals = [
        (lambda: add(cast, "helps", "  "), "Please write a few words first."),
        (lambda: add(cast, "helps", "x" * 2_001), "That is a lot for one line."),
        (lambda: actions.hide_from_matching(line=worry, by=cast.as_worker), "We never look for ideas"),
    ]
    for act, sentence in refusals:
        with pytest.raises(Refused, match=sentence):
            act()
    actions.no_longer_true(line=worry, by=cast.as_individual)
    with pytest.raises(Refused, match="already been put away"):
        actions.no_longer_true(line=worry, by=cast.as_individual)
    assert Line.objects.count() == 1
    assert told(cast) == ["line about them added", "line about them put away"]


def test_a_line_pressed_twice_is_kept_once(cast):
    direction = add(cast, "direction", "Get out more")
    assert add(cast, "direction", "Get out more ") == direction
    assert queries.earlier_directions(cast.individual) == []
    assert add(cast, "helps", "Get out more") != direction
    assert add(cast, "direction", "Get out more", by=cast.as_worker) != direction
    assert told(cast) == ["line about them added"] * 3


def test_two_presses_at_once_put_a_line_away_once(cast):
    line = add(cast, "interest", "Football")
    first, second, third = (Line.objects.get(pk=line.pk) for _ in range(3))
    actions.no_longer_true(line=first, by=cast.as_individual)
    for act, stale in ((actions.no_longer_true, second), (actions.hide_from_matching, third)):
        with pytest.raises(Refused, match="already been put away"):
            act(line=stale, by=cast.as_worker)


def test_a_stranger_writes_nothing(cast):
    line = add(cast, "interest", "Football")
    for act in (actions.no_longer_true, actions.hide_from_matching, actions.let_match):
        with pytest.raises(NotPermitted):
            act(line=line, by=cast.as_stranger)
    with pytest.raises(NotPermitted):
        add(cast, "helps", "x", by=cast.as_stranger)
