"""The invented neighbourhood in a temporary folder of its own, for whatever measures it."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KITH = [sys.executable, "-P", "-m", "kith"]


@contextmanager
def built() -> Iterator[Path]:
    """A folder with the neighbourhood in it, which goes away afterwards. The environment names it."""
    with tempfile.TemporaryDirectory(prefix="kith-measured-") as place:
        folder = Path(place) / "data"
        build = [*KITH, "demo", "--no-serve", "--data", str(folder)]
        subprocess.run(build, cwd=ROOT, check=True)  # noqa: S603 - our own command
        for name in [name for name in os.environ if name.startswith("KITH_")]:
            del os.environ[name]
        os.environ["KITH_DATA_DIR"] = str(folder)
        yield folder
