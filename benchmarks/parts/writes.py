"""What writing costs: a saved write-up beside a bare transaction of the same rows, and many who write at once."""

import time
from collections.abc import Iterator

from benchmarks.apart import DATABASES, by_itself, install, tell
from benchmarks.rows import Row

SAVES, TOWN = (
    {"small": 20, "usual": 200, "large": 400},
    {"small": (100, 500), "usual": (200, 500), "large": (1_000, 500)},
)
SECONDS = {"small": 3, "usual": 20, "large": 60}
TYPING, PAUSE_TYPING, WRITING, PAUSE_WRITING = 200, 10.0, 32, 5.0
HOW = "python -m benchmarks writes"


def measured(size: str) -> Iterator[Row]:
    """Both databases, one after the other."""
    for database in DATABASES:
        told = by_itself("benchmarks.parts.writes", size, on=database)
        yield _save(database, told)
        yield from _crowds(database, told)


def _save(database: str, told: dict) -> Row:
    beside = (
        f"{told['kith']:.1f} and {told['bare']:.1f} ms; {told['writes']} statements that write, {told['asks']} in all"
    )
    sizes = f"{told['saves']} write-ups with a step and a reflection, same durability"
    name = f"a write-up saved by its action, {database}"
    return Row(name, told["kith"] / told["bare"], "bare transactions of the same rows", HOW, sizes, beside)


def _crowds(database: str, told: dict) -> Iterator[Row]:
    typing = f"{TYPING} write-ups open, each kept every {PAUSE_TYPING:g} s, for {told['seconds']} s"
    writing = f"{WRITING} people, a write-up or a check-in every {PAUSE_WRITING:g} s, for {told['seconds']} s"
    for key, name, sizes in (("typing", "kept as it is typed", typing), ("writing", "people who write", writing)):
        crowd = told[key]
        beside = f"{crowd['answers']:,} answers; {crowd['told']}"
        yield Row(f"{name}, {database}: not kept", crowd["wrong"], "answers", HOW, sizes, beside, most=0)
    share = told["typing"]["processor"]
    yield Row(f"kept as it is typed, {database}: processor", share, "of one of the two", HOW, typing, "the web’s own")


def inside(size: str) -> dict:
    """In a process of its own."""
    with install():
        from benchmarks.answering import answering
        from benchmarks.same_rows import race
        from benchmarks.town import grow
        from benchmarks.watched import notebooks

        list(grow(*TOWN[size]))
        found = race(SAVES[size]) | {"saves": SAVES[size], "seconds": SECONDS[size]}
        whose = notebooks()
        with answering() as server:
            found["typing"] = crowd(server, whose, _keep, TYPING, pause=PAUSE_TYPING, seconds=SECONDS[size])
            found["writing"] = crowd(server, whose, _write, WRITING, pause=PAUSE_WRITING, seconds=SECONDS[size])
        return found


def crowd(server, whose: list, asked, many: int, *, pause: float, seconds: float) -> dict:  # noqa: PLR0913 - said by name
    """So many of them at once, each in a notebook of their own as far as there are so many."""
    from benchmarks.visiting import Visitor, milliseconds, visit

    picked = [whose[number % len(whose)] for number in range(many)]
    used, began = server.processor_seconds(), time.monotonic()
    them = [Visitor(server.port, each.worker) for each in picked]
    answers = visit(them, lambda number, times: asked(picked[number], number * 10_000 + times), seconds, pause)
    processor = (server.processor_seconds() - used) / (time.monotonic() - began)
    wrong = sum(answer.status not in (200, 302) for answer in answers)
    return {"answers": len(answers), "wrong": wrong, "told": milliseconds(answers), "processor": processor}


def _keep(whose, number: int):
    """What the page sends while somebody types."""
    from benchmarks.visiting import Asked

    return Asked(whose.address("write-up/keep/"), {"shared": f"We talked about the choir. {number} " * 20})


def _write(whose, number: int):
    from benchmarks.watched import a_check_in, a_write_up

    return a_check_in(whose, number) if number % 2 else a_write_up(whose, number)


if __name__ == "__main__":
    import sys

    tell(inside(sys.argv[1]))
