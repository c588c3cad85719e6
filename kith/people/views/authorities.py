"""Who may see some of a notebook by law: written down by one, seen by another."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.people import actions
from kith.people import authorities as papers
from kith.people.doors import individual_page
from kith.people.forms.authorities import InUse, NewAuthority
from kith.people.writer import is_the_individual

from .answering import done, status_of

DOES: dict[str, tuple[Callable, str]] = {
    "seen": (actions.see_paper, "Kept: a second person has seen the paper."),
    "rests": (actions.put_out_of_use, "Kept. It opens nothing now."),
    "end": (actions.end_authority, "Ended. They see nothing of it any more."),
}


@individual_page(Permission.READ_AUTHORITIES)
def authorities(request: HttpRequest, individual) -> HttpResponse:
    """Every paper, what it opens, and who saw it."""
    context = {"individual": individual, "papers": papers.authorities_of(individual)}
    context["is_own"] = is_the_individual(request.actor, individual)
    return show(request, "people/authorities.html", context)


@individual_page(Permission.WRITE_AUTHORITIES)
def new_authority(request: HttpRequest, individual) -> HttpResponse:
    """What the paper says."""
    form = NewAuthority(request.POST or None, called=individual.called)
    given = {"individual": individual, "by": request.actor}
    if form.is_bound and done(form, lambda: actions.write_authority(**form.cleaned_data, **given)):
        messages.success(request, "Kept. It opens nothing until a second person has seen the paper.")
        return _back(request, individual)
    return show(request, "people/new-authority.html", {"individual": individual, "form": form}, status=status_of(form))


@individual_page(Permission.WRITE_AUTHORITIES)
@require_POST
def authority_does(request: HttpRequest, individual, authority: str) -> HttpResponse:
    """One press: it was seen, it rests, it ends."""
    found = _or_nothing(individual, authority)
    act, words = DOES.get(request.POST.get("do", ""), (None, ""))
    try:
        if act:
            act(authority=found, by=request.actor)
            messages.success(request, words)
    except Refused as reason:
        messages.info(request, str(reason))
    return _back(request, individual)


@individual_page(Permission.WRITE_AUTHORITIES)
def in_use(request: HttpRequest, individual, authority: str) -> HttpResponse:
    """Since when it is in use, and who found that."""
    found = _or_nothing(individual, authority)
    form = InUse(request.POST or None, called=individual.called)
    given = {"authority": found, "by": request.actor}
    if form.is_bound and done(form, lambda: actions.put_in_use(**form.cleaned_data, **given)):
        messages.success(request, f"Kept. {individual.called} sees it.")
        return _back(request, individual)
    context = {"individual": individual, "authority": found, "form": form}
    return show(request, "people/in-use.html", context, status=status_of(form))


def _or_nothing(individual, public_id: str):
    found = papers.authority_called(individual, public_id)
    if found is None:
        raise Http404
    return found


def _back(request: HttpRequest, individual) -> HttpResponse:
    return go_to(request, "people:authorities", individual=individual.public_id)
