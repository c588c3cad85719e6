"""From an address that only a button goes to, back to the page that the button stands on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve


def to_its_page(request: HttpRequest) -> HttpResponse:
    """The nearest page above this address that the visitor may open: the front page, if there is none nearer."""
    return redirect(next((each for each in _above(request.path) if _may_open(request, each)), "/"))


def _above(path: str) -> list[str]:
    """The addresses above this one, the nearest first."""
    parts = path.strip("/").split("/")
    return [f"/{'/'.join(parts[:count])}/" for count in range(len(parts) - 1, 0, -1)]


def _may_open(request: HttpRequest, address: str) -> bool:
    """Whether a page is there that asks for nothing the visitor may not. One that is a button as well leads on."""
    try:
        door = getattr(resolve(address).func, "door", None)
    except Resolver404:
        return False
    asks, may = getattr(door, "permission", None), getattr(request, "may", None)
    return door is not None and (asks is None or may is None or asks in may)
