"""Work in a process of its own, on SQLite or on a PostgreSQL of its own: one Kith is set up in one process."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.neighbourhood import ROOT

DATABASES = {"SQLite": (), "PostgreSQL": ("scripts/with-postgres",)}


class NotRun(Exception):
    """Why something could not be measured here, in a sentence."""


def by_itself(module: str, *words: str, on: str = "SQLite", **more: str):
    """What `python -m module words` says with the last line that it writes, which is JSON."""
    command = [*DATABASES[on], sys.executable, "-m", module, *words]
    environment = os.environ | {"KITH_POSTGRES_DURABLE": "1"} | more
    told = subprocess.run(  # noqa: S603 - ourselves
        command, cwd=ROOT, env=environment, check=False, stdout=subprocess.PIPE, text=True
    )
    if told.returncode or not told.stdout.strip():
        raise NotRun(f"{module} on {on} ended with {told.returncode}.")
    return json.loads(told.stdout.splitlines()[-1])


@contextmanager
def install() -> Iterator[Path]:
    """An empty Kith in a folder that goes away, in this process. Whoever lives in it will be invented."""
    with tempfile.TemporaryDirectory(prefix="kith-measured-") as place:
        folder = Path(place)
        (folder / "KITH_DEMO").write_text("built")
        os.environ |= {"KITH_DATA_DIR": place, "MEANING": "0"}
        from kith.cli.ground import prepare_database, prepare_static_files, start_django

        start_django()
        prepare_database()
        prepare_static_files()
        yield folder


def tell(found) -> None:
    """The last line of such a process."""
    sys.stdout.write(json.dumps(found) + "\n")
