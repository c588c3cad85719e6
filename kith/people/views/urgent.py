"""Looking in an emergency: finding whom, saying why, what is open then, and going over it afterwards."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse

from kith.access import trail
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.people import actions, queries, typed, urgent
from kith.people.doors import individual_page, team_page
from kith.people.forms.urgent import FindExactly, GoneOver, TellLater, WhyNow
from kith.people.keeping_away import for_staff
from kith.people.sign_in import just_showed_a_second_factor, to_show_it_again
from kith.people.wishes import wishes_of

from .answering import done, status_of


@team_page(Permission.LOOK_URGENTLY)
def find(request: HttpRequest, team) -> HttpResponse:
    """Whoever of this team is called exactly so. That somebody was looked for is trailed, not the name."""
    form = FindExactly(request.POST or None)
    found = None
    if request.method == "POST" and form.is_valid():
        called_so = urgent.called_so(team, form.cleaned_data["called"].strip())
        theirs = for_staff(request.actor, called_so, lambda each: each.pk)
        found = [(each, queries.worker_of(each)) for each in theirs]
        with trail.recorded():
            trail.record("looked for somebody by name", by=request.actor, about=team, reading=True)
    context = {"team": team, "form": form, "found": found}
    return show(request, "people/urgent-find.html", context, status=status_of(form))


@individual_page(Permission.LOOK_URGENTLY)
def look(request: HttpRequest, individual) -> HttpResponse:
    """Their name and what makes it easier; with a reason and a second factor just shown, an hour of reading."""
    if request.POST.get("do") == "close":
        actions.close_look(individual=individual, by=request.actor)
        messages.success(request, "Closed. Thank you for looking no longer than you needed.")
        return go_to(request, "people:urgent", individual=individual.public_id)
    why_not = urgent.cannot_look(individual, request.actor)
    form = WhyNow(None if why_not else request.POST or None, called=individual.called)
    if form.is_bound and not just_showed_a_second_factor(request):
        typed.hold(request, request.user.public_id, request.path, request.path)
        return to_show_it_again(request, request.path)
    if form.is_bound and done(form, lambda: _begin(request, individual, form)):
        return go_to(request, "people:urgent", individual=individual.public_id)
    context = {"individual": individual, "form": form, "why_not": why_not, "wishes": wishes_of(individual)}
    context |= {"opens": urgent.opens(request.actor, individual), "worker": queries.worker_of(individual)}
    context |= {"could": urgent.could_open(request.actor, individual)}
    return show(request, "people/urgent.html", context, status=status_of(form))


def _begin(request: HttpRequest, individual, form: WhyNow):
    return actions.look_urgently(individual=individual, by=request.actor, **form.cleaned_data)


@individual_page(Permission.GO_OVER_LOOKS)
def one_look(request: HttpRequest, individual, look: str) -> HttpResponse:
    """Who looked, why, and what was opened; somebody else goes over it."""
    kept = urgent.look_called(individual, look)
    if kept is None:
        raise Http404
    does = request.POST.get("do", "")
    over = GoneOver(request.POST if does == "over" else None)
    later = TellLater(request.POST if does == "later" else None)
    if _was_done(request, kept, does, over, later):
        return go_to(request, "people:urgent_look", individual=individual.public_id, look=look)
    context = {"individual": individual, "seen": kept, "over": over, "later": later}
    context |= {"opened": urgent.what_was_opened(kept), "is_mine": kept.relation.user_id == request.user.pk}
    context |= {"delays": list(kept.told_later.select_related("asked_by", "agreed_by").order_by("pk"))}
    return show(request, "people/urgent-look.html", context, status=max(status_of(over), status_of(later)))


def _was_done(request: HttpRequest, kept, does: str, over: GoneOver, later: TellLater) -> bool:
    """What was pressed; a reason against stands on its form, or is said at the top."""
    if does == "over":
        found = {"look": kept, "by": request.actor}
        return bool(done(over, lambda: actions.go_over(**found, **_found(over))))
    if does == "later":
        return bool(done(later, lambda: actions.tell_later(look=kept, by=request.actor, **later.cleaned_data)))
    if does == "agree":
        asked = kept.told_later.filter(public_id=request.POST.get("later", "")).first()
        _agree(request, asked)
    return request.method == "POST"


def _found(over: GoneOver) -> dict:
    return {"found": over.cleaned_data["found"], "words": over.cleaned_data["found_words"]}


def _agree(request: HttpRequest, later) -> None:
    try:
        if later:
            actions.agree_to_tell_later(later=later, by=request.actor)
            messages.success(request, "Kept. They are told on that day.")
    except Refused as reason:
        messages.info(request, str(reason))
