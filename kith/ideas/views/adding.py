"""A place that is not on the table: added by its name, or told of by the individual and taken up by a worker."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from kith.access.permissions import Permission
from kith.access.permit import may
from kith.access.refusal import Refused
from kith.design.pages import show
from kith.directory import queries as directory
from kith.ideas import actions, forms, queries
from kith.ideas.looking import address, looking
from kith.local_knowledge.listings import where_words
from kith.local_knowledge.queries import asked_lately
from kith.people import queries as people
from kith.people.audience import who_sees
from kith.people.doors import anywhere_page, individual_page

MOST_ASKED = 8  # told of on the page of a new place


@anywhere_page(Permission.ADD_LISTING)
def add(request: HttpRequest) -> HttpResponse:
    """One press with only the name. What is much like it is pointed out first."""
    whose = _whose(request)
    if request.method != "POST":
        return _adding(request, forms.NewPlace(), whose)
    form = forms.NewPlace(request.POST)
    if not form.is_valid():
        return _adding(request, form, whose, status=422)
    there = directory.activity(request.POST.get("activity", ""))
    like_it = directory.alike(form.cleaned_data["name"]) if "sure" not in request.POST and not there else []
    if like_it:
        return _adding(request, form, whose, like_it=like_it)
    return _added(request, form, whose, there)


def _added(request: HttpRequest, form, whose, there) -> HttpResponse:
    """On the table: a new one, or what was there already; and with whom it was heard of through."""
    typed = form.cleaned_data
    if not typed["whom"]:
        made = there or actions.add_by_name(name=typed["name"], by=request.actor)
    else:
        asked = {"team": people.team_around(request.user), "activity": there, "by": request.actor}
        try:
            made = actions.note_heard_of(**typed, **asked)
        except Refused as refused:
            form.add_error("whom", str(refused))
            return _adding(request, form, whose, status=409)
    if made is None:
        messages.success(request, "Kept, so that nobody asks them the same again.")
        return redirect("ideas:add")
    messages.success(request, f"On the table now: {made.name}. Nobody has checked it yet.")
    return redirect(address("leaflet", whose, made.public_id))


def _whose(request: HttpRequest):
    """Whose table to go on to, when it is one that the visitor may open."""
    whose = people.individual_called(request.POST.get("whose") or request.GET.get("whose", ""))
    return whose if whose and may(request.actor, Permission.READ_IDEAS, whose) else None


def _adding(request: HttpRequest, form, whose, *, like_it=(), status: int = 200) -> HttpResponse:
    rows = [(each, where_words(each), address("leaflet", whose, each.public_id)) for each in like_it]
    page = {"form": form, "whose": whose.public_id if whose else "", "like_it": rows}
    page["asked"] = asked_lately(people.team_around(request.user), MOST_ASKED)
    return show(request, "ideas/add.html", page, status=status)


@individual_page(Permission.WRITE_IDEAS, together=True)
def know_a_place(request: HttpRequest, individual) -> HttpResponse:
    """The individual tells of a place in a few words; a worker puts it on the table."""
    who = looking(request, individual)
    reader = individual.user if who.is_theirs else request.user
    form = forms.KnownPlace(request.POST or None, seen_by=who_sees("ideas", individual, reader))
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            actions.tell_of_a_place(individual=individual, words=form.cleaned_data["words"], by=request.actor)
            messages.success(request, "Thank you. It is written down as your idea.")
            return redirect(who.table)
    page = {"form": form, "who": who, "individual": individual, "is_theirs": who.is_theirs, "together": who.together}
    return show(request, "ideas/know_a_place.html", page, status=status)


@individual_page(Permission.WRITE_IDEAS)
def take_up(request: HttpRequest, individual, known: str) -> HttpResponse:
    """A worker puts it on the table: under a name, as one that is there already, or lets it go."""
    found = queries.place_told_of(individual, known)
    if found is None:
        raise Http404
    if Permission.ADD_LISTING not in request.may or not found.waits:
        return redirect(address("table", individual))
    if request.method != "POST":
        return _taking_up(request, found, forms.Name(initial={"name": found.words}))
    return _taken_up(request, individual, found)


def _taken_up(request: HttpRequest, individual, found) -> HttpResponse:
    if "let_go" in request.POST:
        actions.let_go(known=found, by=request.actor)
        return redirect(address("table", individual))
    there = directory.activity(request.POST.get("activity", ""))
    form = forms.Name(request.POST)
    if there is None and not form.is_valid():
        return _taking_up(request, found, form, status=422)
    name = "" if there else form.cleaned_data["name"]
    like_it = directory.alike(name) if name and "sure" not in request.POST else []
    if like_it:
        return _taking_up(request, found, form, like_it=like_it)
    try:
        idea = actions.take_up(known=found, name=name, activity=there, by=request.actor)
    except Refused as refused:
        form.add_error(None, str(refused))
        return _taking_up(request, found, form, status=409)
    messages.success(request, f"On the table, as {individual.called}’s idea: {idea.activity.name}.")
    return redirect(address("leaflet", individual, idea.activity.public_id))


def _taking_up(request: HttpRequest, found, form, *, like_it=(), status: int = 200) -> HttpResponse:
    page = {"individual": found.individual, "known": found, "form": form}
    page["like_it"] = [(each, where_words(each)) for each in like_it]
    return show(request, "ideas/take_up.html", page, status=status)
