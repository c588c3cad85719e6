"""Keeps the search's words, and what is given out, in step with listings: every action that changes one calls it."""

from collections import Counter
from collections.abc import Iterable
from operator import attrgetter

from django.db import connection

from kith.directory.models import (
    Activity,
    Organisation,
    SearchDocument,
    SearchMeaning,
    Setting,
    Source,
    Status,
    Suggestion,
)
from kith.directory.search.backends import row_number
from kith.directory.search.map_order import spot_of
from kith.directory.search.weights import EVERYTHING
from kith.directory.search.words import joined, stem, telling_stems

from .cells import write_cells
from .opening import next_modified, open_batch
from .put_in import put_in

BATCH = 500
DOCUMENT = (
    *("activity_id", "name_words", "term_words", "body_words", "fact_words"),
    *("latitude", "longitude", "spot"),
)
MOST_WORDS = 3000  # of one listing's prose
EVENING, AFTERNOON = 17, 12  # the hours at which they begin
COUNT_WORDS = """
INSERT INTO directory_searchword (word, first, length, documents) VALUES (%s, %s, %s, %s)
ON CONFLICT (word) DO UPDATE SET documents = directory_searchword.documents + excluded.documents
"""
PUT_IN = "INSERT INTO directory_search (rowid, name, terms, body, facts) VALUES (%s, %s, %s, %s, %s)"
TAKE_OUT = (
    "INSERT INTO directory_search (directory_search, rowid, name, terms, body, facts) "
    "VALUES ('delete', %s, %s, %s, %s, %s)"
)

SAID_OF_SETTING = {Setting.REMOTE: "online by telephone", Setting.HOME: "home visits"}  # words it is found by


def index_again(activity_ids: Iterable[int]) -> None:
    """Writes the words of these listings anew, and what is given out of them; takes out those that are not live."""
    if not (keys := sorted(set(activity_ids))):
        return
    counted: Counter[str] = Counter()
    modified = next_modified()
    for start in range(0, len(keys), BATCH):
        some = keys[start : start + BATCH]
        listings = _loaded(some)
        _index_batch(some, listings, counted)
        open_batch(listings, modified)
    _count_words(counted)


def _loaded(keys: list[int]) -> list[Activity]:
    """Once, for all that is written of them. Whoever runs many of them is loaded once: a list has few organisations."""
    found = Activity.objects.filter(pk__in=keys).select_related("place").prefetch_related("times", "suggestions")
    listings = list(found)
    organisations = Organisation.objects.in_bulk({each.organisation_id for each in listings} - {None})
    owners = (*listings, *organisations.values())
    sources = Source.objects.in_bulk({each.source_id for each in owners} - {None})
    for each in owners:
        each.source = sources[each.source_id] if each.source_id else None
    for each in listings:
        each.organisation = organisations[each.organisation_id] if each.organisation_id else None
    return listings


def _index_batch(keys: list[int], listings: list[Activity], counted: Counter[str]) -> None:
    old = list(SearchDocument.objects.filter(pk__in=keys))
    for document in old:
        counted.subtract(_words_of(document))
    new = [document_of(activity) for activity in listings if activity.status == Status.LIVE]
    for document in new:
        counted.update(_words_of(document))
    if old:
        SearchDocument.objects.filter(pk__in=keys).delete()
        SearchMeaning.objects.filter(pk__in=keys).delete()
    put_in(SearchDocument, DOCUMENT, (attrgetter(*DOCUMENT)(each) for each in new))
    write_cells(old, new)
    if connection.vendor == "sqlite":
        _write_sqlite(old, new)


def _words_of(document: SearchDocument) -> set[str]:
    return {
        EVERYTHING,
        *document.name_words.split(),
        *document.term_words.split(),
        *document.body_words.split(),
    }


def _write_sqlite(old: list[SearchDocument], new: list[SearchDocument]) -> None:
    """The index keeps no text of its own: to take a row out, it is told what the row said."""
    with connection.cursor() as cursor:
        cursor.executemany(TAKE_OUT, map(_row, old))
        cursor.executemany(PUT_IN, map(_row, sorted(new, key=lambda one: (one.spot, one.pk))))


