"""What happens by itself to what is kept: at night the trail is read and a copy made, and every week one is tried.

It takes longer than letters may wait, so it is a process of its own, and one at a time."""

import os
import subprocess
import sys
from collections.abc import Callable

from kith.access import clock

COMMAND = [sys.executable, "-m", "kith.config.keeping"]
_begun: list[subprocess.Popen] = []


def look_after_what_is_kept(goes_on: Callable[[], bool]) -> None:
    """Begins it when something is due, and nothing of it goes on."""
    from kith.upkeep.queries.rounds import due

    _begun[:] = [each for each in _begun if each.poll() is None]
    if not _begun and due(clock.now()):
        environment = os.environ | {"KITH_PARENT": str(os.getpid())}
        _begun.append(subprocess.Popen(COMMAND, stdin=subprocess.DEVNULL, env=environment))  # noqa: S603 - our own words


OF_KEEPING = (("Looking after what is kept", look_after_what_is_kept, 5),)
