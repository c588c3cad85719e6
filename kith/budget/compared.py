"""What stood before and what a letter says now, side by side, so that whoever confirms it knows what they confirm."""

from datetime import date

from .amounts import pounds
from .models import Written

SAME_IS_LEFT_OUT = 4  # from this row on


def compared(before: Written, now: Written, called: str, *, is_own=False) -> list[tuple[str, str, str]]:
    """Each line: what it is, how it was, how it is in the letter. Amounts always; the rest where it differs.
    `called`: the individual, unless it is they who read it."""
    lines = [
        ("Altogether", *_amounts(before, now, "total")),
        ("What you pay" if is_own else f"What {called} pays", *_amounts(before, now, "own_part")),
        (f"What {now.decided_by} pays", *_amounts(before, now, "their_part")),
        ("What it pays for", "; ".join(before.things), "; ".join(now.things)),
        ("Who decides", before.decided_by, now.decided_by),
        ("How settled it is", before.get_status_display(), now.get_status_display()),
        ("How it is paid", before.get_paid_as_display(), now.get_paid_as_display()),
        ("From which day", _day(before.starts_on), _day(now.starts_on)),
        ("The next review they named", _day(before.review_on), _day(now.review_on)),
    ]
    return lines[:SAME_IS_LEFT_OUT] + [line for line in lines[SAME_IS_LEFT_OUT:] if line[1] != line[2]]


def _amounts(before: Written, now: Written, name: str) -> tuple[str, str]:
    was, becomes = (f"{pounds(getattr(each, name))} {each.get_period_display()}" for each in (before, now))
    return was, becomes


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "none"
