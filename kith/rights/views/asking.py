"""My information: what is asked about it, in one press, and where that stands."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.design.pages import go_to, show
from kith.people.doors import individual_page
from kith.people.views.answering import done, status_of
from kith.rights import actions, queries
from kith.rights.forms import AsToldForm, PutRightForm

from .shared import is_own, request_or_nothing, went_well

ASKED = {
    "copy": "You asked for a copy. This page says where it stands.",
    "remove": "You asked for it to be removed. Somebody will talk with you first.",
}


@individual_page(Permission.ASK_ABOUT_INFORMATION)
def information(request: HttpRequest, individual) -> HttpResponse:
    """What can be asked, and what was."""
    return _page(request, individual)


def _page(request: HttpRequest, individual, **forms) -> HttpResponse:
    own = is_own(request, individual)
    may_read = own or Permission.LOOK_AFTER_RIGHTS in request.may
    asked = queries.asked_by(individual) if may_read else []
    context = {
        "individual": individual,
        "is_own": own,
        "asked": asked,
        "open_kinds": {each.request.kind for each in asked if each.request.is_open},
        "leads": list(queries.leads()),
        "caldicott_lead": settings.CALDICOTT_LEAD,
        "put_right": PutRightForm(),
        "as_told": AsToldForm(initial={"received_on": clock.today(), "came": "said"}),
    }
    failed = [form for form in forms.values() if form.errors]
    context |= {"failed_form": failed[0] if failed else None} | forms
    return show(request, "rights/information.html", context, status=status_of(failed[0]) if failed else 200)


@individual_page(Permission.ASK_ABOUT_INFORMATION)
@require_POST
def ask(request: HttpRequest, individual) -> HttpResponse:
    """One press: a copy, or all of it removed."""
    kind = request.POST.get("kind", "")
    says = ASKED.get(kind, "") if is_own(request, individual) else "Written down. Whoever looks after rights is told."
    went_well(request, actions.ask, says, individual=individual, kind=kind)
    return go_to(request, "rights:information", individual=individual.public_id)


@individual_page(Permission.ASK_ABOUT_INFORMATION)
@require_POST
def put_right(request: HttpRequest, individual) -> HttpResponse:
    """Something that is not right."""
    form = PutRightForm(request.POST)
    about = {"individual": individual, "kind": "correct", "by": request.actor}
    if done(form, lambda: actions.ask(words=form.cleaned_data["words"], **about)) is None:
        return _page(request, individual, put_right=form)
    return go_to(request, "rights:information", individual=individual.public_id)


@individual_page(Permission.ASK_ABOUT_INFORMATION)
@require_POST
def as_told(request: HttpRequest, individual) -> HttpResponse:
    """Somebody else writes down what they asked."""
    form = AsToldForm(request.POST)
    if done(form, lambda: actions.ask(individual=individual, by=request.actor, **form.cleaned_data)) is None:
        return _page(request, individual, as_told=form)
    went_well(request, lambda by: None, "Written down. Whoever looks after rights is told.")
    return go_to(request, "rights:information", individual=individual.public_id)


@individual_page(Permission.READ_REQUESTS)
@require_POST
def take_back(request: HttpRequest, individual, wanted: str) -> HttpResponse:
    """It is not wanted any more."""
    found = request_or_nothing(individual, wanted)
    went_well(request, actions.take_back, "Taken back. You can ask again at any time.", wanted=found)
    return go_to(request, "rights:information", individual=individual.public_id)
