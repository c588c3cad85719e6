"""School terms, for what goes on only then: from the file that an organisation names, or the demo's invented one."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings

INVENTED = Path(__file__).parent / "terms.toml"


class BadTerms(Exception):
    """A file of terms that cannot be read. `str()` is the reason in words."""


@dataclass(frozen=True)
class Term:
    """From the first day that schools are open to the last, both counted."""

    first: date
    last: date


def terms() -> tuple[Term, ...]:
    """Every term known, in order."""
    return _read(Path(settings.TERM_DATES) if settings.TERM_DATES else INVENTED)


def is_in_term(day: date) -> bool:
    """Whether schools are open around this day. Of days after the last term nothing is known: they count as not."""
    return any(term.first <= day <= term.last for term in terms())


def known_until() -> date | None:
    """The last day that the file speaks of."""
    return terms()[-1].last if terms() else None


@cache
def _read(path: Path) -> tuple[Term, ...]:
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["terms"]
        found = sorted((Term(row["first"], row["last"]) for row in rows), key=lambda term: term.first)
        is_whole = all(type(day) is date for term in found for day in (term.first, term.last))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError):
        raise BadTerms(f"The file of term dates, {path.name}, cannot be read.") from None
    if not is_whole or any(term.last < term.first for term in found):
        raise BadTerms(f"In the file of term dates, {path.name}, a term has no first and last day in order.")
    return tuple(found)
