"""Fetches what people wrote from a mailbox (IMAP). Nothing there is changed: how far it was read is remembered here.

imaps://name:word@host/INBOX        encrypted from the first byte
imap://name:word@127.0.0.1:1143/…   plain, for a server on this machine
"""

import hashlib
import imaplib
import logging
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.conf import settings
from imap_tools import BaseMailBox, MailBox, MailBoxUnencrypted

from kith.access.actor import Actor

from . import actions, queries
from .models import MailboxMark

log = logging.getLogger("kith.messaging")
PORTS = {"imaps": 993, "imap": 143}
PATIENCE = 30.0  # seconds, for every answer of the server
MOST = 50  # at one look; the next is soon
MOST_BYTES = 25_000_000
HEAD = 200_000  # bytes of a larger email: who wrote it, and its first words


@dataclass(frozen=True)
class Mailbox:
    """Where the mailbox is, and how it is opened."""

    scheme: str
    host: str
    port: int
    name: str
    word: str
    folder: str

    @classmethod
    def at(cls, address: str) -> "Mailbox":
        """Reads the address. Raises ValueError with a sentence when it is not one."""
        parts = urlsplit(address)
        if parts.scheme not in PORTS or not parts.hostname:
            raise ValueError("KITH_MAILBOX_URL begins with imaps:// (or imap:// on this machine), then name and host.")
        name, word = unquote(parts.username or ""), unquote(parts.password or "")
        folder = unquote(parts.path.strip("/")) or "INBOX"
        return cls(parts.scheme, parts.hostname, parts.port or PORTS[parts.scheme], name, word, folder)

    def open(self) -> BaseMailBox:
        """The mailbox, ready. Raises OSError or an error of the library."""
        if self.scheme == "imap":
            return MailBoxUnencrypted(self.host, self.port, timeout=PATIENCE).login(self.name, self.word, self.folder)
        secure = {"timeout": PATIENCE, "ssl_context": ssl.create_default_context()}
        return MailBox(self.host, self.port, **secure).login(self.name, self.word, self.folder)


def fetch_mail(*, by: Actor | None = None) -> int:
    """Takes what came since the last look. Gives how many. Without a mailbox it does nothing."""
    if not settings.MAILBOX_URL:
        return 0
    by = by or Actor.system()
    with _opened() as mailbox:
        mark = _mark(mailbox, by)
        waiting = _after(mailbox, mark.last)[:MOST]
        for number in waiting:
            _keep(mailbox, number, mark, by)
            actions.read_up_to(mark=mark, number=number, by=by)  # only once it is kept here
    return len(waiting)


@contextmanager
def _opened() -> Iterator[BaseMailBox]:
    """The mailbox, and the line to it closed afterwards: over a dead one no goodbye is said."""
    mailbox = Mailbox.at(settings.MAILBOX_URL).open()
    try:
        with mailbox:
            yield mailbox
    finally:
        with suppress(OSError):
            mailbox.client.shutdown()


def _mark(mailbox: BaseMailBox, by: Actor) -> MailboxMark:
    """How far it was read."""
    name = hashlib.sha256(settings.MAILBOX_URL.rpartition("@")[2].encode()).hexdigest()
    numbered_as = int(mailbox.folder.status(mailbox.folder.get(), ["UIDVALIDITY"])["UIDVALIDITY"])
    seen = 0 if queries.has_mark(name) else _seen_before(mailbox)
    return actions.begin_mailbox(mailbox=name, numbered_as=numbered_as, seen=seen, by=by)


def _seen_before(mailbox: BaseMailBox) -> int:
    """At the very first look all that nobody has opened is still to be taken; what lies before it is left."""
    if unseen := [int(each) for each in mailbox.uids("UNSEEN")]:
        return min(unseen) - 1
    return max((int(each) for each in mailbox.uids("ALL")), default=0)


def _after(mailbox: BaseMailBox, last: int) -> list[int]:
    """The numbers after this one; a server gives the last of all where there is none."""
    found = [int(each) for each in mailbox.uids(f"UID {last + 1}:*")]
    return sorted(number for number in found if number > last)


def _keep(mailbox: BaseMailBox, number: int, mark: MailboxMark, by: Actor) -> None:
    """One email, kept as it came. One that the server does not hand over is noted, and stops no other."""
    try:
        raw = _whole_or_head(mailbox, str(number))
    except imaplib.IMAP4.abort:
        raise  # the line is gone, and says nothing of this email: the next look begins with it
    except (StopIteration, ValueError, IndexError, imaplib.IMAP4.error) as problem:
        log.warning("An email could not be fetched: %s", type(problem).__name__)
        actions.note_unread(mark=mark, number=number, problem=type(problem).__name__, by=by)
        return
    actions.arrive_email(raw=raw, by=by)


def _whole_or_head(mailbox: BaseMailBox, uid: str) -> bytes:
    """The email; of one that is too large, only its beginning."""
    size = _number(mailbox.client.uid("fetch", uid, "(RFC822.SIZE)"))
    part = "(BODY.PEEK[])" if size <= MOST_BYTES else f"(BODY.PEEK[]<0.{HEAD}>)"
    _, answer = mailbox.client.uid("fetch", uid, part)
    return next(item[1] for item in answer if isinstance(item, tuple))


def _number(answer) -> int:
    said = b" ".join(item if isinstance(item, bytes) else item[0] for item in answer[1] if item)
    return int(said.partition(b"RFC822.SIZE")[2].split(b")")[0].split()[0])
