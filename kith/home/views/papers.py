"""My plan on paper: the page that prints, and the same as a PDF."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from kith.access.permissions import Permission
from kith.design.pages import go_to, show
from kith.home import queries
from kith.outbox.drawing import can_draw
from kith.people.doors import individual_page
from kith.people.printing import size_for


@individual_page(Permission.READ_MEETINGS)
def plan_on_paper(request: HttpRequest, individual) -> HttpResponse:
    """As large as the individual likes things printed, whoever prints it."""
    context = {
        "individual": individual,
        "paper": queries.paper_of(individual, request.may),
        "has_name": _has_name(request),
        "is_own": request.user.pk == individual.user_id,
        "print_size": size_for(individual),
    }
    return show(request, "home/paper.html", context)


@individual_page(Permission.READ_MEETINGS)
def plan_pdf(request: HttpRequest, individual) -> HttpResponse:
    """To keep or to post. Its name tells nothing."""
    if not can_draw():
        messages.info(request, "This machine cannot make a PDF yet. This page prints as well.")
        return go_to(request, "home:plan_on_paper", individual=individual.public_id)
    from kith.home import paper  # what draws pages is not loaded where none is drawn

    sheets = paper.plan_pdf(individual, may=request.may, has_name=_has_name(request))
    response = HttpResponse(sheets, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="plan.pdf"'
    return response


def _has_name(request: HttpRequest) -> bool:
    return request.GET.get("name") != "no"
