"""A complaint about how information is used: written by anybody, answered by whoever looks after rights."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.design.pages import go_to, show
from kith.people import queries as people
from kith.people.doors import anywhere_page, public_page
from kith.people.views.answering import done, status_of
from kith.rights import actions, queries
from kith.rights.forms import ComplaintAnswerForm, ComplaintForm

from .shared import went_well

ABOUT_USE = "using-it"


@public_page
def complain(request: HttpRequest) -> HttpResponse:
    """Without signing in. Whoever is signed in is known. Somebody who cannot read or use a page says so here too."""
    is_of_use = request.GET.get("about") == ABOUT_USE
    form = ComplaintForm(request.POST or None, is_of_use=is_of_use)
    own = people.own_record(request.user) if request.user.is_authenticated else None
    about = {"individual": own, "by": request.actor}
    if request.method == "POST" and done(form, lambda: actions.complain(**about, **form.cleaned_data)):
        return go_to(request, "rights:thank_you")
    return show(request, "rights/complain.html", {"form": form, "is_of_use": is_of_use}, status=status_of(form))


@public_page
def thank_you(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    return show(request, "rights/thank_you.html")


@anywhere_page(Permission.LOOK_AFTER_RIGHTS)
def complaint_page(request: HttpRequest, complaint: str) -> HttpResponse:
    """What was said, and the answer."""
    found = _or_nothing(request, complaint)
    form = ComplaintAnswerForm(request.POST or None)
    if request.method == "POST" and done(form, lambda: _answer(request, found, form)):
        return go_to(request, "rights:complaint_page", complaint=found.public_id)
    context = {"complaint": found, "say_by": queries.say_by(found), "form": form}
    return show(request, "rights/complaint.html", context, status=status_of(form))


def _answer(request: HttpRequest, complaint, form: ComplaintAnswerForm):
    return actions.answer_complaint(complaint=complaint, words=form.cleaned_data["words"], by=request.actor)


@anywhere_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def came_in(request: HttpRequest, complaint: str) -> HttpResponse:
    """They know that it came in."""
    found = _or_nothing(request, complaint)
    went_well(request, actions.say_it_came_in, "Kept: they know that it came in.", complaint=found)
    return go_to(request, "rights:complaint_page", complaint=found.public_id)


def _or_nothing(request: HttpRequest, public_id: str):
    found = queries.complaint_called(public_id)
    if found is None or request.actor.works_apart_from(found.individual_id):
        raise Http404
    return found
