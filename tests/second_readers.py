"""Other software that reads what Kith writes, where node is here to run it."""

import subprocess
from pathlib import Path


def read_by_node(*words: str | Path, at_most: int = 60) -> subprocess.CompletedProcess:
    """Runs a script with node to its end, in `at_most` seconds."""
    return subprocess.run(["node", *words], capture_output=True, text=True, timeout=at_most, check=False)
