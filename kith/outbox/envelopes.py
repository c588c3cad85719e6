"""Turns a letter into an email: plain text, one recipient, nothing that follows anybody."""

import binascii
import re
from email.headerregistry import Address
from email.policy import SMTP
from email.utils import format_datetime

from django.conf import settings

from .models import Letter
from .reply_addresses import address_for

# Nothing in such a value has to be folded or escaped; whatever else there is, the standard library writes.
PLAIN = re.compile(r"[A-Za-z0-9<>@+.:,_ -]*", re.ASCII)
PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9+._-]{1,64}@[A-Za-z0-9.-]{1,60}", re.ASCII)
PLAIN_NAME = re.compile(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*", re.ASCII)
IN_ONE_LINE = 78
BODY = (
    b'MIME-Version: 1.0\r\nContent-Type: text/plain; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n'
)


def written(letter: Letter, to: str) -> bytes:
    """The email as it travels. Written again at every try, with the same Message-ID and date."""
    return b"".join([*(line(name, value) for name, value in _top_of(letter, to)), BODY, b"\r\n", _words(letter.body)])


def sender_of(letter: Letter) -> str:
    """Who it comes from: its own sender, or the usual one."""
    return letter.sender or settings.MAIL_SENDER


def comes_back_to(letter: Letter) -> str:
    """Where mail systems send it when it cannot arrive: its own address, so that it is found again."""
    return address_for(letter) or sender_of(letter)


def line(name: str, value: str | Address) -> bytes:
    """One line of the top of an email, folded where it is long. Raises ValueError if it would be two."""
    if isinstance(value, str) and len(name) + 2 + len(value) <= IN_ONE_LINE and PLAIN.fullmatch(value):
        return f"{name}: {value}\r\n".encode()
    return SMTP.fold_binary(*SMTP.header_store_parse(name, value))


def plain_address(address: str) -> str:
    """The address in ASCII: a domain in another script has such a form. Raises ValueError when there is none."""
    name, _, domain = address.rpartition("@")
    return address if address.isascii() else f"{name}@{domain.encode('idna').decode()}"


def _top_of(letter: Letter, to: str) -> list[tuple[str, str | Address]]:
    top: list[tuple[str, str | Address]] = [
        ("Subject", letter.subject),
        ("From", _address(sender_of(letter))),
        ("To", _address(to, letter.to_name)),
        ("Date", format_datetime(letter.created_at)),
        ("Message-ID", letter.message_id),
        ("Auto-Submitted", "auto-generated"),
        ("X-Auto-Response-Suppress", "All"),
    ]
    if letter.takes_replies and (answers_to := address_for(letter)):
        top.append(("Reply-To", _address(answers_to)))
    if letter.is_news and letter.stop_url:
        top += [("List-Unsubscribe", f"<{letter.stop_url}>"), ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")]
    return top


def _address(address: str, name: str = "") -> str | Address:
    if PLAIN_ADDRESS.fullmatch(address) and (not name or PLAIN_NAME.fullmatch(name)):
        return f"{name} <{address}>" if name else address
    return Address(display_name=name, addr_spec=plain_address(address))


def _words(body: str) -> bytes:
    lines = re.sub(r"\r\n?|\n", "\r\n", body if body.endswith("\n") else f"{body}\n")
    return binascii.b2a_qp(lines.encode(), istext=True)
