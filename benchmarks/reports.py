"""How long it takes to prepare the reports of a quarter, and to read and print one.

`python -m benchmarks.reports [PARTNERSHIPS]`, 100,000 unless told; `scripts/with-postgres` before it for PostgreSQL.
They are of 40 teams, each person with a meeting that was agreed, an introduction from the first visit to belonging,
five people in their life, something in the way and something they like: all of it in one quarter, which is the most
that one has to count. Ends with 1 when a page takes longer than two seconds, or what is told is not what was written.
"""
# ruff: noqa: T201 - printing is what this is for

import os
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta

from benchmarks.mirror import timed
from benchmarks.reminders import A_BATCH, _made

MANY, TEAMS, EACH_WORKER_HAS, MOST_SECONDS = 100_000, 40, 250, 2.0
DAY, NOW = date(2026, 8, 12), datetime(2026, 10, 20, 3, 0, tzinfo=UTC)
NOON = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
BEFORE = NOON - timedelta(days=30)
KINDS = ("transport", "money", "confidence", "time")


def seed(many: int) -> list:
    """Invented people and everything that is counted. Gives the teams."""
    from kith.directory.models import Activity
    from kith.people.models import Team, User

    teams = _made(Team(name=f"Team {n}") for n in range(TEAMS))
    number_of = range(many // EACH_WORKER_HAS + 1)
    workers = _made(User(name=f"Worker {n}", email=f"worker{n}@calderford.example") for n in number_of)
    choir = Activity.objects.create(name="Choir")
    for first in range(0, many, A_BATCH):
        _seed_some(range(first, min(first + A_BATCH, many)), teams, workers, choir)
    return teams


def _seed_some(numbers: range, teams: list, workers: list, choir) -> None:
    from kith.people.models import Individual, Relation

    theirs = _made(Individual(called=f"Person {n}", team=teams[n % TEAMS], opened_at=BEFORE) for n in numbers)
    pairs = [(each, workers[n // EACH_WORKER_HAS]) for n, each in zip(numbers, theirs, strict=True)]
    held = {"kind": "partnership", "starts_at": BEFORE}
    ties = _made(Relation(individual=each, user=worker, **held) for each, worker in pairs)
    _seed_meetings(theirs, ties)
    _seed_introductions(theirs, choir)
    _seed_lives(pairs)


def _seed_meetings(theirs: list, ties: list) -> None:
    from kith.conversations.models import Account, Meeting, Note

    held = {"state": "held", "day": DAY, "expected_on": DAY, "written_at": NOON}
    meetings = _made(Meeting(individual=x, partnership=tie, **held) for x, tie in zip(theirs, ties, strict=True))
    by = {"words": "We talked.", "written_at": NOON}
    notes = _made(Note(meeting=x, author_id=tie.user_id, **by) for x, tie in zip(meetings, ties, strict=True))
    given = [NOON + timedelta(days=n % 9) for n in range(len(notes))]
    _made(
        Account(meeting_id=note.meeting_id, note=note, answer="right", given_at=at)
        for note, at in zip(notes, given, strict=True)
    )


def _seed_introductions(theirs: list, choir) -> None:
    from kith.introductions.models import Introduction, Report

    choices = {"activity": choir, "words_to_say": "x", "true_answer": "x", "opened_at": NOON}
    begun = _made(Introduction(individual=each, **choices) for each in theirs)
    told = {"on": DAY, "by_role": "individual", "typed_by_individual": True, "noted_at": NOON}
    kinds = ("went", "went again", "belongs")
    _made(Report(introduction=one, kind=kind, **told) for one in begun for kind in kinds)


def _seed_lives(pairs: list) -> None:
    from kith.about_me.models import Line
    from kith.goals.models import Barrier, Goal
    from kith.network_map.models import Connection

    by = {"typed_by_individual": True}
    said = {"kind": "commitment", "words": "Walk", "asked_by": "both", "set_on": DAY, "state_changed_on": DAY}
    goals = _made(Goal(individual=each, recorded_by=worker, **said, **by) for each, worker in pairs)
    noted = {"words": "The hill", "noted_on": DAY}
    _made(Barrier(goal=x, recorded_by=x.recorded_by, kind=KINDS[x.pk % 4], **noted, **by) for x in goals)
    liked = {"kind": "interest", "words": "Singing", "said_on": DAY}
    _made(Line(individual=each, recorded_by=worker, **liked, **by) for each, worker in pairs)
    known = {"name": "Pat", "circle": 2, "added_on": DAY}
    _made(
        Connection(individual=each, recorded_by=worker, is_paid=n < 2, **known, **by)
        for each, worker in pairs
        for n in range(5)
    )


def expected(many: int) -> dict:
    """What all teams together are told, where each has ten people or more."""
    rounded = 5 * round(many / 5)
    numbers = dict.fromkeys(("made", "went", "again", "belongs", "meetings"), rounded)
    return numbers | {"unpaid": 5 * round(3 * many / 5), "paid": 5 * round(2 * many / 5), "agreed": "Within a week"}


def measure(many: int) -> int:
    from django.db import connection

    from kith.access import clock
    from kith.cli.ground import prepare_database, start_django

    start_django()
    prepare_database()
    print(f"{many:,} partnerships of {TEAMS} teams on {connection.vendor}")
    teams, took = timed(lambda: seed(many))
    print(f"Written in {took:.0f} s.")
    with clock.at(NOW):
        return _measured(teams, many)


def _measured(teams: list, many: int) -> int:
    from kith.access.actor import Actor
    from kith.reports import actions, queries
    from kith.reports.models import Kept
    from kith.reports.shown import shown_of

    prepared, preparing = timed(lambda: actions.prepare_what_is_due(by=Actor.system()))
    (period,) = queries.periods_for(teams[0])
    _, reading = timed(lambda: [shown_of(queries.report_of(team, period)) for team in (teams[0], None)])
    told = Kept.objects.get(team=None).told
    print(f"{prepared['prepared']} reports prepared once a quarter, by the clock: {preparing:.2f} s.")
    print(f"Two of them read: {reading:.3f} s.\n{told}")
    is_right = {key: told[key] for key in expected(many)} == expected(many)
    return 0 if is_right and reading <= MOST_SECONDS else 1


def main() -> int:
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with tempfile.TemporaryDirectory(prefix="kith-reports-") as folder:
        os.environ["KITH_DATA_DIR"] = folder
        return measure(many)


if __name__ == "__main__":
    sys.exit(main())
