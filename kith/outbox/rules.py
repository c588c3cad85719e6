"""When a letter cannot be posted or sent again, and why."""

import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from .models import Letter

BREAKS_A_LINE = ("Cc", "Zl", "Zp")  # control characters, line and paragraph separators
SENT_AGAIN_BY_CHOICE = (Letter.State.UNSURE, Letter.State.GAVE_UP, Letter.State.CAME_BACK)


def cannot_post(*, channel: str, to: str, **more) -> str | None:
    """Whatever could put a second line, and so a second recipient, on top of a letter is turned away."""
    lines = {"name": more.get("to_name", ""), "sender": more.get("sender", ""), "subject": more.get("subject", "")}
    lines["link to stop"] = more.get("stop_url", "")
    for place, words in lines.items():
        if not is_one_line(words):
            return f"The {place} of a letter is one line of plain words."
    return (
        cannot_be_addressed(channel, to)
        or _cannot_be_sent_by(channel, more.get("sender", ""))
        or _cannot_be_news(more.get("is_news", False), more.get("stop_url", ""))
    )


def cannot_be_addressed(channel: str, to: str) -> str | None:
    """One recipient, by this channel. On paper an address has several lines."""
    lines = to.split("\n") if channel == Letter.Channel.PRINT else [to]
    if not all(is_one_line(line) for line in lines):
        return "The address of a letter is one line of plain words."
    if channel == Letter.Channel.EMAIL and not _is_address(to):
        return "A letter by email needs one whole email address, like name@place.example."
    if channel == Letter.Channel.TEXT and not any(sign.isdigit() for sign in to):
        return "A text message needs one telephone number."
    return None


def cannot_send_again(letter: Letter) -> str | None:
    """Only what may not have arrived, and while its words are still here."""
    if letter.state not in SENT_AGAIN_BY_CHOICE:
        return "This letter is on its way already, or does not go."
    if not letter.is_kept_whole:
        return "The words of this letter are not kept any more. Please write it again."
    return None


def is_one_line(words: str) -> bool:
    """Nothing in it ends a line, or could be read as doing so."""
    is_plain = all(unicodedata.category(sign) not in BREAKS_A_LINE for sign in words)
    return is_plain and "=?" not in words  # an encoded word can hide a line break


def _cannot_be_sent_by(channel: str, sender: str) -> str | None:
    if channel == Letter.Channel.EMAIL and sender and not _is_address(sender):
        return "A letter by email needs one whole email address, like name@place.example."
    return None


def _cannot_be_news(is_news: bool, stop_url: str) -> str | None:
    if is_news and not stop_url:
        return "News carries a link to stop it."
    if stop_url and not (stop_url.isascii() and stop_url.startswith(("https://", "http://")) and " " not in stop_url):
        return "The link to stop news is one whole web address."
    return None


def _is_address(words: str) -> bool:
    try:
        validate_email(words)
    except ValidationError:
        return False
    return True
