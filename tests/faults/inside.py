"""What is done inside the Kith under test, in a process of its own: somebody to write, and what is there afterwards."""

import json
import sys
import time
from pathlib import Path


def somebody(folder: Path) -> None:
    """Tomos, signed in: leaves in `who.json` the session, and the address that his messages go to."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from kith.people.staying import DEVICE, LIMIT, OWN, PRESSED
    from tests.goals.cast import gather

    cast = gather()
    session = SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(cast.user.pk), cast.user.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session.update({DEVICE: OWN, LIMIT: 20 * 60 * 60, PRESSED: time.time()})
    session.save()
    page = f"/people/{cast.individual.public_id}/messages/"
    (folder / "who.json").write_text(json.dumps({"session": session.session_key, "page": page}))


def what_is_there(folder: Path) -> None:
    """Leaves in `there.json` the messages, how many have no line in the trail, and what is wrong with its chains."""
    from kith.access import trail
    from kith.access.models import TrailEntry
    from kith.messaging.models import Message

    messages = list(Message.objects.values_list("words", "public_id"))
    noted = set(TrailEntry.objects.filter(what="message written").values_list("about", flat=True))
    without = [words for words, public_id in messages if f"message {public_id}" not in noted]
    there = {"words": [words for words, _ in messages], "without_a_line": without, "wrong": trail.verify()}
    (folder / "there.json").write_text(json.dumps(there))


if __name__ == "__main__":
    import django

    django.setup()
    {"somebody": somebody, "what_is_there": what_is_there}[sys.argv[1]](Path(sys.argv[2]))
