"""The doors. Every address has one; it says what it asks. What is not the visitor's looks like nothing.

A door marks its view (`view.door`), so that a test can walk every address.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from kith.access import trail
from kith.access.actor import Actor, Role
from kith.access.permissions import Permission
from kith.access.permit import after_saying_why, all_that_may, may, ties_that_permit
from kith.access.public_ids import is_public_id
from kith.design.forms import codes_kept
from kith.design.pages import go_to

from . import handing, links, queries, saying_why, typed, urgent
from .ways_back import to_its_page

View = Callable[..., HttpResponse]
METHODS = ("GET", "HEAD", "POST")


@dataclass(frozen=True)
class Door:
    """What stands at an address: its kind, and the permission it asks for."""

    kind: str
    permission: Permission | None = None
    autosaves: bool = False
    together: bool = False  # opens too while the screen is in the individual's hands
    purpose: str = ""  # of the link that opens it


def public_page(view: View) -> View:
    """Open to everybody; shows nothing about anybody."""
    view.door = Door("public")  # type: ignore[attr-defined] - a mark on the view, for tests to walk
    return view


def self_page(view: View) -> View:
    """The visitor's own: asks only that they are signed in."""
    return _behind(Door("self"), view, lambda request, kwargs: kwargs)


def anywhere_page(permission: Permission, *, together: bool = False) -> Callable[[View], View]:
    """For what belongs to no individual, such as the community: asks for the permission in any relation.
    With `together` it opens while the screen is in the individual's hands as well."""

    def let_in(request: HttpRequest, kwargs: dict) -> dict:
        _or_nothing(may(request.actor, permission))
        request.may = all_that_may(request.actor)
        return kwargs

    return lambda view: _behind(Door("anywhere", permission, together=together), view, let_in)


def team_page(permission: Permission) -> Callable[[View], View]:
    """One team's page: the view gets the team."""

    def let_in(request: HttpRequest, kwargs: dict) -> dict:
        team = queries.team_called(kwargs.pop("team"))
        request.whose_door = {"team": team} if team else {}  # for the log
        _or_nothing(team is not None and may(request.actor, permission, team=team))
        return kwargs | {"team": team}

    return lambda view: _behind(Door("team", permission), view, let_in)


def link_page(purpose: str, role: Role) -> Callable[[View], View]:
    """One page about one thing, for whoever holds the link. Expired, stopped and made-up links look the same.

    The view gets the link; `request.actor` is then that role towards its individual and nothing else."""

    def behind(view: View) -> View:
        @wraps(view)
        def entered(request: HttpRequest, link: str, **kwargs) -> HttpResponse:
            if request.method not in METHODS:
                return HttpResponseNotAllowed(METHODS)
            found = links.opened(link, purpose)
            if found is None:
                return links.is_over(request)
            request.actor = Actor.with_link(role, found.individual_id)
            response = _telling_of_codes(view, request, found.individual, link=found, **kwargs)
            response["Cache-Control"] = "no-store"  # nobody is signed in here, so nothing else would say it
            return response

        entered.door = Door("link", purpose=purpose)  # type: ignore[attr-defined] - a mark on the view
        return entered

    return behind


def individual_page(permission: Permission, *, trails: bool = True, together: bool = False) -> Callable[[View], View]:
    """One individual's record. The view gets the individual; reading is trailed (not with `trails=False`).
    With `together` it opens while the screen is in the individual's hands as well."""

    def let_in(request: HttpRequest, kwargs: dict) -> dict:
        individual = _individual(request, kwargs.pop("individual"))
        _or_nothing(individual is not None and may(request.actor, permission, individual))
        _or_nothing(request.method != "POST" or not _only_reads(request.actor, permission, individual))
        request.may = all_that_may(request.actor, individual)
        request.asks_why = after_saying_why(request.actor, individual)
        return kwargs | {"individual": individual}

    def trailed(view: View) -> View:
        @wraps(view)
        def answered(request: HttpRequest, individual, **kwargs) -> HttpResponse:
            response = view(request, individual=individual, **kwargs)
            _or_nothing(_is_page(response) or not urgent.only_through_it(request.actor, permission, individual))
            if trails and _shows_something(response):
                _trail_reading(request, permission, individual)
            return response

        return answered

    door = Door("individual", permission, autosaves=not trails, together=together)
    return lambda view: _behind(door, trailed(view), let_in)


def _only_reads(by: Actor, permission: Permission, individual) -> bool:
    """Whether nothing lets them in here but a look in an emergency, or having said why: nothing is sent through it."""
    return all(tie.broke_glass or tie.said_why for tie in ties_that_permit(by, permission, individual))


