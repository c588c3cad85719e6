"""Addresses in a letter to a place: signed, of one letter, and ending. Never a sign-in, and a visit changes nothing."""

from datetime import date, timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer

from kith.access import clock

from .ages import LINK_HOLDS
from .models import Contact

RIGHT, CHANGED, GONE, STOP = "right", "changed", "gone", "stop"
ANSWERS = (RIGHT, CHANGED, GONE, STOP)
SIGNER = Signer(salt="kith.directory.asking", sep=".")


def address(contact: Contact, day: date, answer: str) -> str:
    """The whole address of one answer to the letter of this day, on the host that serves links alone."""
    held = SIGNER.sign(f"{contact.public_id}-{day:%Y%m%d}")
    return f"{settings.INTRODUCTION_URL.rstrip('/')}/k/{held}/{answer}/"


def read(held: str) -> tuple[str, date] | None:
    """The contact's public id and the day of the letter; None for what we did not write. To stop works for ever."""
    try:
        contact, _, day = SIGNER.unsign(held).rpartition("-")
        return contact, date.fromisoformat(f"{day[:4]}-{day[4:6]}-{day[6:]}")
    except (BadSignature, ValueError):
        return None


def still_holds(day: date) -> bool:
    """Whether the links of this day's letter still take an answer."""
    return clock.today() <= day + timedelta(days=LINK_HOLDS)
