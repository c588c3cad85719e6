"""Printed codes: how they are made and read, and the square that leads to the page for them.

A code is about 60 bits from letters and figures that are not easily confused. Only a print of it under the
install's secret is kept, so neither the database nor a backup of it lets anybody in.
"""

import secrets
from datetime import datetime

import qrcode
from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.html import format_html
from django.utils.safestring import SafeString

from kith.access import clock
from kith.access.public_ids import ALPHABET

from .models import Individual, SignInCard, User

SALT = "kith.people.cards"
LETTERS, GROUP = 12, 4


def new_code() -> str:
    """A fresh code in groups of four, as it is printed."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LETTERS))
    return "-".join(letters[start : start + GROUP] for start in range(0, LETTERS, GROUP))


def fingerprint_of(typed: str) -> str:
    """What is kept of a code: capitals, gaps and strokes do not matter."""
    letters = "".join(letter for letter in typed.lower() if letter in ALPHABET)
    return salted_hmac(SALT, letters, algorithm="sha256").hexdigest()


def page_address() -> str:
    """Where a printed code is typed."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{reverse('people:use_card')}"


def square(address: str) -> SafeString:
    """The address as a square for a phone's camera: one path, drawn without any style."""
    code = qrcode.QRCode(border=4, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(address)
    rows = code.get_matrix()
    dark = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
    size = len(rows)
    return format_html(
        '<svg viewBox="0 0 {0} {0}" width="150" height="150" role="img" aria-label="A square that opens {1}">'
        '<path fill="#fff" d="M0 0h{0}v{0}h-{0}z"/><path fill="#000" d="{2}"/></svg>',
        size,
        address,
        dark,
    )


def live_cards(user: User) -> QuerySet[SignInCard]:
    """Printed cards that let this user in now."""
    return user.cards.filter(_live_card(clock.now()))


def _live_card(at: datetime) -> Q:
    """A clock that jumped back opens nothing that is yet to be printed."""
    return Q(stopped_at__isnull=True, printed_at__lte=at, ends_at__gt=at)


def card_with(fingerprint: str, at: datetime) -> SignInCard | None:
    """The live card with this print, of an account that is awake and a notebook that is open."""
    found = SignInCard.objects.filter(_live_card(at), fingerprint=fingerprint)
    own = Q(user__is_active=True, user__email__isnull=True, user__individual__closed_at__isnull=True)
    return found.filter(own, user__individual__isnull=False).select_related("user__individual", "printed_by").first()


def card_of(individual: Individual) -> SignInCard | None:
    """The printed card they can sign in with now."""
    return live_cards(individual.user).select_related("printed_by").first() if individual.user else None
