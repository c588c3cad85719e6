"""What the processes that answer hold in memory while people come and go for an hour: whether it grows without end."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from benchmarks.apart import DATABASES, by_itself, install, tell
from benchmarks.parts.load import INDIVIDUALS, WORKERS, next_page, settled
from benchmarks.rows import Row
from benchmarks.visiting import Answer, Asked, visit

SECONDS = {"small": 10, "usual": 3600, "large": 3600}
LOOKS, WARM = 6, 0.1  # a tenth goes by before the first of them
PAUSE = 40.0  # seconds between two pages of one person: five or six a second
MOST_GROWTH = 1.5
HOW = "python -m benchmarks hour"


def measured(size: str) -> Iterator[Row]:
    """Both databases at once: what one process holds is nothing to another."""
    with ThreadPoolExecutor() as both:
        ran = {name: both.submit(by_itself, "benchmarks.parts.hour", size, on=name) for name in DATABASES}
    for database, told in ran.items():
        yield from _rows(database, size, **told.result())


def _rows(database: str, size: str, held: list[float], answers: int, wrong: int) -> Iterator[Row]:
    sizes = f"{WORKERS} workers and {INDIVIDUALS} individuals, a page every {PAUSE:g} s each, for {SECONDS[size]} s"
    beside = f"{' / '.join(f'{each:.0f}' for each in held)} MB that they share with none; {answers:,} pages"
    name, grown = f"memory after an hour, {database}", held[-1] / held[0]
    yield Row(name, grown, "of that after six minutes", HOW, sizes, beside, most=MOST_GROWTH)
    yield Row(f"an hour, {database}: not answered well", wrong, "answers", HOW, sizes, most=0)


def inside(size: str) -> dict:
    """In a process of its own. Everybody stays for as long as it is between two looks, and comes again."""
    with install():
        from benchmarks.answering import answering

        come_in = settled()
        held: list[float] = []
        answers: list[Answer] = []
        with answering() as server:
            crowd = come_in(server.port)
            people = [person for _, person, _ in crowd]
            for part in _parts(SECONDS[size]):
                asked = partial(_asked, crowd, len(answers))
                answers += visit(people, asked, part, min(PAUSE, part))
                held.append(sum(server.own_mb()))
        wrong = sum(answer.status not in (200, 302) for answer in answers)
        return {"held": held, "answers": len(answers), "wrong": wrong}


def _asked(crowd: list, before: int, number: int, times: int) -> Asked:
    """No two write-ups of one person have the same words, whichever part of the hour it is."""
    return next_page(crowd, number, times + before)


def _parts(seconds: int) -> list[float]:
    return [seconds * WARM, *[seconds * (1 - WARM) / LOOKS] * LOOKS]


if __name__ == "__main__":
    import sys

    tell(inside(sys.argv[1]))
