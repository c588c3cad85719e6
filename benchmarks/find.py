"""How long `find` takes near a place, beside the obvious ways: `python -m benchmarks.find [LISTINGS]`.

An invented country of 100,000 listings unless told, taken in as directories are, five thousand of each. Two hundred
questions, half of them a few words and half of them what somebody might say, each near a town. One after another is
asked of `find`, with its reasons; of a plain full-text index, for the same words in the same cells of the map; and,
every tenth, of every listing by `icontains`. So whatever else this machine does slows all alike. The same is done on
PostgreSQL, where there is one. Ends with 1 when `find` is slower than five plain look-ups, less than fifty times as
fast as `icontains`, or on PostgreSQL more than twice as slow as on SQLite; each at the 95th of a hundred.
"""
# ruff: noqa: T201 - printing is what this is for

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor
from random import Random

from benchmarks.listings import DAYS, Country
from benchmarks.neighbourhood import ROOT
from benchmarks.town import leaflets

LISTINGS, QUESTIONS, EVERY = 100_000, 200, 10
PLAIN_TIMES, ICONTAINS_TIMES, POSTGRESQL_TIMES = 5, 50, 2
CELL = (0.05, 0.08)  # degrees north and east
SAID = """I would like to get into {thing} again;somewhere to do some {thing} with others;I miss {thing} on a {day};
something free like {thing} or {other};lonely since my wife died, perhaps {thing};play music with others;
get out of the house and try {thing};feel stronger but not in a gym;{thing} in the evenings, nothing to do with church;
meet people over {thing}, cheap if possible;use my hands, {thing} or {other}""".replace("\n", "").split(";")
TEXTS = [
    "name",
    "summary",
    "long_text",
    "what_to_expect",
    "access_words",
    "organisation__name",
    "place__name",
    "place__address",
]
PLAIN = "CREATE VIRTUAL TABLE plain_search USING fts5(name, terms, body, cells)"
PLAIN_LOOK = """
SELECT a.public_id, a.name, a.summary FROM plain_search JOIN directory_activity AS a ON a.id = plain_search.rowid
WHERE plain_search MATCH %s ORDER BY bm25(plain_search, 8.0, 6.0, 1.0, 0.0) LIMIT 20
"""


@dataclass(frozen=True)
class Question:
    """Words, a point, and miles or None."""

    words: str
    near: tuple[float, float]
    within: int | None


def questions(country: Country) -> list[Question]:
    """Half of them a few words, half a sentence; half of them no further than so many miles."""
    chance = Random(7)  # noqa: S311 - no secret
    return [_question(country, chance, number) for number in range(QUESTIONS)]


def _question(country: Country, chance: Random, number: int) -> Question:
    town, said = country.town(chance), chance.choice(SAID)
    words = [country.thing(chance), country.rare_word(chance), "group", "free"]
    asked = {"thing": words[0], "other": country.thing(chance), "day": chance.choice(DAYS)}
    few = " ".join(chance.sample(words, k=chance.randrange(1, 4)))
    within = chance.choice((2, 3, 6)) if number % 4 > 1 else None
    return Question(said.format(**asked) if number % 2 else few, (town.latitude, town.longitude), within)


def build(many: int) -> None:
    """So much of the country in a directory, and on SQLite the plain index beside it."""
    from django.db import connection

    for _ in leaflets.grow(many):
        pass
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            _build_plain(cursor)
        cursor.execute("ANALYZE")


def _build_plain(cursor) -> None:
    from kith.directory.models import SearchDocument

    cursor.execute(PLAIN)
    fields = ("pk", "name_words", "term_words", "body_words", "latitude", "longitude")
    rows = [(*row[:4], _cell(row[4], row[5])) for row in SearchDocument.objects.values_list(*fields)]
    cursor.executemany("INSERT INTO plain_search (rowid, name, terms, body, cells) VALUES (%s, %s, %s, %s, %s)", rows)


def _cell(latitude: float | None, longitude: float | None) -> str:
    if latitude is None or longitude is None:
        return "nowhere"
    return f"c{floor((latitude + 90) / CELL[0])}y{floor((longitude + 180) / CELL[1])}"


def _cells(question: Question) -> list[str]:
    from kith.directory.search.lookup import NEAR_MILES
    from kith.directory.search.places import box_around

    south, west, north, east = box_around(question.near, question.within or NEAR_MILES)
    rows = range(floor((south + 90) / CELL[0]), ceil((north + 90) / CELL[0]))
    columns = range(floor((west + 180) / CELL[1]), ceil((east + 180) / CELL[1]))
    return [f"c{row}y{column}" for row in rows for column in columns]


def by_find(question: Question) -> int:
    """What is measured: results with their reasons."""
    from kith.directory.queries import find

    return sum(len(one.why) for one in find(question.words, near=question.near, within_miles=question.within))


