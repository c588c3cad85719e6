"""`python -m benchmarks.town INDIVIDUALS LISTINGS`: lets the install that the environment names grow to that size.

From 100 to 200,000 individuals, each with up to ten years of meetings, goals and messages, and from 1,000 to 1,000,000
listings. A thousand of the first take some 15 seconds, ten thousand of the others some 10. The same seed gives the same
town. What is there already stays: a larger size goes on from a smaller one, and a run that was ended goes on from the
last thousand. `scripts/with-postgres` before it for PostgreSQL. It writes only where nothing but invented people are:
into an empty folder, or one that it made.
"""
# ruff: noqa: T201 - printing is what this is for

import os
import sys
import time
from argparse import ArgumentParser
from pathlib import Path

from benchmarks.town import grow


def main() -> int:
    parser = ArgumentParser(prog="python -m benchmarks.town", description=__doc__)
    parser.add_argument("individuals", type=int)
    parser.add_argument("listings", type=int)
    chosen = parser.parse_args()
    folder = Path(os.environ.get("KITH_DATA_DIR") or "var/town").resolve()
    if (folder / "kith.sqlite3").exists() and not (folder / "KITH_DEMO").exists():
        print(f"{folder} holds a Kith that is not invented.", file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "KITH_DEMO").write_text("built")
    os.environ["KITH_DATA_DIR"] = str(folder)
    from kith.cli.ground import prepare_database, start_django

    start_django()
    prepare_database()
    began = time.monotonic()
    for words in grow(chosen.individuals, chosen.listings):
        print(f"{time.monotonic() - began:7.0f} s  {words}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
