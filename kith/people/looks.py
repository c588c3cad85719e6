"""Whose look a page has: of the person who is signed in, or else of the device.

While a screen is in somebody's hands, what they choose holds for that time only, and leaves the worker's look alone.
On a shared device the next person takes nothing over: neither what somebody signed in chose, nor what was left on it.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from kith.design.looks import FOR_NOW, Look, for_now, keep, on_this_device

from . import handing

IN_THESE_HANDS = "look in these hands"


def look(request: HttpRequest) -> dict[str, Look]:
    """A context processor: asks nothing that is not at hand."""
    return {"look": look_for(request)}


def look_for(request: HttpRequest) -> Look:
    """How pages look for whoever is here now."""
    held = _chosen_in_these_hands(request)
    if held is not None:
        return held
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return on_this_device(request)
    if user.look or is_shared(request):
        return Look.of(user.look)
    return on_this_device(request)


def is_shared(request: HttpRequest) -> bool:
    """Whether they said at sign-in that others use this device."""
    return request.session.get("device") == "shared"


def _chosen_in_these_hands(request: HttpRequest) -> Look | None:
    if not handing.in_the_hands_of(request):
        return None
    kept = request.session.get(IN_THESE_HANDS)
    return Look.of(kept) if kept is not None else None


def keep_in_these_hands(request: HttpRequest, chosen: Look) -> None:
    """For as long as the screen is with them."""
    request.session[IN_THESE_HANDS] = chosen.chosen


def goes_along(get_response: Callable[[HttpRequest], HttpResponse]):
    """Help now asks neither session nor database: the look of whoever is signed in goes along in a cookie until
    the browser is closed or they sign out."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        now = look_for(request) if request.user.is_authenticated else Look()
        is_known = for_now(request) == now if FOR_NOW in request.COOKIES else not now.chosen
        if not is_known:
            keep(response, now, FOR_NOW, lasts=None)
        return response

    return answer
