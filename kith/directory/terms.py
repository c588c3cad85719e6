"""School terms, for what goes on only then: from the file that an organisation names; the demo has invented ones."""

import logging
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings

log = logging.getLogger(__name__)


class BadTerms(Exception):
    """A file of terms that cannot be read. `str()` is the reason in words."""


@dataclass(frozen=True)
class Term:
    """From the first day that schools are open to the last, both counted."""

    first: date
    last: date


def terms() -> tuple[Term, ...]:
    """Every term known, in order; none where nobody gave any, or where the file cannot be read."""
    try:
        return read(Path(settings.TERM_DATES)) if settings.TERM_DATES else ()
    except BadTerms as problem:
        log.error("%s", problem)
        return ()


def may_be_on(day: date) -> bool:
    """Whether schools are open around this day. Days beyond the terms known count as holiday; where no terms are
    known at all, every day may be one."""
    known = terms()
    return not known or any(term.first <= day <= term.last for term in known)


@cache
def read(path: Path) -> tuple[Term, ...]:
    """The terms in a file, or `BadTerms`."""
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["terms"]
        found = sorted((Term(row["first"], row["last"]) for row in rows), key=lambda term: term.first)
        is_whole = all(type(day) is date for term in found for day in (term.first, term.last))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError):
        raise BadTerms(f"The file of term dates, {path.name}, cannot be read.") from None
    if not is_whole or any(term.last < term.first for term in found):
        raise BadTerms(f"In the file of term dates, {path.name}, a term has no first and last day in order.")
    return tuple(found)
