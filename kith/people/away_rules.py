"""When a time away cannot be written down, and why."""

from datetime import date, timedelta

from kith.access import clock
from kith.design.telling import day_words

from . import away as times
from .models import Away, User

LONGEST, FURTHEST = timedelta(days=14), timedelta(days=730)


def cannot_be_away(user: User, first_day: date, last_day: date, cover: User) -> str | None:
    """Two weeks at an entry, not twice at once, and somebody of the team is there."""
    return cannot_be_then(first_day, last_day) or _cannot_cover(user, first_day, last_day, cover)


def cannot_be_then(first_day: date, last_day: date) -> str | None:
    """What is wrong with the days alone."""
    if last_day < first_day:
        return "The last day is before the first one. Please look at both."
    if last_day < clock.today():
        return "This time has been. Which days are to come?"
    if last_day > clock.today() + FURTHEST:
        return "That is more than two years away. Please look at the year."
    if last_day - first_day >= LONGEST:
        return "One entry is two weeks at most. Please add another one for the rest."
    return None


def _cannot_cover(user: User, first_day: date, last_day: date, cover: User) -> str | None:
    if cover.pk == user.pk:
        return "Nobody can cover for themselves. Please choose somebody else."
    if not times.colleagues_of(user).filter(pk=cover.pk).exists():
        return f"{cover.first_name} does not work in this team. Please choose somebody else."
    if already := times.overlapping(user, first_day, last_day):
        until = day_words(already.last_day, clock.today())
        return f"Some of these days are written down already, until {until}."
    if times.overlapping(cover, first_day, last_day):
        return f"{cover.first_name} is away then too. Please choose somebody else."
    return None


def cannot_come_back(away: Away) -> str | None:
    if away.ended_early_at or away.last_day < clock.today():
        return "This time away has already ended."
    return None
