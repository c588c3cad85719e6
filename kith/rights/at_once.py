"""The words of every kind of record about one individual, in one question to the database.

A page that says of each kind whether it changed since somebody looked it through would ask once for every model else.
"""

from collections.abc import Iterable

from django.apps import apps
from django.db.models import QuerySet, Value
from django.db.models.functions import JSONObject

from kith.access.encryption import EncryptedTextField, decrypt
from kith.people.models import Individual

from .gathering import Part, Record, rows_told
from .register import Entry


def words_at_once(individual: Individual, entries: Iterable[Entry]) -> list[Part]:
    """All rows of these models as a lead reads them, with nothing but what somebody wrote."""
    parts = {entry.label: Part(entry, []) for entry in entries}
    rows = [_rows(part.entry, individual) for part in parts.values()]
    for label, pk, words in rows[0].union(*rows[1:], all=True):
        part = parts[label]
        part.records.append(Record(part.entry, pk, _readable(part.entry, words)))
    for part in parts.values():
        part.records.sort(key=lambda each: each.pk)
    return list(parts.values())


def _rows(entry: Entry, individual: Individual) -> QuerySet:
    """(model, key, words) of each row, in the same three columns for every model."""
    words = JSONObject(**{name: name for name in entry.fields.get("words", ())})
    return rows_told(entry, individual).order_by().values_list(Value(entry.label), "pk", words)


def _readable(entry: Entry, words: dict[str, str | None]) -> dict[str, str]:
    fields = apps.get_model(entry.label)._meta
    found = {name: each for name, each in words.items() if each}
    for name, each in found.items():
        if isinstance(fields.get_field(name), EncryptedTextField):
            found[name] = decrypt(each)
    return found
