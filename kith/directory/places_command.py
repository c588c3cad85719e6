"""`kith places import`: the operator's file of postcodes or named places."""

import argparse
import json
import sys
from time import perf_counter

SHOW_AFTER = 2.0  # seconds


def add_to(subparsers) -> None:
    """Adds the command to the parsers of the command line."""
    places = subparsers.add_parser("places", help="where postcodes and named places are")
    parts = places.add_subparsers(dest="places_command", required=True, metavar="COMMAND")
    taking_in = parts.add_parser("import", help="take a file in; twice changes nothing")
    taking_in.add_argument(
        "source",
        metavar="FILE",
        help="a CSV file or a folder of them: the ONS Postcode Directory or Index of Place Names, Code-Point Open, "
        "or any table with postcode (or name), latitude and longitude",
    )
    taking_in.add_argument("--json", action="store_true", help="one JSON document")
    taking_in.set_defaults(run=run_import)


def run_import(options: argparse.Namespace) -> int:
    """Takes the file in and prints the counts."""
    from kith.access.actor import Actor

    from .actions import import_places

    counts = import_places(source_path=options.source, by=Actor.command_line(), progress=_Progress())
    if options.json:
        sys.stdout.write(json.dumps(dict(counts)) + "\n")
        return 0
    sys.stdout.write(
        f"postcodes: {counts['postcodes']:,}, places: {counts['places']:,}, left out: {counts['left_out']:,}\n"
    )
    if counts["placed"]:
        sys.stdout.write(f"Listings that can be found by distance now: {counts['placed']:,}\n")
    return 0


class _Progress:
    """Counts on a terminal, once it has taken two seconds."""

    def __init__(self) -> None:
        self.began = perf_counter()

    def __call__(self, done: int) -> None:
        if sys.stderr.isatty() and perf_counter() - self.began > SHOW_AFTER:
            sys.stderr.write(f"\r{done:,} lines")
            sys.stderr.flush()
