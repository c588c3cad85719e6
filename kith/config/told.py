"""Each request is one line of the log, and is counted: which page, how it went, how long it took and as what kind of
person. The address is a key to somebody's record, so the name of the page stands for it."""

import logging
import secrets
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject, empty

from kith.access.permit import may

log = logging.getLogger("kith.requests")
NO_PAGE, STATIC = "nothing", "static"
NOT_NEWS = (STATIC, "healthz", "metrics")  # asked for all day long; told only when it did not go well


def told_in_the_log(get_response: Callable[[HttpRequest], HttpResponse]):
    """Around everything else. Asks nothing that the page has not asked already."""
    from structlog import contextvars

    from kith.config import counted

    def answer(request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        with contextvars.bound_contextvars(request_id=secrets.token_hex(8)):
            response = get_response(request)
            seconds, turned_away = time.perf_counter() - began, _was_turned_away(request, response)
            route, method = route_of(request), request.method or ""
            _tell(request, response, route=route, ms=round(seconds * 1000), turned_away=turned_away)
        counted.count_answer(
            route=route, method=method, status=response.status_code, seconds=seconds, turned_away=turned_away
        )
        return response

    return answer


def _tell(request: HttpRequest, response: HttpResponse, *, route: str, ms: int, turned_away: bool) -> None:
    more = {"method": request.method, "route": route, "status": response.status_code, "ms": ms}
    more["roles"] = "+".join(roles_of(request))
    if turned_away:
        log.warning("Somebody asked for a record that is not open to them.", extra=more | {"who": _who(request)})
    elif route not in NOT_NEWS or response.status_code >= 500:
        log.info("Answered.", extra=more)


def route_of(request: HttpRequest) -> str:
    """The name of the page. Nobody can make one up: it is one of those in `urls`."""
    match = request.resolver_match
    if match is not None:
        return match.view_name if match.url_name else NO_PAGE
    if request.path == "/crisis/":
        return "crisis"  # answered before anything looks for its name
    return STATIC if request.path.startswith("/static/") else NO_PAGE


def roles_of(request: HttpRequest) -> list[str]:
    """As what kind of person they asked, where the page wanted to know."""
    actor = request.__dict__.get("actor")
    if isinstance(actor, SimpleLazyObject) and actor._wrapped is empty:
        return []
    return sorted({tie.role.value for tie in actor.ties}) if actor is not None else []


def _was_turned_away(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether the record is there, and shut to whoever asked; they see the same as if it were not there."""
    whose, match = request.__dict__.get("whose_door"), request.resolver_match
    if response.status_code != 404 or not whose or match is None:
        return False
    door = getattr(match.func, "door")  # noqa: B009 - the door marked its view so, which no type knows
    return not may(request.__dict__["actor"], door.permission, **whose)


def _who(request: HttpRequest) -> str:
    return getattr(request.user, "public_id", "")
