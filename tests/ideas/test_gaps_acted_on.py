"""What is missing is a list to act on: somebody looks into it under their own name, and no person is told by it."""

from datetime import date, time, timedelta

import pytest

from kith.access import clock
from kith.directory import actions as directory
from kith.directory.models import LastBus
from kith.directory.reading.entry import Slot
from kith.goals import actions as goals
from kith.goals.models import Barrier, Goal, LookingInto
from kith.ideas.missing import a_year_to_last_month, gaps_of
from kith.people import actions as people
from tests.ideas.test_missing import HERE, PAGE, page_of, part
from tests.introductions.cast import OFFICE
from tests.page_words import words_of

LOOK = "/community/missing/look/"


@pytest.mark.shows("S27")
def test_somebody_looks_into_a_gap_and_says_when_it_is_done(cast):
    browser = cast.browsing("idris")
    browser.post(LOOK, {"about": "day: Sundays"})
    assert "Idris is looking into it, since 23 November 2026." in part(page_of(cast), "Nothing on")
    looking = LookingInto.objects.get()
    cast.browsing("mair").post(f"{PAGE}{looking.public_id}/done/")
    told = part(page_of(cast), "Nothing on")
    assert "Idris looked into it. Done on 23 November 2026." in told
    assert 'value="day: Sundays"' in told  # still missing: it may be taken on again


@pytest.mark.parametrize("about", ["", "day: Noday", "barrier: money", "x" * 200])
def test_only_what_is_missing_can_be_looked_into(cast, about):
    answer = cast.browsing("idris").post(LOOK, {"about": about}, follow=True)
    assert "That is not on the list any more." in answer.content.decode()
    assert not LookingInto.objects.exists()


def test_it_is_the_teams_alone(cast):
    cast.browsing("idris").post(LOOK, {"about": "day: Sundays"})
    done = f"{PAGE}{LookingInto.objects.get().public_id}/done/"
    for who in ("olwen", "noor"):
        assert cast.browsing(who).post(LOOK, {"about": "day: Mondays"}).status_code == 404
        assert cast.browsing(who).post(done).status_code == 404
    assert LookingInto.objects.get().done_on is None


def test_what_ends_after_the_last_bus_is_counted_by_days(cast):
    slots = [Slot(weekday=2, starts=time(19), ends=time(21)), Slot(weekday=5, starts=time(10), ends=time(11))]
    late = directory.add_activity(name="Late choir", place=HERE, times=slots, by=cast.worker)
    assert gaps_of(cast.team).buses == []  # nobody typed a bus
    LastBus.objects.create(place=late.place, days="week", leaves=time(20, 10), noted_on=clock.today())
    (gap,) = gaps_of(cast.team).buses
    assert (gap.words, gap.note, gap.about) == ("Wednesdays", "1 thing on the table", "bus: Wednesdays")
    LastBus.objects.create(place=late.place, days="saturday", leaves=None, noted_on=clock.today())
    assert [each.words for each in gaps_of(cast.team).buses] == ["Wednesdays", "Saturdays"]
    assert "Over after the last bus" in page_of(cast)


def test_whoever_has_two_teams_acts_on_the_gaps_of_both(cast):
    other = people.create_team(name="Aire Valley", by=OFFICE)
    people.appoint_manager(user=cast.users["mair"], team=other, by=OFFICE)
    LookingInto.objects.create(team=other, about="day: Fridays", by=cast.users["mair"], since=clock.today())
    mair, idris = cast.browsing("mair"), cast.browsing("idris")
    assert "For Aire Valley." in words_of(mair.get(PAGE))  # the first by name
    place = f"{PAGE}?team={cast.team.public_id}"
    assert place.removeprefix(PAGE) in words_of(mair.get(PAGE))
    assert "For Calder Valley." in words_of(mair.get(place))
    answer = mair.post(LOOK, {"about": "day: Sundays", "team": cast.team.public_id})
    assert answer["Location"] == place
    looking = LookingInto.objects.get(team=cast.team)
    mair.post(f"{PAGE}{looking.public_id}/done/")
    assert LookingInto.objects.get(team=cast.team).done_on == clock.today()
    assert "For " not in part(words_of(idris.get(PAGE)), "Nothing on")
    assert idris.get(f"{PAGE}?team={other.public_id}").status_code == 404
    assert idris.post(LOOK, {"about": "day: Sundays", "team": other.public_id}).status_code == 404
    theirs = LookingInto.objects.get(team=other).public_id
    assert idris.post(f"{PAGE}{theirs}/done/").status_code == 404


@pytest.mark.parametrize(
    ("today", "since", "until"),
    [
        (date(2028, 2, 29), date(2027, 2, 1), date(2028, 2, 1)),
        (date(2028, 3, 1), date(2027, 3, 1), date(2028, 3, 1)),  # a leap day lies between
        (date(2026, 12, 31), date(2025, 12, 1), date(2026, 12, 1)),
        (date(2027, 1, 31), date(2026, 1, 1), date(2027, 1, 1)),
        (date(2026, 3, 31), date(2025, 3, 1), date(2026, 3, 1)),
    ],
)
def test_twelve_whole_months_are_counted_at_every_months_end(today, since, until):
    assert a_year_to_last_month(today) == (since, until)


def meets(cast, number: int, on: date) -> None:
    opened = {"worker": cast.users["idris"], "team": cast.team, "called": f"Walker {number}", "by": OFFICE}
    goal = Goal.objects.create(
        individual=people.open_partnership(**opened).individual,
        kind="commitment",
        words="Walk",
        asked_by="both",
        set_on=on,
        state_changed_on=on,
        recorded_by=cast.users["idris"],
        typed_by_individual=False,
    )
    barrier = goals.note_barrier(goal=goal, words=f"Secret {number}", kind="transport", by=cast.worker)
    Barrier.objects.filter(pk=barrier.pk).update(noted_on=on)


def test_kinds_that_recur_are_told_a_whole_month_later_without_a_number_or_a_word(cast):
    for number in range(10):
        meets(cast, number, date(2026, 10, 6) if number else date(2026, 11, 2))
    assert gaps_of(cast.team).barriers == []  # one of the ten is of this month
    with clock.at(clock.now() + timedelta(days=8)):
        told = part(page_of(cast), "What many people met")
    assert "Getting there" in told
    assert not {"10", "11", "Secret", "Walker"} & set(told.replace("<", " ").split())
