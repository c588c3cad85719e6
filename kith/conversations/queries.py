"""What we ask about conversations."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery
from django.utils import timezone

from kith.people.models import Individual

from .models import Account, Draft, Meeting, Note, Prompt, Reflection, Saying

NEAR_A_SEASON = timedelta(days=45)


def next_meeting(individual: Individual) -> Meeting | None:
    """The one that is planned."""
    return individual.meetings.filter(state=Meeting.State.PLANNED).first()


def last_meeting(individual: Individual) -> Meeting | None:
    """The latest that was held, with its notes and the answers to it."""
    held = individual.meetings.filter(state=Meeting.State.HELD).select_related("partnership__user")
    return held.prefetch_related(Prefetch("notes", Note.objects.select_related("author")), "accounts").first()


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
        .prefetch_related("steps__helper", "goals")
        .filter(public_id=public_id)
        .first()
    )


def meeting_written_from(individual: Individual, token: str) -> Meeting | None:
    """The meeting that this very page already saved."""
    return individual.meetings.filter(written_from=token).first() if token else None


def was_this_meeting(planned: Meeting, held_on: date) -> bool:
    """Whether a meeting held on this day is the one that was planned: its day has come, or its season is near."""
    if planned.day:
        return planned.day <= held_on
    return planned.expected_on - NEAR_A_SEASON <= held_on


def latest_note(meeting: Meeting) -> Note | None:
    """The shared part as it stands now."""
    return next(iter(meeting.notes.all()), None)


def shown_note(meeting: Meeting) -> Note | None:
    """The shared part as the individual may see it."""
    return next((note for note in meeting.notes.all() if note.shown_at), None)


def shown_sayings(meeting: Meeting) -> list[Saying]:
    """What the worker remembers being said, as far as the individual may see it."""
    return [saying for saying in meeting.sayings.all() if saying.shown_at]


def latest_account(meeting: Meeting) -> Account | None:
    """The individual's latest answer, to whichever version they answered."""
    return next(iter(meeting.accounts.all()), None)


def is_answered(meeting: Meeting) -> bool:
    """Whether the latest answer is to the words as they are shown now. An answer to older words is not one to these."""
    note, account = shown_note(meeting), latest_account(meeting)
    return account is not None and note is not None and account.note_id == note.pk


def reflection_on(meeting: Meeting, user_id: int | None) -> Reflection | None:
    """What this user wrote for themselves about this meeting; nobody else's."""
    return meeting.reflections.filter(author_id=user_id).first()


def last_reflection(individual: Individual, user_id: int | None) -> Reflection | None:
    """The latest thing this user wrote for themselves about meeting this individual."""
    mine = Reflection.objects.filter(meeting__individual=individual, author_id=user_id)
    return mine.select_related("meeting").order_by("-meeting__day", "-pk").first()


def open_prompts(individual: Individual) -> QuerySet[Prompt]:
    """What waits for the next meeting."""
    return individual.prompts.filter(ticked_at__isnull=True).select_related("author")


def prompt_of(individual: Individual, public_id: str) -> Prompt | None:
    return individual.prompts.filter(public_id=public_id).first()


def draft_of(individual: Individual, user_id: int | None) -> Draft | None:
    """What this user was typing about this individual."""
    return individual.drafts.filter(author_id=user_id).first()


@dataclass(frozen=True)
class Ahead:
    """One line of Today: an individual and what is known of their next meeting."""

    individual: Individual
    meeting: Meeting | None


def ahead(individuals: list[Individual]) -> list[Ahead]:
    """People by next meeting, nearest first; those without one come last, by name. Two queries, however many."""
    planned = Meeting.objects.filter(state=Meeting.State.PLANNED, individual__in=individuals)
    by_individual = {meeting.individual_id: meeting for meeting in planned}
    lines = [Ahead(each, by_individual.get(each.pk)) for each in individuals]
    return sorted(lines, key=_order)


def _order(line: Ahead) -> tuple[bool, date, time, str]:
    expected = line.meeting.expected_on if line.meeting else date.max
    at_time = line.meeting.at_time if line.meeting and line.meeting.at_time else time.max
    return line.meeting is None, expected, at_time, line.individual.called.casefold()


def unanswered_notes(individual: Individual) -> list[Meeting]:
    """The latest meeting whose shared part is shown, if it is not answered yet; no earlier one is asked about."""
    held = individual.meetings.filter(state=Meeting.State.HELD, notes__shown_at__isnull=False).distinct()
    shown = held.prefetch_related("notes", "accounts").first()
    return [] if shown is None or is_answered(shown) else [shown]


def drafts_of(user_id: int | None, individuals: list[Individual]) -> QuerySet[Draft]:
    """What this user began to write about these people and has not finished."""
    begun = Draft.objects.filter(author_id=user_id, individual__in=individuals, saved_at__isnull=False)
    begun = begun.exclude(typed="")
    return begun.select_related("individual").order_by("-saved_at")


def called_off(individual: Individual, today: date) -> Meeting | None:
    """A meeting still to come that was called off."""
    return individual.meetings.filter(state=Meeting.State.CALLED_OFF, expected_on__gte=today).first()


def differing(individuals: list[Individual]) -> list[Account]:
    """Latest answers that say “not how I remember it”, until the two have met on a later day. One look."""
    later = Account.objects.filter(meeting=OuterRef("meeting"), pk__gt=OuterRef("pk"))
    held = Meeting.objects.filter(state=Meeting.State.HELD, individual=OuterRef("meeting__individual"))
    said = Account.objects.filter(~Exists(later), meeting__individual__in=individuals, answer=Account.Answer.DIFFERS)
    told = said.annotate(last_met=Subquery(held.order_by("-day").values("day")[:1]))
    told = told.select_related("meeting__individual").order_by("given_at")
    return [each for each in told if timezone.localtime(each.given_at).date() >= each.last_met]
