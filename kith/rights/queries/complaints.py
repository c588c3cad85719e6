"""Complaints that wait, and who had a copy of what is put right."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from kith.access import clock
from kith.access.one import the_one
from kith.people.models import Individual
from kith.rights.gathering import rows_of
from kith.rights.models import Complaint, Request
from kith.rights.register import entries

SAY_WITHIN = timedelta(days=30)
A_MOMENT = timedelta(minutes=1)
AN_HOUR = timedelta(hours=1)
COPIES = ("interop.PlanTaken", "paperwork.Taken", "conversations.RecordCopy")  # what left, and stays elsewhere


@dataclass(frozen=True)
class HadCopy:
    """A copy that left, and whether whoever has it was told."""

    copy: str
    who: str
    how: str  # how they were told; "": not yet


def open_complaints() -> QuerySet[Complaint]:
    """Those that wait, the first first."""
    return Complaint.objects.filter(ended_at=None).select_related("individual")


def complaint_called(public_id: str) -> Complaint | None:
    found = Complaint.objects.select_related("individual", "said_by", "ended_by")
    return the_one(found.filter(public_id=public_id))


def say_by(complaint: Complaint) -> date:
    """By when it is to be said that it came in."""
    return timezone.localtime(complaint.received_at + SAY_WITHIN).date()


def came_just_now(**said) -> Complaint | None:
    """The very same a moment ago: a button pressed twice."""
    return Complaint.objects.filter(received_at__gte=clock.now() - A_MOMENT, **said).first()


def came_lately() -> int:
    """How many came within an hour."""
    return Complaint.objects.filter(received_at__gte=clock.now() - AN_HOUR).count()


def who_had_copies(wanted: Request) -> list[HadCopy]:
    """Everything that left Kith about them before this was asked, with how whoever has it was told."""
    told = dict(wanted.told_of_change.values_list("copy", "how"))
    copies = copies_that_left(wanted.individual)
    return [HadCopy(mark, f"{title}: {who}", told.get(mark, "")) for mark, title, who in copies]


def copies_that_left(individual: Individual) -> Iterator[tuple[str, str, str]]:
    """Each by a mark of its own: what it was, and for whom, and when."""
    for label in COPIES:
        for row in rows_of(entries()[label], individual):
            yield f"{label} {row.pk}", entries()[label].title, _who(row)


def _who(row) -> str:
    """For whom it was, or who took it, and when."""
    model = type(row)._meta.label
    if model == "conversations.RecordCopy":
        return f"the main record, {timezone.localtime(row.copied_at):%-d %B %Y}"
    for_whom = getattr(row, "for_whom", "") or "the organisation"
    return f"{for_whom}, {timezone.localtime(row.taken_at):%-d %B %Y}"
