"""One row of words, as it lies on the paper."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """`left`, `top`, `right` and `height` are in dots; `of` is the block and paragraph it belongs to."""

    text: str
    left: int = 0
    top: int = 0
    right: int = 0
    height: int = 0
    trust: float = 100.0  # of a hundred: how well the letters could be told
    of: tuple[int, int] = (0, 0)
    doubted: tuple[str, ...] = ()  # those of its words that could hardly be told
