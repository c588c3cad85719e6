"""A database laid out in an earlier run is kept beside the libraries, for as long as nothing it is made of changes:
laying it out takes far longer than most of what is tested on it."""

import os
import shutil
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEPT = Path(sys.prefix) / "laid-out"
FEW = 5


def kept_folder() -> Path:
    """Where what was laid out from just these files is kept, if it is."""
    made_of = sha256()
    for path in sorted(_what_it_is_made_of()):
        made_of.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return KEPT / made_of.hexdigest()[:32]


def _what_it_is_made_of() -> Iterator[Path]:
    """Migrations, the models they end in, what they call, and the libraries' versions."""
    for pattern in ("*/migrations/*.py", "*/models.py", "*/models/**/*.py", "access/*.py", "directory/search/*.py"):
        yield from (ROOT / "kith").glob(pattern)
    yield from (ROOT / "requirements").glob("*.txt")


def keep(folder: Path) -> None:
    """Keeps a copy: whole, or none. The oldest go."""
    whole, half = kept_folder(), KEPT / f"half-{os.getpid()}"
    shutil.copytree(folder, half)
    try:
        half.rename(whole)
    except OSError:  # somebody else was first
        shutil.rmtree(half)
    for old in sorted(KEPT.iterdir(), key=lambda each: each.stat().st_mtime)[:-FEW]:
        shutil.rmtree(old, ignore_errors=True)
