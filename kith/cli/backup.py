"""`kith backup`: one locked file with everything that cannot be made again."""

from argparse import Namespace
from pathlib import Path

from kith.cli.ground import progress, start_django


def add_to(commands) -> None:
    parser = commands.add_parser("backup", help="write one locked copy of everything, while Kith is served or not")
    parser.add_argument("file", type=Path, metavar="FILE", help="where it is written; locked with KITH_BACKUP_KEY")
    parser.set_defaults(run=run)


def run(chosen: Namespace) -> None:
    start_django()
    from kith.upkeep.keeping.copying import make_copy

    with progress("Copying"):
        made = make_copy(chosen.file.resolve())
    print(f"Copied to {chosen.file}: {made.words}. The keys of this Kith are not in it; keep them elsewhere.")
