"""What scoring looks at of a listing, read without the rest: hundreds are looked at for each few that are shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from kith.access.kept import kept
from kith.directory.going_on import not_over
from kith.directory.models import STAYED_IN_FOR, SearchDocument, Status

WORDS = ("pk", "name_words", "term_words", "body_words", "fact_words", "latitude", "longitude")
SAID = ("public_id", "name", "kind", "audience", "setting", "categories", "last_checked_on", "listed_on", "standing")
NAMES = ("activity__organisation__name", "activity__place__name")


@dataclass(slots=True)
class Named:
    """Who runs it, or where it is."""

    name: str


@dataclass(slots=True)
class Said:
    """The listing, as far as scoring asks."""

    public_id: str
    name: str
    kind: str
    audience: str
    setting: str
    categories: list[str]
    last_checked_on: date | None
    listed_on: date
    standing: str  # by its age, see `ages`
    organisation: Named | None
    place: Named | None

    @property
    def is_gone_to(self) -> bool:
        """As that of the listing itself."""
        return self.setting not in STAYED_IN_FOR


@dataclass(slots=True)
class Document:
    """Its words and where it is. `activity` is `Said`, until the listing itself takes its place."""

    pk: int
    name_words: str
    term_words: str
    body_words: str
    fact_words: str
    latitude: float | None
    longitude: float | None
    activity: Any
    text: Any = None  # its words made ready for scoring, once somebody asks


def documents(keys: Iterable[int]) -> dict[int, Document]:
    """Those of these listings that are going on, by key."""
    return {each.pk: each for each in map(document, _of_keys(list(keys)))}


@kept
def _of_keys(keys: list[int]) -> QuerySet:
    return columns(going_on().filter(pk__in=keys))


def going_on() -> QuerySet[SearchDocument]:
    """All that somebody can still begin with."""
    return SearchDocument.objects.filter(not_over("activity__"), activity__status=Status.LIVE)


def columns(rows: QuerySet[SearchDocument]) -> QuerySet:
    """The same as rows for `document`."""
    return rows.values_list(*WORDS, *(f"activity__{name}" for name in SAID), *NAMES)


def document(row: tuple) -> Document:
    """One row of them."""
    words, said, names = row[: len(WORDS)], row[len(WORDS) : -len(NAMES)], row[-len(NAMES) :]
    return Document(*words, Said(*said, *(None if name is None else Named(name) for name in names)))
