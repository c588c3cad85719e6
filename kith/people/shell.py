"""What the frame of every page needs to know: who is here, and the few places they may go."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from kith.access.actor import Role
from kith.access.permissions import Permission
from kith.access.permit import may
from kith.design.addresses import address_of
from kith.design.pages import way_back
from kith.design.telling import clock_words

from . import handing, staying, urgent
from .queries import own_record

SAY_WORRIED, SAY_WENT_WRONG = Permission.SAY_WORRIED, Permission.SAY_WENT_WRONG

FOR_STAFF = (("Today", "home:front"), ("People", "home:people"), ("Community", "ideas:community"))
FOR_STAFF += (("Messages", "messaging:inbox"),)

FOR_MANAGERS = (("Team", "home:front"), ("Community", "ideas:community"))
FOR_KEEPERS = (("The table", "local_knowledge:keeping"), ("Community", "ideas:community"))
FOR_INDIVIDUALS = (("My notes", "conversations:meetings_page"), ("Things to do", "ideas:table"))
FOR_INDIVIDUALS += (("Messages", "messaging:messages_page"),)


@dataclass(frozen=True)
class Shell:
    """The links on top, and the visitor's name. Empty for nobody."""

    person: str = ""
    links: list[tuple[str, str, bool]] = field(default_factory=list)
    sign_out: str = ""
    account: list[tuple[str, str]] = field(default_factory=list)
    is_together: bool = False  # the screen is in somebody's hands
    give_back: str = ""
    stays_for: int = 0  # seconds without a press until they are signed out
    until: str = ""
    is_own: bool = False  # a notebook of their own stands behind the pages
    open_looks: list[urgent.OpenNow] = field(default_factory=list)  # looked at in an emergency, which every page says
    may_print: bool = True
    worried: str = ""  # where one says that one is worried about somebody's safety, in one press
    went_wrong: str = ""  # and that information went astray
    to_ring: str = ""  # for what is printed of it: there is nothing to press on paper


def shell(request: HttpRequest) -> dict[str, Shell]:
    """A context processor: at most one look of its own, for an individual's own places."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"shell": Shell()}
    if handing.in_the_hands_of(request):
        return {"shell": Shell(is_together=True, give_back=_give_back(request), **_stays(request))}
    links = [(label, address, request.path == address) for label, address in _places(request)]
    leave = address_of("account_logout")
    own = {"sign_out": leave, "account": _behind_the_name(request)} | _stays(request) | _on_paper(request)
    own |= _urgent(request) | _one_press(request)
    return {"shell": Shell(person=user.first_name, links=links, **own)}


def _stays(request: HttpRequest) -> dict:
    """Until when they are signed in if nothing is pressed."""
    ends = timezone.localtime(staying.ends_at(request))
    day = "" if ends.date() == timezone.localdate() else f"{ends:%A}, "
    return {"stays_for": staying.limit(request), "until": f"{day}{clock_words(ends.time())}"}


def _urgent(request: HttpRequest) -> dict:
    """While somebody looks in an emergency, pages say so and do not print. No look at the database for others."""
    looks = urgent.open_now(request.actor)
    return {"open_looks": looks, "may_print": not looks or settings.URGENT_LOOK_PRINTS}


def _one_press(request: HttpRequest) -> dict[str, str]:
    """From a page of somebody's record it is known already whom it is about. No look at the database."""
    ways = {"worried": ("safety:worried", SAY_WORRIED), "went_wrong": ("safety:went_wrong", SAY_WENT_WRONG)}
    return {name: _about_whom(request, *way) for name, way in ways.items() if may(request.actor, way[1])}


def _about_whom(request: HttpRequest, name: str, permission: Permission) -> str:
    match = request.resolver_match
    whose = match.kwargs.get("individual", "") if match and permission in getattr(request, "may", ()) else ""
    return address_of(name) + (f"?{urlencode({'about': whose})}" if whose else "")


def _on_paper(request: HttpRequest) -> dict:
    """Whom an individual rings, who has their own page before them on paper."""
    own = own_record(request.user) if Role.INDIVIDUAL in request.actor.roles else None
    return {"is_own": own is not None, "to_ring": own.team.reached_at if own and own.team else ""}


def _give_back(request: HttpRequest) -> str:
    here = request.get_full_path() if request.method == "GET" else "/"
    return f"{address_of('people:unlock')}?{urlencode({'next': way_back(request, here)})}"


def _behind_the_name(request: HttpRequest) -> list[tuple[str, str]]:
    """What is wanted often comes first, how to sign in safely last; in the demo, who else to be."""
    own_things = []
    if request.actor.roles & {Role.INDIVIDUAL, Role.WORKER, Role.COVER}:
        own_things += [("My calendar", address_of("interop:my_calendar"))]
    if own := own_record(request.user):
        own_things += [("How to reach me", reverse("people:reach", args=[own.public_id]))]
    if request.actor.roles & {Role.WORKER, Role.COVER, Role.TEAM}:
        own_things += [
            ("When I am away", address_of("people:away")),
            ("What Kith tells you", address_of("people:hears")),
        ]
        own_things += [("What you like", address_of("people:profile")), ("Your team", address_of("people:teams"))]
        own_things += [("Unlock number", address_of("people:unlock_number"))]
    own_things += [("Signing in safely", address_of("mfa_index"))]
    demo = [("Be somebody else", "/demo/sign-in/"), ("The post tray", "/demo/tray/")]
    return own_things + (demo if settings.KITH_DEMO else [])


def _places(request: HttpRequest) -> list[tuple[str, str]]:
    roles = request.actor.roles
    if roles & {Role.WORKER, Role.COVER, Role.TEAM}:
        return [(label, address_of(name)) for label, name in FOR_STAFF]
    if Role.MANAGER in roles:
        return [(label, address_of(name)) for label, name in FOR_MANAGERS]
    if Role.KEEPER in roles:
        return [(label, address_of(name)) for label, name in FOR_KEEPERS]
    return _own_places(request) if Role.INDIVIDUAL in roles else []


def _own_places(request: HttpRequest) -> list[tuple[str, str]]:
    own = own_record(request.user)
    places = [("My plan", address_of("home:front"))]
    return places + [(label, reverse(name, args=[own.public_id])) for label, name in FOR_INDIVIDUALS if own]
