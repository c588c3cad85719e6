"""Everything that is kept about one individual, found by the register."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from types import MappingProxyType

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kith.people import urgent
from kith.people.models import Individual
from kith.people.queries import names_of

from .labels import label_of
from .register import Entry, entries, of_individuals

BY_PUBLIC_ID = ("chain", "individual_ref")  # what names somebody without a key
TRAIL = "access.TrailEntry"
NAMES_BY_ID = {TRAIL: "who"}  # the trail names nobody; whoever reads a copy is told names
OF_EVERYBODY = "directory"
BY_NAME = ("people.User", "people.Individual", "people.Team", "questionnaires.AgencyForm")
TOLD_LATER = {"people.UrgentLook": "pk", "people.ToldLater": "look", "people.Relation": "urgent_look"}

Say = Mapping[str, Callable]
AS_IT_IS: Say = MappingProxyType({})


@dataclass(frozen=True)
class Record:
    """One row, as it is read."""

    entry: Entry
    pk: int
    values: dict[str, str]  # by the field's name; nothing that is empty

    @property
    def mark(self) -> str:
        """What a decision about this row names."""
        return f"{self.entry.label} {self.pk}"

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What is read of it, each with its label; and its number, where another row may name it."""
        number = [("Number", str(self.pk))] if self.entry.label in _named_by_others() else []
        labelled = [(label_of(self.entry.label, name), words) for name, words in self.values.items()]
        return number + [(label, words) for label, words in labelled if label]


@dataclass(frozen=True)
class Part:
    """All rows of one model."""

    entry: Entry
    records: list[Record]


def gather(individual: Individual, *, is_own: bool = False) -> list[Part]:
    """All of it, model by model; those without a row too. What the individual keeps to themself is there for them
    alone."""
    return [part_of(entry, individual, is_own=is_own) for entry in of_individuals()]


def part_of(
    entry: Entry, individual: Individual, *, is_own: bool = False, only: dict | None = None, say: Say = AS_IT_IS
) -> Part:
    """All rows of one model; or those alone that fulfil something. `say`: what is said of a row besides its fields."""
    records = list(_records(entry, individual, is_own, only or {}, say))
    if name := NAMES_BY_ID.get(entry.label):
        names = names_of({each.values.get(name, "") for each in records})
        for each in records:
            each.values[name] = names.get(each.values.get(name, ""), each.values.get(name, ""))
    return Part(entry, records)


def rows_of(entry: Entry, individual: Individual, *, is_own: bool = True) -> models.QuerySet:
    """The rows of one model that are about this individual."""
    model = apps.get_model(entry.label)
    found = model._default_manager.filter(_about(entry, individual)).order_by("pk")
    if entry.is_own_alone and not is_own:
        return found.none()
    for name, value in ({} if is_own else entry.own_when).items():
        found = found.exclude(**{name: value})
    return found


def rows_told(entry: Entry, individual: Individual, *, is_own: bool = False) -> models.QuerySet:
    """Those of them that are told now."""
    return rows_of(entry, individual, is_own=is_own).exclude(_not_yet(entry, individual))


def _about(entry: Entry, individual: Individual) -> Q:
    found = Q()
    for way in entry.about:
        found |= Q(**{way: individual.public_id if way in BY_PUBLIC_ID else individual.pk})
    return found


def _not_yet(entry: Entry, individual: Individual) -> Q:
    """What two people agreed to tell later is in no copy before its day: the copy would tell it."""
    looks = urgent.looks_to_be_told_of(individual)
    if entry.label == TRAIL:
        return urgent.not_told_yet(individual)
    return Q(**{f"{TOLD_LATER[entry.label]}__in": looks}) if entry.label in TOLD_LATER else Q(pk__in=[])


def _records(entry: Entry, individual: Individual, is_own: bool, only: dict, say: Say) -> Iterator[Record]:
    found = rows_told(entry, individual, is_own=is_own).filter(**only)
    fields = [found.model._meta.get_field(name) for name in entry.shown if name not in say]
    named = [each.name for each in fields if _is_named(each) and not each.many_to_many]
    for row in found.select_related(*named) if named else found:
        values = {name: say[name](row) if name in say else _in_words(row, name) for name in entry.shown}
        yield Record(entry, row.pk, {name: words for name, words in values.items() if words})


def _in_words(row: models.Model, name: str) -> str:
    field = row._meta.get_field(name)
    if field.many_to_many:
        return "; ".join(map(_named, getattr(row, name).all()))
    if field.is_relation:
        return _tie(row, field)
    if field.choices:
        return str(getattr(row, f"get_{name}_display")())
    return _plain(getattr(row, name))


def _tie(row: models.Model, field: models.Field) -> str:
    """People by name, and what anybody can look up; another thing by its number: it is in the copy as well, where
    its words may be covered."""
    if getattr(row, field.attname) is None:
        return ""
    if _is_named(field):
        return _named(getattr(row, field.name))
    return f"“{entries()[field.related_model._meta.label].title}”, number {getattr(row, field.attname)}"


def _is_named(field: models.Field) -> bool:
    kind = field.related_model._meta if field.is_relation else None
    return kind is not None and (kind.label in BY_NAME or kind.app_label == OF_EVERYBODY)


@lru_cache(maxsize=1)
def _named_by_others() -> set[str]:
    """Models whose rows other rows name by number."""
    ties = (
        apps.get_model(entry.label)._meta.get_field(name)
        for entry in of_individuals()
        for name in entry.fields.get("ties", ())
    )
    return {each.related_model._meta.label for each in ties if not _is_named(each)}


def _named(thing: models.Model) -> str:
    try:
        return str(thing)
    except ObjectDoesNotExist:
        return f"{thing._meta.verbose_name} {thing.pk}"


def _moment(at: datetime) -> str:
    return f"{timezone.localtime(at):%-d %B %Y, %H:%M}"


def _pairs(told: dict) -> str:
    return "; ".join(f"{key}: {_plain(each)}" for key, each in told.items())


PLAIN: tuple[tuple[type, Callable], ...] = (  # the first that fits: a moment is a day too
    (bool, lambda yes: "yes" if yes else "no"),
    (datetime, _moment),
    (date, lambda day: f"{day:%-d %B %Y}"),
    (time, lambda at: f"{at:%H:%M}"),
    (list, lambda some: "; ".join(map(_plain, some))),
    (dict, _pairs),
)


def _plain(value) -> str:
    """As somebody would write it; nothing for nothing."""
    if value is None:
        return ""
    return next((say(value) for kind, say in PLAIN if isinstance(value, kind)), str(value))