def _row(one: SearchDocument) -> tuple:
    number = row_number(one.pk, one.spot)
    return number, one.name_words, one.term_words, one.body_words, one.fact_words


def _count_words(counted: Counter[str]) -> None:
    """Adds to the word counts, in one order so that two writers do not wait for each other."""
    rows = [(word, word[:1], len(word), change) for word, change in sorted(counted.items()) if change]
    with connection.cursor() as cursor:
        cursor.executemany(COUNT_WORDS, rows)


def document_of(activity: Activity) -> SearchDocument:
    """The words of one listing, stemmed, with its facts as words."""
    place = activity.place
    point = place.point if place and activity.setting != Setting.REMOTE else None
    organisation = activity.organisation.name if activity.organisation else ""
    where = f"{place.name} {place.address}" if place else ""
    body = " ".join(
        [
            activity.summary,
            activity.long_text,
            activity.what_to_expect,
            activity.access_words,
            activity.getting_there,
            SAID_OF_SETTING.get(activity.setting, ""),
            activity.kit_words,
            organisation,
            where,
        ]
    )
    return SearchDocument(
        activity=activity,
        name_words=_words_in(activity.name),
        term_words=_words_in(" ".join(activity.categories)),
        body_words=_words_in(body),
        fact_words=" ".join(_facts_of(activity)),
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        spot=spot_of(point),
    )


def _words_in(text: str) -> str:
    """Its stems in order; after them those of words joined by a hyphen."""
    return " ".join([*telling_stems(text)[:MOST_WORDS], *map(stem, joined(text[: MOST_WORDS * 8]))])


def _facts_of(activity: Activity) -> list[str]:
    """What is known (`x…`), what may be so (`xmay…`), and which sorts of thing are known (`xknown…`)."""
    facts = {f"x{fact}" for fact in _known_times(activity) | _known_cost(activity)}
    sorts = {_sort_of(fact.removeprefix("x")) for fact in facts}
    tasters = {"xtaster"} if activity.taster else set()
    for suggestion in activity.suggestions.all():
        if suggestion.state != Suggestion.State.OFFERED:
            continue
        if suggestion.field == "taster":
            tasters |= {"xmaytaster"} if activity.taster is None else set()
        else:
            maybe = _maybe(suggestion)
            facts |= {f"xmay{fact}" for fact in maybe if _sort_of(fact) not in sorts}
    return sorted(facts | tasters | {f"xknown{sort}" for sort in sorts})


def _sort_of(fact: str) -> str:
    if fact.startswith("day"):
        return "day"
    return "part" if fact in ("morning", "afternoon", "evening") else "cost"


def _known_times(activity: Activity) -> set[str]:
    slots = [(slot.weekday, slot.starts.hour if slot.starts else None) for slot in activity.times.all()]
    if activity.on_date:
        hours = {hour for _, hour in slots} or {None}
        slots += [(activity.on_date.weekday(), hour) for hour in hours]
    return {fact for day, hour in slots for fact in _facts_of_slot(day, hour)}


def _facts_of_slot(day: int | None, hour: int | None) -> set[str]:
    """ "day1", "evening" and the two together, "day1evening"."""
    days = {f"day{day}"} if day is not None else set()
    parts = {part_of_day(hour)} if hour is not None else set()
    return days | parts | {day_word + part for day_word in days for part in parts}


def _known_cost(activity: Activity) -> set[str]:
    if activity.is_free or activity.price_pence == 0:
        return {"free", "pence0"}
    return {f"pence{activity.price_pence}"} if activity.price_pence is not None else set()


def _maybe(suggestion: Suggestion) -> set[str]:
    if suggestion.field == "setting":
        return set()  # nobody filters by it
    if suggestion.field == "is_free":
        return {"free", "pence0"}
    if suggestion.field == "price_pence":
        return {f"pence{suggestion.value}"}
    slots = [
        (slot.get("weekday"), int(slot["starts"][:2]) if slot.get("starts") else None) for slot in suggestion.value
    ]
    return {fact for day, hour in slots for fact in _facts_of_slot(day, hour)}


def part_of_day(hour: int) -> str:
    """ "morning", "afternoon" or "evening"."""
    if hour >= EVENING:
        return "evening"
    return "afternoon" if hour >= AFTERNOON else "morning"
