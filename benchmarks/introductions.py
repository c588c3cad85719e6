"""How long it takes to go through all open introductions for silence and for “did you go?”.

`python -m benchmarks.introductions [OPEN]`, 10,000 unless told, each of another person; `scripts/with-postgres`
before it for PostgreSQL. Half of them were written about two weeks ago and nobody answered; of the other half the
first visit was yesterday. Everything is due at once, which is the worst there can be; stopped half-way, it goes on.
Ends with 1 when both sweeps together take longer than ten seconds, or when one of them does anything twice.
"""
# ruff: noqa: T201 - printing is what this is for

import os
import sys
import tempfile
import time
from datetime import timedelta

from benchmarks.reminders import A_BATCH, TODAY, _before, _made, ten_o_clock

MANY, MOST_SECONDS = 10_000, 10
WRITTEN_ON = TODAY - timedelta(days=14)


def seed(many: int) -> None:
    """Invented people, each with one open introduction."""
    from kith.directory.models import Activity
    from kith.people.models import Team, User

    team = Team.objects.create(name="Calder Valley", reached_at="01632 960100")
    worker = User.objects.create(name="Worker", email="worker@calderford.example")
    activity = Activity.objects.create(name="Harriers", email="dawn@harriers.example")
    for first in range(0, many, A_BATCH):
        _seed_some(range(first, min(first + A_BATCH, many)), team, worker, activity)


def _seed_some(numbers: range, team, worker, activity) -> None:
    from kith.access.models import ChainHead
    from kith.introductions.models import Introduction
    from kith.people.models import Individual, Relation, Share, User

    users = _made(User(name=f"Person {n}", email=f"person{n}@home.example") for n in numbers)
    theirs = _made(Individual(called=user.name, user=user, team=team, opened_at=_before()) for user in users)
    _made(ChainHead(chain=each.public_id) for each in theirs)
    ties = _made(Relation(kind="partnership", user=worker, individual=each, starts_at=_before()) for each in theirs)
    ends = {"starts_at": _before(), "ends_at": ten_o_clock() + timedelta(days=30)}
    shares = _made(Share(individual=each, recipient="Harriers", purpose="x", how="in kith", **ends) for each in theirs)
    rows = zip(numbers, theirs, ties, shares, strict=True)
    _report(_made(Introduction(activity=activity, **_told(n, *one)) for n, *one in rows))


def _told(number: int, individual, tie, share) -> dict:
    choices = {"says": "first name", "goes_along": "host", "words_to_say": "Hello.", "true_answer": "We meet."}
    is_written = number % 2 == 0
    choices["gets_in_touch"] = "worker writes" if is_written else "worker rings"
    choices["first_visit_on"] = None if is_written else TODAY - timedelta(days=1)
    return {"individual": individual, "partnership": tie, "share": share, "opened_at": _before(), **choices}


def _report(introductions: list) -> None:
    from kith.introductions.letters import SUBJECT
    from kith.introductions.models import Report
    from kith.outbox.models import Letter

    told = {"by_role": "worker", "typed_by_individual": False, "noted_at": _before(), "on": WRITTEN_ON}
    kinds = [(each, "prepared" if each.first_visit_on else "wrote") for each in introductions]
    _made(Report(introduction=each, kind="agreed", share=each.share, **told) for each in introductions)
    _made(Report(introduction=each, kind=kind, share=each.share, names_them=True, **told) for each, kind in kinds)
    _made(
        Letter(
            kind="to place: introduction",
            channel="email",
            to="dawn@harriers.example",
            subject=SUBJECT,
            cause=f"introduction {each.public_id}",
            individual_ref=each.individual.public_id,
            message_id=f"<{each.public_id}@letters.example>",
            state="sent",
            created_at=_before(),
            next_try_at=_before(),
        )
        for each, kind in kinds
        if kind == "wrote"
    )


def sweep(goes_on=lambda: True) -> tuple[int, int]:
    """How many now rest, and how many were asked."""
    from kith.access.actor import Actor
    from kith.introductions import actions

    system = Actor.system()
    rests = actions.let_rest_what_nobody_answers(by=system, today=TODAY, goes_on=goes_on)["rests"]
    return rests, actions.ask_about_visits(by=system, today=TODAY, goes_on=goes_on)


def measure(many: int) -> int:
    from django.db import connection

    from kith.access import clock
    from kith.cli.ground import prepare_database, start_django

    start_django()
    prepare_database()
    print(f"{many:,} open introductions on {connection.vendor}")
    seed(many)
    with clock.at(ten_o_clock()):
        began, own, looks = time.monotonic(), time.process_time(), iter(range(many // 1000))
        stopped = sweep(lambda: next(looks, None) is not None)
        rest = sweep()
        took, own = time.monotonic() - began, time.process_time() - own
        again = time.monotonic()
        nothing = sweep()
        idle = time.monotonic() - again
    done = [one + other for one, other in zip(stopped, rest, strict=True)]
    print(f"Stopped after {stopped}, then {rest}: {took:.1f} s, {own:.1f} s of them here (at most {MOST_SECONDS}).")
    print(f"With nothing due: {nothing} in {idle:.2f} s.")
    return 0 if took <= MOST_SECONDS and done == [many // 2] * 2 and nothing == (0, 0) else 1


def main() -> int:
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with tempfile.TemporaryDirectory(prefix="kith-introduced-") as folder:
        os.environ["KITH_DATA_DIR"] = folder
        return measure(many)


if __name__ == "__main__":
    sys.exit(main())
