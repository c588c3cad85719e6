"""What we ask about meetings."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db.models import Exists, Max, OuterRef, Prefetch, Q, QuerySet, prefetch_related_objects
from django.utils.crypto import salted_hmac

from kith.access.kept import kept
from kith.access.one import the_one
from kith.conversations.models import Account, Meeting, Note, RecordCopy, Saying
from kith.goals.models import Step
from kith.introductions.models import Introduction
from kith.people.models import Away, Individual, Relation

from .mirror import meetings_to_ask_after

NEAR_A_SEASON = timedelta(days=45)


def next_meeting(individual: Individual) -> Meeting | None:
    """The one that is planned. `may_be_away`: somebody of their people is away on that day; `asks_gone_through`: it is
    time to ask them, once, if anybody went through this way of working."""
    return the_one(_next(individual))


@kept
def _next(individual: Individual) -> QuerySet[Meeting]:
    away = Away.objects.filter(first_day__lte=OuterRef("day"), last_day__gte=OuterRef("day"), ended_early_at=None)
    away = away.filter(user__relations__individual=individual)
    planned = individual.meetings.filter(state=Meeting.State.PLANNED).annotate(may_be_away=Exists(away))
    planned = planned.annotate(asks_gone_through=Exists(meetings_to_ask_after(individual)))
    return planned.select_related("partnership__user")[:1]


def last_meeting(individual: Individual) -> Meeting | None:
    """The latest that was held, with its notes and the answers to it."""
    held = _last(individual)
    prefetch_related_objects(held, Prefetch("notes", Note.objects.select_related("author")), "accounts")
    return the_one(held)


@kept
def _last(individual: Individual) -> QuerySet[Meeting]:
    return individual.meetings.filter(state=Meeting.State.HELD).select_related("partnership__user")[:1]


def meetings_held(individual: Individual) -> QuerySet[Meeting]:
    """Every meeting that was held, newest first, with both accounts."""
    return _with_both_accounts(individual.meetings.filter(state=Meeting.State.HELD))


def _with_both_accounts(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    return meetings.select_related("partnership__user").prefetch_related(
        Prefetch("notes", Note.objects.select_related("author")),
        Prefetch("sayings", Saying.objects.select_related("author")),
        Prefetch("accounts", Account.objects.select_related("note__author")),
    )


def meeting_of(individual: Individual, public_id: str) -> Meeting | None:
    """This individual's meeting with this public id, with both accounts and what was agreed."""
    return (
        _with_both_accounts(individual.meetings.all())
        .prefetch_related(
            Prefetch("steps", Step.objects.select_related("helper")),
            Prefetch("introductions", Introduction.objects.select_related("activity")),
            Prefetch("copies", RecordCopy.objects.select_related("copied_by")),
            "goals",
            "decisions",
            "feelings",
        )
        .filter(public_id=public_id)
        .first()
    )


def meeting_written_from(individual: Individual, token: str) -> Meeting | None:
    """The meeting that this very page already saved, or whose day it had kept before more was written."""
    mine = individual.meetings.filter(Q(written_from=token) | Q(kept_from=token))
    return mine.first() if token else None


def page_name(individual: Individual, user_id: int | None) -> str:
    """What a fresh write-up saves under. Two of them opened side by side have one name, so that the same meeting is
    not saved twice; once one is saved, the next has another."""
    written = individual.meetings.aggregate(latest=Max("written_at"))["latest"]
    return salted_hmac("kith.conversations.page", f"{individual.pk} {user_id} {written}").hexdigest()


def kept_by_its_day(individual: Individual, partnership: Relation, held_on: date) -> Meeting | None:
    """The meeting of this day that somebody kept by one press: words written later the same day belong to it."""
    held = individual.meetings.filter(partnership=partnership, state=Meeting.State.HELD, day=held_on)
    return held.filter(notes__isnull=True, reflections__isnull=True).first()


def was_this_meeting(planned: Meeting, held_on: date) -> bool:
    """Whether a meeting held on this day is the one that was planned: its day has come, or its season is near."""
    if planned.day:
        return planned.day <= held_on
    return planned.expected_on - NEAR_A_SEASON <= held_on


@dataclass(frozen=True)
class Ahead:
    """One line of Today: an individual and what is known of their next meeting."""

    individual: Individual
    meeting: Meeting | None


def ahead(individuals: list[Individual]) -> list[Ahead]:
    """People by next meeting, nearest first; those without one come last, by name. Two queries, however many."""
    by_individual = {meeting.individual_id: meeting for meeting in _planned_with(individuals)}
    lines = [Ahead(each, by_individual.get(each.pk)) for each in individuals]
    return sorted(lines, key=_order)


@kept
def _planned_with(individuals: list[Individual]) -> QuerySet[Meeting]:
    return Meeting.objects.filter(state=Meeting.State.PLANNED, individual__in=individuals)


def _order(line: Ahead) -> tuple[bool, date, time, str]:
    expected = line.meeting.expected_on if line.meeting else date.max
    at_time = line.meeting.at_time if line.meeting and line.meeting.at_time else time.max
    return line.meeting is None, expected, at_time, line.individual.called.casefold()


def called_off(individual: Individual, today: date) -> Meeting | None:
    """A meeting still to come that was called off."""
    return individual.meetings.filter(state=Meeting.State.CALLED_OFF, expected_on__gte=today).first()
