"""The random name a row goes by in addresses. Keys stay inside; this tells nothing and cannot be counted."""

import hashlib
import secrets

from django.db import models

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # no letters or digits that are easily confused
LENGTH = 16  # 31**16 is about 79 bits


def new_public_id() -> str:
    """A fresh random name, safe in an address and readable over the phone."""
    return _written(secrets.randbelow(len(ALPHABET) ** LENGTH))


def is_public_id(words: str) -> bool:
    """Whether it could be one: such a name tells nothing, and whatever else somebody typed need not be kept."""
    return len(words) == LENGTH and set(words) <= set(ALPHABET)


def public_id_from(words: str) -> str:
    """Such a name for what may be made a second time: the same each time. As hard to guess as the words are."""
    return _written(int.from_bytes(hashlib.sha256(words.encode()).digest()))


def _written(number: int) -> str:
    """The last letters of a number, the last one first."""
    letters = []
    for _ in range(LENGTH):
        number, letter = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[letter])
    return "".join(letters)


class PublicIdField(models.CharField):
    """A unique random name, made when the row is made."""

    def __init__(self, *args, **kwargs):
        kwargs |= {"max_length": 40, "unique": True, "default": new_public_id, "editable": False}
        super().__init__(*args, **kwargs)
