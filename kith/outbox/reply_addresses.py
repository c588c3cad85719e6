"""An address of its own for every letter, so that an answer, or a letter that came back, finds what it is about.

Only this install can make one: it carries a signature under the install's secret. It is in lower case, because
some mail systems write addresses anew.
"""

import base64
import re
from email.utils import parseaddr
from functools import lru_cache

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from . import queries
from .models import Letter

SALT = "kith.outbox.reply_addresses"
SIGNED_WITH = 10  # bytes: 80 bits, 16 letters
OURS = re.compile(r"\+([0-9a-f]{20})([a-z2-7]{16})@[^@\s]+")
LONGEST_NAME = 64 - len("+") - 20 - 16  # of what stands before the “+”


def address_for(letter: Letter) -> str:
    """Where an answer to this letter goes; "" while no address for answers is set."""
    if not settings.REPLY_ADDRESS:
        return ""
    name, _, domain = settings.REPLY_ADDRESS.lower().rpartition("@")
    return f"{name}+{letter.public_id}{_signature(letter.public_id, settings.SECRET_KEY)}@{domain}"


def letter_of(address: str) -> Letter | None:
    """The letter that this address is of, with or without a name around it. None: this install did not make it."""
    found = OURS.search(parseaddr(address)[1].lower())
    if not found:
        return None
    public_id, signature = found.groups()
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    matches = [constant_time_compare(signature, _signature(public_id, secret)) for secret in secrets]
    return queries.called(public_id) if any(matches) else None


def letter_of_message_id(text: str) -> Letter | None:
    """The newest letter of ours among the Message-IDs of this text, such as “In-Reply-To” or “References”."""
    return queries.with_message_id(text)


@lru_cache(maxsize=64)  # a letter's own is asked for a few times while it leaves
def _signature(public_id: str, secret: str) -> str:
    digest = salted_hmac(SALT, public_id, secret=secret, algorithm="sha256").digest()
    return base64.b32encode(digest[:SIGNED_WITH]).decode().lower()


def is_ours(address: str) -> bool:
    """Whether mail to this address is for us: the address for answers itself, or one that this install made of it."""
    if not settings.REPLY_ADDRESS:
        return False
    return parseaddr(address)[1].lower() == settings.REPLY_ADDRESS.lower() or letter_of(address) is not None
