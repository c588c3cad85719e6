"""The one place that knows which database it is: asks its index for the best candidates.

A search near a place reads the index only there: on SQLite its rows stand in the order of the map, on PostgreSQL what
is near is set apart before any word is looked at. Left to choose, either begins with the words of the whole country.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from .map_order import HEIGHT_BITS, Span

Term = tuple[str, ...]
KEY_BITS = 32  # the end of a row's number on SQLite is the key of the activity, the beginning its place
IN_NAME, IN_BODY = 3.0, 1.0
SQLITE = """
WITH sought (words, worth) AS (VALUES {sought}) {spans}
SELECT directory_search.rowid & {key} AS activity_id FROM sought {between} CROSS JOIN directory_search
WHERE directory_search MATCH sought.words {inside}
GROUP BY directory_search.rowid ORDER BY sum(sought.worth) DESC, activity_id LIMIT %s
"""
SPANS = ", spans (first, last, south, north) AS (VALUES {spans})"
INSIDE = """
AND directory_search.rowid BETWEEN spans.first << {bits} AND (spans.last << {bits}) + {key}
AND ((directory_search.rowid >> {bits}) & {height}) BETWEEN spans.south AND spans.north
"""
# What is sought is read by a question of its own: otherwise once for every listing, where a plan is good for any words.
POSTGRESQL = """
WITH near AS MATERIALIZED (SELECT activity_id, words FROM directory_searchdocument WHERE {inside})
SELECT activity_id FROM near WHERE words @@ (SELECT to_tsquery('simple', %s))
ORDER BY ts_rank('{{0.0, 0.1, 0.8, 1.0}}', words, (SELECT to_tsquery('simple', %s))) DESC, activity_id LIMIT %s
"""
POSTGRESQL_EVERYWHERE = """
SELECT activity_id FROM directory_searchdocument WHERE words @@ (SELECT to_tsquery('simple', %s))
ORDER BY ts_rank('{0.0, 0.1, 0.8, 1.0}', words, (SELECT to_tsquery('simple', %s))) DESC, activity_id LIMIT %s
"""
ANY = "SELECT activity_id FROM directory_searchdocument WHERE {inside} ORDER BY activity_id DESC LIMIT %s"
ONE_SPAN = "(spot BETWEEN %s AND %s AND (spot & {height}) BETWEEN %s AND %s)"
HEIGHT_MASK, KEY_MASK = (1 << HEIGHT_BITS) - 1, (1 << KEY_BITS) - 1


@dataclass(frozen=True)
class Sought:
    """One thing that is looked for: any of these terms (each all of its stems). `worth`: how much it tells."""

    terms: tuple[Term, ...]
    worth: float = 1.0


@dataclass(frozen=True)
class Wanted:
    """`sought`: at least one of these. `facts`: from every group at least one fact word. `spans`: only there;
    everywhere when there are none."""

    sought: tuple[Sought, ...]
    facts: tuple[tuple[str, ...], ...] = ()
    spans: tuple[Span, ...] = ()


def row_number(activity_id: int, spot: int) -> int:
    """Where a listing stands in SQLite's index."""
    return spot << KEY_BITS | activity_id


def candidates(wanted: Wanted, limit: int) -> list[int]:
    """The keys of the activities whose words fit best, best first. Reads the index, never every listing."""
    with connection.cursor() as cursor:
        cursor.execute(*_question(wanted, limit))
        return [row[0] for row in cursor.fetchall()]


def candidates_of_each(wanted: Sequence[Wanted], limits: Sequence[int]) -> list[list[int]]:
    """The same for many in one look, of each at most its limit; the keys of each are in no order."""
    keys: list[list[int]] = [[] for _ in wanted]
    if not wanted:
        return keys
    questions = [_question(one, limit) for one, limit in zip(wanted, limits, strict=True)]
    parts = [f"SELECT {turn} AS turn, found.* FROM ({asked}) AS found" for turn, (asked, _) in enumerate(questions)]  # noqa: S608 - numbers, and the questions above
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [value for _, values in questions for value in values])
        for turn, key in cursor.fetchall():
            keys[turn].append(key)
    return keys


def _question(wanted: Wanted, limit: int) -> tuple[str, list]:
    if not wanted.sought and not wanted.facts:
        return ANY.format(inside=_inside(wanted.spans)), [*_flat(wanted.spans), limit]
    if connection.vendor == "sqlite":
        return _sqlite(wanted, limit)
    words = _postgresql_words(wanted)
    if not wanted.spans:
        return POSTGRESQL_EVERYWHERE, [words, words, limit]
    return POSTGRESQL.format(inside=_inside(wanted.spans)), [*_flat(wanted.spans), words, words, limit]


def _inside(spans: Sequence[Span]) -> str:
    one = ONE_SPAN.format(height=HEIGHT_MASK)
    return " OR ".join([one] * len(spans)) or "true"


def _flat(rows: Iterable[tuple]) -> list:
    return [value for row in rows for value in row]


def _sqlite(wanted: Wanted, limit: int) -> tuple[str, list]:
    rows = _sqlite_rows(wanted)
    places = {"key": KEY_MASK, "bits": KEY_BITS, "height": HEIGHT_MASK}
    has_spans = bool(wanted.spans)
    asked = SQLITE.format(
        sought=", ".join(["(%s, %s)"] * len(rows)),
        spans=SPANS.format(spans=", ".join(["(%s, %s, %s, %s)"] * len(wanted.spans))) if has_spans else "",
        between="CROSS JOIN spans" if has_spans else "",
        inside=INSIDE.format(**places) if has_spans else "",
        **places,
    )
    return asked, [*_flat(rows), *_flat(wanted.spans), limit]


def _sqlite_rows(wanted: Wanted) -> list[tuple[str, float]]:
    """What to look up and what it is worth: each thing in the names, and again in the text."""
    facts = [f"(facts : {_any(_quoted(fact) for fact in group)})" for group in wanted.facts]
    if not wanted.sought:
        return [(" AND ".join(facts), 0.0)]
    return [
        (" AND ".join([f"({where} : {_any(map(_sqlite_term, one.terms))})", *facts]), one.worth * weight)
        for one in wanted.sought
        for where, weight in (("{name terms}", IN_NAME), ("body", IN_BODY))
    ]


def _sqlite_term(term: Term) -> str:
    return "(" + " AND ".join(map(_quoted, term)) + ")"


def _quoted(word: str) -> str:
    return f'"{word}"'


def _any(parts: Iterable[str]) -> str:
    return "(" + " OR ".join(parts) + ")"


def _postgresql_words(wanted: Wanted) -> str:
    terms = dict.fromkeys(term for one in wanted.sought for term in one.terms)
    parts = []
    if terms:
        parts.append(" | ".join("(" + " & ".join(f"'{stem}':ABC" for stem in term) + ")" for term in terms))
    parts += [" | ".join(f"'{fact}':D" for fact in group) for group in wanted.facts]
    return " & ".join(f"({part})" for part in parts)
