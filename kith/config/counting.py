"""What the web server tells the counters as its processes come and go. They count in files (see `kith.cli.counts`)."""

import os

FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # the library's own name for where


def begin_to_answer() -> None:
    """In a process that answers."""
    from kith.config import counted

    counted.ANSWERING.set(1)


def has_ended(process: int) -> None:
    """What it counted stays; it is no longer counted itself."""
    if os.environ.get(FOLDER):
        from prometheus_client.multiprocess import mark_process_dead

        mark_process_dead(process)