def by_plain_index(question: Question) -> int:
    """The same words, the ideas heard in them too, in the same cells, the best twenty by bm25."""
    from django.db import connection

    from kith.directory.search.asked import understand
    from kith.directory.search.sought import sought_in

    terms = [term for one in sought_in(understand(question.words)) for term in one.terms]
    if not terms:
        return 0
    words = " OR ".join("(" + " AND ".join(f'"{stem}"' for stem in term) + ")" for term in terms)
    cells = " OR ".join(f'"{cell}"' for cell in _cells(question))
    with connection.cursor() as cursor:
        cursor.execute(PLAIN_LOOK, [f"({{name terms body}} : ({words})) AND (cells : ({cells}))"])
        return len(cursor.fetchall())


def by_icontains(question: Question) -> int:
    """Every listing that holds any of the telling words anywhere; the obvious way without an index."""
    from django.db.models import Q

    from kith.directory.models import Activity
    from kith.directory.search.words import STOP, tokens

    words = [word for word in tokens(question.words) if word not in STOP]
    holds = Q()
    for word in words:
        for field in TEXTS:
            holds |= Q(**{f"{field}__icontains": word})
    return len(Activity.objects.filter(holds, status="live").select_related("organisation", "place")[:20])


def timed(ask: Callable[[Question], int], question: Question) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    ask(question)
    return (time.perf_counter() - began) * 1000


def race(asked: list[Question], has_plain: bool) -> dict[str, list[float]]:
    """Every question of each in turn."""
    took: dict[str, list[float]] = {"find": [], "plain": [], "icontains": []}
    for question in asked[:20]:  # whatever is loaded once is loaded
        by_find(question)
    for number, question in enumerate(asked):
        took["find"].append(timed(by_find, question))
        if has_plain:
            took["plain"].append(timed(by_plain_index, question))
        if number % EVERY in (0, EVERY // 2 + 2):
            took["icontains"].append(timed(by_icontains, question))
    return took


def at(share: float, took: list[float]) -> float:
    """The time that so large a share of them took at most."""
    return sorted(took)[min(len(took) - 1, int(share * len(took)))] if took else 0.0


def measure(many: int) -> dict[str, list[float]]:
    """In this process, on the database that is named in its environment."""
    with tempfile.TemporaryDirectory(prefix="kith-find-") as folder:
        os.environ["KITH_DATA_DIR"] = folder
        from kith.cli.ground import prepare_database, start_django

        start_django()
        prepare_database()
        from django.db import connection

        build(many)
        return race(questions(Country()), connection.vendor == "sqlite")


def by_itself(many: int, *before: str) -> dict[str, list[float]]:
    """In a process of its own; empty where it could not be done."""
    command = [*before, sys.executable, "-m", "benchmarks.find", "inside", str(many)]
    told = subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.PIPE, text=True)  # noqa: S603 - ourselves
    return json.loads(told.stdout.splitlines()[-1]) if told.returncode == 0 else {}


def tell(many: int, here: dict[str, list[float]], there: dict[str, list[float]]) -> bool:
    """Prints the times and the ratios; whether each held."""
    print(f"{many:,} listings, milliseconds{'':>14}{'half':>8}{'95 %':>8}{'most':>8}")
    rows = [("find on SQLite", here["find"]), ("a plain full-text look-up", here["plain"])]
    rows += [("icontains on SQLite", here["icontains"])]
    rows += [("find on PostgreSQL", there["find"]), ("icontains on PostgreSQL", there["icontains"])] if there else []
    for name, took in rows:
        print(f"{name:<36}{at(0.5, took):>8.1f}{at(0.95, took):>8.1f}{max(took):>8.1f}")
    find = at(0.95, here["find"])
    plain, slow = find / at(0.95, here["plain"]), at(0.95, here["icontains"]) / find
    print(f"find takes {plain:.1f} plain look-ups (at most {PLAIN_TIMES}).")
    print(f"It is {slow:.0f} times as fast as icontains (at least {ICONTAINS_TIMES}).")
    held = plain <= PLAIN_TIMES and slow >= ICONTAINS_TIMES
    if not there:
        print("PostgreSQL was not measured: it did not start.")
        return held
    ratio = at(0.95, there["find"]) / find
    print(f"PostgreSQL takes {ratio:.1f} times as long as SQLite (at most {POSTGRESQL_TIMES}).")
    return held and ratio <= POSTGRESQL_TIMES


def main() -> int:
    words = sys.argv[1:]
    if words[:1] == ["inside"]:
        print(json.dumps(measure(int(words[1]))))
        return 0
    many = int(words[0]) if words else LISTINGS
    return 0 if tell(many, by_itself(many), by_itself(many, "scripts/with-postgres")) else 1


if __name__ == "__main__":
    sys.exit(main())
