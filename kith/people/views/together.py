"""Who works with an individual: the page both read, and how others join, cover, take over and leave."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.people import actions, queries, reaching
from kith.people.company import company_before, company_now
from kith.people.doors import individual_page
from kith.people.forms.together import Cover, FromOutside, FromTheTeam, Somebody
from kith.people.taken_over import taken_over
from kith.people.writer import is_the_individual

from .answering import done, status_of


@individual_page(Permission.SEE_PERSON)
def who(request: HttpRequest, individual) -> HttpResponse:
    """Everybody who works with them, now and before."""
    context = {
        "individual": individual,
        "now": company_now(individual),
        "before": company_before(individual),
        "may_change": Permission.OPEN_PARTNERSHIP in request.may,
        "is_own": is_the_individual(request.actor, individual),
        "news": taken_over(individual),
    }
    return show(request, "people/who.html", context)


@individual_page(Permission.OPEN_PARTNERSHIP)
def add(request: HttpRequest, individual) -> HttpResponse:
    """Somebody else works with them too: one of the team, or somebody by email."""
    is_outside = request.POST.get("from") == "outside"
    near = FromTheTeam(None if is_outside else request.POST or None, users=queries.may_join(individual))
    far = FromOutside(request.POST if is_outside else None, called=individual.called)
    if request.method == "POST":
        towards = {"individual": individual, "by": request.actor}
        if is_outside:
            joined = done(far, lambda: actions.also_invite(**_typed(far, "name", "email", "role_words"), **towards))
        else:
            joined = done(
                near, lambda: actions.also_work_with(user=near.chosen, **_typed(near, "role_words"), **towards)
            )
        if joined:
            return _kept(request, individual, f"{joined.user.first_name} works with {individual.called} too.")
    context = {"individual": individual, "near": near, "far": far, "is_outside": is_outside}
    return show(request, "people/add.html", context, status=status_of(far if is_outside else near))


def _typed(form, *names: str) -> dict:
    return {name: form.cleaned_data[name] for name in names}


@individual_page(Permission.OPEN_PARTNERSHIP)
def cover(request: HttpRequest, individual) -> HttpResponse:
    """Somebody of the team covers for a while."""
    form = Cover(request.POST or None, users=queries.may_join(individual))
    if request.method == "POST":
        towards = {"individual": individual, "by": request.actor}
        covering = done(form, lambda: actions.cover(user=form.chosen, until=form.cleaned_data["until"], **towards))
        if covering:
            return _kept(request, individual, f"{covering.user.first_name} covers. It ends by itself.")
    return show(request, "people/cover.html", {"individual": individual, "form": form}, status=status_of(form))


@individual_page(Permission.OPEN_PARTNERSHIP)
@require_POST
def end(request: HttpRequest, individual, relation: str) -> HttpResponse:
    """Somebody who worked with them too works with them no more. Their own worker hands over instead."""
    found = queries.relation_called(individual, relation)
    if found is None:
        raise Http404
    if found.kind == "partnership":
        return go_to(request, "people:hand_over", individual=individual.public_id)
    try:
        actions.end(relation=found, by=request.actor)
    except Refused as reason:
        messages.info(request, str(reason))
        return go_to(request, "people:who", individual=individual.public_id)
    is_gone = found.user_id == request.user.pk
    if is_gone:
        messages.success(request, f"You do not work with {individual.called} any more.")
        return go_to(request, "home:front")
    return _kept(request, individual, f"{found.user.first_name} sees this notebook no more.")


@individual_page(Permission.OPEN_PARTNERSHIP)
def hand_over(request: HttpRequest, individual) -> HttpResponse:
    """Another worker of the team takes over. The words to the individual are shown before they go."""
    partnership = queries.partnership_with(individual)
    if partnership is None:
        return _find_worker(request, individual)
    others = queries.colleagues(individual).exclude(pk=partnership.user_id)
    form = Somebody(request.POST or None, users=others)
    is_sure = request.POST.get("do") == "hand over"
    if is_sure:
        given = {"relation": partnership, "by": request.actor}
        new = done(form, lambda: actions.hand_over_partnership(to=form.chosen, **given))
        if new:
            messages.success(request, f"{new.user.first_name} is {individual.called}’s worker now.")
            return go_to(request, "home:front")  # whoever handed over may not open this notebook any more
    to = form.chosen if form.is_bound and form.is_valid() else None
    context = {"individual": individual, "form": form, "partnership": partnership, "to": to}
    context |= _words(individual, partnership.user, to) if to else {}
    return show(request, "people/hand-over.html", context, status=status_of(form))


def _find_worker(request: HttpRequest, individual) -> HttpResponse:
    """Nobody works with them now, so nobody hands over."""
    form = Somebody(request.POST or None, users=queries.colleagues(individual))
    if form.is_bound:
        new = done(form, lambda: actions.find_worker(to=form.chosen, individual=individual, by=request.actor))
        if new:
            return _kept(request, individual, f"{new.user.first_name} is {individual.called}’s worker now.")
    return show(request, "people/find-worker.html", {"individual": individual, "form": form}, status=status_of(form))


def _words(individual, old, new) -> dict:
    """The whole letter to the individual; or, where none goes, the words for the worker to say."""
    told = reaching.new_worker(individual, old, new)
    letter = reaching.written_to(individual, **told)
    is_neutral = letter is not None and told["words"] not in letter.body
    return {"letter": letter.body if letter else told["words"], "goes": bool(letter), "is_neutral": is_neutral}


def _kept(request: HttpRequest, individual, words: str) -> HttpResponse:
    messages.success(request, words)
    return go_to(request, "people:who", individual=individual.public_id)
