"""One answer of a directory that may stumble: asked for again a few times, then given up with a sentence."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from kith.access.refusal import Refused

from .fetching import Answer, NotNow, fetch

TRIES = 3
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Trip:
    """How things are fetched. `until`: then it is given up (`time.monotonic`). `pause`: seconds before the second try
    of an answer, doubled each time."""

    until: float
    inside: bool = False
    pause: float = 1.0
    progress: Progress | None = None

    def tell(self, done: int, total: int) -> None:
        """How far it has come."""
        if self.progress:
            self.progress(done, total)


def fetched(address: str, trip: Trip, *, kept: int) -> Answer:
    """What is there. `Gone` where nothing is; `Refused` says that `kept` pages are kept for the next try."""
    for attempt in range(TRIES):
        try:
            return fetch(address, inside=trip.inside, until=trip.until)
        except NotNow as reason:
            is_over = time.monotonic() > trip.until
            if is_over or attempt == TRIES - 1:
                why = "It took longer than the time there is for it." if is_over else str(reason)
                told = f" {kept} pages are kept: run it again to go on." if kept else ""
                raise Refused(f"{why}{told} Nothing was changed.") from None
            time.sleep(trip.pause * 2**attempt)
    raise AssertionError("every way out of the tries is above")
