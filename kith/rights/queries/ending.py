"""What is kept for how long, what is due to go, what holds it, and who has died."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from kith.access import clock
from kith.access.one import the_one
from kith.conversations.when import months_after
from kith.people.models import Individual, Relation
from kith.rights.gathering import rows_of
from kith.rights.models import Death, LegalHold, Period, Removal
from kith.rights.register import RecordClass, classes, months_in_words, of_individuals

WORKS_WITH = (Relation.Kind.PARTNERSHIP, Relation.Kind.ALSO_WORKING_WITH)


@dataclass(frozen=True)
class KeptFor:
    """One kind of record, and how long this organisation keeps it."""

    record_class: RecordClass
    months: int
    is_own: bool  # what the organisation said, and not the usual

    @property
    def in_words(self) -> str:
        since = "after working together ended" if self.record_class.counts_from == "ended" else "after it was made"
        return f"{months_in_words(self.months)} {since}"


@dataclass(frozen=True)
class Due:
    """A notebook whose time is over. No name: it is looked up in the record itself."""

    individual: Individual
    ended_on: date
    due_on: date
    is_held: bool


def periods() -> list[KeptFor]:
    """Every kind that goes by time."""
    told = dict(Period.objects.values_list("record_class", "months"))
    timed = [each for each in classes().values() if each.months]
    return [KeptFor(each, told.get(each.name, each.months), each.name in told) for each in timed]


def months_of_a_notebook() -> int:
    """A notebook goes as a whole, once the longest of its times is over: its parts point at each other."""
    return max(each.months for each in periods() if each.record_class.counts_from == "ended")


def due_to_go() -> list[Due]:
    """Whose time is over, the longest over first."""
    today, months, held = clock.today(), months_of_a_notebook(), _held()
    gone = set(Removal.objects.filter(what="all", confirmed_at__isnull=False).values_list("individual_ref", flat=True))
    found = []
    for each in Individual.objects.filter(Q(closed_at__isnull=False) | Q(moved_on_at__isnull=False)):
        ended = timezone.localtime(each.moved_on_at or each.closed_at).date()
        due_on = months_after(ended, months)
        if due_on <= today and each.public_id not in gone and not _works_with_somebody(each):
            found.append(Due(each, ended, due_on, each.pk in held))
    return sorted(found, key=lambda due: due.due_on)


def _works_with_somebody(individual: Individual) -> bool:
    return individual.relations.filter(kind__in=WORKS_WITH, ends_at=None).exists()


def _held() -> set[int]:
    return set(LegalHold.objects.filter(ended_at=None).values_list("individual_id", flat=True))


def open_hold(individual: Individual) -> LegalHold | None:
    return individual.legal_holds.filter(ended_at=None).select_related("begun_by").first()


def removals_waiting() -> QuerySet[Removal]:
    """Said by one, and not yet by another. `individual_id`: whose it is, while there is a notebook of that name."""
    whose = Individual.objects.filter(public_id=OuterRef("individual_ref")).values("pk")
    waiting = Removal.objects.filter(confirmed_at=None, taken_back_at=None).select_related("said_by")
    return waiting.annotate(individual_id=Subquery(whose))


def certificates() -> QuerySet[Removal]:
    """What went: ids, days and numbers."""
    return Removal.objects.filter(confirmed_at__isnull=False).order_by("-confirmed_at")


def removal_called(individual: Individual, public_id: str) -> Removal | None:
    return the_one(Removal.objects.filter(individual_ref=individual.public_id, public_id=public_id))


def removals_of(individual: Individual) -> QuerySet[Removal]:
    found = Removal.objects.filter(individual_ref=individual.public_id).select_related("said_by", "confirmed_by")
    return found.order_by("-said_at")


def would_go(individual: Individual) -> list[tuple[str, int]]:
    """The preview: how many rows of each kind. What is the individual's alone goes as well, and is not counted."""
    told = classes()
    counts = dict.fromkeys(told, 0)
    for entry in of_individuals():
        if not entry.is_own_alone:
            counts[entry.record_class] += rows_of(entry, individual).count()
    return [(told[name].title, count) for name, count in counts.items() if count]


def death_of(individual: Individual) -> Death | None:
    return Death.objects.filter(individual=individual).select_related("said_by", "confirmed_by").first()


def deaths_to_confirm() -> QuerySet[Death]:
    return Death.objects.filter(confirmed_at=None).select_related("individual", "said_by")
