"""Keeps what was told of short texts: lists say the same days, times and ways of taking part again and again."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Told = TypeVar("Told")

MANY, SHORT = 5000, 100


def remembered(work: Callable[..., Told]) -> Callable[..., Told]:
    """Of a function whose answer depends on nothing but the texts it is given. Long ones are read each time, so that
    nobody fills the memory with them."""
    kept = lru_cache(maxsize=MANY)(work)

    @wraps(work)
    def told(*texts: str) -> Told:
        return kept(*texts) if sum(map(len, texts)) <= SHORT else work(*texts)

    return told
