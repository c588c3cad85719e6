"""What `kith check` says of how safely records are held here. Kith goes on serving meanwhile: to stop would keep people
from their plans and from help, and put nothing right."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError, connection

from kith.cli.finding import Finding
from kith.cli.findings import LOOPBACK
from kith.cli.unfinished import unfinished

LITTLE_ROOM = 1_000_000_000  # bytes: a copy and its trial need some as well
AN_HOURS_WORTH = 100_000_000
OFF_BY = timedelta(seconds=30)


def standing() -> list[Finding]:
    """Everything about copies, mail, room and time. In the demo nothing of it can be unsafe."""
    of_copies, of_the_machine = (
        [*_about_copies(), *_about_rounds()],
        [*_about_room(), *_about_folders(), *_about_time()],
    )
    of_people = [*_about_help_now(), *_about_diaries(), *_about_leaving()]
    found = [*of_copies, *_about_mail(), *_about_the_proxy(), *of_people, *of_the_machine, *_about_the_rest()]
    return [Finding(each.words) for each in found] if settings.KITH_DEMO else found


def is_reached_by_others() -> bool:
    """Whether this is more than a trial on one's own machine."""
    return urlsplit(settings.PUBLIC_URL).hostname not in LOOPBACK


def _about_copies() -> Iterator[Finding]:
    """Where the nightly copies go, and the key they are locked with."""
    lacking = is_reached_by_others()
    if settings.KITH_DEMO:
        return
    if not settings.BACKUP_DIR:
        yield Finding("No copies are made by themselves: KITH_BACKUP_DIR names a folder for them.", unsafe=lacking)
    elif _is_on_the_disk_of_the_data(Path(settings.BACKUP_DIR)):
        yield Finding("Copies lie on the same disk as the data (KITH_BACKUP_DIR): it can be lost with them.")
    if not settings.BACKUP_KEY:
        words = "KITH_BACKUP_KEY names no key file, so no copy can be made: `kith keys copies FILE` makes one."
        yield Finding(words, unsafe=lacking or bool(settings.BACKUP_DIR))
    elif settings.BACKUP_KEY:
        yield from _about_the_key(Path(settings.BACKUP_KEY).resolve())
    if settings.OUTSIDE_DIR.is_relative_to(settings.DATA_DIR):
        yield Finding(
            "What is kept of the trail’s heads lies in the data folder: KITH_OUTSIDE_DIR names a place apart."
        )


def _is_on_the_disk_of_the_data(folder: Path) -> bool:
    there = next(each for each in (folder, *folder.resolve().parents) if each.exists())
    return there.stat().st_dev == settings.DATA_DIR.stat().st_dev


def _about_the_key(file: Path) -> Iterator[Finding]:
    from kith.upkeep.keeping import keys
    from kith.upkeep.keeping.troubles import NotKept

    try:
        can_open = keys.can_open(file)
        keys.lock_with(file)
    except NotKept as problem:
        yield Finding(str(problem), unsafe=True)
        return
    if settings.BACKUP_DIR and file.is_relative_to(Path(settings.BACKUP_DIR).resolve()):
        yield Finding("The key that opens the copies lies beside them: keep it elsewhere.", unsafe=can_open)
    if can_open and file.stat().st_mode & 0o077:
        yield Finding(f"Others on this machine can read the key of the copies: chmod 600 {file}", unsafe=True)
    if not can_open:
        yield Finding("The key of the copies locks and does not open, so no copy can be tried on this machine.")


def _about_the_rest() -> Iterator[Finding]:
    """A trial on one's own machine may leave it."""
    if is_reached_by_others():
        yield from unfinished()


def _about_rounds() -> Iterator[Finding]:
    """What was done at night, and what was not."""
    from kith.access import clock
    from kith.upkeep.queries import kept

    try:
        yield from (Finding(words, unsafe=True) for words in kept.what_is_not_kept(clock.now()))
        yield from (Finding(words) for words in kept.how_it_is_kept(clock.now()) if words != kept.NO_COPIES)
    except DatabaseError:
        return  # told of elsewhere


def _about_mail() -> Iterator[Finding]:
    """Sign-in codes and letters, over a wire that others may read."""
    address = urlsplit(settings.MAIL_URL)
    if not settings.MAIL_URL:
        if is_reached_by_others() and not settings.KITH_DEMO:
            yield Finding("Nobody can sign in by email before KITH_MAIL_URL names a mail server.", unsafe=True)
    elif address.scheme == "smtp" and address.hostname not in LOOPBACK:
        words = f"Letters go to {address.hostname} unlocked: KITH_MAIL_URL can begin with smtps://."
        yield Finding(words, unsafe=True)


def _about_the_proxy() -> Iterator[Finding]:
    """Limits on guessing count by where somebody comes from."""
    if settings.IS_HTTPS and not settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        words = "KITH_PROXIES is 0: behind a proxy everybody seems to come from one place, and is locked out as one."
        yield Finding(words, unsafe=is_reached_by_others())


def _about_help_now() -> Iterator[Finding]:
    """Numbers that somebody in need may ring."""
    from kith.access import clock
    from kith.design.help_now import help_now

    if help_now().is_to_be_looked_over(clock.today()):
        words = (
            "Nobody has looked over the numbers under “Help now” for a year. KITH_HELP_FILE names a file with the day."
        )
        yield Finding(words, unsafe=is_reached_by_others())


def _about_diaries() -> Iterator[Finding]:
    """Whether there are diaries that nobody looks through, and who answers for it."""
    from kith.diary import queries

    try:
        offer = queries.offer()
    except DatabaseError:
        return  # told of elsewhere
    if offer:
        yield Finding(f"Diaries are on since {offer.on_since:%-d %B %Y}, agreed by {offer.safety_lead}.")
    else:
        yield Finding("Diaries are off.")


def _about_leaving() -> Iterator[Finding]:
    """Where “Leave this page” leads: somewhere that tells nothing, and opens."""
    if urlsplit(settings.LEAVE_TO).scheme not in ("http", "https"):
        words = "KITH_LEAVE_TO is no address that a browser opens, so “Leave this page” leads nowhere."
        yield Finding(words, unsafe=is_reached_by_others())


def _about_room() -> Iterator[Finding]:
    """On every disk that something is written to."""
    folders = [settings.DATA_DIR, *([Path(settings.BACKUP_DIR)] if settings.BACKUP_DIR else [])]
    for folder in (each for each in folders if each.is_dir()):
        free = shutil.disk_usage(folder).free
        if free < LITTLE_ROOM:
            yield Finding(f"There are {free / 1e6:,.0f} MB left on the disk of {folder}.", unsafe=free < AN_HOURS_WORTH)


def _about_folders() -> Iterator[Finding]:
    mode = settings.DATA_DIR.stat().st_mode if settings.DATA_DIR.is_dir() else 0
    if mode & 0o007:
        words = f"Everybody on this machine can look into {settings.DATA_DIR}: chmod 700 {settings.DATA_DIR}"
        yield Finding(words, unsafe=is_reached_by_others())


def _about_time() -> Iterator[Finding]:
    """The database's clock and this machine's: relations end, and letters leave, by them."""
    if connection.vendor == "sqlite":
        return
    from django.utils import timezone

    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            off = abs(cursor.fetchone()[0] - timezone.now())
    except DatabaseError:
        return  # told of elsewhere
    if off > OFF_BY:
        yield Finding(f"The clocks of this machine and of the database are {off.seconds:,} s apart.", unsafe=True)
