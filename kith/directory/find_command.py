"""The `find` command: the table's own search, from a keyboard or for a file of questions."""

import argparse
import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

from kith.access.refusal import Refused

from .printing import Progress, put_line

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def add_to(subparsers) -> None:
    """Adds `find` to the parsers of the command line."""
    finding = subparsers.add_parser("find", help="words to things to do, with reasons")
    finding.add_argument("words", metavar="WORDS", nargs="?", help="what somebody says they would like")
    finding.add_argument("--queries", metavar="FILE.jsonl", help="one {id, text, near, free, days} a line")
    finding.add_argument("--near", metavar="POSTCODE_OR_LAT,LON", help="nearer ranks first")
    finding.add_argument("--within", type=_miles, metavar="MILES", help="no further than this from --near")
    finding.add_argument("--free", action="store_true", help="only what is free, or may be")
    finding.add_argument(
        "--day", action="append", default=[], type=_day, metavar="DAY", help="mon to sun; may be given again"
    )
    finding.add_argument("--limit", type=_limit, default=20, help="at most this many (default 20)")
    finding.add_argument("--json", action="store_true", help="JSON")
    finding.set_defaults(run=run_find)


def _day(written: str) -> int:
    if written.strip().lower()[:3] not in DAYS:
        raise argparse.ArgumentTypeError("a day is mon, tue, wed, thu, fri, sat or sun")
    return DAYS.index(written.strip().lower()[:3])


def _limit(written: str) -> int:
    if not written.isdigit() or not 1 <= int(written) <= 1000:
        raise argparse.ArgumentTypeError("a limit is a number from 1 to 1000")
    return int(written)


def _miles(written: str) -> float:
    try:
        miles = float(written)
    except ValueError:
        miles = -1.0
    if not 0 <= miles <= 15_000:
        raise argparse.ArgumentTypeError("miles are a number, such as 3 or 0.5")
    return miles


def run_find(options: argparse.Namespace) -> int:
    """Finds, and prints results with reasons; with --queries one line of JSON for each query."""
    _fill_in_meanings()
    if options.queries:
        for line in _answers(Path(options.queries), options.limit):
            put_line(line)
        return 0
    if not options.words:
        raise Refused("Say what to look for, or give a file with --queries.")
    from .wider import look_wider

    near = _point(options.near)
    if options.within is not None and near is None:
        raise Refused("--within needs --near: miles from where?")
    began = perf_counter()
    wished = {"near": near, "free": options.free, "days": options.day, "limit": options.limit}
    finding = partial(_find, options.words, **wished)
    found = finding(within_miles=options.within)
    took = round((perf_counter() - began) * 1000, 1)
    if options.json:
        put_line(json.dumps({"results": [_as_json(one) for one in found], "took_ms": took}, ensure_ascii=False))
    else:
        _print_found(*look_wider(found, options.within, finding))
    return 0


def _fill_in_meanings() -> None:
    from .actions.meanings import fill_in_meanings

    fill_in_meanings(progress=Progress("listings understood"))


def _point(written: str | None):
    from .queries import point_of

    if not written:
        return None
    if (point := point_of(written)) is None:
        raise Refused(
            f"We do not know where “{written}” is. Try a postcode, or latitude,longitude such as 53.72,-1.86."
        )
    return point


def _find(words: str, **options) -> list:
    from .queries import find

    return find(words, **options)


def _as_json(found) -> dict:
    return {
        "id": found.known_as,
        "name": found.name,
        "organization": found.organisation,
        "miles": found.miles,
        "score": found.score,
        "why": [reason.words for reason in found.why],
    }


def _print_found(found: Iterable, said: str) -> None:
    if said:
        put_line(said)
    number = 0
    for number, one in enumerate(found, 1):
        put_line(f"{number:>2}. {one.name}" + (f" ({one.organisation})" if one.organisation else ""))
        for reason in one.why:
            put_line(f"      {reason.words}")
    if not number:
        put_line("Nothing found. Try other words, or fewer.")


def _answers(file: Path, limit: int) -> Iterator[str]:
    for number, line in enumerate(_lines(file), 1):
        if not line.strip():
            continue
        query = _query(line, number)
        found = _find(**query["asked"], limit=limit)
        yield json.dumps({"id": query["id"], "results": [_as_json(one) for one in found]}, ensure_ascii=False)


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Refused(f"“{file}” cannot be read as a file of queries.") from None


def _query(line: str, number: int) -> dict:
    try:
        read = json.loads(line)
        near = read.get("near")
        return {
            "id": read["id"],
            "asked": {
                "words": str(read["text"]),
                "near": (float(near[0]), float(near[1])) if near else None,
                "free": bool(read.get("free")),
                "days": [_day(str(day)) for day in read.get("days") or []],
            },
        }
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, argparse.ArgumentTypeError):
        raise Refused(
            f'Line {number} is not a query such as {{"id": "q1", "text": "sing", "near": [53.7, -1.9]}}.'
        ) from None
