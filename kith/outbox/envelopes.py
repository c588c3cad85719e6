"""Turns a letter into an email: plain text, one recipient, nothing that follows anybody."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from django.conf import settings

from .models import Letter


def envelope(letter: Letter, to: str) -> EmailMessage:
    """The email. Made again at every try, with the same Message-ID and date."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = letter.subject
    message["From"] = _address(sender_of(letter))
    message["To"] = _address(to, letter.to_name)
    message["Date"] = format_datetime(letter.created_at)
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(letter.body, cte="quoted-printable")
    return message


def sender_of(letter: Letter) -> str:
    """Who it comes from: its own sender, or the usual one."""
    return letter.sender or settings.MAIL_SENDER


def _address(address: str, name: str = "") -> Address:
    return Address(display_name=name, addr_spec=address)
