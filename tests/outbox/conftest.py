"""A real mail server on loopback that keeps what it is given, and refuses when told to."""

import socket
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default

import pytest
from aiosmtpd.controller import Controller

from kith.outbox import gates
from kith.outbox.actions import post
from kith.outbox.envelopes import written
from kith.outbox.models import Letter


class Tray:
    """What the server was given: (recipients, message) each; `refuse` is an answer such as “451 Later”, and
    `turn_away` has one for an address. With `keeps_quiet` it takes a letter and hangs up without a word."""

    def __init__(self):
        self.given, self.senders, self.connections = [], [], 0
        self.refuse, self.turn_away, self.refuse_sender, self.refuse_words = "", {}, "", ""
        self.keeps_quiet = self.hangs_up_on = None

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802 - the server's name
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802 - the server's name
        if self.refuse_sender:
            return self.refuse_sender
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - the server's name
        if address == self.hangs_up_on:
            server.transport.close()
        if answer := self.refuse or self.turn_away.get(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - the server's name
        if self.refuse_words:
            return self.refuse_words
        message = message_from_bytes(envelope.content, policy=default)
        self.given.append((list(envelope.rcpt_tos), message))
        self.senders.append(envelope.mail_from)
        if self.keeps_quiet:
            server.transport.close()
        return "250 OK"

    @property
    def messages(self):
        return [message for _, message in self.given]


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


@pytest.fixture
def gate(monkeypatch):
    """Registers gates for this test only."""
    monkeypatch.setattr(gates, "_gates", {})
    return gates.register


@pytest.fixture
def mail(settings):
    """The server, with Kith told to use it."""
    tray = Tray()
    controller = Controller(tray, hostname="127.0.0.1", port=free_port(), ready_timeout=60)
    controller.start()
    settings.KITH_DEMO = False
    settings.MAIL_URL = f"smtp://127.0.0.1:{controller.port}"
    yield tray
    controller.stop()


@pytest.fixture
def now():
    return datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


@pytest.fixture
def letter(db, now):
    """Posts a letter to Greg; named arguments change it."""

    def write(**changes):
        given = {
            "kind": "a kind",
            "channel": "email",
            "to": "greg@kith.example",
            "subject": "You have a message",
            "body": "It is waiting for you.",
            "now": now,
        }
        return post(**given | changes)

    return write


def envelope(letter: Letter) -> EmailMessage:
    """The email as it travels, to be looked at."""
    return message_from_bytes(written(letter, letter.to), policy=SMTP)


class Carrier:
    """Carries texts and letters: keeps what it is given, and raises `trouble` when it has some."""

    given: list = []
    trouble = None

    def send_text(self, letter, to, reference):
        return self._took(to, reference)

    def send_letter(self, letter, pdf, reference):
        return self._took(pdf, reference)

    def _took(self, what, reference):
        if Carrier.trouble:
            raise Carrier.trouble
        Carrier.given.append((what, reference))
        return f"theirs {len(Carrier.given)}"


@pytest.fixture
def texts(settings, monkeypatch):
    """Somebody's own carrier of texts, chosen by its dotted path."""
    monkeypatch.setattr(Carrier, "given", [])
    monkeypatch.setattr(Carrier, "trouble", None)
    monkeypatch.setattr("kith.outbox.providers.BUILT_IN", {"ours": "kith.outbox.providers.ours"})
    monkeypatch.setattr("kith.outbox.providers.ours", Carrier, raising=False)
    settings.KITH_DEMO, settings.TEXT_PROVIDER = False, "ours"
    return Carrier
