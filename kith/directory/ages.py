"""How old a listing may grow: when it is asked about, comes later, carries a warning, and leaves the table.

Days, counted from when somebody last checked it, or when its source was last read anew and still had it, or else
from the day it came here. Whoever wants other ages changes them here; every page, job and benchmark asks this file.
"""

from datetime import date, timedelta
from typing import NamedTuple

from django.db import models

NEW_FOR = 60  # two months: after that nobody would call it new
RING_FIRST = 120  # a term and its holiday: groups often change with a new term
ASKED = (180, 200, 240)  # half a year; then the gaps double, so that nobody is pressed
LATER = 270  # a month after the last letter: what somebody vouches for goes first
WARNED = 365  # nothing that is older than a year is shown without saying so
OFF = 730  # two years, one of them under a warning: of what nobody checked for so long about half is wrong
LEAVES_SOON = 90  # before that, whoever keeps the table is told
TOGETHER = 60  # what is due within these is asked about in the same letter
SAME_CONTACT = 14  # between two letters to one address
LINK_HOLDS = 60  # a link in a letter
SILENT_DAYS = 3  # different days in a row on which a website did not answer, before anybody is told
WEBSITE_EVERY, SILENT_EVERY = 30, 1  # days between two looks at one that answers, and at one that did not
WEBSITES_A_DAY = 40
SHOWN_OFF = 200  # of what is off the table; the others are found by their name
RESTS = 365  # an address from which a letter came back


def new_since(today: date) -> date:
    """The first day of what is still new."""
    return today - timedelta(days=NEW_FOR)


class Standing(models.TextChoices):
    """How a listing stands by its age; by what was said of it too."""

    FINE = "", "Checked"
    LATER = "later", "Comes later"
    WARNED = "warned", "Comes later, with a warning"


# What is left of its score: what somebody vouches for comes first, and it is still found by its name.
SHARE: dict[str, float] = {Standing.FINE: 1.0, Standing.LATER: 0.6, Standing.WARNED: 0.4}


class Span(NamedTuple):
    """The days of the last check between which a listing stands so: after the first, up to the second."""

    standing: Standing
    after: date | None
    until: date | None


def spans(today: date) -> tuple[Span, ...]:
    """Which days of the last check lead to which standing today, for what is on the table."""
    later, warned, off = (today - timedelta(days=days) for days in (LATER, WARNED, OFF))
    return (
        Span(Standing.FINE, later, None),
        Span(Standing.LATER, warned, later),
        Span(Standing.WARNED, off, warned),
    )


def leaves_the_table(checked_on: date, today: date) -> bool:
    """Nobody has said anything for so long that it is kept, and not shown."""
    return (today - checked_on).days >= OFF


def standing(checked_on: date, today: date, said_gone: bool = False) -> Standing:
    """How it stands today. One person's word that it has stopped puts it behind the others until somebody looks."""
    days = (today - checked_on).days
    if days >= WARNED:
        return Standing.WARNED
    return Standing.LATER if days >= LATER or said_gone else Standing.FINE


def next_ask(checked_on: date, asked: int, asked_on: date | None) -> date | None:
    """The day of the next letter, after so many without an answer; None after the last. The gap is kept, also where
    letters left late."""
    if asked >= len(ASKED):
        return None
    by_age = checked_on + timedelta(days=ASKED[asked])
    if not asked or asked_on is None:
        return by_age
    return max(by_age, asked_on + timedelta(days=ASKED[asked] - ASKED[asked - 1]))


def share(standing: str) -> float:
    """What is left of its score."""
    return SHARE[standing]
