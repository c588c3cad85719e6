"""`kith verify`: whether everything here is whole; or whether a copy is."""

import os
from argparse import Namespace
from pathlib import Path

from kith.cli.ground import progress, start_django
from kith.cli.sentences import NotDone


def add_to(commands) -> None:
    parser = commands.add_parser("verify", help="say whether everything that is kept is whole, or whether a copy is")
    parser.add_argument("file", type=Path, metavar="FILE", nargs="?", help="a copy that `kith backup` made")
    parser.set_defaults(run=run)


def run(chosen: Namespace) -> None:
    with progress("Reading all of it"):
        words = _of_a_copy(chosen.file) if chosen.file else _of_this_kith()
    print(words)


def _of_a_copy(file: Path) -> str:
    """Nothing of it is written anywhere."""
    from kith.upkeep.keeping import keys, unpacking

    key = os.environ.get("KITH_BACKUP_KEY", "")
    told = unpacking.look_through(file, keys.open_with(keys.key_file(key, is_demo=not key)))
    rows, day = sum(told.rows.values()), f"{told.moment:%d.%m.%Y at %H:%M} UTC"
    return f"This copy is whole: {rows:,} rows and {_files(told.uploads)}, as they were on {day}."


def _of_this_kith() -> str:
    start_django()
    from kith.access import trail
    from kith.upkeep.keeping import verifying

    found = list(verifying.problems())
    if found:
        raise NotDone(" ".join(found))
    lines, files = trail.how_many_lines(), len(verifying.files())
    return f"All of it is whole: the database, {lines:,} lines of the trail, and {_files(files)}."


def _files(count: int) -> str:
    return f"{count:,} {'file' if count == 1 else 'files'}"
