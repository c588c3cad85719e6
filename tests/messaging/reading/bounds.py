"""How long something took, and how much memory it needed at its height."""

import time
import tracemalloc
from collections.abc import Callable


def seconds(work: Callable) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def megabytes(work: Callable) -> float:
    """The most that was held at once, beyond what stood there before."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1] / 1_000_000
    finally:
        tracemalloc.stop()
