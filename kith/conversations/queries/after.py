"""What we ask about what comes after a meeting: showing it, topics, how it was, the main record, supervision."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.access import clock
from kith.access.alongside import alongside
from kith.conversations.models import Feeling, Meeting, Note, RecordCopy, Reflection
from kith.people.models import Individual, Relation, User
from kith.people.queries import live

from .notes import MEETING_AND_WHOSE


def waits_for_a_talk(meeting: Meeting) -> bool:
    """Whether the worker meant to talk about it first, and it is not shown yet."""
    note = next(iter(meeting.notes.all()), None)
    return note is not None and note.waits_for_a_talk and note.shown_at is None


def notes_waiting_for_a_talk(individuals: list[Individual]) -> QuerySet[Note]:
    """Latest words that wait until the two have talked, the oldest first. One look."""
    later = Note.objects.filter(meeting=OuterRef("meeting"), number__gt=OuterRef("number"))
    waiting = Note.objects.filter(meeting__individual__in=individuals, waits_for_a_talk=True, shown_at=None)
    waiting = waiting.exclude(Exists(later))
    return alongside(waiting, **MEETING_AND_WHOSE).order_by("written_at")


def last_topics(individual: Individual) -> list[str]:
    """What the latest meeting was about, in a word or two each."""
    held = individual.meetings.filter(state=Meeting.State.HELD).order_by("-day", "-pk")
    return held.values_list("topics", flat=True).first() or []


def is_first_time(individual: Individual) -> bool:
    """Whether nothing is known of an earlier meeting: none was written up, and no old notes were brought in."""
    is_known = individual.meetings.filter(state=Meeting.State.HELD).exists() or individual.brought_in.exists()
    return not is_known


def feeling_about(meeting: Meeting, *, is_own: bool) -> Feeling | None:
    """How it was for the individual, the latest they said. What is only for them, nobody else is given."""
    latest = next(iter(meeting.feelings.all()), None)
    return latest if latest and (is_own or not latest.is_private) else None


def latest_copy(meeting: Meeting) -> RecordCopy | None:
    """When the shared part was last copied for the main record, and by whom."""
    return next(iter(meeting.copies.all()), None)


def sent_to_supervision(individual: Individual) -> QuerySet[Reflection]:
    """Reflections about meeting this individual that their authors sent, newest first."""
    return _sent().filter(meeting__individual=individual)


def supervision_for(manager: User) -> QuerySet[Reflection]:
    """What was sent to whoever manages these teams now, newest first; nothing about themselves. One look."""
    manages = Relation.objects.filter(live(clock.now()), user=manager, kind=Relation.Kind.MANAGEMENT)
    theirs = Q(meeting__individual__team__in=manages.values("team"), meeting__individual__closed_at=None)
    return _sent().filter(theirs).exclude(meeting__individual__in=Individual.objects.filter(user=manager))


def _sent() -> QuerySet[Reflection]:
    sent = Reflection.objects.filter(sent_to_supervision_at__isnull=False)
    return sent.select_related("author", "meeting__individual").order_by("-sent_to_supervision_at", "-pk")
