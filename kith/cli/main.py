"""Reads the command line, runs the one command that was asked for, and answers in plain sentences."""

import argparse
import os
import sys
import traceback

from kith.cli import (
    backup,
    check,
    demo,
    directory,
    export,
    forms,
    keys,
    measures,
    migrate,
    new_manager,
    restore,
    serve,
    verify,
)
from kith.cli.sentences import in_one_sentence

COMMANDS = (demo, serve, migrate, check, new_manager, backup, restore, verify, keys)


def main(words: list[str] | None = None) -> int:
    """Runs one command. Gives the exit code: 0 done, 1 not done (with a sentence on stderr), 2 wrong use."""
    words = sys.argv[1:] if words is None else words
    try:
        chosen = make_parser(words).parse_args(words)
        return chosen.run(chosen) or 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        return _explain(error)


def make_parser(words: list[str]) -> argparse.ArgumentParser:
    """The parser for these words. Each command adds itself, and names the function that runs it as `run`."""
    parser = argparse.ArgumentParser(prog="kith", description="A shared notebook for connecting people.")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add_to(commands)
    directory.add_to(commands, asked_for=words[:1])
    forms.add_to(commands, asked_for=words[:1])
    measures.add_to(commands, asked_for=words[:1])
    export.add_to(commands, asked_for=words[:1])
    return parser


def _explain(error: Exception) -> int:
    if os.environ.get("KITH_TRACEBACK"):
        traceback.print_exception(error)
    try:
        print(in_one_sentence(error), file=sys.stderr)
    except BrokenPipeError:  # whoever was reading has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    if isinstance(error, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1
