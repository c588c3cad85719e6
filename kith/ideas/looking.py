"""Who looks at the table now: an individual by themselves, a worker alone, or the two of them together."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.urls import reverse

from kith.access.permissions import Permission
from kith.people import handing
from kith.people import queries as people
from kith.people.models import Individual, Team


@dataclass(frozen=True)
class Looking:
    """`together`: the screen is in the individual's hands. `is_own`: they are signed in as themselves."""

    individual: Individual | None
    is_own: bool
    together: bool
    is_staff: bool

    @property
    def is_theirs(self) -> bool:
        """Whether the page speaks to “you”."""
        return self.is_own or self.together

    @property
    def table(self) -> str:
        """Where their table is."""
        return address("table", self.individual)

    @property
    def may_look_together(self) -> bool:
        """Whether there is somebody who may hand the screen over."""
        return self.is_staff and not self.is_theirs


def looking(request: HttpRequest, individual: Individual | None = None) -> Looking:
    """What is known of whoever looks."""
    needed = Permission.WRITE_IDEAS if individual else Permission.NOTE_KNOWLEDGE
    is_own = individual is not None and request.user.pk == individual.user_id
    together = bool(handing.in_the_hands_of(request))
    return Looking(individual, is_own, together, is_staff=needed in request.may and not is_own)


def address(name: str, individual: Individual | None, *more: str) -> str:
    """A page of this individual's table, or the same of the table with nobody chosen."""
    return reverse(f"ideas:{name}", args=[individual.public_id, *more]) if individual else open_address(name, *more)


def open_address(name: str, *more: str) -> str:
    """A page of the table with nobody chosen."""
    return reverse(f"ideas:open_{name}", args=more)


def team_of(request: HttpRequest) -> Team | None:
    """The team whose knowledge is read."""
    return people.team_around(request.user)


def teams_of(request: HttpRequest) -> list[Team]:
    """Every team that whoever looks works in or manages."""
    return list(people.teams_of(request.user))


def team_asked_for(request: HttpRequest, teams: list[Team]) -> Team | None:
    """The one of these that the address or the form names, the first where none is named. Another's is not there."""
    asked = request.POST.get("team") or request.GET.get("team") or ""
    if not asked:
        return teams[0] if teams else None
    found = next((team for team in teams if team.public_id == asked), None)
    if found is None:
        raise Http404
    return found
