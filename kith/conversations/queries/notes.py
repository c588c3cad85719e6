"""What we ask about what was said, as each of the two remembers it."""

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone

from kith.access.alongside import alongside
from kith.access.kept import kept
from kith.access.one import the_one
from kith.conversations.models import Account, Meeting, Note, Saying
from kith.people.models import Individual

MEETING_AND_WHOSE = {"meeting": ("public_id",), "meeting__individual": ("public_id", "called")}


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


def unanswered_notes(individual: Individual) -> list[Meeting]:
    """The latest meeting whose shared part is shown, until they have answered or had it open once: silence is
    an answer of its own, and is not asked about again. No earlier meeting is asked about."""
    shown = the_one(_latest_shown(individual))
    if shown is None or is_answered(shown):
        return []
    note = shown_note(shown)
    return [] if note is None or note.offered_at else [shown]


@kept
def _latest_shown(individual: Individual) -> QuerySet[Meeting]:
    held = individual.meetings.filter(state=Meeting.State.HELD, notes__shown_at__isnull=False).distinct()
    return held.prefetch_related("notes", "accounts")[:1]


def differing(individuals: list[Individual]) -> list[Account]:
    """Latest answers that say “not how I remember it”, until the two have met on a later day. One look."""
    told = _told_differently(individuals)
    return [each for each in told if timezone.localtime(each.given_at).date() >= each.last_met]


@kept
def _told_differently(individuals: list[Individual]) -> QuerySet[Account]:
    later = Account.objects.filter(meeting=OuterRef("meeting"), pk__gt=OuterRef("pk"))
    held = Meeting.objects.filter(state=Meeting.State.HELD, individual=OuterRef("meeting__individual"))
    said = Account.objects.filter(~Exists(later), meeting__individual__in=individuals, answer=Account.Answer.DIFFERS)
    told = said.annotate(last_met=Subquery(held.order_by("-day").values("day")[:1]))
    return alongside(told, **MEETING_AND_WHOSE).order_by("given_at")
