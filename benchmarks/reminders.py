"""How long asking and reminding takes when there are many: everything due at ten one morning, in two sweeps.

`python -m benchmarks.reminders [PEOPLE]`, 50,000 unless told; `scripts/with-postgres` before it for PostgreSQL.
Ends with 1 when both sweeps together take longer than a minute, or memory grows with what is due.
"""
# ruff: noqa: T201 - printing is what this is for

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from datetime import time as time_of_day

MANY, A_BATCH = 50_000, 2_000
MOST_SECONDS, MOST_GROWTH_MB = 60, 60
TODAY = date(2026, 10, 7)  # a Wednesday
EACH_WORKER_HAS, DAYS_AHEAD, ONE_IN = 50, 90, 10


def ten_o_clock() -> datetime:
    from django.utils import timezone

    return timezone.make_aware(datetime.combine(TODAY, time_of_day(10, 5)))


def seed(people: int) -> None:
    """Invented people, each with a worker, a meeting, a target and a weekly class; one in ten asks to be asked."""
    from kith.people.models import Relation, Team

    team = Team.objects.create(name="Calder Valley", reached_at="01632 960100")
    workers = _made(_workers(people // EACH_WORKER_HAS + 1))
    _made(Relation(kind="membership", user=each, team=team, starts_at=_before()) for each in workers)
    for first in range(0, people, A_BATCH):
        _seed_some(range(first, min(first + A_BATCH, people)), team, workers)


def _seed_some(numbers: range, team, workers: list) -> None:
    from kith.access.models import ChainHead
    from kith.people.models import Individual, Relation, User

    users = _made(User(name=f"Person {n}", email=f"person{n}@home.example") for n in numbers)
    known = {"team": team, "opened_at": _before()}
    theirs = _made(Individual(called=user.name, user=user, **known) for user in users)
    _made(ChainHead(chain=each.public_id) for each in theirs)  # whoever has a notebook has a trail
    held = {"kind": "partnership", "starts_at": _before()}
    pairs = list(zip(numbers, theirs, strict=True))
    ties = _made(Relation(user=workers[n // EACH_WORKER_HAS], individual=each, **held) for n, each in pairs)
    _seed_meetings(pairs, ties)
    _seed_goals(pairs, users)


def _seed_meetings(pairs, ties) -> None:
    from kith.conversations.models import Meeting

    days = [TODAY + timedelta(days=n % DAYS_AHEAD) for n, _ in pairs]
    rows = zip(pairs, ties, days, strict=True)
    _made(
        Meeting(individual=each, partnership=tie, day=day, expected_on=day, at_time=time_of_day(14))
        for (_, each), tie, day in rows
    )


def _seed_goals(pairs, users) -> None:
    from kith.goals.models import Goal
    from kith.messaging.models import Ask

    day = _before().date()
    told = {"asked_by": "individual", "set_on": day, "state_changed_on": day, "typed_by_individual": True}
    whose = [(n, each, user) for (n, each), user in zip(pairs, users, strict=True)]
    _made(
        Goal(individual=each, kind="target", words="Run 5km", due_on=_spread(n), recorded_by=user, **told)
        for n, each, user in whose
    )
    weekly = {"kind": "commitment", "words": "Choir", "at_time": time_of_day(18, 30)}
    classes = _made(Goal(individual=each, weekday=n % 7, recorded_by=user, **weekly, **told) for n, each, user in whose)
    wanted = [goal for goal, (n, _, _) in zip(classes, whose, strict=True) if n // 7 % ONE_IN == 0]
    _made(_ask(Ask, goal) for goal in wanted)


def _ask(model, goal):
    """Chosen a while ago, and asked up to now: the next question is the first one after yesterday."""
    from kith.messaging.asking.days import Rhythm

    ask = model(goal=goal, chosen_by_individual=True, chosen_at=_before())
    ask.next_day, ask.next_at = Rhythm.of(ask).next_after(ten_o_clock() - timedelta(days=1))
    ask.planned_weekday, ask.planned_time = goal.weekday, goal.at_time
    return ask


def _workers(many: int) -> Iterable:
    from kith.people.models import User

    return (User(name=f"Worker {n}", email=f"worker{n}@calderford.example") for n in range(many))


def _spread(n: int) -> date:
    return TODAY + timedelta(days=n * 7 % (2 * DAYS_AHEAD) - DAYS_AHEAD)


def _before() -> datetime:
    return ten_o_clock() - timedelta(days=60)


def _made(rows: Iterable) -> list:
    rows = list(rows)
    return type(rows[0])._default_manager.bulk_create(rows, batch_size=A_BATCH) if rows else []


def memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(words: str, do: Callable, **kwargs) -> float:
    """Seconds taken; says what came of it."""
    began, own = time.monotonic(), time.process_time()
    counts = do(**kwargs)
    took, own = time.monotonic() - began, time.process_time() - own
    print(f"{words}: {dict(counts)} in {took:.1f} s, {own:.1f} s of them here; {memory_mb():.0f} MB at most so far")
    return took


def measure(people: int) -> int:
    from django.db import connection

    from kith.access.actor import Actor
    from kith.cli.ground import prepare_database, start_django

    start_django()
    prepare_database()
    from kith.messaging.actions import asking, reminding

    print(f"{people:,} people on {connection.vendor}")
    seed(people)
    before, sweep = memory_mb(), {"by": Actor.system(), "now": ten_o_clock()}
    took = timed("Asked", asking.ask_how_it_went, **sweep) + timed("Reminded", reminding.remind, **sweep)
    again = timed("Asked again", asking.ask_how_it_went, **sweep) + timed("Reminded again", reminding.remind, **sweep)
    grown = memory_mb() - before
    print(
        f"Both: {took:.1f} s (at most {MOST_SECONDS}). With nothing due: {again:.2f} s. Memory grew by {grown:.0f} MB."
    )
    return 0 if took <= MOST_SECONDS and grown <= MOST_GROWTH_MB else 1


def main() -> int:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with tempfile.TemporaryDirectory(prefix="kith-reminded-") as folder:
        os.environ["KITH_DATA_DIR"] = folder
        return measure(people)


if __name__ == "__main__":
    sys.exit(main())
