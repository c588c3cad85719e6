"""A copy to keep: on a page that prints, as a PDF and as one file. Kith sends it to nobody."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from kith.access.permissions import Permission
from kith.design.pages import go_to, show
from kith.moving_on import queries
from kith.moving_on.booklet import booklet_of
from kith.moving_on.one_file import booklet_file
from kith.outbox.drawing import can_draw
from kith.people.doors import individual_page
from kith.people.printing import size_for

from .shared import is_own


@individual_page(Permission.READ_CARRY_ON)
def booklet(request: HttpRequest, individual) -> HttpResponse:
    """As it is on paper, and the ways to take it along."""
    context = {
        "individual": individual,
        "is_own": is_own(request, individual),
        "booklet": _booklet(request, individual),
        "with_pictures": _with_pictures(request),
        "print_size": size_for(individual),
    }
    return show(request, "moving_on/booklet.html", context)


@individual_page(Permission.READ_CARRY_ON)
def booklet_as_pdf(request: HttpRequest, individual) -> HttpResponse:
    """Pages to print. Its name tells nothing."""
    if not can_draw():
        messages.info(request, "This machine cannot make a PDF yet. This page prints as well.")
        return go_to(request, "moving_on:booklet", individual=individual.public_id)
    from kith.moving_on.pdf import booklet_pdf  # what draws pages is not loaded where none is drawn

    response = HttpResponse(booklet_pdf(_booklet(request, individual)), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="booklet.pdf"'
    return response


@individual_page(Permission.READ_CARRY_ON)
def booklet_as_file(request: HttpRequest, individual) -> HttpResponse:
    """One file that opens in any browser."""
    response = HttpResponse(booklet_file(_booklet(request, individual)), content_type="text/html; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="booklet.html"'
    return response


def _booklet(request: HttpRequest, individual):
    """The pictures are in it unless they are left out, and only for whoever may read them."""
    may = Permission.READ_NETWORK_MAP in request.may
    talk, own = queries.talk_of(individual), is_own(request, individual)
    return booklet_of(individual, talk, is_own=own, with_pictures=may and _with_pictures(request))


def _with_pictures(request: HttpRequest) -> bool:
    return request.GET.get("pictures") != "no"
