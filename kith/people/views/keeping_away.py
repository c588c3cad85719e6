"""Who is not to see a notebook: said in one press, opened again by a rights lead alone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.design.pages import go_to, show
from kith.people import actions, keeping_away
from kith.people.doors import individual_page
from kith.people.forms.keeping_away import LetBack, NotToSee
from kith.people.queries import worker_of
from kith.people.writer import is_the_individual

from .answering import done, status_of


@individual_page(Permission.READ_KEPT_AWAY)
def kept_away(request: HttpRequest, individual) -> HttpResponse:
    """Who it is now; and somebody else."""
    return _page(request, individual, _form(request, individual))


@individual_page(Permission.KEEP_AWAY)
@require_POST
def keep_away(request: HttpRequest, individual) -> HttpResponse:
    """At once, and no reason is asked."""
    form = _form(request, individual, request.POST)
    given = {"individual": individual, "by": request.actor}
    if done(form, lambda: actions.keep_away(user=form.chosen, **given)):
        return _shut(request, individual, form.chosen)
    return _page(request, individual, form)


def _form(request: HttpRequest, individual, typed=None) -> NotToSee:
    is_own = is_the_individual(request.actor, individual)
    return NotToSee(typed, users=keeping_away.could_see_it(individual), is_own=is_own)


def _page(request: HttpRequest, individual, form: NotToSee) -> HttpResponse:
    context = {"individual": individual, "form": form, "is_own": is_the_individual(request.actor, individual)}
    context |= {"kept": list(keeping_away.kept_away_now(individual)), "worker": worker_of(individual)}
    return show(request, "people/kept-away.html", context, status=status_of(form))


def _shut(request: HttpRequest, individual, user) -> HttpResponse:
    messages.success(request, f"The notebook is shut to {user.name} from now on. Nobody tells them.")
    if user.pk == request.user.pk:  # the worker wrote down that it is not to be them
        return go_to(request, "home:front")
    return go_to(request, "people:kept_away", individual=individual.public_id)


@individual_page(Permission.LET_BACK)
def let_back(request: HttpRequest, individual) -> HttpResponse:
    """Whom it is opened to again, and why."""
    kept = list(keeping_away.kept_away_now(individual))
    form = LetBack(request.POST or None, kept=kept, called=individual.called)
    if form.is_bound and done(form, lambda: actions.let_back(kept=form.chosen, why=_why(form), by=request.actor)):
        messages.success(request, f"Open to {form.chosen.relation.user.name} again. {individual.called} is told.")
        return go_to(request, "people:kept_away", individual=individual.public_id)
    context = {"individual": individual, "form": form, "kept": kept}
    return show(request, "people/let-back.html", context, status=status_of(form))


def _why(form: LetBack) -> str:
    return form.cleaned_data["why"]


@individual_page(Permission.SAY_THEY_KNOW)
def knows(request: HttpRequest, individual) -> HttpResponse:
    """I know this person."""
    if request.method == "POST":
        actions.say_they_know(individual=individual, by=request.actor)
        messages.success(request, "Thank you for saying so. Their notebook is shut to you from now on.")
        return go_to(request, "home:front")
    worker = worker_of(individual)
    is_mine = worker is not None and worker.pk == request.user.pk
    return show(request, "people/knows.html", {"individual": individual, "is_mine": is_mine})
