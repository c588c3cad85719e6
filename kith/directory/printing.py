"""How the commands speak: lines on the way out, and progress where it takes long."""

import sys
from time import perf_counter

SHOW_AFTER = 2.0  # seconds before progress is worth showing


class Progress:
    """Counts on a terminal, once it has taken two seconds."""

    def __init__(self, what: str) -> None:
        self.what, self.began = what, perf_counter()

    def __call__(self, done: int, total: int) -> None:
        if sys.stderr.isatty() and perf_counter() - self.began > SHOW_AFTER:
            sys.stderr.write(f"\r{done:,} of {total:,} {self.what}" + ("\n" if done >= total else ""))
            sys.stderr.flush()


def put_line(line: str) -> None:
    """One line to whoever reads."""
    sys.stdout.write(line + "\n")
