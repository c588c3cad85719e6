"""What `kith forms` and `kith measures` share: a part of the command, the file it names, and how it answers."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from kith.access.refusal import Refused

Kept = TypeVar("Kept")


def part(parts, word: str, run: Callable[[argparse.Namespace], None], help_text: str) -> argparse.ArgumentParser:
    """One word of a command. It answers as one JSON document where somebody wants that."""
    added = parts.add_parser(word, help=help_text)
    added.add_argument("--json", action="store_true", help="one JSON document")
    added.set_defaults(run=run)
    return added


def part_with_file(parts, word: str, run: Callable[[argparse.Namespace], None], help_text: str) -> None:
    """One that reads a file."""
    part(parts, word, run, help_text).add_argument("file", metavar="FILE", type=Path)


def part_with_version(parts, word: str, run: Callable[[argparse.Namespace], None], help_text: str) -> None:
    """One that names a version of what is kept."""
    added = part(parts, word, run, help_text)
    added.add_argument("url", metavar="URL", help="its own address, as `list` tells it")
    added.add_argument("version", metavar="VERSION")


def content_of(path: Path, most: int) -> bytes:
    """Never more of a file than may be read: the rest would be turned away anyhow."""
    if path.is_dir():
        raise Refused(f"“{path}” is a folder. Please name the file in it.")
    with path.open("rb") as file:
        return file.read(most + 1)


def version_named(options: argparse.Namespace, find: Callable[[str, str], Kept | None], command: str) -> Kept:
    """What is kept under this address and version. `command`: the one that lists what there is."""
    kept = find(options.url, options.version)
    if kept is None:
        raise Refused(f"There is no version {options.version} of “{options.url}”. `{command}` tells what there is.")
    return kept


def say(options: argparse.Namespace, data: Mapping[str, object], words: str) -> None:
    """In words, or as JSON."""
    sys.stdout.write((json.dumps(data, ensure_ascii=False) if options.json else words) + "\n")
