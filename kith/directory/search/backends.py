"""The one place that knows which database it is: asks its full-text index for the best candidates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

Term = tuple[str, ...]
SQLITE = """
SELECT rowid FROM directory_search WHERE directory_search MATCH %s
ORDER BY bm25(directory_search, 8.0, 6.0, 1.0, 0.0), rowid LIMIT %s
"""
POSTGRESQL = """
SELECT activity_id FROM directory_searchdocument WHERE words @@ to_tsquery('simple', %s)
ORDER BY ts_rank('{0.0, 0.1, 0.8, 1.0}', words, to_tsquery('simple', %s)) DESC, activity_id LIMIT %s
"""
ANY = "SELECT activity_id FROM directory_searchdocument ORDER BY activity_id DESC LIMIT %s"


@dataclass(frozen=True)
class Wanted:
    """`terms`: any of these (each all of its stems). `facts`: from every group at least one fact word."""

    terms: tuple[Term, ...]
    facts: tuple[tuple[str, ...], ...] = ()


def candidates(wanted: Wanted, limit: int) -> list[int]:
    """The keys of the activities whose words fit best, best first. Reads the index, never every listing."""
    with connection.cursor() as cursor:
        cursor.execute(*_question(wanted, limit))
        return [row[0] for row in cursor.fetchall()]


def candidates_of_each(wanted: Sequence[Wanted], limit: int) -> list[list[int]]:
    """The same for many in one look; the keys of each are in no order."""
    keys: list[list[int]] = [[] for _ in wanted]
    if not wanted:
        return keys
    questions = [_question(one, limit) for one in wanted]
    parts = [f"SELECT {turn} AS turn, found.* FROM ({asked}) AS found" for turn, (asked, _) in enumerate(questions)]  # noqa: S608 - numbers, and the questions above
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [value for _, values in questions for value in values])
        for turn, key in cursor.fetchall():
            keys[turn].append(key)
    return keys


def _question(wanted: Wanted, limit: int) -> tuple[str, list]:
    if not wanted.terms and not wanted.facts:
        return ANY, [limit]
    if connection.vendor == "postgresql":
        return POSTGRESQL, [_postgresql(wanted), _postgresql(wanted), limit]
    return SQLITE, [_sqlite(wanted), limit]


def _sqlite(wanted: Wanted) -> str:
    parts = []
    if wanted.terms:
        parts.append("{name terms body} : " + _any(_sqlite_term(term) for term in wanted.terms))
    parts += ["facts : " + _any(f'"{fact}"' for fact in group) for group in wanted.facts]
    return " AND ".join(f"({part})" for part in parts)


def _sqlite_term(term: Term) -> str:
    return "(" + " AND ".join(f'"{stem}"' for stem in term) + ")"


def _any(parts: Iterable[str]) -> str:
    return "(" + " OR ".join(parts) + ")"


def _postgresql(wanted: Wanted) -> str:
    parts = []
    if wanted.terms:
        parts.append(" | ".join("(" + " & ".join(f"'{stem}':ABC" for stem in term) + ")" for term in wanted.terms))
    parts += [" | ".join(f"'{fact}':D" for fact in group) for group in wanted.facts]
    return " & ".join(f"({part})" for part in parts)
