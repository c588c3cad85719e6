"""A real mail server on loopback that keeps what it is given, and refuses when told to."""

import socket
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller

from kith.outbox.actions import post


class Tray:
    """What the server was given: (recipients, message) each; `refuse` is an answer such as “451 Later”."""

    def __init__(self):
        self.given = []
        self.refuse = ""

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - the server's name
        if self.refuse:
            return self.refuse
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - the server's name
        message = message_from_bytes(envelope.content, policy=default)
        self.given.append((list(envelope.rcpt_tos), message))
        return "250 OK"

    @property
    def messages(self):
        return [message for _, message in self.given]


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


@pytest.fixture
def mail(settings):
    """The server, with Kith told to use it."""
    tray = Tray()
    controller = Controller(tray, hostname="127.0.0.1", port=free_port())
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
