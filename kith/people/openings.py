"""Everything by which somebody may see something of one individual, on one page: what it is, who, how long, and its
off switch.

A module tells of its own when it starts (`AppConfig.ready`). A test tries every address and code that leaves Kith
against this page: what opens anything stands here, and what stands here opens something.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from kith.access import clock

from . import cards, supporting, urgent
from .models import Individual, Link, Relation, Share
from .queries import live, shares_of

LET_IN, TOLD = "People who were let in", "Places and helpers, in words that were agreed"
LINKS, CALENDARS, LEFT = "Links that open one page", "Calendars and cards", "Copies that left"
NOW = "Looking in an emergency now"
GROUPS = (LET_IN, TOLD, LINKS, CALENDARS, NOW, LEFT)
HOLDERS = {
    Link.Purpose.VISIT: "Whoever has the message about a meeting",
    Link.Purpose.CHECK_IN: "Whoever has the message that asks how it went",
    Link.Purpose.HOST: "A place, to answer",
    Link.Purpose.HELPER: "A helper, to see one step",
}
OPENS = {
    Link.Purpose.VISIT: "When and where we meet, and who comes.",
    Link.Purpose.CHECK_IN: "One question, to be answered by one press.",
    Link.Purpose.HOST: "What was agreed to be said, and a few answers to press.",
    Link.Purpose.HELPER: "One step, in the words that were agreed.",
}


@dataclass(frozen=True)
class Opening:
    """One way in which somebody sees something."""

    group: str
    who: str
    what: str
    since: datetime | date | None = None
    until: datetime | date | None = None
    looked: datetime | date | None = None
    chip: str = ""
    note: str = ""
    words: str = ""  # exactly those that were agreed
    page: str = ""  # where more of it stands
    stop: str = ""  # an address that a press goes to
    opened_by: str = ""  # the public id in the address or of the code; "" where nothing opens it


Source = Callable[[Individual], Iterable[Opening]]
_sources: list[Source] = []


def tell_of(source: Source) -> None:
    """From now on what this gives stands on the page."""
    if source not in _sources:
        _sources.append(source)


def openings_of(individual: Individual) -> list[tuple[str, list[Opening]]]:
    """All of them, by group; groups without one are left out."""
    every = [opening for source in (_shares, _links, _card, _looks, *_sources) for opening in source(individual)]
    grouped = [(group, [each for each in every if each.group == group]) for group in GROUPS]
    return [(group, found) for group, found in grouped if found]


def _shares(individual: Individual) -> Iterable[Opening]:
    looked = supporting.looked_last(individual)
    shares = list(shares_of(individual).select_related("relation__user__supporter_needs", "told_to"))
    return [_let_in(share, looked.get(share.public_id)) if share.sections else _told(share) for share in shares]


def _let_in(share: Share, looked: datetime | None) -> Opening:
    user = share.relation.user if share.relation else None
    needs = supporting.needs_in_words(getattr(user, "supporter_needs", None))
    waits = "Was invited, and has not come yet." if share.is_waiting else ""
    knows = supporting.ways_to_know().get(share.knows, "")
    return Opening(
        LET_IN,
        share.recipient,
        share.purpose,
        looked=looked,
        chip=knows,
        note=" ".join(filter(None, [waits, needs, _yes(share)])),
        page=reverse("home:one_share", args=[share.individual.public_id, share.public_id]),
        **_times(share),
    )


def _told(share: Share) -> Opening:
    return Opening(TOLD, share.recipient, share.purpose, words=share.words, note=_yes(share), **_times(share))


def _times(share: Share) -> dict:
    stop = reverse("people:stop_share", args=[share.individual.public_id, share.public_id])
    return {"since": share.starts_at, "until": share.ends_at, "stop": stop}


def _yes(share: Share) -> str:
    """How the yes was given."""
    told = share.told_to.first_name if share.told_to else ""
    said = {
        Share.How.HERE: f"Said yes, and {told} wrote it down.",
        Share.How.HANDED: f"Said yes on {told}’s screen.",
        Share.How.PAPER: f"Said yes on paper, which {told} has.",
        Share.How.IN_KITH: "Said yes here, in Kith.",
    }
    return said[Share.How(share.how)]


def _links(individual: Individual) -> Iterable[Opening]:
    now = clock.now()
    for link in individual.links.filter(stopped_at=None, ends_at__gt=now).order_by("-made_at", "-pk"):
        purpose = Link.Purpose(link.purpose)
        yield Opening(
            LINKS,
            HOLDERS[purpose],
            OPENS[purpose],
            since=link.made_at,
            until=link.ends_at,
            stop=reverse("people:stop_link", args=[individual.public_id, link.public_id]),
            opened_by=link.public_id,
        )


def _card(individual: Individual) -> Iterable[Opening]:
    card = cards.card_of(individual)
    if card is not None:
        yield Opening(
            CALENDARS,
            "Whoever holds the printed card",
            "Everything: it signs in as its owner.",
            since=card.printed_at,
            until=card.ends_at,
            looked=card.last_used_at,
            stop=reverse("people:stop_card", args=[individual.public_id]),
            opened_by=card.public_id,
        )


def _looks(individual: Individual) -> Iterable[Opening]:
    """Not those that are told on a later day."""
    later = {look.relation_id for look in urgent.looks_to_be_told_of(individual)}
    looks = individual.relations.filter(live(clock.now()), kind=Relation.Kind.URGENT_LOOK).select_related("user")
    for each in looks:
        if each.pk not in later:
            until = timezone.localtime(each.ends_at)
            yield Opening(NOW, each.user.name, "Reads, for an hour.", note=f"Until {until:%H:%M}.")
