"""Who may see some of a notebook by law: the kinds of papers, as a file; what is in force; what can be against it."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.db.models import Q, QuerySet

from kith.access import clock
from kith.access.one import the_one
from kith.access.permissions import MATRIX

from .models import Individual, LegalAuthority, Relation

KINDS_FILE = Path(__file__).parent / "legal_kinds.toml"


@dataclass(frozen=True)
class Kind:
    """One kind of paper: what it can open at most, and whether only while it is in use."""

    name: str
    title: str
    paper: str
    about: str
    rows: tuple[str, ...]
    only_in_use: bool


NOT_KNOWN = Kind("", "A paper of a kind that is not known here any more", "", "nothing", (), only_in_use=True)


@cache
def kinds() -> dict[str, Kind]:
    """Every kind, by its name in the file."""
    told = tomllib.loads(KINDS_FILE.read_text())
    return {name: _kind(name, each, told["opens"][each["opens"]]) for name, each in told["kinds"].items()}


def _kind(name: str, told: dict, opens: dict) -> Kind:
    return Kind(name, told["title"], told["paper"], opens["title"], tuple(opens["rows"]), opens["only_in_use"])


def all_rows() -> list[tuple[str, str]]:
    """What any paper can open, with its title."""
    rows = dict.fromkeys(row for kind in kinds().values() for row in kind.rows)
    return [(row, MATRIX["rows"][row]["title"]) for row in rows]


@dataclass(frozen=True)
class Standing:
    """One paper, and what it opens today."""

    authority: LegalAuthority
    kind: Kind
    is_open: bool

    @property
    def rows(self) -> list[str]:
        """What it opens, in words."""
        return [MATRIX["rows"][row]["title"] for row in self.authority.rows if row in self.kind.rows]


def authorities_of(individual: Individual) -> list[Standing]:
    """Every paper that has not ended, the newest first."""
    today = clock.today()
    found = individual.legal_authorities.filter(Q(ends_on=None) | Q(ends_on__gte=today), ended_at=None)
    return [_standing(each, today) for each in found.select_related("written_by", "seen_by").order_by("-pk")]


def opened_by_law(user_id: int | None) -> list[Standing]:
    """What this user may see by law now."""
    today = clock.today()
    found = _in_force(today).filter(relation__user_id=user_id, individual__closed_at=None)
    standing = [_standing(each, today) for each in found.select_related("individual").order_by("individual__called")]
    return [each for each in standing if each.is_open]


def opens(authority: LegalAuthority, day: date) -> bool:
    """Whether this paper opens something to somebody with an account on this day."""
    in_force = _in_force(day).filter(pk=authority.pk, relation__isnull=False)
    return any(_standing(each, day).is_open for each in in_force)


def is_waited_for(authority: LegalAuthority) -> bool:
    """Whether it opens something by itself, now or on its first day, and is not only for while it is in use."""
    return opens(authority, max(clock.today(), authority.starts_on))


def rows_in_force(relation: Relation, day: date) -> frozenset[str]:
    """The rows of the matrix that this relation opens on this day."""
    standing = [_standing(each, day) for each in _in_force(day).filter(relation=relation)]
    return frozenset(row for each in standing if each.is_open for row in each.authority.rows if row in each.kind.rows)


def _in_force(day: date) -> QuerySet[LegalAuthority]:
    lasting = Q(ends_on=None) | Q(ends_on__gte=day)
    return LegalAuthority.objects.filter(lasting, ended_at=None, seen_by__isnull=False, starts_on__lte=day)


def _standing(each: LegalAuthority, day: date) -> Standing:
    kind = kinds().get(each.kind) or NOT_KNOWN
    is_in_use = each.in_use_since is not None and each.in_use_since <= day
    has_begun = each.seen_by_id is not None and each.starts_on <= day
    return Standing(each, kind, has_begun and (is_in_use or not kind.only_in_use))


def authority_called(individual: Individual, public_id: str) -> LegalAuthority | None:
    """This paper about them."""
    found = individual.legal_authorities.filter(public_id=public_id)
    return the_one(found.select_related("individual", "relation", "written_by"))


def cannot_write(kind: str, rows: list[str], starts_on: date, ends_on: date | None) -> str | None:
    """A paper opens what its kind can open, for a time that comes to an end after it begins."""
    if not rows or not set(rows) <= set(kinds()[kind].rows):
        return f"Such a paper is about {kinds()[kind].about} alone. Please look at what they may see."
    if "spending" in rows and "budget" not in rows:
        return "What was spent stands with the amounts and the plan. Please choose both."
    if ends_on and ends_on < starts_on:
        return "It ends after it begins. Please look at both days."
    return None


def cannot_see(authority: LegalAuthority, user_id: int | None) -> str | None:
    """A second person sees the paper, once."""
    if authority.ended_at:
        return "This has ended already."
    if authority.seen_by_id:
        return "Somebody has seen the paper already."
    return "Somebody else looks at the paper, as you wrote it down." if authority.written_by_id == user_id else None


def cannot_use(authority: LegalAuthority, since: date, because: str) -> str | None:
    """It is in use from a day that has come, for a reason, and only where that is asked."""
    if authority.ended_at:
        return "This has ended already."
    if not kinds()[authority.kind].only_in_use:
        return "Such a paper is in use from its first day."
    if since > clock.today():
        return "Please choose today, or a day before."
    return None if because.strip() else "Please write who found that, and how."
