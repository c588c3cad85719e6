"""What `kith check` says of settings that were left as they came, or are weaker than records of people need."""

import os
from collections.abc import Iterator

from django.conf import settings
from django.db import connection

from kith.access.replica import REPLICA
from kith.cli.finding import Finding
from kith.cli.findings import LOOPBACK

SHORTEST_WORD = 20
NOBODYS = ".example"  # names that belong to nobody, for examples alone
LOCKED = ("require", "verify-ca", "verify-full")


def unfinished() -> Iterator[Finding]:
    """All of it. Each is unsafe; whoever asks softens it for a demo or a trial."""
    yield from _about_names()
    yield from _about_the_word()
    yield from _about_the_account()
    yield from _about_the_wire()


def _about_names() -> Iterator[Finding]:
    """Addresses that people are told to write to, and that letters come from."""
    if settings.SECURITY_CONTACT.endswith(NOBODYS):
        words = (
            f"Faults are to be told to {settings.SECURITY_CONTACT}, which is nobody: KITH_SECURITY_CONTACT names who."
        )
        yield Finding(words, unsafe=True)
    for name in ("INTRODUCTION_SENDER", "MAIL_SENDER"):
        if settings.MAIL_URL and getattr(settings, name).endswith(NOBODYS):
            words = f"Letters leave as {getattr(settings, name)}, which is nobody’s: KITH_{name} names your own."
            yield Finding(words, unsafe=True)


def _about_the_word() -> Iterator[Finding]:
    if 0 < len(settings.METRICS_TOKEN) < SHORTEST_WORD:
        yield Finding("KITH_METRICS_TOKEN is short enough to be guessed: 20 letters at least.", unsafe=True)


def _about_the_account() -> Iterator[Finding]:
    if os.geteuid() == 0:
        yield Finding(
            "Kith runs as root: give it an account of its own, so that a fault of it is no fault of all.", unsafe=True
        )


def _about_the_wire() -> Iterator[Finding]:
    """To a database on another machine every word goes over a network, and to a pooler or a replica there as well."""
    of = {"KITH_DATABASE_URL": connection.settings_dict, "KITH_DATABASE_POOLER": settings.DATABASE_POOLER}
    for name, chosen in (of | {"KITH_DATABASE_REPLICA": settings.DATABASES.get(REPLICA, {})}).items():
        if _is_unlocked(chosen):
            words = f"Words go to the database on {chosen['HOST']} unlocked: add ?sslmode=verify-full to {name}."
            yield Finding(words, unsafe=True)


def _is_unlocked(chosen: dict) -> bool:
    host = str(chosen.get("HOST", ""))
    is_here = not host or host in LOOPBACK or host.startswith("/")
    return not is_here and chosen["OPTIONS"].get("sslmode") not in LOCKED
