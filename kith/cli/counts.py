"""Where the processes of one `kith serve` count: each in a file of its own, all of them in one folder."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept_together() -> Iterator[None]:
    """Around all processes of one serving. The library looks for the folder once, when it is loaded by each."""
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder = tempfile.mkdtemp(prefix="kith-counts-")
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)
