"""What is done inside the Kith before the cluster, in a process of its own: letters, and what became of them."""

import json
import os
import sys
import time
from collections import Counter
from pathlib import Path

PAUSE, LONGEST = 0.2, 300.0  # seconds


def post(folder: Path) -> None:
    """A letter every now and then, until told to stop. Those that were called kept are written down."""
    from django.db import DatabaseError, InterfaceError, connection, transaction
    from django.utils import timezone

    from kith.outbox import actions

    kept, last, number = (folder / "posted").open("a", buffering=1), time.monotonic() + LONGEST, 0
    while not (folder / "stop").exists() and time.monotonic() < last:
        number += 1
        letter = {"to": f"p{number}@kith.example", "subject": "You have a message", "body": "It is waiting for you."}
        try:
            with transaction.atomic():
                posted = actions.post(channel="email", kind="measured", now=timezone.now(), **letter)
            kept.write(f"{posted.public_id}\n")
        except (DatabaseError, InterfaceError):
            connection.close()
        time.sleep(PAUSE)


def letters(folder: Path) -> None:
    """Leaves in `letters.json` how many were called kept, and what became of them."""
    from kith.outbox.models import Letter

    arrived = Counter(line.split()[0] for line in (folder / "emails").read_text().splitlines())
    kept = set((folder / "posted").read_text().split())
    there = {str(each.public_id): each for each in Letter.objects.filter(kind="measured")}
    times = {name: arrived[there[name].message_id] for name in kept & there.keys()}
    twice = [name for name, number in times.items() if number > 1]
    found = {
        "kept": len(kept),
        "lost": len(kept - there.keys()),
        "not_arrived": sum(not number for number in times.values()),
        "twice": len(twice),
        "twice_and_not_said": sum(not there[name].perhaps_twice for name in twice),
        "waiting": Letter.objects.filter(kind="measured", state__in=("waiting", "leaving")).count(),
    }
    (folder / "letters.json").write_text(json.dumps(found))


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    django.setup()
    {"post": post, "letters": letters}[sys.argv[1]](Path(sys.argv[2]))
