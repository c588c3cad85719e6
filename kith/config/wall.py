"""Whether somebody set the time of this machine while Kith ran."""

import time
from dataclasses import dataclass, field

A_JUMP = 60 * 60  # seconds


@dataclass
class Wall:
    """The machine's own time, looked at beside one that only goes forward: if they part, somebody set it."""

    running: float = field(default_factory=time.monotonic)
    told: float = field(default_factory=time.time)

    def jumped(self) -> float:
        """By how many seconds since the last look; nought when it went on as it should."""
        running, told = time.monotonic(), time.time()
        seconds = (told - self.told) - (running - self.running)
        self.running, self.told = running, told
        return seconds if abs(seconds) > A_JUMP else 0.0
