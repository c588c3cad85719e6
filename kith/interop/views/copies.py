"""A copy of one person's plan: looked at first, then taken."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.interop import actions, queries
from kith.interop.beside import also_in_file
from kith.interop.forms import TakeForm
from kith.interop.plan_file import CONTENT_TYPES, NAMES
from kith.interop.prsb import mark_of, parts_of
from kith.people.doors import individual_page
from kith.people.writer import is_the_individual


@individual_page(Permission.TAKE_PLAN)
def copy_page(request: HttpRequest, individual) -> HttpResponse:
    """All that would leave, in words; then the two ways to take it."""
    return _page(request, individual, _form(request, individual))


def _form(request: HttpRequest, individual) -> TakeForm | None:
    """Nobody is asked who their own copy is for."""
    if is_the_individual(request.actor, individual):
        return None
    return TakeForm(request.POST or None, called=individual.called)


def _page(request: HttpRequest, individual, form: TakeForm | None, status: int = 200) -> HttpResponse:
    whole = queries.whole_of(individual, is_own=form is None)
    parts = parts_of(whole)
    context = {
        "individual": individual,
        "is_own": form is None,
        "parts": parts,
        "beside": also_in_file(whole),
        "mark": mark_of(parts, whole),
        "form": form,
        "taken": queries.taken_before(individual),
    }
    return show(request, "interop/copy.html", context, status=status)


@individual_page(Permission.TAKE_PLAN)
@require_POST
def take(request: HttpRequest, individual) -> HttpResponse:
    """The file itself; or the page again, with the reason and what was typed."""
    form = _form(request, individual)
    if form is not None and not form.is_valid():
        return _page(request, individual, form, status=422)
    for_whom = form.cleaned_data["for_whom"] if form else ""
    chosen = {"shape": request.POST.get("shape", ""), "mark": request.POST.get("mark", ""), "for_whom": for_whom}
    try:
        left = actions.take_plan(individual=individual, by=request.actor, **chosen)
    except Refused as reason:
        messages.info(request, str(reason))
        if form is None:
            return go_to(request, "interop:copy_page", individual=individual.public_id)
        return _page(request, individual, form, status=422)
    return _file(left)


def _file(left: actions.Left) -> HttpResponse:
    """To keep; its name tells nothing."""
    shape = left.taken.shape
    response = HttpResponse(left.content, content_type=CONTENT_TYPES[shape])
    response["Content-Disposition"] = f'attachment; filename="{NAMES[shape]}"'
    return response
