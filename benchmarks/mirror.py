"""How long it takes to count how one large team works, and to read what was told of it.

`python -m benchmarks.mirror [PARTNERSHIPS]`, 100,000 unless told; `scripts/with-postgres` before it for PostgreSQL.
All of them are in one team and one quarter, each with a meeting and its decisions, a goal, steps, something in the way,
an idea, a line, an introduction and the one answer: the most that one picture can have to count. Ends with 1 when a
page takes longer than two seconds, or when what is told is not what was written.
"""
# ruff: noqa: T201 - printing is what this is for

import os
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta

from benchmarks.reminders import A_BATCH, _made

MANY, EACH_WORKER_HAS, MOST_SECONDS = 100_000, 250, 2.0
DAY, NOW = date(2026, 8, 12), datetime(2026, 10, 20, 3, 0, tzinfo=UTC)
BEFORE = NOW - timedelta(days=500)


def seed(many: int):
    """Invented people and everything that is counted. Gives the team, and one of its workers."""
    from kith.directory.models import Activity
    from kith.people.models import Team, User

    team = Team.objects.create(name="Calder Valley")
    number_of = range(many // EACH_WORKER_HAS + 1)
    workers = _made(User(name=f"Worker {n}", email=f"worker{n}@calderford.example") for n in number_of)
    choir = Activity.objects.create(name="Choir")
    for first in range(0, many, A_BATCH):
        _seed_some(range(first, min(first + A_BATCH, many)), team, workers, choir)
    return team, workers[0]


def _seed_some(numbers: range, team, workers: list, choir) -> None:
    from kith.people.models import Individual, Relation

    theirs = _made(Individual(called=f"Person {n}", team=team, opened_at=BEFORE) for n in numbers)
    whose = [workers[n // EACH_WORKER_HAS] for n in numbers]
    pairs = list(zip(theirs, whose, strict=True))
    held = {"kind": "partnership", "starts_at": BEFORE}
    ties = _made(Relation(individual=each, user=worker, **held) for each, worker in pairs)
    _seed_meetings(theirs, ties)
    _seed_goals(pairs)
    _seed_places(pairs, choir)


def _seed_meetings(theirs: list, ties: list) -> None:
    from kith.conversations.models import Decision, GoneThrough, Meeting

    held = {"state": "held", "day": DAY, "expected_on": DAY}
    pairs = zip(theirs, ties, strict=True)
    meetings = _made(Meeting(individual=each, partnership=tie, **held) for each, tie in pairs)
    decided = {"words": "As we said.", "written_at": NOW}
    _made(Decision(meeting=one, decided_by=who, **decided) for one in meetings for who in ("both", "worker"))
    answers = ("yes", "no", "skipped")
    _made(GoneThrough(individual=each, answer=answers[n % 3], given_on=DAY) for n, each in enumerate(theirs))


def _seed_goals(pairs: list) -> None:
    from kith.goals.models import Barrier, Goal, Step

    said = {"kind": "commitment", "words": "Walk", "asked_by": "both", "set_on": DAY, "state_changed_on": DAY}
    goals = _made(
        Goal(individual=each, recorded_by=worker, typed_by_individual=n % 2 == 0, **said)
        for n, (each, worker) in enumerate(pairs)
    )
    steps = {"words": "x", "position": 1, "set_on": DAY}
    owners = (("worker", DAY), ("individual", None))
    _made(Step(individual=g.individual, goal=g, owner=who, done_on=on, **steps) for g in goals for who, on in owners)
    noted = {"words": "The hill", "noted_on": DAY, "typed_by_individual": False}
    _made(
        Barrier(goal=g, recorded_by=g.recorded_by, tried="A bus" if n % 2 else "", **noted) for n, g in enumerate(goals)
    )


def _seed_places(pairs: list, choir) -> None:
    from kith.about_me.models import Doing, Line
    from kith.ideas.models import Idea
    from kith.introductions.models import Introduction, Report

    noted = {"words": "Singing", "said_on": DAY, "typed_by_individual": False}
    _made(Line(individual=each, recorded_by=worker, kind="interest", **noted) for each, worker in pairs)
    _made(Doing(individual=each, recorded_by=worker, where="ordinary", **noted) for each, worker in pairs)
    idea = {"activity": choir, "had_by": "worker", "state": "kept", "said_on": DAY}
    _made(Idea(individual=each, **idea) for each, _ in pairs)
    choices = {"activity": choir, "goes_along": "worker", "words_to_say": "x", "true_answer": "x", "opened_at": NOW}
    introductions = _made(Introduction(individual=each, **choices) for each, _ in pairs)
    told = {"on": DAY, "by_role": "worker", "typed_by_individual": False, "noted_at": NOW}
    _made(Report(introduction=one, kind=kind, **told) for one in introductions for kind in ("prepared", "went"))


def timed(do) -> tuple[object, float]:
    began = time.monotonic()
    return do(), time.monotonic() - began


def measure(many: int) -> int:
    from django.db import connection

    from kith.access import clock
    from kith.access.actor import Actor
    from kith.cli.ground import prepare_database, start_django

    start_django()
    prepare_database()
    from kith.conversations import actions
    from kith.conversations.queries.mirror import own_mirror, team_mirror

    print(f"{many:,} partnerships of one team on {connection.vendor}")
    (team, worker), took = timed(lambda: seed(many))
    print(f"Written in {took:.0f} s.")
    with clock.at(NOW):
        picture, making = timed(lambda: actions.make_picture(team=team, by=Actor.system()))
        _, reading = timed(lambda: team_mirror(team))
        _, own = timed(lambda: own_mirror(worker))
    print(f"Made once a quarter, by the clock: {making:.2f} s. Read: {reading:.3f} s. A worker's own: {own:.2f} s.")
    print(picture.told)
    is_right = picture.told["decided"] == f"{many} of {2 * many}"
    return 0 if is_right and max(reading, own) <= MOST_SECONDS else 1


def main() -> int:
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with tempfile.TemporaryDirectory(prefix="kith-mirror-") as folder:
        os.environ["KITH_DATA_DIR"] = folder
        return measure(many)


if __name__ == "__main__":
    sys.exit(main())
