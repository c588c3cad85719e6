"""Reports are prepared once, of quarters that have settled, and count what they say they count."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kith.access import clock, trail
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.config.of_practice import OF_PRACTICE
from kith.people import actions as people
from kith.people.actors import actor_for
from kith.reports import actions, queries
from kith.reports.figures import OF_SAFETY
from kith.reports.models import Kept
from kith.reports.safe import FEW, NOT_TOLD

from .conftest import NOW, OFFICE, SUMMER, SYSTEM, hindered, introduce, knows, meet, some_people

QUARTER, BEFORE, AFTER = date(2026, 7, 1), date(2026, 6, 30), date(2026, 10, 1)


def told_of(team) -> dict:
    return Kept.objects.get(team=team, begins_on=QUARTER).told


@pytest.fixture
def prepared(valley):
    """Prepares what is due, and gives what the team is told."""

    def prepare() -> dict:
        actions.prepare_what_is_due(by=SYSTEM)
        return told_of(valley)

    return prepare


def test_everything_is_counted_as_it_says(valley, prepared):
    for number, each in enumerate(some_people(valley, 24)):
        introduce(each, "went", "went again", "belongs" if number % 2 else "welcomed")
        introduce(each, "went", on=BEFORE)
        introduce(each, on=AFTER)
        meet(each, agreed_after=number % 12)
        knows(each, is_paid=False)
        knows(each, is_paid=False)
        knows(each, is_paid=True)
        hindered(each, "transport")
        hindered(each, "other")
        if number < 9:
            hindered(each, "money")
    numbers = {"made": 25, "went": 25, "again": 25, "belongs": 10, "meetings": 25, "unpaid": 50, "paid": 25}
    words = {"agreed": "Within a week", "barriers": ["Getting there"], "interests": []}
    assert prepared() == numbers | words
    assert told_of(None) == numbers | words | {each.key: FEW for each in OF_SAFETY}  # of one team


def test_the_first_day_and_the_last_are_in_it_and_the_days_beside_them_are_not(valley, prepared):
    for number, each in enumerate(some_people(valley, 20)):
        meet(each, on=(QUARTER, AFTER - timedelta(days=1))[number % 2])
        introduce(each, "went", on=(BEFORE, AFTER)[number % 2])
    assert (prepared()["meetings"], told_of(valley)["went"]) == (20, FEW)


def test_a_first_visit_is_counted_once_and_only_ones_own_word_for_belonging(valley, prepared):
    for each in some_people(valley, 12):
        introduce(each, "went", "went", "went again", "went again", "belongs", "belongs")
        introduce(each, "belongs", own=False)
    told = prepared()
    assert (told["went"], told["again"], told["belongs"]) == (10, 10, 10)


def test_an_introduction_is_made_with_the_yes_and_on_its_day(valley, prepared):
    for number, each in enumerate(some_people(valley, 36)):
        introduction = introduce(each, on=BEFORE)
        if number < 12:
            introduction.share.starts_at += QUARTER - BEFORE
            introduction.share.save()
        elif number < 24:
            introduction.opened_at, introduction.share = introduction.opened_at + (QUARTER - BEFORE), None
            introduction.save()
    assert prepared()["made"] == 10  # twelve, in fives: neither the ideas without a yes nor those of before


def test_nothing_is_told_of_all_teams_from_which_one_can_be_taken_away(valley, prepared):
    """Not a number, not a kind of what gets in the way, not how long it took."""
    aire, empty = (people.create_team(name=name, by=OFFICE) for name in ("Aire Valley", "Don Valley"))
    for each in [*some_people(valley, 12), *some_people(aire, 9)]:
        meet(each, agreed_after=3)
        hindered(each, "transport")
        introduce(each)
    for each in aire.individual_set.all():
        meet(each)
        introduce(each)
    told = prepared()
    assert (told["meetings"], told["agreed"], told["barriers"]) == (10, "Within a week", ["Getting there"])
    everything = {"meetings": NOT_TOLD, "agreed": NOT_TOLD, "barriers": [], "made": NOT_TOLD}
    assert everything.items() <= told_of(None).items()
    assert told_of(empty)["meetings"] == FEW


def test_a_team_without_people_stands_in_no_totals_way(valley, prepared):
    people.create_team(name="Aire Valley", by=OFFICE)
    for each in some_people(valley, 12):
        meet(each)
    assert (prepared()["meetings"], told_of(None)["meetings"]) == (10, 10)


def test_many_meetings_of_few_people_are_not_told(valley, prepared):
    for each in some_people(valley, 9):
        for _ in range(3):
            meet(each, agreed_after=1)
    assert (prepared()["meetings"], told_of(valley)["agreed"]) == (FEW, FEW)


def test_who_is_kept_to_oneself_put_away_gone_or_no_person_is_not_counted(valley, prepared):
    day = {"ended_on": BEFORE}
    for each in some_people(valley, 12):
        knows(each, is_paid=False)
        knows(each, is_paid=False, is_mine_alone=True)
        knows(each, is_paid=False, put_away_on=SUMMER)
        knows(each, is_paid=False, on=BEFORE, end="died", **day)
        knows(each, is_paid=False, on=AFTER)
        knows(each, is_paid=False, kind="pet")
    assert (prepared()["unpaid"], told_of(valley)["paid"]) == (10, FEW)


def test_whoever_is_in_no_team_is_not_counted_in_the_whole(valley, prepared):
    for number, each in enumerate(some_people(valley, 40)):
        meet(each)
        if number < 20:
            each.team = None
            each.save()
    assert (prepared()["meetings"], told_of(None)["meetings"]) == (20, 20)


def test_what_was_prepared_never_changes(valley, prepared):
    """Nobody looks before and after somebody is added: not in this report, and not in the next."""
    for each in some_people(valley, 14):
        meet(each)
    first = prepared()
    for each in some_people(valley, 10):
        meet(each)
    assert prepared() == first
    assert actions.prepare(begins=QUARTER, by=SYSTEM) == 0
    with clock.at(NOW + timedelta(days=92)):
        actions.prepare_what_is_due(by=SYSTEM)
        assert told_of(valley) == first
        assert Kept.objects.get(team=valley, begins_on=AFTER).told["meetings"] == FEW


def test_a_quarter_is_prepared_two_weeks_after_it_ends_and_not_before(valley):
    some_people(valley, 1)
    with clock.at(datetime(2026, 10, 14, 12, tzinfo=UTC)):
        assert not actions.prepare_what_is_due(by=SYSTEM)
        with pytest.raises(Refused, match="not over yet"):
            actions.prepare(begins=QUARTER, by=SYSTEM)
    with clock.at(datetime(2026, 10, 15, 12, tzinfo=UTC)):
        assert actions.prepare_what_is_due(by=SYSTEM)["prepared"] == 2  # the team, and all teams
    with pytest.raises(Refused, match="whole quarter"):
        actions.prepare(begins=SUMMER, by=SYSTEM)


def test_quarters_that_were_missed_are_prepared_one_after_the_other(valley):
    assert not actions.prepare_what_is_due(by=SYSTEM)  # nobody has a notebook
    some_people(valley, 1)
    with clock.at(datetime(2027, 5, 1, 12, tzinfo=UTC)):
        assert not actions.prepare_what_is_due(by=SYSTEM, goes_on=lambda: False)
        actions.prepare_what_is_due(by=SYSTEM)
    days = [QUARTER, AFTER, date(2027, 1, 1)]
    assert list(Kept.objects.filter(team=valley).order_by("begins_on").values_list("begins_on", flat=True)) == days
    assert "interests" not in told_of(valley)  # of that time nobody knows any more what was near


def test_a_team_that_comes_later_has_no_report_of_before(valley, prepared):
    some_people(valley, 1)
    prepared()
    later = people.create_team(name="Aire Valley", by=OFFICE)
    prepared()
    assert not Kept.objects.filter(team=later).exists()


def test_only_the_clock_prepares(valley, manager):
    with pytest.raises(NotPermitted):
        actions.prepare(begins=QUARTER, by=actor_for(manager, NOW))
    some_people(valley, 1)
    actions.prepare_what_is_due(by=SYSTEM)
    assert TrailEntry.objects.filter(what="reports prepared", about="quarter from 2026-07-01").count() == 1


def test_the_clock_does_it_and_stops_when_told(valley):
    some_people(valley, 1)
    ((prepare, minutes),) = [(do, minutes) for name, do, minutes in OF_PRACTICE if name == "Preparing reports"]
    prepare(lambda: False)
    assert not Kept.objects.exists()
    prepare(lambda: True)
    prepare(lambda: True)
    assert Kept.objects.count() == 2
    assert minutes <= 24 * 60


def test_a_report_is_taken_along_only_by_whoever_may_read_it(valley, manager):
    some_people(valley, 1)
    actions.prepare_what_is_due(by=SYSTEM)
    (period,) = queries.periods_for(valley)
    stranger = actor_for(people.add_account(email="noor@calderford.example", name="Noor Field", by=OFFICE), NOW)
    for team in (valley, None):
        assert actions.take_along(team=team, period=period, form="printed", by=actor_for(manager, NOW)).team == team
        with pytest.raises(NotPermitted):
            actions.take_along(team=team, period=period, form="printed", by=stranger)
    with pytest.raises(Refused, match="no report yet"):
        actions.take_along(team=valley, period=None, form="printed", by=actor_for(manager, NOW))
    assert TrailEntry.objects.filter(what="report printed").count() == 2


def test_nobody_who_writes_waits_while_it_is_counted(valley, monkeypatch):
    some_people(valley, 1)
    counted, told_of = [], queries.told_of

    def slowly(*args):
        with pytest.raises(RuntimeError, match="inside an action"):  # no transaction of ours is open
            trail.record("x", by=SYSTEM)
        counted.append(args)
        return told_of(*args)

    monkeypatch.setattr(queries, "told_of", slowly)
    assert actions.prepare(begins=QUARTER, by=SYSTEM) == 2
    assert len(counted) == 1
    assert actions.keep(begins=QUARTER, told={None: {}}, by=SYSTEM) == 0  # the other clock comes second
    assert Kept.objects.count() == 2
