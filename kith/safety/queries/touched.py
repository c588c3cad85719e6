"""Whom something that went wrong touches: found in the trail by who looked and when, or among letters that left."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from kith.access.models import TrailEntry
from kith.access.permissions import MATRIX, NEEDS, Permission
from kith.access.trail import INSTALL
from kith.outbox.models import Letter
from kith.people.models import Individual, User
from kith.safety.models import Touched

WITH_A_LINK = "with a link"  # how the trail names whoever held one; who it was, nobody can say
LETTERS = "Letters"
WRITTEN = "Something written or sent"


@dataclass(frozen=True)
class Search:
    """Who read or wrote, or to which address letters went, from when to when."""

    since: datetime
    until: datetime
    who: str = ""
    sent_to: str = ""


@dataclass(frozen=True)
class Found:
    """One individual, what of theirs, and how many lines or letters."""

    individual: Individual
    how: str
    what: str
    how_many: int


def found_by(search: Search) -> list[Found]:
    """Each individual once, by name. A handful of looks, however many they are."""
    counts, how = _in_the_trail(search), Touched.Found.TRAIL
    if search.sent_to:
        counts, how = _among_letters(search), Touched.Found.LETTER
    people = Individual.objects.filter(public_id__in=counts).order_by("called", "pk")
    return [_found(each, how, counts[each.public_id]) for each in people]


def _found(individual: Individual, how: str, counts: dict[str, int]) -> Found:
    return Found(individual, how, "; ".join(sorted(counts)), sum(counts.values()))


def _in_the_trail(search: Search) -> dict[str, dict[str, int]]:
    lines = TrailEntry.objects.filter(at__range=(search.since, search.until)).exclude(chain=INSTALL)
    by_whom = {"who__endswith": WITH_A_LINK} if search.who == WITH_A_LINK else {"who": search.who}
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for chain, what, is_reading, count in _counted(lines.filter(**by_whom)):
        counts[chain][_title(what) if is_reading else WRITTEN] += count
    return counts


def _counted(lines: QuerySet[TrailEntry]):
    by_kind = lines.order_by().values("chain", "what", "is_reading").annotate(count=Count("pk"))
    return by_kind.values_list("chain", "what", "is_reading", "count")


def _title(what: str) -> str:
    """What was read, by the titles of the matrix."""
    name = what.replace(" ", "_")
    return MATRIX["rows"][NEEDS[Permission(name)].row]["title"] if name in NEEDS else what


def _among_letters(search: Search) -> dict[str, dict[str, int]]:
    left = Letter.objects.filter(to__iexact=search.sent_to.strip(), sent_at__range=(search.since, search.until))
    refs = left.exclude(individual_ref="").order_by().values("individual_ref").annotate(count=Count("pk"))
    return {ref: {LETTERS: count} for ref, count in refs.values_list("individual_ref", "count")}


def whose_accounts() -> list[tuple[str, str]]:
    """Everybody whose account could have read: their public ids and names; and whoever held a link."""
    accounts = User.objects.filter(individual=None).order_by("name").values_list("public_id", "name")
    return [*accounts, (WITH_A_LINK, "Whoever held a link")]
