"""How Kith runs, in figures for a machine that watches it. None of them is about anybody."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, Q

from kith.messaging.queries import past_its_time
from kith.outbox.models import ASKS_FOR_SOMEBODY, IS_WAITING, Letter

from .beats import the_clock
from .errands import given_up
from .rounds import Kind, lasts


class Figure(NamedTuple):
    """One of them; without a value where there is nothing to tell yet."""

    name: str
    words: str
    value: float | None


def figures(now: datetime) -> list[Figure]:
    """All of them, in a number of looks that does not grow."""
    beat = the_clock().values_list("last_done_at", flat=True).first()
    return [
        Figure("clock_beat_age_seconds", "Seconds since the clock last beat.", _age(beat, now)),
        *_of_letters(now),
        *_of_copies(now),
        Figure("messages_past_their_day", "Messages that nobody read in time.", past_its_time(now).count()),
        Figure("errands_given_up", "Errands that were tried five times.", len(given_up())),
    ]


def _of_letters(now: datetime) -> list[Figure]:
    due = Count("pk", filter=IS_WAITING & Q(next_try_at__lte=now))
    counts = Letter.objects.order_by().aggregate(
        waiting=Count("pk", filter=IS_WAITING), due=due, not_sent=Count("pk", filter=ASKS_FOR_SOMEBODY)
    )
    oldest = Letter.objects.filter(IS_WAITING, next_try_at__lte=now).order_by("created_at")
    since = oldest.values_list("created_at", flat=True).first()
    return [
        Figure("letters_waiting", "Letters that have not left, those for later too.", counts["waiting"]),
        Figure("letters_due", "Letters that could leave now.", counts["due"]),
        Figure("letters_asking", "Letters that somebody has to see to.", counts["not_sent"]),
        Figure(
            "oldest_due_letter_age_seconds", "How long the oldest of those that could leave waits.", _age(since, now)
        ),
    ]


def _of_copies(now: datetime) -> list[Figure]:
    found = lasts()
    names = {Kind.TRAIL: "trail_read", Kind.COPY: "copy", Kind.DRILL: "drill"}
    words = {
        Kind.TRAIL: "Seconds since the trail was read through and held.",
        Kind.COPY: "Seconds since a copy was made.",
        Kind.DRILL: "Seconds since a copy was brought back to try it.",
    }
    ages = {kind: _age(last.worked.began_at if last.worked else None, now) for kind, last in found.items()}
    return [Figure(f"last_{names[kind]}_age_seconds", words[kind], ages[kind]) for kind in found]


def _age(moment: datetime | None, now: datetime) -> float | None:
    return max((now - moment).total_seconds(), 0.0) if moment else None
