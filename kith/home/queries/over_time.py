"""A life over time: what the Personal Budget paid for, services, and places for everybody. No amount is in it.

Each kind is asked for alone; what one page shows together is no one query's answer.
"""

import re
from calendar import month_name
from datetime import date

from kith.about_me import queries as about_me
from kith.access import clock
from kith.budget import queries as budget
from kith.budget.models import SupportChange
from kith.home.spans import Span
from kith.people.models import Individual

MONTHS = [name.lower() for name in month_name[1:]]
A_YEAR = re.compile(r"(?:\b(" + "|".join(MONTHS) + r")\w*\s+)?\b((?:19|20)\d\d)\b", re.IGNORECASE)


def paid_spans(individual: Individual) -> list[Span]:
    """What was paid for. Asked only for whoever may read about the Personal Budget."""
    return [
        Span(each.words, "paid", each.since, each.until, _from_to(each.since, each.until))
        for each in budget.paid_for(individual)
    ]


def other_spans(individual: Individual) -> list[Span]:
    """What they do and did, as they put it. Where nobody said since when, it begins on the day it was told."""
    found = []
    for doing in about_me.doing_of(individual):
        since = year_in(doing.since_words) or doing.said_on
        until = None if doing.goes_on else max(year_in(doing.until_words) or doing.said_on, since)
        found.append(Span(doing.words, doing.where, since, until, doing.when_words or _told_on(doing.said_on)))
    return found


def support_changes(individual: Individual) -> list[SupportChange]:
    """Support that began or ended."""
    return budget.support_of(individual)


def year_in(words: str) -> date | None:
    """The first day of the month or year that is named in these words; None where none is, or it is still to come."""
    found = A_YEAR.search(words)
    if found is None:
        return None
    month = MONTHS.index(found[1].lower()) + 1 if found[1] else 1
    day = date(int(found[2]), month, 1)
    return day if day <= clock.today() else None


def _from_to(since: date, until: date | None) -> str:
    return f"since {since:%B %Y}" + (f", until {until:%B %Y}" if until else "")


def _told_on(day: date) -> str:
    return f"told in {day:%B %Y}"
