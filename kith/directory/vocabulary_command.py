"""`kith vocabulary import` and `export`: ideas and phrases from a file, and what was added here as one."""

import argparse
import json
import sys
from pathlib import Path

from kith.access.refusal import Refused


def add_to(subparsers) -> None:
    """Adds both commands to the parsers of the command line."""
    vocabulary = subparsers.add_parser("vocabulary", help="what people say, and what leaflets call it")
    parts = vocabulary.add_subparsers(dest="vocabulary_command", required=True, metavar="COMMAND")
    taking_in = parts.add_parser("import", help="take a file in; twice changes nothing")
    taking_in.add_argument(
        "source",
        metavar="FILE",
        type=Path,
        help="the OpenActive activity list (JSON-LD), or a vocabulary of ours (TOML)",
    )
    taking_in.add_argument("--json", action="store_true", help="one JSON document")
    taking_in.set_defaults(run=run_import)
    giving_out = parts.add_parser("export", help="what was added here, as a file of the vocabulary")
    giving_out.add_argument("file", metavar="FILE", nargs="?", type=Path, help="where to; printed if not given")
    giving_out.set_defaults(run=run_export)


def run_import(options: argparse.Namespace) -> int:
    """Takes the file in and prints the counts."""
    from kith.access.actor import Actor

    from .actions import import_vocabulary

    counts = import_vocabulary(source_path=options.source, by=Actor.command_line())
    if options.json:
        sys.stdout.write(json.dumps(dict(counts)) + "\n")
    else:
        sys.stdout.write(", ".join(f"{name}: {counts[name]:,}" for name in ("ideas", "phrases", "known")) + "\n")
    return 0


def run_export(options: argparse.Namespace) -> int:
    """Writes the file, or prints it."""
    from .search.own_file import own_as_toml

    text = own_as_toml()
    if options.file is None:
        sys.stdout.write(text)
        return 0
    try:
        options.file.write_text(text, encoding="utf-8")
    except OSError:
        raise Refused(f"“{options.file}” cannot be written.") from None
    return 0
