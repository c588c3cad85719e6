"""When a letter cannot be posted, and why."""

import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from .models import Letter

BREAKS_A_LINE = ("Cc", "Zl", "Zp")  # control characters, line and paragraph separators


def cannot_post(*, channel: str, to: str, to_name: str, sender: str, subject: str) -> str | None:
    """Whatever could put a second line, and so a second recipient, on top of a letter is refused."""
    for words, place in ((to, "address"), (to_name, "name"), (sender, "sender"), (subject, "subject")):
        if not _is_one_line(words):
            return f"The {place} of a letter is one line of plain words."
    if channel == Letter.Channel.EMAIL and not (_is_address(to) and (not sender or _is_address(sender))):
        return "A letter by email needs one whole email address, like name@place.example."
    if channel == Letter.Channel.TEXT and not any(sign.isdigit() for sign in to):
        return "A text message needs one telephone number."
    return None


def _is_one_line(words: str) -> bool:
    is_plain = all(unicodedata.category(sign) not in BREAKS_A_LINE for sign in words)
    return is_plain and "=?" not in words  # an encoded word can hide a line break


def _is_address(words: str) -> bool:
    try:
        validate_email(words)
    except ValidationError:
        return False
    return True
