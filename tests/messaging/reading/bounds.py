"""How long something kept the processor busy, and how much memory it needed at its height."""

import time
import tracemalloc
from collections.abc import Callable
from functools import partial


def seconds(work: Callable) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def megabytes(work: Callable) -> float:
    """The most that was held at once, beyond what stood there before."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / 1_000_000
    finally:
        tracemalloc.stop()


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times as long four times as much takes, each at its quickest of several: about four, or sixteen."""
    quickest = [min(seconds(partial(work, each)) for _try in range(7)) for each in (size, size * 4)]
    return quickest[1] / quickest[0]
