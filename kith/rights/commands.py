"""`kith bundle`: everything held about one individual, in one archive."""

import argparse
import json
import os
import sys
from pathlib import Path
from tempfile import NamedTemporaryFile

from kith.access.actor import Actor
from kith.access.refusal import Refused, refuse_if

CANNOT = "“{file}” cannot be written."


def add_to(subparsers, *, help_text: str) -> None:
    """Adds it to the parser of the command line."""
    part = subparsers.add_parser("bundle", help=help_text)
    part.add_argument("individual", metavar="PUBLIC_ID", help="whose: the name in the address of their pages")
    where = "where to; one that is there is written anew"
    part.add_argument("--to", dest="to", metavar="FILE.zip", type=Path, required=True, help=where)
    part.add_argument("--json", action="store_true", help="one JSON document")
    part.set_defaults(run=run_bundle)


def run_bundle(options: argparse.Namespace) -> int:
    """Writes it so that this account alone may read it. It is for whoever looks after rights: nothing is covered."""
    from kith.people.queries import individual_called

    individual = individual_called(options.individual)
    if individual is None:
        raise Refused("There is nobody with this id. It stands in the address of their pages, after “people”.")
    try:
        refuse_if(CANNOT.format(file=options.to) if options.to.is_dir() else None)
        rows = _write(options.to, individual)
    except OSError:
        raise Refused(CANNOT.format(file=options.to)) from None
    told = {"file": str(options.to), "individual": individual.public_id, "rows": rows}
    words = f"Written to {options.to}: {rows} rows. Nothing in it is covered; look it over before it goes to anybody."
    sys.stdout.write((json.dumps(told, ensure_ascii=False) if options.json else words) + "\n")
    return 0


def _write(to: Path, individual) -> int:
    """Beside its place first: the file is whole or it is not there, and the trail tells of one that is."""
    from .actions import gather_everything
    from .bundle import write_bundle

    with NamedTemporaryFile("w+b", dir=to.parent, delete=False) as made:
        try:
            parts = gather_everything(individual=individual, by=Actor.command_line())
            write_bundle(made, individual, parts)
            made.flush()
            os.fsync(made.fileno())
            os.replace(made.name, to)
        except BaseException:
            os.unlink(made.name)
            raise
    return sum(len(part.records) for part in parts)
