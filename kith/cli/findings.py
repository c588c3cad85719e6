"""What `kith check` finds, and what keeps `kith serve` from starting."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks
from django.db import DatabaseError, connection

from kith.cli.finding import Finding
from kith.cli.mounts import network_drive
from kith.cli.of_postgresql import about_postgresql
from kith.directory import meaning
from kith.directory.terms import BadTerms, read
from kith.upkeep.keeping.restoring import MARK

LOOPBACK = ("127.0.0.1", "localhost", "::1")
# Over plain http on this machine cookies are ordinary.
_ABOUT_PLAIN_HTTP = {"security.W004", "security.W012", "security.W016"}
# The proxy in front turns plain http away; joining the browsers' own https list is for the domain's owner.
_SETTLED_ELSEWHERE = {"security.W005", "security.W008", "security.W021"}


def findings(host: str = "127.0.0.1") -> list[Finding]:
    """Everything worth saying about this install, were it served on this host."""
    return [
        *_about_the_address(),
        *_about_links(),
        *_about_the_organisations_sign_in(),
        *_about_the_demo(host),
        *_about_terms(),
        *_about_meaning(),
        *_about_secrets(),
        *_about_the_database(),
        *_from_django(),
    ]


def _about_the_address() -> Iterator[Finding]:
    address = urlsplit(settings.PUBLIC_URL)
    if address.scheme != "https" and address.hostname not in LOOPBACK:
        words = f"KITH_PUBLIC_URL is {settings.PUBLIC_URL}: others can reach it, so it has to be https."
        yield Finding(words, unsafe=True)
    else:
        yield Finding(f"People reach Kith at {settings.PUBLIC_URL}.")


def _about_links() -> Iterator[Finding]:
    """Pages that places and people open by a link."""
    address = urlsplit(settings.INTRODUCTION_URL)
    if address.scheme != "https" and address.hostname not in LOOPBACK:
        words = f"KITH_INTRODUCTION_URL is {settings.INTRODUCTION_URL}: others can reach it, so it has to be https."
        yield Finding(words, unsafe=True)
    elif address.netloc == urlsplit(settings.PUBLIC_URL).netloc:
        yield Finding("Links to places show the same host as Kith itself: KITH_INTRODUCTION_URL can name another.")


def _about_the_organisations_sign_in() -> Iterator[Finding]:
    """All three settings together, and never over a wire that others can read."""
    given = {name: getattr(settings, f"OIDC_{name}") for name in ("URL", "ID", "SECRET")}
    if not any(given.values()):
        return
    for name in (name for name, value in given.items() if not value):
        yield Finding(f"KITH_OIDC_{name} is missing, so staff cannot sign in with their organisation.")
    address = urlsplit(given["URL"])
    if given["URL"] and address.scheme != "https" and address.hostname not in LOOPBACK:
        yield Finding("KITH_OIDC_URL has to be https.", unsafe=True)


def _about_the_demo(host: str) -> Iterator[Finding]:
    if not settings.KITH_DEMO:
        return
    reachable = host not in LOOPBACK or urlsplit(settings.PUBLIC_URL).hostname not in LOOPBACK
    words = "This folder holds the invented neighbourhood, where anybody may sign in as anybody"
    yield Finding(words + (": serve it on 127.0.0.1 only." if reachable else "."), unsafe=reachable)


def _about_terms() -> Iterator[Finding]:
    """What goes on only in school terms needs those of the council around."""
    if not settings.TERM_DATES:
        yield Finding("School terms are not known here: KITH_TERM_DATES can name a file of them.")
        return
    try:
        read(Path(settings.TERM_DATES))
    except BadTerms as problem:
        yield Finding(f"{problem} KITH_TERM_DATES names it.")


def _about_meaning() -> Iterator[Finding]:
    if meaning.is_here():
        yield Finding("The table finds by words and by meaning.")
    else:
        why = "it is left out by MEANING=0" if not settings.MEANING else "its library is not installed"
        yield Finding(f"The table finds by words alone: of meaning, {why}.")


def _about_secrets() -> Iterator[Finding]:
    yield from _about_private_words()
    for name in ("KITH_SECRET_KEY", "KITH_FIELD_KEYS"):
        source = "the environment" if os.environ.get(name) else f"a file in {settings.DATA_DIR}"
        yield Finding(f"{name} comes from {source}.")
    if not os.environ.get("KITH_FIELD_KEYS"):
        yield Finding("Keep a copy of the field keys away from the database: without them private notes stay closed.")


def _about_private_words() -> Iterator[Finding]:
    """Served under other keys, what was written in private could not be opened, and new words would lie beside it."""
    from kith.upkeep.keeping import sealed

    try:
        closed = sorted({sealed.id_of(each) for each in sealed.newest_of_each() if not sealed.opens(each)})
    except DatabaseError:
        return  # told of below
    if closed:
        words = (
            f"Private words are under the field keys {', '.join(closed)}, which are not here: bring those back first."
        )
        yield Finding(words, unsafe=True)


def _about_the_database() -> Iterator[Finding]:
    from kith.upkeep.queries import layout

    try:
        yield from _about_sqlite() if connection.vendor == "sqlite" else about_postgresql()
        if wrong := layout.what_is_wrong():
            yield Finding(wrong, unsafe=True)
        if MARK in connection.introspection.table_names():
            yield Finding("A copy is being brought back here, or that was ended halfway: begin it anew.", unsafe=True)
    except DatabaseError as error:
        yield Finding(f"The database did not answer: {' '.join(str(error).split())}.", unsafe=True)


def about_the_trail() -> Iterator[Finding]:
    """Whether every chain of the trail holds. Reads every line, so it is for `kith check` alone;
    a broken chain does not keep Kith from serving, as it can never be made whole again."""
    from kith.access import trail

    try:
        problems, lines = trail.verify(), trail.how_many_lines()
    except DatabaseError:
        return  # a database that waits for its tables is told of above
    yield from map(Finding, problems or [f"Every trail holds, {lines:,} {'line' if lines == 1 else 'lines'}."])


def about_how_it_runs() -> Iterator[Finding]:
    """Whether the clock beats, and what is left undone, as the page of accounts says it too."""
    from kith.access import clock
    from kith.upkeep import queries

    try:
        yield from map(Finding, queries.troubles(clock.now()))
    except DatabaseError:
        return  # told of above


def _about_sqlite() -> Iterator[Finding]:
    """On a disk of this machine alone: over a network its locks do not hold."""
    if kind := network_drive(Path(str(connection.settings_dict["NAME"])).parent):
        words = (
            f"The database lies on a network drive ({kind}). SQLite needs a disk of this machine; PostgreSQL does not."
        )
        yield Finding(words, unsafe=True)
    with connection.cursor() as cursor:
        version = cursor.execute("SELECT sqlite_version()").fetchone()[0]
        journal = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        damage = cursor.execute("PRAGMA quick_check(1)").fetchone()[0]
    if damage != "ok":
        words = f"The database file is damaged ({' '.join(damage.split())}): bring back the last good copy."
        yield Finding(words, unsafe=True)
    if journal == "wal":
        yield Finding(f"The database is SQLite {version} with a write-ahead log.")
    else:
        words = "with a rollback journal: safe, but writers wait longer for each other."
        yield Finding(f"The database is SQLite {version} {words}")


def _from_django() -> Iterator[Finding]:
    plain_http = urlsplit(settings.PUBLIC_URL).scheme != "https"
    passed_over = _SETTLED_ELSEWHERE | (_ABOUT_PLAIN_HTTP if plain_http else set())
    for message in checks.run_checks(include_deployment_checks=True):
        if message.id not in passed_over:
            unsafe = message.level >= checks.ERROR or (message.id or "").startswith("security.")
            yield Finding(" ".join(str(message.msg).split()), unsafe=unsafe)
