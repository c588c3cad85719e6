"""`kith export fhir` and `kith export prsb`: one person's plan, written to a file."""

import argparse
import json
import os
import sys
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from kith.access.actor import Actor
from kith.access.refusal import Refused, refuse_if

CANNOT = "“{file}” cannot be written."
ELSEWHERE = "“{file}” cannot be written. The copy was made, and stands in “{made}”."
SHAPES = {
    "fhir": "as a FHIR R4 bundle, for another system",
    "prsb": "as one page of HTML to read, “About me” under PRSB’s headings",
}


def add_to(subparsers) -> None:
    """Adds both to the parsers of the command line."""
    export = subparsers.add_parser("export", help="write one person's plan to a file")
    parts = export.add_subparsers(dest="shape", required=True, metavar="COMMAND")
    for shape, help_text in SHAPES.items():
        part = parts.add_parser(shape, help=f"write one person's plan {help_text}")
        part.add_argument("individual", metavar="PUBLIC_ID", help="whose: the name in the address of their pages")
        where = "where to; one that is there is written anew"
        part.add_argument("--to", "--out", dest="to", metavar="FILE", type=Path, required=True, help=where)
        part.add_argument("--for", dest="for_whom", default="", metavar="WORDS", help="who it is for; they read this")
        part.add_argument("--json", action="store_true", help="one JSON document")
        part.set_defaults(run=run_export)


def run_export(options: argparse.Namespace) -> int:
    """Writes it so that this account alone may read it, and tells the trail. The file is whole or it is not there."""
    from kith.people.queries import individual_called

    individual = individual_called(options.individual)
    if individual is None:
        raise Refused("There is nobody with this id. It stands in the address of their pages, after “people”.")
    try:
        refuse_if(CANNOT.format(file=options.to) if options.to.is_dir() else None)
        _write(options, individual)
    except OSError:
        raise Refused(CANNOT.format(file=options.to)) from None
    told = {"file": str(options.to), "shape": options.shape, "individual": individual.public_id}
    sys.stdout.write((json.dumps(told, ensure_ascii=False) if options.json else f"Written to {options.to}.") + "\n")
    return 0


def _write(options: argparse.Namespace, individual) -> None:
    """Beside its place first, and in its place once it is written down that it left. A whole copy that cannot be put
    in its place is not hidden: it left, so whoever asked hears where it stands."""
    from .actions import take_plan

    chosen = {"shape": options.shape, "for_whom": options.for_whom, "by": Actor.command_line()}
    with NamedTemporaryFile("w", encoding="utf-8", dir=options.to.parent, delete=False) as made:
        try:
            take_plan(individual=individual, keep=partial(_keep, made), **chosen)
        except BaseException:
            os.unlink(made.name)
            raise
    try:
        os.replace(made.name, options.to)
    except OSError:
        raise Refused(ELSEWHERE.format(file=options.to, made=made.name)) from None


def _keep(made: IO[str], content: str) -> None:
    """On the disk, whatever happens next: a full one says so here."""
    made.write(content)
    made.flush()
    os.fsync(made.fileno())
