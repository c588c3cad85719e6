"""Statements that are put together once: they ask what Django would have asked, of whoever is given and nobody else."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from unittest.mock import Mock

import pytest
from django.db import connection
from django.db.models import Exists, OuterRef, Prefetch
from django.test.utils import CaptureQueriesContext

from kith.access import clock
from kith.access import kept as keeping
from kith.access.alongside import alongside
from kith.access.kept import kept
from kith.conversations.when import months_after
from kith.people.models import Individual, Relation, Team
from tests import as_django_asks

LATER = datetime(2031, 2, 3, 23, 30, tzinfo=UTC)


class Elsewhere(Exception):
    """Asked through the connection of another thread."""


def of_people(keys, day, word, team, only):
    """Something of everything: a list, a day and what is reckoned from it, the time it is, words, and a row."""
    cover = Relation.objects.filter(individual=OuterRef("pk"), starts_at__lte=clock.now(), kind=Relation.Kind.COVER)
    found = Individual.objects.filter(pk__in=keys, opened_at__date__lt=day - timedelta(days=7)).filter(~Exists(cover))
    found = found.filter(opened_at__date__lte=clock.today()) if only else found
    return alongside(found.exclude(called=word).filter(team=team).order_by("called"), user=("name",))


def supported_by(team):
    return team.individual_set.all()


def asked_of(ask, *given):
    with CaptureQueriesContext(connection) as asked:
        rows = [(each.pk, each.called, each.opened_at, each.user and each.user.name) for each in ask(*given)]
    return [each["sql"] for each in asked], rows


@pytest.fixture
def keys(world):
    return list(Individual.objects.order_by("pk").values_list("pk", flat=True))


def test_it_asks_and_finds_what_the_question_itself_would(keys):
    ask, teams, found = kept(of_people), list(Team.objects.all()), 0
    for first, last in ((0, 1), (0, 16), (3, 19), (5, 6), (0, 0)):
        for day, word, only in ((date(2040, 1, 5), "Greg", True), (date(2026, 6, 30), "", None)):
            for team, moment in zip((teams[0], teams[-1]), (clock.now(), LATER), strict=True):
                given = (keys[first:last], day, word, team, only)
                with clock.at(moment):
                    expected = asked_of(of_people, *given)
                    assert asked_of(ask, *given) == expected
                found += len(expected[1])
    assert found


def test_lists_of_other_lengths_find_their_own(keys):
    ask, team = kept(of_people), Team.objects.first()
    for many in (7, 3, 6, 5, 40):
        given = (keys[-many:], clock.today(), "", team, None)
        assert [each.pk for each in ask(*given)] == [each.pk for each in of_people(*given)]


def test_it_is_put_together_once_for_each_shape(keys, monkeypatch):
    monkeypatch.setattr(keeping.Statement, "asked_with", as_django_asks.asked_with)
    build = Mock(side_effect=of_people, __module__="", __qualname__="of_people")
    ask, team = kept(build), Team.objects.first()
    for given in (keys[:4], keys[2:6], keys[4:7]):
        ask(given, clock.today(), "x", team, True)
    assert build.call_count == 3
    ask(keys[:5], clock.today(), "x", team, True)
    ask(keys[:5], clock.today(), "x", team, None)
    assert build.call_count == 9
    of_whom = {value for call in build.call_args_list for value in call.args[0]}
    assert not of_whom & set(keys)


def test_whose_rows_they_are_is_at_hand(world, django_assert_num_queries):
    team = Team.objects.filter(individual__isnull=False).first()
    with django_assert_num_queries(1):
        assert all(each.team is team for each in kept(supported_by)(team))


def test_a_thread_asks_through_its_own_connection(keys):
    ask, given = kept(of_people), (keys[:1], clock.today(), "", Team.objects.first(), None)
    ask(*given)

    def elsewhere():
        try:
            with connection.execute_wrapper(Mock(side_effect=Elsewhere)), pytest.raises(Elsewhere):
                ask(*given)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as others:
        others.submit(elsewhere).result()
    assert ask(*given) == list(of_people(*given))


def longer_names(word):
    return Individual.objects.filter(called__startswith=word)


def only_the_first(number):
    return Individual.objects.all()[:number]


def by_their_name(individual):
    return Individual.objects.filter(called=individual.called)


def with_their_own(team):
    return Individual.objects.prefetch_related(Prefetch("relations", Relation.objects.filter(team=team)))


def this_week(_team):
    monday = clock.today() - timedelta(days=clock.today().weekday())
    return Individual.objects.filter(opened_at__date__gte=monday)


def in_two_months(_team):
    return Individual.objects.filter(opened_at__date__lt=months_after(clock.today(), 2))


def elsewhere_today(_team):
    return Individual.objects.filter(opened_at__date=clock.now().date())


def next_working_day(_team):
    today = clock.today()
    return Individual.objects.filter(opened_at__date=today + timedelta(days=3 if today.weekday() == 4 else 1))


def the_later(key, other):
    return Individual.objects.filter(pk=max(key, other))


def in_small_letters(word):
    return Individual.objects.filter(called=word.strip().lower())


def this_year(_team):
    today = clock.today()
    return Individual.objects.filter(opened_at__date__gte=today.replace(year=today.year - 1))


HANG_ON_MORE = {
    longer_names: ("Gr",),
    in_small_letters: ("Greg ",),
    only_the_first: (2,),
    with_their_own: (1,),
    **dict.fromkeys((this_week, this_year, in_two_months, next_working_day, elsewhere_today), (1,)),
    the_later: (7, 2),
    by_their_name: None,
}


@pytest.mark.parametrize(("build", "given"), HANG_ON_MORE.items(), ids=lambda each: getattr(each, "__name__", ""))
def test_what_hangs_on_more_than_where_values_stand_is_asked_as_usual(world, monkeypatch, build, given):
    monkeypatch.setattr(keeping, "not_kept", not_kept := set())
    given = given or (Individual.objects.get(called="Greg"),)
    assert kept(build)(*given) == list(build(*given))
    assert not_kept == {f"{__name__}.{build.__name__}"}


def called(word):
    return Individual.objects.filter(called=word) if word else Individual.objects.order_by("pk")[:3]


def test_what_is_empty_is_another_shape(world):
    ask = kept(called)
    for word in ("Greg", "", "Maya", ""):
        assert [each.pk for each in ask(word)] == [each.pk for each in called(word)]
    assert len(ask("")) == 3


def test_nothing_is_kept_for_a_question_inside_a_question(world):
    with pytest.raises(TypeError):
        kept(of_people)(Individual.objects.values("pk"), clock.today(), "", Team.objects.first(), None)
