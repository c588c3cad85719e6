"""Keeps the listings of each cell of the map side by side (see `search.packed`). Called once the next number of what is
given out was taken, which lets one writer after another in."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import connection

from kith.directory.models import SearchCell, SearchDocument
from kith.directory.search.cells import row_of
from kith.directory.search.packed import Row, packed, without

PUT = """
INSERT INTO directory_searchcell (number, heads, words) VALUES (%s, %s, %s)
ON CONFLICT (number) DO UPDATE SET heads = excluded.heads, words = excluded.words
"""
NOTHING = Row(b"", b"")


def write_cells(old: Iterable[SearchDocument], new: Iterable[SearchDocument]) -> None:
    """Takes the old listings out of their cells, and puts the new ones into theirs."""
    gone, come = _by_row(old), _by_row(new)
    numbers = sorted(gone.keys() | come.keys())
    found = SearchCell.objects.filter(pk__in=numbers).values_list("number", "heads", "words")
    held = {number: Row(bytes(heads), bytes(words)) for number, heads, words in found}
    rows = {number: _changed(held.get(number, NOTHING), gone[number], come[number]) for number in numbers}
    SearchCell.objects.filter(pk__in=[number for number, row in rows.items() if not row.heads]).delete()
    with connection.cursor() as cursor:
        cursor.executemany(PUT, [(number, *row) for number, row in rows.items() if row.heads])


def pack_again(activity_ids: Iterable[int]) -> None:
    """Where nothing but the day of the last check has changed: no word of the index is written anew."""
    documents = SearchDocument.objects.filter(pk__in=list(activity_ids)).select_related("activity")
    write_cells(documents, documents)


def _by_row(documents: Iterable[SearchDocument]) -> defaultdict[int, list[SearchDocument]]:
    rows = defaultdict(list)
    for one in documents:
        point = None if one.latitude is None or one.longitude is None else (one.latitude, one.longitude)
        rows[row_of(point, one.pk)].append(one)
    return rows


def _changed(row: Row, gone: Sequence[SearchDocument], come: Sequence[SearchDocument]) -> Row:
    kept = without(row, {one.pk for one in gone}) if gone else row
    more = packed(come)
    return Row(kept.heads + more.heads, kept.words + more.words)
