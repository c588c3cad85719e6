"""Whom an individual lets in to see chosen things: how they know each other, how long, and what can be against it."""

import hashlib
import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet

from kith.access import clock
from kith.access.models import TrailEntry
from kith.access.permissions import may_be_shared

from . import links
from .models import Individual, Relation, Share, SupporterNeeds, User
from .queries import WORKS_WITH, live, live_shares
from .wishes import a_year_on

SHOWN = ("goals", "about_me", "needs", "meetings", "shared_note")  # rows of which a supporter's page has a part
A_MONTH = timedelta(days=30)
MONTHS = (1, 3, 6, 12)
USUAL = 6  # months
ASKED_BEFORE = timedelta(days=14)
A_MOMENT = timedelta(minutes=1)
SALT = "kith.people.supporting"
LOOKED = "read what was shown to them"


@dataclass(frozen=True)
class LetIn:
    """What the individual said yes to: who sees which things, what for and for how long. `picked` are marks of things
    as they stood on the page. `new_too`: the sections in which new things are seen as well."""

    recipient: str
    email: str
    knows: str
    purpose: str
    sections: tuple[str, ...]
    picked: tuple[str, ...]
    new_too: tuple[str, ...] = ()
    months: int = USUAL
    on_paper: bool = False
    talked_alone: bool = False


@cache
def ways_to_know() -> dict[str, str]:
    """How they may know each other, by its key."""
    return tomllib.loads(Path(__file__).with_name("supporters.toml").read_text())


def mark_of(key: str, words: str) -> str:
    """A thing and the words it has now: with other words it is not what they said yes to."""
    return f"{key} {hashlib.sha256(words.encode()).hexdigest()[:12]}"


def is_shown(share: Share, section: str, key: str, words: str) -> bool:
    """Whether its recipient sees this: it was picked as it stands, or new things are seen too; and is not held back."""
    if section not in share.sections or key in share.held_back:
        return False
    return section in share.new_too or mark_of(key, words) in share.picked


def invited_with(held: str) -> Share | None:
    """What somebody was invited to see, by what stands in the letter's address; None once they came or it ended."""
    public_id = links.read(held, SALT)
    waiting = Share.objects.filter(live_shares(clock.now()), individual__closed_at__isnull=True).exclude(email="")
    return waiting.filter(public_id=public_id).select_related("individual").first() if public_id else None


def shares_for(user: User) -> QuerySet[Share]:
    """What this user is let in to see now, by name. Ended, stopped and never there look alike: nothing."""
    now = clock.now()
    theirs = Relation.objects.filter(live(now), user=user, kind=Relation.Kind.SUPPORT)
    shares = Share.objects.filter(live_shares(now), relation__in=theirs, individual__closed_at__isnull=True)
    return shares.select_related("individual__contact_wishes").order_by("individual__called", "starts_at", "pk")


def was_let_in(user: User) -> bool:
    """Whether anybody ever let this user in, however it ended."""
    return user.relations.filter(kind=Relation.Kind.SUPPORT).exists()


def supports(individual: Individual, user: User) -> Relation | None:
    """How this user is let in by this individual now."""
    return user.relations.filter(live(clock.now()), individual=individual, kind=Relation.Kind.SUPPORT).first()


def needs_of(user: User) -> SupporterNeeds | None:
    """What makes it easier for them, if they said."""
    return SupporterNeeds.objects.filter(user=user).first()


def needs_in_words(needs: SupporterNeeds | None) -> str:
    """In one line, for whoever writes to them; "" where they said nothing."""
    if needs is None:
        return ""
    size = f"{needs.get_print_size_display()} print" if needs.print_size else ""
    easy = "Short and easy words" if needs.easy_words else ""
    said = (size, easy, needs.language_note, needs.easier)
    return " ".join(f"{each.rstrip('.')}." for each in said if each)


def to_ask_again(needs: SupporterNeeds | None) -> str:
    """Those words, where they were said a year ago; "" when it is not time, or nothing was said."""
    is_time = needs is not None and a_year_on(needs.told_on) <= clock.today()
    return needs_in_words(needs) if is_time else ""


def looked_last(individual: Individual) -> dict[str, datetime]:
    """When each share was last looked at, by its public id. One look."""
    lines = TrailEntry.objects.filter(chain=individual.public_id, what=LOOKED, about__startswith="share ")
    return {line.about.removeprefix("share "): line.at for line in lines.order_by("sequence")}


def let_in_just_now(individual: Individual, lets: LetIn) -> Share | None:
    """The same yes, a moment ago: a button pressed twice."""
    lately = individual.shares.filter(live_shares(clock.now()), starts_at__gt=clock.now() - A_MOMENT)
    return next((each for each in lately.filter(email=_address(lets.email)) if each.picked == list(lets.picked)), None)


def ends_soon() -> QuerySet[Share]:
    """What is let be seen and ends before long, of which the individual has not been asked yet."""
    now = clock.now()
    shares = Share.objects.filter(live_shares(now), ends_at__lte=now + ASKED_BEFORE, asked_at__isnull=True)
    shares = shares.filter(individual__closed_at__isnull=True).exclude(sections=[])
    return shares.select_related("individual__user", "individual__contact_wishes").order_by("pk")


def cannot_let_in(individual: Individual, lets: LetIn, *, is_own: bool) -> str | None:
    """Why this cannot be shown to them."""
    if not lets.recipient.strip() or not lets.purpose.strip():
        return "Please say who it is, and what for."
    if lets.knows not in ways_to_know() or lets.months not in MONTHS:
        return "Please choose from what stands there."
    return (
        _cannot_be_seen(lets) or _cannot_be_them(individual, lets.email) or cannot_be_alone(lets.talked_alone, is_own)
    )


def _cannot_be_seen(lets: LetIn) -> str | None:
    if not lets.picked and not lets.new_too:
        return "Please choose at least one thing that they may see."
    rows = {*lets.sections, *lets.new_too}
    if not lets.sections or not all(row in SHOWN and may_be_shared(row) for row in rows) or rows - {*lets.sections}:
        return "This cannot be shown to somebody from here."
    return None


def _cannot_be_them(individual: Individual, email: str) -> str | None:
    """An address, of somebody else, who does not see it already."""
    try:
        validate_email(_address(email))
    except ValidationError:
        return "This needs a whole email address, like name@place.example."
    if _address(email) in (individual.written_to_at.lower(), individual.email.lower()):
        return "This is the address of whose page it is. Please give that of the other person."
    works = individual.relations.filter(live(clock.now()), kind__in=WORKS_WITH, user__email__iexact=_address(email))
    return "This person works here and sees it already." if works.exists() else None


def cannot_be_alone(talked_alone: bool, is_own: bool) -> str | None:
    """Somebody may be pressed to say yes by whoever is in the room."""
    return None if is_own or talked_alone else "Please talk with them alone first. Then say so here."


def cannot_go_on(share: Share, now: datetime) -> str | None:
    """What has ended is not begun again without a new yes."""
    if share.revoked_at or share.ends_at <= now:
        return "This has ended. You can let them in anew."
    return None


def cannot_hold_back(share: Share, key: str) -> str | None:
    """Any thing may be held back, while there is something to hold back from."""
    return "This has ended already." if share.revoked_at or not key else None


def _address(email: str) -> str:
    return email.strip().lower()
