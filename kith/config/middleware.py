"""What is answered before sessions and the database: too much, the other host, and help now."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound

from kith.design.views import crisis

MOST_SENT = 13_000_000  # bytes: the largest list, and the fullest box, still come through and are told so kindly
TOO_MUCH = "This is larger than 13 MB, so it was not taken. Please go back and choose something smaller."


def takes_only_so_much(get_response: Callable[[HttpRequest], HttpResponse]):
    """Whoever sends a file fills a disk with it before anybody asks who they are; so its size is asked first."""

    def answer(request: HttpRequest) -> HttpResponse:
        size = request.META.get("CONTENT_LENGTH") or "0"
        if size.isdecimal() and int(size) > MOST_SENT:
            return HttpResponse(TOO_MUCH, status=413, content_type="text/plain; charset=utf-8")
        return get_response(request)

    return answer


def works_without_a_database(get_response: Callable[[HttpRequest], HttpResponse]):
    """Help now is answered before sessions, accounts or the database are asked anything."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.path == "/crisis/":
            return crisis(request)
        return get_response(request)

    return answer


OPEN = "/open/"


def open_to_everybody_alike(get_response: Callable[[HttpRequest], HttpResponse]):
    """What is open shows nobody's own, so it is never asked who reads it: a cookie that comes along is not looked at,
    and none is left. Whatever stands between may keep one answer for everybody."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(OPEN):
            return get_response(request)
        request.META.pop("HTTP_COOKIE", None)
        response = get_response(request)
        response.cookies.clear()
        varies = [each.strip() for each in response.get("Vary", "").split(",")]
        response["Vary"] = ", ".join(each for each in varies if each and each.lower() != "cookie")
        if not response["Vary"]:
            del response["Vary"]
        return response

    return answer


LINKS = ("/v/", "/h/", "/c/", "/k/", "/s/")
ON_BOTH = ("/static/", "/calendar/")  # a calendar's address stands in the settings of a phone, where a name tells
NOTHING = "There is nothing here."


def links_have_a_host_of_their_own(get_response: Callable[[HttpRequest], HttpResponse]):
    """Where links have a second host, it serves them and nothing else, and the first host serves none.

    Whoever reads such an address, or opens its front page, learns nothing about the service behind it."""

    def answer(request: HttpRequest) -> HttpResponse:
        links, pages = _place(settings.INTRODUCTION_URL), _place(settings.PUBLIC_URL)
        if links == pages or request.path.startswith(ON_BOTH):
            return get_response(request)
        here = _place(f"{request.scheme}://{request.get_host()}")
        is_there = here == links if links[0] == pages[0] else here[0] == links[0]
        if is_there != request.path.startswith(LINKS):
            return HttpResponseNotFound(NOTHING, content_type="text/plain; charset=utf-8")
        return get_response(request)

    return answer


def _place(address: str) -> tuple[str, int]:
    """The host and port, however they are written: in capitals, with a dot at the end, or with the usual port."""
    parts = urlsplit(address)
    return (parts.hostname or "").rstrip("."), parts.port or (443 if parts.scheme == "https" else 80)
