"""The reason against, as a sentence a person can read, or None."""

from collections.abc import Sequence
from datetime import date, timedelta

from . import ages
from .models import Activity, Audience, Contact, Kind, Overlay, Paper, Status, Suggestion

TEXTS = frozenset(
    [
        "name",
        "summary",
        "long_text",
        "cost_words",
        "access_words",
        "getting_there",
        "host_name",
        "phone",
        "email",
        "url",
        "what_to_expect",
    ]
)
YES_NO = frozenset({"is_free", "needs_funding", "taster"})
CHOICES = {"kind": Kind, "audience": Audience, "status": Status}
OTHERS = frozenset({"categories", "price_pence", "on_date", "times", "organisation", "place"})
CORRECTABLE = TEXTS | YES_NO | OTHERS | frozenset(CHOICES)
LONGEST = {"name": 300, "host_name": 100, "phone": 60, "email": 254}
MOST_TEXT = 100_000
MOST_SAID = 500


def cannot_keep(field: str, value: object) -> str | None:
    """Why this value cannot stand in this field of a listing."""
    if field not in CORRECTABLE:
        return "This part of a listing cannot be changed."
    if field in TEXTS:
        return _cannot_keep_text(field, value)
    if field in CHOICES:
        return None if value in CHOICES[field].values else "Please choose one of those offered."
    if field in YES_NO:
        return None if value in (True, False, None) else "Please choose yes, no or not known."
    return _cannot_keep_other(field, value)


def _cannot_keep_text(field: str, value: object) -> str | None:
    if not isinstance(value, str):
        return "Please write this in words."
    if field == "name" and not value.strip():
        return "Please give it a name."
    if len(value) > LONGEST.get(field, MOST_TEXT):
        return f"Please keep this to {LONGEST.get(field, MOST_TEXT):,} letters."
    if "\x00" in value:
        return "This holds a sign that cannot be kept."
    return None


def _cannot_keep_other(field: str, value: object) -> str | None:
    if field == "price_pence" and not (value is None or (isinstance(value, int) and 0 <= value <= 1_000_000)):
        return "Please write a price between £0 and £10,000."
    if field == "on_date" and not (value is None or isinstance(value, date)):
        return "Please write a date."
    if field == "categories" and not (isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)):
        return "Please give categories as words."
    return None


def cannot_add(name: str) -> str | None:
    """Why a listing of this name cannot be added."""
    return cannot_keep("name", name)


def cannot_decide(suggestion: Suggestion) -> str | None:
    """Why nothing more can be said about a suggestion."""
    if suggestion.state != Suggestion.State.OFFERED:
        return "Somebody has already looked at this."
    return None


def cannot_confirm(activity: Activity) -> str | None:
    """Why it cannot be said that the listing is still true."""
    if activity.status == Status.RETIRED:
        return "This is no longer listed by the place it came from."
    if activity.status != Status.LIVE:
        return "This is off the table. Bring it back first."
    return None


def cannot_say_changed(words: str) -> str | None:
    """Why this cannot be kept as what has changed."""
    if not words.strip():
        return "Please write what has changed, such as “now on Thursdays”."
    return None if len(words) <= MOST_SAID else f"Please keep this to {MOST_SAID} letters."


def cannot_ask(contact: Contact, today: date) -> str | None:
    """Why no letter goes to this address today."""
    if contact.stopped_on:
        return "They asked not to be written to."
    if contact.rests_since and contact.rests_since > today - timedelta(days=ages.RESTS):
        return "A letter to this address came back."
    if contact.asked_on and contact.asked_on > today - timedelta(days=ages.SAME_CONTACT):
        return "They were written to a few days ago."
    return None


def cannot_answer(contact: Contact, activity: Activity) -> str | None:
    """Why this address does not speak for this listing."""
    if activity.email.casefold() != contact.email.casefold():
        return "This listing gives another address by now."
    return None


def cannot_bring_back(activity: Activity) -> str | None:
    """Why it cannot be put back on the table."""
    if activity.status == Status.RETIRED:
        return "This is no longer listed by the place it came from."
    return "This is on the table already." if activity.status == Status.LIVE else None


def cannot_take_from_source(activity: Activity, overlays: Sequence[Overlay]) -> str | None:
    """Why nothing can be taken over from where the listing came from."""
    if activity.source_id is None:
        return "This was added here by hand, so there is no other list to follow."
    if not overlays:
        return "This part says what its source says already."
    return None


def cannot_end_on(until: date | None, today: date) -> str | None:
    if until and until < today:
        return "This day has gone. Until which day does the leaflet hold?"
    return None


def cannot_decide_on(paper: Paper) -> str | None:
    """Why nothing more can be done with a leaflet that was handed in."""
    if paper.state == Paper.State.DONE:
        return "Somebody has put this leaflet on the table already."
    if paper.state == Paper.State.GONE:
        return "Somebody has thrown this leaflet away."
    return None
