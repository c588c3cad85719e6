"""Kith's own small door for mail (SMTP): takes answers to its letters, for nobody else and to nowhere else.

`python -m kith.config.mail_door` is started by `kith serve` when KITH_MAIL_DOOR names a host and a port. A mail server
in front hands mail on to it. What it said “250” to is in the database.
"""

import asyncio
import logging
import os
import signal
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from kith.config import log as lines
from kith.config.parent import end_with_parent

log = logging.getLogger("kith.messaging")
MOST_BYTES = 25_000_000
MOST_RECIPIENTS = 5
PATIENCE = 60  # seconds without a word


class Door:
    """What the server asks at each step. It relays nothing: only our own addresses are let in."""

    async def handle_RCPT(  # noqa: N802, PLR0913 - the library's name and arguments
        self, server: SMTP, session: Session, envelope: Envelope, address: str, rcpt_options: list[str]
    ) -> str:
        loop = asyncio.get_running_loop()
        if not await loop.run_in_executor(None, is_for_us, address):
            return "550 No such address here"
        if len(envelope.rcpt_tos) >= MOST_RECIPIENTS:
            return "452 Too many recipients"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - likewise
        """Kept first, and only then accepted."""
        raw = _with_recipients(envelope)
        try:
            await asyncio.get_running_loop().run_in_executor(None, keep, raw)
        except Exception as problem:  # noqa: BLE001 - whatever it was, the email stays with its sender
            log.error("An email could not be kept (%s); whoever sends it tries again.", type(problem).__name__)
            return "451 Please try again later"
        return "250 OK"


def is_for_us(address: str) -> bool:
    """Whether this is an address of ours; asked outside the loop, as the database is."""
    from django.db import close_old_connections

    from kith.outbox.reply_addresses import is_ours

    close_old_connections()
    try:
        return is_ours(address)
    finally:
        close_old_connections()


def _with_recipients(envelope: Envelope) -> bytes:
    """Whom it was for stands on the envelope; it goes on top, where it is looked for."""
    content = envelope.content if isinstance(envelope.content, bytes) else (envelope.content or "").encode()
    return b"".join(f"Delivered-To: {each}\r\n".encode() for each in envelope.rcpt_tos) + content


def keep(raw: bytes) -> None:
    """One email, kept as it came. Sent twice it is kept once."""
    from django.db import close_old_connections

    from kith.access.actor import Actor
    from kith.messaging import actions

    close_old_connections()
    try:
        actions.arrive_email(raw=raw, by=Actor.system())
    finally:
        close_old_connections()


def controller(host: str, port: int) -> Controller:
    """The door, ready to be opened."""
    return Controller(
        Door(),
        hostname=host,
        port=port,
        data_size_limit=MOST_BYTES,
        ident="ready",
        server_hostname="localhost",
        timeout=PATIENCE,
    )


def main() -> None:
    """Open until SIGTERM, SIGINT, or until the process that started this one has gone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    import django

    django.setup()
    lines.begin()
    from django.conf import settings

    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    end_with_parent()
    host, _, port = settings.MAIL_DOOR.rpartition(":")
    door = controller(host.strip("[]") or "127.0.0.1", int(port))
    door.start()
    stop.wait()
    door.stop()


if __name__ == "__main__":
    main()
