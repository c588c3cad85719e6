"""The reason against, as a sentence a person can read, or None."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from . import ages
from .models import Activity, Audience, Contact, Kind, LastBus, Overlay, Paper, Setting, Status, Suggestion
from .reading.contact import SENSIBLE, phone_of

TEXTS = frozenset(
    [
        "name",
        "summary",
        "long_text",
        "cost_words",
        "kit_words",
        "travel_words",
        "access_words",
        "getting_there",
        "host_name",
        "phone",
        "email",
        "url",
        "what_to_expect",
        "form_asks",
    ]
)
YES_NO = frozenset({"is_free", "needs_funding", "taster"})
TICKS = frozenset({"contact_is_public", "keep_to_ourselves"})
DAYS = frozenset({"on_date", "apply_by"})
CHOICES = {"kind": Kind, "audience": Audience, "setting": Setting, "status": Status}
OTHERS = frozenset({"categories", "price_pence", "times", "organisation", "place"})
CORRECTABLE = TEXTS | YES_NO | TICKS | DAYS | OTHERS | frozenset(CHOICES)
LONGEST_PHRASE = 60
CONTACT = re.compile(r"@|www\.|https?:|(?:\d[ ()+-]*){9,}|\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b", re.IGNORECASE)
LINK = re.compile(r"[a-z\d-]*[a-z][a-z\d-]*\.(?-i:[a-z]{2,}|[A-Z]{2,})\b", re.IGNORECASE)  # not “St.Mary’s” or “7.30pm”
NUMBER = re.compile(r"(?<!\d)(?:\+|0)(?:[\s()./–_-]*\d){8,}")  # however it is set apart; hours and days are shorter
LONGEST = {"name": 300, "host_name": 100, "phone": 60, "email": 254, "kit_words": 200, "travel_words": 200}
MOST_SIDES = 8  # a folded leaflet has six
MOST_TEXT = 100_000
MOST_SAID = 500
LONGEST_WORDS_ON_BUSES = 200


def cannot_keep(field: str, value: object) -> str | None:
    """Why this value cannot stand in this field of a listing."""
    if field not in CORRECTABLE:
        return "This part of a listing cannot be changed."
    if field in TEXTS:
        return _cannot_keep_text(field, value)
    if field in CHOICES:
        return None if value in CHOICES[field].values else "Please choose one of those offered."
    if field in YES_NO | TICKS:
        return _cannot_keep_yes_or_no(field, value)
    return cannot_be_a_day(value) if field in DAYS else _cannot_keep_other(field, value)


def _cannot_keep_yes_or_no(field: str, value: object) -> str | None:
    if field in TICKS:
        return None if value in (True, False) else "Please choose yes or no."
    return None if value in (True, False, None) else "Please choose yes, no or not known."


def cannot_be_a_day(value: object) -> str | None:
    """Why nothing is on such a day: it stands for “ever”, or is a slip of the pen. None: nobody says a day."""
    if value is None:
        return None
    if not isinstance(value, date):
        return "Please write a date."
    first, last = SENSIBLE
    is_sensible = first <= value <= last
    return None if is_sensible else f"Please look at the year: it has to be between {first.year} and {last.year}."


def cannot_be_to_come(day: date | None, today: date) -> str | None:
    """Why a day that somebody types now cannot be one still to come. None: nobody says a day."""
    return "This day has gone. Please look at it again, or leave it out." if day and day < today else None


def cannot_apply_by(last: date | None, on_date: date | None) -> str | None:
    """Why this cannot be the last day to put a name down for what is on once, on that day."""
    is_late = last is not None and on_date is not None and last > on_date
    return "The last day to put a name down is after the day itself. Please look at both again." if is_late else None


def cannot_be_rung(written: str) -> str | None:
    """Why this is no telephone number. Words beside one are no harm; nothing at all is not known."""
    is_one = not written.strip() or phone_of(written)
    return None if is_one else "We could not read that as a telephone number. Try it like 01632 960123."


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
    if field == "categories" and not (isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)):
        return "Please give categories as words."
    return None


def cannot_add(name: str) -> str | None:
    """Why a listing of this name cannot be added."""
    return cannot_keep("name", name)


def cannot_add_from_place(words: str) -> str | None:
    """Why this cannot be given out as what a place says of itself."""
    if not words.strip():
        return "Please fill in at least one of the boxes."
    if any(each.search(words) for each in (CONTACT, LINK, NUMBER)):
        return "Please leave out telephone numbers, addresses and links: anybody may read this."
    return "This holds a sign that cannot be kept." if "\x00" in words else None


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


def cannot_note_last_buses(leaves: Mapping[str, object], words: str) -> str | None:
    """Why this cannot stand as when the last buses leave."""
    if not leaves.keys() <= set(LastBus.Days.values):
        return "Please choose one of those offered."
    if len(words) > LONGEST_WORDS_ON_BUSES or "\x00" in words:
        return f"Please keep this to {LONGEST_WORDS_ON_BUSES} letters."
    if words.strip() and not leaves:
        return "Please say when the last one leaves, or that there is none."
    return None


def cannot_decide_on(paper: Paper) -> str | None:
    """Why nothing more can be done with a leaflet that was handed in."""
    if paper.state == Paper.State.DONE:
        return "Somebody has put this leaflet on the table already."
    if paper.state == Paper.State.GONE:
        return "Somebody has thrown this leaflet away."
    return None


def cannot_join(papers: list[Paper]) -> str | None:
    """Why these are not the sides of one leaflet."""
    if len(papers) < 2:
        return "Please tick at least two."
    if len(papers) > MOST_SIDES:
        return f"A leaflet has {MOST_SIDES} sides at most. Please tick fewer."
    return next(filter(None, map(cannot_decide_on, papers)), None)


def cannot_say(words: str) -> str | None:
    """Why these words cannot be a phrase, or the name of an idea."""
    if not words.strip():
        return "Please write what people say."
    if len(words.strip()) > LONGEST_PHRASE:
        return f"Please keep it to {LONGEST_PHRASE} letters: a few words as people say them."
    if "\x00" in words:
        return "This holds a sign that cannot be kept."
    if CONTACT.search(words):
        return "Please leave out telephone numbers, addresses and links: anybody may read this list."
    return None


def cannot_mean(words: str, idea: str, means_already: str, *, is_telling: bool, is_of_harm: bool) -> str | None:
    """Why this phrase cannot stand for the idea. `means_already`: the idea that it stands for now, or ""."""
    if is_of_harm:
        return "Words about harm always bring help first, so they cannot mean something to do."
    if not is_telling:
        return f"“{words}” could mean anything. Please write a little more of what people say."
    if means_already:
        return f"“{words}” means {means_already} already."
    return None if idea else "Please choose what it means."
