"""The table, looked at together or alone."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.design.pages import show, way_back
from kith.directory import queries as directory
from kith.local_knowledge.listings import leaflet
from kith.people.doors import individual_page

from . import actions, forms, queries, table

KEPT, MINE = "kept", "my idea"


@individual_page(Permission.READ_IDEAS)
def the_table(request: HttpRequest, individual) -> HttpResponse:
    """Leaflets with reasons: what was looked for, or what they said they like, or a surprise."""
    form = forms.Look(request.GET or None, has_place=individual.near is not None)
    asked = form.asked(request.GET.get("surprise", ""), away="away" in request.GET)
    kept = list(queries.ideas_of(individual))
    kept_ids = {idea.activity_id for idea in kept}
    someone = table.person(individual, to_individual=_is_theirs(request, individual))
    spread = table.lay_out(someone, asked, () if asked.words else kept_ids)
    page = {
        "individual": individual,
        "form": form,
        "asked": asked,
        "is_theirs": someone.to_individual,
        "kept": [(idea, leaflet(idea.activity)) for idea in kept],
        "kept_count": str(len(kept)),
        "next_seed": f"{clock.now():%H%M%S}",
        "here": request.get_full_path(),
    }
    page |= _of_spread(request, individual, spread, kept_ids)
    return show(request, "ideas/table.html", page, part="results")


@individual_page(Permission.WRITE_IDEAS)
@require_POST
def say(request: HttpRequest, individual) -> HttpResponse:
    """One tap: they like it, the worker keeps it as an idea of their own, or it is set aside."""
    activity = directory.activity(request.POST.get("activity", ""))
    if activity is None:
        raise Http404
    someone = table.person(individual, to_individual=False)
    word = {"individual": individual, "activity": activity, "by": request.actor}
    word["reasons"] = table.reasons_of(someone, activity)
    keeps = request.POST.get("state") in (KEPT, MINE)
    if keeps:
        actions.keep(**word, had_by=_had_by(request, individual))
        messages.success(request, f"Kept: {activity.name}.")
    else:
        actions.set_aside(**word)
        messages.success(request, f"Put aside: {activity.name}. It stays away unless looked for by name.")
    otherwise = way_back(request, reverse("ideas:table", args=[individual.public_id]))
    return redirect(way_back(request, otherwise, name="stays") if keeps else otherwise)


def _had_by(request: HttpRequest, individual) -> str:
    """Their liking, told to somebody, is theirs; their own press leaves it with whoever had the idea first."""
    if _is_theirs(request, individual):
        return ""
    return "worker" if request.POST["state"] == MINE else "individual"


def _of_spread(request: HttpRequest, individual, spread: table.Spread, kept: set[int]) -> dict:
    """What the page says of its leaflets."""
    of_spread = {
        "laid": _with_ways_back(spread.leaflets, request.get_full_path(), kept),
        "kept_away": spread.kept_away,
        "look_at_them": _changed(request, away="1"),
    }
    return of_spread | _how_many(individual, spread.leaflets)


def _with_ways_back(leaflets: list, here: str, kept: set[int]) -> list[tuple]:
    """Each with whether it is kept, and the address of its neighbour, for when a press takes it away."""
    places = [f"at-{each.public_id}" for each in leaflets]
    beside = [*places[1:], *(places[-2:-1] or ["results"])]
    ways = zip(leaflets, beside, strict=False)
    return [(each, each.activity_id in kept, f"{here}#{place}") for each, place in ways]


def _how_many(individual, leaflets: list) -> dict:
    """How much there is to do, and within how many miles when all on this page is."""
    reach = table.ROUND_HERE_MILES
    is_near = individual.near is not None and all(each.miles is None or each.miles <= reach for each in leaflets)
    count = directory.count_live(individual.near, reach) if is_near else directory.count_live()
    return {"count": count, "miles": reach if is_near else None}


def _changed(request: HttpRequest, **changes: str) -> str:
    """This address with a change in what is asked."""
    asked = request.GET.copy()
    for name, value in changes.items():
        asked[name] = value
    return f"{request.path}?{asked.urlencode()}"


def _is_theirs(request: HttpRequest, individual) -> bool:
    return request.user.pk == individual.user_id
