"""What is kept of a form's file, column by column."""

from datetime import datetime
from typing import Any

from .kept_forms import digest_of
from .reading import read
from .sources import KNOWN_NAMES
from .structure import NO_ANSWER


def columns_of(text: str, *, by: str, at: datetime) -> dict[str, Any]:
    """Reads the file, or turns it away with `Refused`. `by` says who brings it, in words."""
    form = read(text, KNOWN_NAMES)
    return {
        "url": form.url,
        "version": form.version,
        "title": form.title,
        "is_about_money": form.about_money,
        "questions": sum(question.kind not in NO_ANSWER for question in form.all_questions()),
        "content": text,
        "digest": digest_of(text),
        "loaded_at": at,
        "loaded_by": by[:200],
    }
