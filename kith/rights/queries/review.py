"""What a lead looks through before a copy goes out, kind by kind."""

import hashlib
import json
from dataclasses import dataclass

from django.db.models import QuerySet

from kith.design.marks import marked_in
from kith.people.models import Individual
from kith.rights.at_once import words_at_once
from kith.rights.gathering import Part, Record, part_of
from kith.rights.models import Copy, Delivery, Held, Request
from kith.rights.register import RecordClass, classes, of_individuals

WITHOUT_A_LOOK = ("trail", "rights")  # both grow with every look, and hold what staff did and the individual asked


@dataclass(frozen=True)
class Look:
    """One kind of record, and whether it was looked through as it stands now."""

    record_class: RecordClass
    rows: int
    is_done: bool
    held: int


@dataclass(frozen=True)
class Item:
    """One row, what is marked in it, and what was decided about it."""

    record: Record
    marked: list[str]
    held: list[Held]


def looks(wanted: Request) -> list[Look]:
    """Every kind of record that has any row about them; what is still to look through first."""
    done = dict(wanted.looked_through.values_list("record_class", "digest"))
    held = [each.mark.rsplit(" ", 1)[0] for each in held_for(wanted)]
    found = (_look(classes()[name], parts, done, held) for name, parts in read_at_once(wanted.individual).items())
    return sorted((each for each in found if each.rows), key=lambda each: each.is_done)


def read_at_once(individual: Individual) -> dict[str, list[Part]]:
    """What was written, by the kind of record. It reads for its digest as `parts_of` does."""
    parts: dict[str, list[Part]] = {name: [] for name in classes() if name not in WITHOUT_A_LOOK}
    for part in words_at_once(individual, [each for each in of_individuals() if each.record_class in parts]):
        parts[part.entry.record_class].append(part)
    return parts


def _look(kind: RecordClass, parts: list[Part], done: dict[str, str], held: list[str]) -> Look:
    labels = {part.entry.label for part in parts}
    return Look(
        record_class=kind,
        rows=sum(len(part.records) for part in parts),
        is_done=done.get(kind.name) == digest_of(parts),
        held=sum(label in labels for label in held),
    )


def kind_to_look_at(name: str) -> RecordClass:
    """The kind with this name; the first where there is none."""
    kinds = {key: kind for key, kind in classes().items() if key not in WITHOUT_A_LOOK}
    return kinds.get(name) or next(iter(kinds.values()))


def parts_of(individual: Individual, record_class: str) -> list[Part]:
    """All rows of one kind."""
    return [part_of(entry, individual) for entry in of_individuals() if entry.record_class == record_class]


def digest_of(parts: list[Part]) -> str:
    """Another one once any words were written or changed; that a letter arrived meanwhile is no matter."""
    records = (each for part in parts for each in part.records if not _is_of_a_request(each))
    told = [[each.mark, _words(each)] for each in records]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _is_of_a_request(record: Record) -> bool:
    """A letter about the copy itself, such as that it is ready."""
    return record.values.get("cause", "").startswith("request ")


def _words(record: Record) -> list[str]:
    return [record.values.get(name, "") for name in record.entry.fields.get("words", ())]


def items(wanted: Request, parts: list[Part]) -> list[tuple[Part, list[Item]]]:
    """Row by row, those of a kind together."""
    held: dict[str, list[Held]] = {}
    for each in held_for(wanted):
        held.setdefault(each.mark, []).append(each)
    return [(part, [_item(each, held) for each in part.records]) for part in parts if part.records]


def _item(record: Record, held: dict[str, list[Held]]) -> Item:
    here = held.get(record.mark, [])
    covered = {each.passage for each in here}
    marked = [each for words in record.values.values() for each in marked_in(words) if each not in covered]
    return Item(record, marked, here)


def held_for(wanted: Request) -> QuerySet[Held]:
    """What was decided and stands."""
    return wanted.held.filter(lifted_at=None).select_related("decided_by")


def held_called(wanted: Request, public_id: str) -> Held | None:
    return held_for(wanted).filter(public_id=public_id).first()


def to_look_through(wanted: Request) -> list[str]:
    """Titles of what nobody has looked through, as it stands now."""
    return [each.record_class.title for each in looks(wanted) if not each.is_done]


def copy_of(wanted: Request) -> Copy | None:
    """The newest copy, there or gone."""
    return wanted.copies.prefetch_related("deliveries__by").last()


def deliveries_of(wanted: Request) -> QuerySet[Delivery]:
    """Where copies of it went."""
    return Delivery.objects.filter(copy__request=wanted).select_related("by")
