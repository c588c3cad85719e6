"""One quiet reminder after some months, to the individual alone, by day, until they say no more."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.access.refusal import Refused
from kith.measures import actions, queries
from kith.measures.actions.reminding import NUDGE
from kith.measures.gates import NOT_NEEDED, how_are_things
from kith.measures.models import Nudge
from kith.measures.months import months_before
from kith.outbox.gates import HoldBack
from kith.outbox.models import Letter

SYSTEM = Actor.system()
THEN = datetime(2026, 12, 11, 11, tzinfo=UTC)


@pytest.fixture
def rated(cast, boxing):
    return actions.rate(goal=boxing, value=6, by=cast.as_individual)


def sent_at(moment: datetime) -> dict:
    with clock.at(moment):
        return dict(actions.nudge_all(by=SYSTEM))


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 12, 11), 3, date(2026, 9, 11)),
        (date(2026, 5, 31), 3, date(2026, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
    ],
)
def test_the_same_day_some_months_before(day, months, before):
    assert months_before(day, months) == before


def test_after_three_months_one_letter_goes_and_no_second(cast, rated):
    assert sent_at(THEN - timedelta(days=1)) == {}
    assert sent_at(THEN) == {"sent": 1}
    assert sent_at(THEN) == {} and sent_at(THEN + timedelta(days=200)) == {}
    letter = Letter.objects.get(kind=NUDGE)
    assert letter.individual_ref == cast.individual.public_id
    assert Nudge.objects.get().letter == letter.public_id
    assert not Letter.objects.filter(kind__startswith="to worker").exists()


def test_in_the_evening_nobody_hears(cast, rated):
    assert sent_at(THEN.replace(hour=20)) == {}
    assert sent_at(THEN.replace(hour=6)) == {}


def test_no_more_is_no_more_until_they_choose_again(cast, rated):
    actions.stop_reminding(individual=cast.individual, by=cast.as_individual)
    assert sent_at(THEN) == {}
    with clock.at(THEN):
        actions.choose_months(individual=cast.individual, months=3, by=cast.as_individual)
    assert sent_at(THEN) == {"sent": 1}


def test_they_choose_how_often(cast, rated):
    with pytest.raises(Refused, match="Please choose one of these."):
        actions.choose_months(individual=cast.individual, months=4, by=cast.as_individual)
    actions.choose_months(individual=cast.individual, months=6, by=cast.as_individual)
    assert sent_at(THEN) == {}
    assert sent_at(datetime(2027, 3, 11, 11, tzinfo=UTC)) == {"sent": 1}


def test_whoever_never_answered_or_took_it_back_is_let_be(cast, boxing):
    assert sent_at(THEN) == {}
    rated = actions.rate(goal=boxing, value=6, by=cast.as_individual)
    actions.withdraw(response=rated, by=cast.as_individual)
    assert sent_at(THEN) == {}


def test_another_answer_begins_the_months_anew(cast, boxing, rated):
    with clock.at(THEN - timedelta(days=10)):
        actions.rate(goal=boxing, value=7, by=cast.as_individual)
    assert sent_at(THEN) == {}
    with clock.at(THEN):
        assert actions.nudge(last=rated, by=SYSTEM) == "nothing"
    assert sent_at(THEN + timedelta(days=90)) == {"sent": 1}


def test_an_answer_after_the_letter_makes_it_needless(cast, boxing, rated):
    sent_at(THEN)
    nudge = queries.nudges_of([Letter.objects.get().public_id]).popitem()[1]
    assert queries.still_helps(nudge)
    with clock.at(THEN):
        rated = actions.rate(goal=boxing, value=7, by=cast.as_individual)
        assert not queries.still_helps(nudge)
        actions.withdraw(response=rated, by=cast.as_individual)
    assert queries.still_helps(nudge)
    actions.stop_reminding(individual=cast.individual, by=cast.as_individual)
    nudge.individual.refresh_from_db()
    letter = Letter.objects.get()
    assert how_are_things([letter]) == [HoldBack(NOT_NEEDED)]
