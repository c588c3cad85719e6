"""What a reminder says, where it leads, and for how long it is of use. To workers it names nobody."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from kith.conversations.queries.before import link_of
from kith.conversations.queries.whom import reminding_words
from kith.conversations.wording import when_in_words
from kith.design.telling import day_words
from kith.messaging.models import Reminder
from kith.people import links
from kith.people.queries import works_with
from kith.people.reaching import can_read_here

Kind = Reminder.Kind
MEETINGS = (Kind.MEETING_WEEK, Kind.MEETING_DAY, Kind.MEETING_MORNING)
LETTERS = {
    **dict.fromkeys(MEETINGS, "to individual: before meeting reminder"),
    **dict.fromkeys((Kind.TARGET_WEEK, Kind.TARGET_DAY), "to individual: target reminder"),
    Kind.AFTER_TARGET: "to individual: how did it go",
    **dict.fromkeys((Kind.ENTRY, Kind.KEPT_ENTRY), "to individual: entry reminder"),
    Kind.PROMISE: "to individual: step reminder",
    Kind.BRIEF: "to worker: brief",
    Kind.WORKER_PROMISE: "to worker: a promise",
    Kind.VISIT: "to worker: first visit",
    Kind.LISTINGS: "to worker: listings to check",
}
SUBJECTS = {
    Kind.BRIEF: "Something to read before you meet",
    Kind.WORKER_PROMISE: "Something that was promised",
    Kind.VISIT: "A first visit",
    Kind.LISTINGS: "Listings to check",
}


def words(kind: str, row) -> str:
    """What there is to say; whether it goes along in a text or email is theirs to choose."""
    if kind in MEETINGS:
        return reminding_words(row)
    day = day_words(row.on_day)
    return {
        Kind.TARGET_WEEK: lambda: f"{row.name}: {day}.",
        Kind.TARGET_DAY: lambda: f"{row.name}: tomorrow, {day}.",
        Kind.AFTER_TARGET: lambda: f"{row.name}: how did it go? Any answer is fine, and so is none.",
        Kind.ENTRY: lambda: _last_day(row, day),
        Kind.KEPT_ENTRY: lambda: _last_day(row, day),
        Kind.PROMISE: lambda: f"You wanted to: {row.words.strip().rstrip('.')}. By tomorrow, {day}.",
        Kind.BRIEF: lambda: f"You meet somebody on {when_in_words(row)}. What to read before is ready.",
        Kind.WORKER_PROMISE: lambda: _promised(row, day),
        Kind.VISIT: lambda: f"You go along to a first visit tomorrow, {day}.",
    }[Kind(kind)]()


def _last_day(row, day: str) -> str:
    return f"{row.activity.name}: {day} is the last day to put your name down. If you have, all is well."


def to_cover(kind: str, row, worker: str) -> str:
    """The same for whoever covers: it says whose it is, and names nobody else."""
    day = day_words(row.on_day)
    return {
        Kind.BRIEF: lambda: f"{worker} was to meet somebody on {when_in_words(row)}. What to read before is ready.",
        Kind.WORKER_PROMISE: lambda: f"Something that {worker} promised is due by {day}.",
        Kind.VISIT: lambda: f"{worker} was to go along to a first visit tomorrow, {day}.",
    }[Kind(kind)]()


def _promised(step, day: str) -> str:
    """Whose words it was, where somebody else took it over; a colleague's name is all it says."""
    said_by = step.promised_by
    if said_by is None or works_with(said_by, step.individual):
        return f"There is something you said you would do by {day}."
    return f"{said_by.first_name} said they would do something by {day}. It is yours now."


def of_listings(names: list[str]) -> str:
    """What nobody has checked for long, by name: a listing is no secret."""
    return f"Nobody has checked these for a while: {', '.join(names)}. Are they still right?"


def read_at(kind: str, row) -> str:
    """The page to read it on, where it is not simply their own pages: those are left to whoever writes the letter."""
    if kind in MEETINGS:
        return "" if can_read_here(row.individual) else _link_to(row)
    if kind == Kind.BRIEF:
        return settings.PUBLIC_URL + reverse("home:brief", args=[row.individual.public_id])
    if kind == Kind.VISIT:
        ids = [row.individual.public_id, row.public_id]
        return settings.PUBLIC_URL + reverse("introductions:introduction_page", args=ids)
    return ""


def cause(row) -> str:
    """What it is about, as an answer to it is put: “goal …”, “meeting …”, “step …”."""
    return f"{row._meta.model_name} {row.public_id}"


def once(kind: str, row) -> str:
    """One letter for one thing on one day."""
    return f"{kind} {row.public_id} {row.on_day.isoformat()}"


def no_use_after(kind: str, row) -> datetime:
    """When it need not leave any more: once the meeting begins, or the day is over; a question waits three days."""
    day, at = row.on_day, time.max
    if kind in MEETINGS and row.at_time:
        at = row.at_time
    if kind == Kind.AFTER_TARGET:
        day = day + timedelta(days=3)
    return timezone.make_aware(datetime.combine(day, at))


def _link_to(meeting) -> str:
    link = link_of(meeting)
    return links.address(link) if link else ""
