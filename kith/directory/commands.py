"""The `directory` commands; `find` and `leaflet` have files of their own. The command line calls `add_to`, then `run`.

Each raises `Refused` with one sentence; whoever calls prints it and ends with 1.
"""

import argparse
import json
from pathlib import Path

from . import find_command, leaflet_command, licence_options
from .printing import Progress, put_line


def add_to(subparsers) -> None:
    """Adds `directory import`, `directory export`, `find` and `leaflet` to the parsers of the command line."""
    directory = subparsers.add_parser("directory", help="the directory of things to do")
    parts = directory.add_subparsers(dest="directory_command", required=True, metavar="COMMAND")
    _add_import(parts)
    _add_export(parts)
    find_command.add_to(subparsers)
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


def _named(written: str) -> tuple[str, str]:
    from .reading.headings import HEADINGS

    theirs, _, ours = written.rpartition("=")
    if not theirs.strip() or ours.strip().casefold() not in HEADINGS:
        raise argparse.ArgumentTypeError(f"write it as theirs=ours, where ours is one of {', '.join(HEADINGS)}")
    return theirs.strip(), ours.strip().casefold()


def run_import(options: argparse.Namespace) -> int:
    """Reads a directory in and prints the counts. 0, also when single entries were not taken in."""
    from .reading import from_address

    if from_address.is_address(options.source):
        report = _import_from_address(options)
    else:
        report = _import(options, options.source, options.source_name)
    if options.json:
        told = {name: value for name, value in report.__dict__.items() if name != "noticed" or value}
        put_line(json.dumps(told, ensure_ascii=False))
        return 0
    counts = ("created", "updated", "unchanged", "retired")
    put_line(", ".join(f"{name}: {getattr(report, name)}" for name in counts) + f", rejected: {len(report.rejected)}")
    for one in report.rejected:
        put_line(f"  {one['id']}: {one['reason']}")
    if report.noticed:
        put_line("Taken in all the same:")
    for one in report.noticed:
        put_line(f"  {one['id']}: {one['reason']}" if one["id"] else f"  {one['reason']}")
    if options.dry_run:
        put_line("Nothing was kept: this was a dry run.")
    return 0


def run_export(options: argparse.Namespace) -> int:
    """Writes what is given out to everybody, as a file that `directory import` reads."""
    from .publishing.export import export_to

    count = export_to(options.file, options.format or "", progress=Progress("entries"))
    put_line(json.dumps({"exported": count}) if options.json else f"exported: {count}")
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
        progress=Progress("entries"),
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
        progress=Progress("pages"),
    )
    report = _import(options, folder, options.source_name or from_address.host_of(options.source))
    if not options.dry_run:
        from_address.put_away(folder)
    return report
