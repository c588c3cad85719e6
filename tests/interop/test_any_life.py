"""Whatever a life holds, and in whatever letters it was written, others can read the bundle of it."""

from datetime import UTC, date, datetime, time

from hypothesis import given, settings
from hypothesis import strategies as st

from kith.about_me.models import Kind, Line
from kith.directory.models import Activity, Organisation
from kith.goals.models import Goal, Helper, Result, Role, Step
from kith.interop.fhir import bundle_of
from kith.interop.prsb import mark_of, parts_of
from kith.interop.queries import Rating, Whole
from kith.interop.queries.whole import Agreed
from kith.introductions.models import Introduction, Report
from kith.people.models import Individual, Relation, Share, User

from .readers import SCHEMA, as_read, faults_by_schema

ODD = "\x00\x07\x0b\x0c\x1f\x85\xa0\u2028\u3000\ufeff\u200b\u202e\t\n\"'<&\\{}%“é漢😀"
WORDS = st.text(st.one_of(st.sampled_from(ODD), st.characters(exclude_categories=["Cs"])), max_size=40)
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
BOOLS = st.booleans()
LONGEST = 4


def some(of) -> st.SearchStrategy:
    return st.lists(of, max_size=LONGEST)


def maybe(of) -> st.SearchStrategy:
    return st.one_of(st.none(), of)


@st.composite
def lives(draw) -> Whole:
    """Anybody at all: with nobody beside them or many, going on or ended, with days that lie behind one another."""
    own = User(pk=1, name=draw(WORDS))
    others = [User(pk=pk, name=draw(WORDS)) for pk in (2, 3)]
    dates = {"opened_at": draw(MOMENTS), "closed_at": draw(maybe(MOMENTS))}
    individual = Individual(pk=1, called=draw(WORDS), full_name=draw(WORDS), user=draw(maybe(st.just(own))), **dates)
    users = st.sampled_from([own, *others])
    line = Line(pk=1, kind=Kind.DIRECTION, words=draw(WORDS), said_on=draw(DAYS), recorded_by=draw(users))
    line.typed_by_individual = draw(BOOLS)
    goals = [draw_goal(draw, pk, users, line) for pk in range(draw(st.integers(0, LONGEST)))]
    found = st.sampled_from(goals) if goals else st.none()
    return Whole(
        individual=individual,
        at=draw(MOMENTS),
        partnership=draw(maybe(st.builds(Relation, user=st.sampled_from(others), role_words=WORDS))),
        wishes=None,
        lines=draw(st.sampled_from([{}, {Kind.DIRECTION: [line]}])),
        goals=goals,
        steps=[draw_step(draw, users, draw(maybe(found))) for _ in range(draw(st.integers(0, LONGEST)))],
        introductions=[draw_introduction(draw, individual, others) for _ in range(draw(st.integers(0, 2)))],
        agreed=draw(some(st.builds(Agreed, share=shares(), holds=BOOLS, recipient=WORDS, words=WORDS))),
        forms=[],
        ratings=tuple(
            draw(
                some(
                    st.builds(
                        Rating,
                        WORDS_IN_IDS,
                        st.sampled_from([each.public_id for each in goals]),
                        st.integers(0, 10),
                        DAYS,
                        WORDS,
                        WORDS,
                    )
                )
            )
        )
        if goals
        else (),
    )  # fmt: skip - the last of them asks for goals to be about


WORDS_IN_IDS = st.text("abcdefghjk23456789", min_size=8, max_size=16)


def draw_goal(draw, pk: int, users, line: Line) -> Goal:
    goal = Goal(
        pk=pk,
        kind=draw(st.sampled_from(Goal.Kind.values)),
        state=draw(st.sampled_from(Goal.State.values)),
        asked_by=draw(st.sampled_from(Goal.AskedBy.values)),
        weekday=draw(maybe(st.integers(0, 6))),
        at_time=draw(maybe(st.times(time(0), time(23, 59)))),
        due_on=draw(maybe(DAYS)),
        direction=draw(maybe(st.just(line))),
        activity=draw(maybe(places())),
        typed_by_individual=draw(BOOLS),
        recorded_by=draw(users),
        **{name: draw(DAYS) for name in ("set_on", "state_changed_on")},
        **{name: draw(WORDS) for name in ("words", "why", "rhythm_words", "aiming_for", "unit")},
    )
    told = st.builds(Result, on=DAYS, value_words=WORDS, words=WORDS, recorded_by=users, pk=st.integers(1, 99))
    goal.that_stand = draw(some(told))
    return goal


def draw_step(draw, users, goal: Goal | None) -> Step:
    owner = draw(st.sampled_from(Role.values))
    helper = Helper(pk=1, name=draw(WORDS)) if owner == Role.HELPER else None
    days = {"set_on": draw(DAYS), "by_when": draw(maybe(DAYS)), "done_on": draw(maybe(DAYS))}
    return Step(goal=goal, words=draw(WORDS), owner=owner, helper=helper, promised_by=draw(maybe(users)), **days)


def places() -> st.SearchStrategy:
    run_by = maybe(st.builds(Organisation, pk=st.integers(1, 9), name=WORDS))
    return st.builds(Activity, name=WORDS, organisation=run_by, keep_to_ourselves=BOOLS, on_date=maybe(DAYS))


def shares() -> st.SearchStrategy:
    dates = {"starts_at": MOMENTS, "ends_at": MOMENTS, "revoked_at": maybe(MOMENTS)}
    return st.builds(Share, purpose=WORDS, sections=st.sampled_from([[], ["goals"], ["goals", "budget"]]), **dates)


def draw_introduction(draw, individual: Individual, others: list[User]) -> Introduction:
    found = Introduction(
        pk=1,
        individual=individual,
        activity=draw(places()),
        partnership=draw(maybe(st.builds(Relation, user=st.sampled_from(others)))),
        share=None,
        first_visit_on=draw(maybe(DAYS)),
        opened_at=draw(MOMENTS),
        to_bring=draw(WORDS),
        gets_in_touch=draw(st.sampled_from(Introduction.GetsInTouch.values)),
    )
    kinds = draw(some(st.sampled_from(Report.Kind.values)))
    told = [Report(pk=pk, kind=kind, on=draw(DAYS), noted_at=found.opened_at) for pk, kind in enumerate(kinds, 1)]
    found._prefetched_objects_cache = {"reports": told}
    return found


@given(lives())
@settings(max_examples=25, deadline=None)
def test_others_can_read_it(whole):
    bundle = bundle_of(whole)
    assert len(as_read(bundle)["entry"]) == len(bundle["entry"])
    if SCHEMA.is_file():
        assert faults_by_schema(bundle) == []
    there = {f"{each['resource']['resourceType']}/{each['resource']['id']}" for each in bundle["entry"]}
    assert set(pointed_at(bundle)) <= there


def pointed_at(value) -> list[str]:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = [value["reference"]] if isinstance(value, dict) and isinstance(value.get("reference"), str) else []
    return own + [each for part in inside for each in pointed_at(part)]


@given(lives())
@settings(max_examples=25, deadline=None)
def test_people_can_read_it(whole):
    parts = parts_of(whole)
    assert [part.heading for part in parts] == ["About me", "My plan"]
    goals = [section for section in parts[1].sections if section.heading == "Goals"]
    assert sum(len(section.said) for section in goals) == len(whole.goals)
    assert mark_of(parts, whole) == mark_of(parts_of(whole), whole)