def _individual(request: HttpRequest, public_id: str):
    """The visitor's own record is at hand already."""
    own = queries.own_record(request.user)
    found = own if own and own.public_id == public_id else queries.individual_called(public_id)
    request.whose_door = {"individual": found} if found else {}  # for the log
    return found


def _is_page(response: HttpResponse) -> bool:
    """Read on the screen, and no file to keep: a look in an emergency opens no more."""
    return response.headers.get("Content-Type", "").startswith("text/html")


def _shows_something(response: HttpResponse) -> bool:
    """A page or a part of one, whatever the method; not a way on, and not an empty answer."""
    goes_on = 300 <= response.status_code < 400 or "HX-Redirect" in response.headers
    return not goes_on and bool(response.content)


def _behind(door: Door, view: View, let_in: Callable[[HttpRequest, dict], dict]) -> View:
    @wraps(view)
    def entered(request: HttpRequest, **kwargs) -> HttpResponse:
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if not request.user.is_authenticated:
            return _to_sign_in(request, door)
        if handing.is_kept_shut(request, door.together, kwargs):
            return handing.to_unlock(request)
        try:
            known = let_in(request, kwargs)
        except Http404:
            return _led_on(request, door) or _nothing_there(request, door)
        response = _telling_of_codes(view, request, known.get("individual"), **known)
        return to_its_page(request) if _is_only_a_button(request, response) else response

    entered.door = door  # type: ignore[attr-defined] - a mark on the view, for tests to walk
    return entered


def _led_on(request: HttpRequest, door: Door) -> HttpResponse | None:
    """Nothing is there; but whoever may read it after saying why is asked, and whoever looks at this record in an
    emergency finds the list of what is open to them."""
    whose = _whose(request)
    if request.method not in ("GET", "HEAD") or not whose:
        return None
    if door.permission and saying_why.is_asked(request.actor, door.permission, whose):
        asks = reverse("people:say_why", args=[whose])
        return go_to(request, f"{asks}?{urlencode({'next': request.get_full_path()})}")
    if whose in {each.individual.public_id for each in urgent.open_now(request.actor)}:
        return go_to(request, "people:urgent", individual=whose)
    return None


def _whose(request: HttpRequest) -> str:
    return request.resolver_match.kwargs.get("individual", "") if request.resolver_match else ""


def _nothing_there(request: HttpRequest, door: Door) -> HttpResponse:
    """That somebody tried is kept in the trail of the install, with the page and what stood in the address. It is
    the same for a record that is not theirs and for none at all, so that nothing is learned from how long it takes."""
    if door.kind == "individual":
        with trail.recorded():
            page = request.resolver_match.view_name if request.resolver_match else ""
            asked = _whose(request) if is_public_id(_whose(request)) else "nothing there"
            trail.record("tried to open", by=request.actor, about=page, detail=asked, reading=True)
    raise Http404


def _is_only_a_button(request: HttpRequest, response: HttpResponse) -> bool:
    """Whoever opens anew what a page showed after a press asks for an address that only a button goes to."""
    return response.status_code == HttpResponseNotAllowed.status_code and request.method in ("GET", "HEAD")


def _telling_of_codes(view: View, request: HttpRequest, whose, **kwargs) -> HttpResponse:
    """The view's answer. Where it kept what looks like a code to get in, after asking, the trail tells so."""
    with codes_kept() as kept:
        response = view(request, **kwargs)
    if kept and response.status_code < 400:
        with trail.recorded():
            page = request.resolver_match.view_name if request.resolver_match else ""
            trail.record("entry code kept anyway", by=request.actor, about=page, individual=whose)
    return response


def _to_sign_in(request: HttpRequest, door: Door) -> HttpResponse:
    """To the sign-in page, and back from there with the words typed. Whoever is still typing stays on their page."""
    htmx = getattr(request, "htmx", None)
    if htmx and door.autosaves:
        return HttpResponse(status=401)
    page = typed.page_of(request)
    if request.method == "POST":
        typed.hold(request, typed.whose_form(request, or_was_here=True), page, request.path)
    if getattr(request, "went_quiet", False):
        messages.info(request, "It was quiet for a while, so you were signed out. Sign in, and go on where you were.")
    to_sign_in = redirect_to_login(page)
    return HttpResponseClientRedirect(to_sign_in.url) if htmx else to_sign_in


def _or_nothing(is_theirs: bool) -> None:
    """Not theirs and not there answer alike."""
    if not is_theirs:
        raise Http404


def _trail_reading(request: HttpRequest, permission: Permission, individual) -> None:
    page = request.resolver_match.view_name if request.resolver_match else ""
    with trail.recorded():
        trail.record(
            permission.value.replace("_", " "),
            by=request.actor,
            about=page,
            individual=individual,
            reading=True,
        )
