"""What the pages of a day cost, alone and with many at once, as the town grows from small to large."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from benchmarks.apart import DATABASES, by_itself, install, tell
from benchmarks.rows import Row

SIZES = {
    "small": ((100, 500), (200, 1_000)),
    "usual": ((100, 1_000), (1_000, 10_000), (5_000, 25_000)),
    "large": ((100, 1_000), (10_000, 100_000), (200_000, 1_000_000)),
}
SECONDS = {"small": 1.0, "usual": 3.0, "large": 5.0}
CLIENTS, PROCESSORS, MOST_QUERIES, MOST_GROWTH, LEAST_OF_BARE = (16, 64), 2, 25, 1.5, 0.9
HOW = "python -m benchmarks pages"


@dataclass(frozen=True)
class Seen:
    """One page at one size: milliseconds and bytes; `crowds` has 50, 95 and 99 of 100 by how many ask at once."""

    individuals: int
    listings: int
    page: str
    queries: int
    size: int
    cpu: float
    alone: list[float]
    crowds: dict[str, list[float]]
    wrong: int


def measured(size: str) -> Iterator[Row]:
    """Both databases, one after the other."""
    for database in DATABASES:
        told = by_itself("benchmarks.parts.pages", size, on=database)
        seen = [Seen(**each) for each in told["seen"]]
        for page in dict.fromkeys(each.page for each in seen):
            yield from _rows(database, [each for each in seen if each.page == page])
        yield from _beside_bare(database, told)


def _rows(database: str, seen: list[Seen]) -> Iterator[Row]:
    first, last = seen[0], seen[-1]
    name, sizes = f"{last.page}, {database}", f"{last.individuals:,} individuals, {last.listings:,} listings"
    grown = (
        f"{first.individuals:,} to {last.individuals:,} individuals, {first.listings:,} to {last.listings:,} listings"
    )
    cost = f"{last.cpu:.0f} ms of a processor, {last.size:,} bytes"
    yield Row(f"{name}: queries", last.queries, "queries", HOW, sizes, cost, most=MOST_QUERIES)
    ratio, both = last.alone[0] / first.alone[0], f"alone {_told(first.alone)}, then {_told(last.alone)}"
    yield Row(f"{name}: largest town beside the smallest", ratio, "times as long", HOW, grown, both, most=MOST_GROWTH)
    for clients, took in last.crowds.items():
        fair = int(clients) / PROCESSORS * last.alone[0]
        yield Row(
            f"{name}: {clients} at once", took[1] / fair, "times a fair queue, 95 of 100", HOW, sizes, _told(took)
        )
    if wrong := sum(each.wrong for each in seen):
        yield Row(f"{name}: answered wrongly", wrong, "answers", HOW, sizes, most=0)


def _told(took: list[float]) -> str:
    return " / ".join(f"{each:.0f}" for each in took) + " ms"


def _beside_bare(database: str, told: dict) -> Iterator[Row]:
    """Beside a page as pages usually are, which the bar is set by, and beside one that asks for next to nothing."""
    how, kith = "16 at once, two processes; Today, the brief and My plan in turn", told["kith"]
    usual, light = (f"{kith:.0f} of Kith and {told[each]:.0f} bare pages a second" for each in ("bare", "light"))
    bare = "bare: a session, a user, eight queries over 20,000 services and 40,000 notes"
    unit, name = "of bare", f"Pages a second, {database}"
    yield Row(name, kith / told["bare"], unit, HOW, f"{how}; {bare}", usual, least=LEAST_OF_BARE)
    yield Row(f"{name}, beside eight short look-ups", kith / told["light"], unit, HOW, how, light)


def inside(size: str) -> dict:
    """In a process of its own: one town, which grows."""
    with install():
        from benchmarks.answering import answering
        from benchmarks.beside_bare import race
        from benchmarks.town import grow
        from benchmarks.watched import WATCHED, notebooks

        seen = []
        for individuals, listings in SIZES[size]:
            list(grow(individuals, listings))
            whose, is_last = notebooks(), (individuals, listings) == SIZES[size][-1]
            with answering() as server:
                for page in WATCHED:
                    crowds = CLIENTS if is_last else ()
                    figures = look(page, whose, server, SECONDS[size], crowds)
                    seen.append(asdict(Seen(individuals, listings, page.name, **figures)))
        return {"seen": seen} | race(whose, SECONDS[size])


def look(page, whose: list, server, seconds: float, crowds: tuple[int, ...]) -> dict:
    """One page: what it asks, what it takes alone, and what it takes with many at once."""
    from benchmarks.visiting import visit
    from benchmarks.watched import visitors

    queries = queries_of(page, whose[3])
    visit(*visitors(page, whose, server.port, 2), 0.5)  # whatever is loaded once is loaded
    used = server.processor_seconds()
    alone = visit(*visitors(page, whose, server.port, 1), seconds)
    cpu = (server.processor_seconds() - used) / len(alone) * 1000
    many = {str(each): visit(*visitors(page, whose, server.port, each), seconds * 1.5) for each in crowds}
    answers = [*alone, *(answer for each in many.values() for answer in each)]
    return {
        "queries": queries,
        "size": alone[0].size,
        "cpu": cpu,
        "alone": shares(alone),
        "crowds": {each: shares(answers) for each, answers in many.items()},
        "wrong": sum(answer.status not in (200, 302) for answer in answers),
    }


def shares(answers: list) -> list[float]:
    """Milliseconds of 50, 95 and 99 of 100."""
    from benchmarks.visiting import at

    took = [answer.seconds * 1000 for answer in answers]
    return [at(share, took) for share in (0.5, 0.95, 0.99)]


def queries_of(page, whose) -> int:
    """Asked in this process, after somebody asked once."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    visitor, asked = Client(headers={"host": "127.0.0.1"}), page.asked(whose, 0)
    visitor.cookies.load(whose.worker if page.is_worker else whose.own)
    visitor.get("/")
    with CaptureQueriesContext(connection) as queries:
        visitor.post(asked.address, asked.form) if asked.form else visitor.get(asked.address)
    return len(queries)


if __name__ == "__main__":
    import sys

    tell(inside(sys.argv[1]))
