"""Pages around signing in."""

from django.http import Http404, HttpRequest, HttpResponse

from kith.design.pages import show


def tried_too_often(request: HttpRequest) -> HttpResponse:
    """For whoever knocks very often in a short time."""
    return show(request, "people/tried-too-often.html", status=429)


def closed(request: HttpRequest, **kwargs) -> HttpResponse:
    """For addresses the library knows and Kith does not use: passwords, signing up, changing the address."""
    raise Http404
