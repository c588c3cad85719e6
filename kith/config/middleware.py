"""What must answer even when the database does not."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound

from kith.design.views import crisis


def works_without_a_database(get_response: Callable[[HttpRequest], HttpResponse]):
    """Help now is answered before sessions, accounts or the database are asked anything."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.path == "/crisis/":
            return crisis(request)
        return get_response(request)

    return answer


LINKS = ("/v/", "/h/", "/static/")
NOTHING = "There is nothing here."


def links_have_a_host_of_their_own(get_response: Callable[[HttpRequest], HttpResponse]):
    """Where links have a second host, it serves them and nothing else, and the first host serves none.

    Whoever reads such an address, or opens its front page, learns nothing about the service behind it."""

    def answer(request: HttpRequest) -> HttpResponse:
        links, pages = urlsplit(settings.INTRODUCTION_URL).netloc, urlsplit(settings.PUBLIC_URL).netloc
        if links == pages or request.path.startswith("/static/"):
            return get_response(request)
        is_there = request.get_host() == links
        if is_there != request.path.startswith(LINKS):
            return HttpResponseNotFound(NOTHING, content_type="text/plain; charset=utf-8")
        return get_response(request)

    return answer
