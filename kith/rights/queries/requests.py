"""Who looks after rights, and what waits for them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from kith.access import clock
from kith.access.one import the_one
from kith.people.known_by import rights_leads
from kith.people.models import Individual, User
from kith.people.queries import kept_away_from
from kith.rights.counting import due_on
from kith.rights.models import Copy, Pause, Request


@dataclass(frozen=True)
class Standing:
    """One request and where it stands today."""

    request: Request
    due_on: date
    pause: Pause | None
    copy: Copy | None = None  # the newest

    @property
    def is_there(self) -> bool:
        """Whether their copy can be fetched now."""
        return is_there(self.copy)

    @property
    def is_made(self) -> bool:
        """Whether nothing is to be done for it: one that was asked for once more waits as if there were none."""
        return self.copy is not None and self.copy.asked_again_at is None

    @property
    def is_late(self) -> bool:
        """Whether its day has passed. Said to the lead alone."""
        is_waited_for = self.request.is_open and self.pause is None and not self.is_made
        return is_waited_for and self.due_on < clock.today()


def leads() -> QuerySet[User]:
    """Everybody who looks after rights."""
    return rights_leads().order_by("name", "pk")


def lead_for(individual: Individual) -> User | None:
    """Who gets the next one about this record; another lead can take it on."""
    return leads().exclude(pk__in=kept_away_from(individual)).first()


def asked_by(individual: Individual) -> list[Standing]:
    """All that was asked about this record, newest first."""
    found = _with_all().filter(individual=individual).order_by("-received_on", "-pk")
    return [standing_of(each) for each in found]


def open_requests() -> list[Standing]:
    """All that waits, what is due first on top."""
    found = [standing_of(each) for each in _with_all().filter(ended_at=None)]
    return sorted(found, key=lambda each: (each.due_on, each.request.pk))


def request_called(individual: Individual, public_id: str) -> Request | None:
    """That request, if it is about this record."""
    return the_one(_with_all().filter(individual=individual, public_id=public_id))


def open_request_of(individual: Individual, kind: str, words: str | None = None) -> Request | None:
    """The one that is open still; in these words, where they are given."""
    found = _with_all().filter(individual=individual, kind=kind, ended_at=None)
    return (found if words is None else found.filter(words=words)).first()


def is_there(copy: Copy | None) -> bool:
    """Whether its file can be fetched now."""
    return copy is not None and copy.removed_at is None and clock.now() < copy.ends_at


def standing_of(request: Request) -> Standing:
    copy = next(reversed(list(request.copies.all())), None)
    again = timezone.localdate(copy.asked_again_at) if copy and copy.asked_again_at else None
    return Standing(request, due_on(request, clock.today(), again), request.open_pause, copy)


def _with_all() -> QuerySet[Request]:
    pauses = Prefetch("pauses", Pause.objects.order_by("begins_on", "pk"))
    return Request.objects.select_related("individual__team", "lead", "made_by").prefetch_related(pauses, "copies")
