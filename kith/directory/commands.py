"""The `directory` and `find` commands, and `leaflet` from its own file. The command line calls `add_to`, then `run`.

Each raises `Refused` with one sentence; whoever calls prints it and ends with 1.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

from kith.access.refusal import Refused

from . import leaflet_command, licence_options

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SHOW_AFTER = 2.0  # seconds before progress is worth showing


def add_to(subparsers) -> None:
    """Adds `directory import`, `directory export`, `find` and `leaflet` to the parsers of the command line."""
    directory = subparsers.add_parser("directory", help="the directory of things to do")
    parts = directory.add_subparsers(dest="directory_command", required=True, metavar="COMMAND")
    _add_import(parts)
    _add_export(parts)
    _add_find(subparsers)
    leaflet_command.add_to(subparsers)


def _add_import(parts) -> None:
    reading = parts.add_parser("import", help="read a directory in; twice changes nothing")
    reading.add_argument("source", metavar="SOURCE", help="a file, a folder of files, or an address")
    reading.add_argument("--format", choices=("oruk", "openactive", "csv"), help="told by the content if not given")
    reading.add_argument(
        "--source",
        dest="source_name",
        metavar="NAME",
        help="where it comes from (default: the host or the file's stem)",
    )
    reading.add_argument(
        "--map",
        action="append",
        default=[],
        type=_named,
        metavar="THEIRS=OURS",
        help="which of a spreadsheet's headings is which of ours; may be given again",
    )
    licence_options.add_to(reading)
    reading.add_argument("--inside", action="store_true", help="the address may be inside this network")
    reading.add_argument("--dry-run", action="store_true", help="say what would happen and keep nothing")
    reading.add_argument("--json", action="store_true", help="one JSON document")
    reading.set_defaults(run=run_import)


def _add_export(parts) -> None:
    writing = parts.add_parser("export", help="write the public part of the directory to a file")
    writing.add_argument("file", metavar="FILE", type=Path, help="where to; one that is there is written anew")
    writing.add_argument("--format", choices=("oruk", "csv"), help="by the file's ending if not given, else oruk")
    writing.add_argument("--json", action="store_true", help="one JSON document")
    writing.set_defaults(run=run_export)


def _add_find(subparsers) -> None:
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


def _named(written: str) -> tuple[str, str]:
    from .reading.spreadsheet import HEADINGS

    theirs, _, ours = written.rpartition("=")
    if not theirs.strip() or ours.strip().casefold() not in HEADINGS:
        raise argparse.ArgumentTypeError(f"write it as theirs=ours, where ours is one of {', '.join(HEADINGS)}")
    return theirs.strip(), ours.strip().casefold()


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


def run_import(options: argparse.Namespace) -> int:
    """Reads a directory in and prints the counts. 0, also when single entries were not taken in."""
    from .reading import from_address

    if from_address.is_address(options.source):
        report = _import_from_address(options)
    else:
        report = _import(options, options.source, options.source_name)
    if options.json:
        told = {name: value for name, value in report.__dict__.items() if name != "noticed" or value}
        _print(json.dumps(told, ensure_ascii=False))
        return 0
    counts = ("created", "updated", "unchanged", "retired")
    _print(", ".join(f"{name}: {getattr(report, name)}" for name in counts) + f", rejected: {len(report.rejected)}")
    for one in report.rejected:
        _print(f"  {one['id']}: {one['reason']}")
    if report.noticed:
        _print("Taken in all the same:")
    for one in report.noticed:
        _print(f"  {one['id']}: {one['reason']}" if one["id"] else f"  {one['reason']}")
    if options.dry_run:
        _print("Nothing was kept: this was a dry run.")
    return 0


def run_export(options: argparse.Namespace) -> int:
    """Writes what is given out to everybody, as a file that `directory import` reads."""
    from .publishing.export import export_to

    count = export_to(options.file, options.format or "", progress=_Progress("entries"))
    _print(json.dumps({"exported": count}) if options.json else f"exported: {count}")
    return 0


def _import(options: argparse.Namespace, path, name: str | None):
    from kith.access.actor import Actor

    from .actions import import_directory

    return import_directory(
        source_path=path,
        format=options.format,
        source_name=name,
        named=dict(options.map),
        licence=licence_options.chosen(options),
        dry_run=options.dry_run,
        by=Actor.command_line(),
        progress=_Progress("entries"),
    )


def _import_from_address(options: argparse.Namespace):
    """Everything is fetched first; only then the directory changes. What was fetched is kept until it was read in."""
    from django.conf import settings

    from .reading import from_address

    folder = from_address.brought_here(
        options.source,
        into=settings.DATA_DIR / "fetched",
        format=options.format,
        inside=options.inside,
        progress=_Progress("pages"),
    )
    report = _import(options, folder, options.source_name or from_address.host_of(options.source))
    if not options.dry_run:
        from_address.put_away(folder)
    return report


class _Progress:
    """Counts on a terminal, once it has taken two seconds."""

    def __init__(self, what: str) -> None:
        self.what, self.began = what, perf_counter()

    def __call__(self, done: int, total: int) -> None:
        if sys.stderr.isatty() and perf_counter() - self.began > SHOW_AFTER:
            sys.stderr.write(f"\r{done:,} of {total:,} {self.what}" + ("\n" if done >= total else ""))
            sys.stderr.flush()


def run_find(options: argparse.Namespace) -> int:
    """Finds, and prints results with reasons; with --queries one line of JSON for each query."""
    _fill_in_meanings()
    if options.queries:
        for line in _answers(Path(options.queries), options.limit):
            _print(line)
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
        _print(json.dumps({"results": [_as_json(one) for one in found], "took_ms": took}, ensure_ascii=False))
    else:
        _print_found(*look_wider(found, options.within, finding))
    return 0


def _fill_in_meanings() -> None:
    from .actions.meanings import fill_in_meanings

    fill_in_meanings(progress=_Progress("listings understood"))


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
        _print(said)
    number = 0
    for number, one in enumerate(found, 1):
        _print(f"{number:>2}. {one.name}" + (f" ({one.organisation})" if one.organisation else ""))
        for reason in one.why:
            _print(f"      {reason.words}")
    if not number:
        _print("Nothing found. Try other words, or fewer.")


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


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
