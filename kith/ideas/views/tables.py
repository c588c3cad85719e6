"""The table, looked at together or alone, for one individual or with nobody chosen; and what is said at it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.design.pages import go_to, show, way_back
from kith.directory import queries as directory
from kith.ideas import actions, forms, near, queries, table, unsaid
from kith.ideas.chips import chips_of
from kith.ideas.how_many import in_words
from kith.ideas.looking import Looking, looking, open_address, team_of
from kith.local_knowledge.listings import leaflet
from kith.people.doors import anywhere_page, individual_page

KEPT, MINE, BACK = "kept", "my idea", "back"
LONGEST_NAME = 60  # longer words are a wish, not the name of a place


@individual_page(Permission.READ_IDEAS, together=True)
def the_table(request: HttpRequest, individual) -> HttpResponse:
    """Leaflets with reasons: what was looked for (it comes by post), what they said they like, or a surprise."""
    if moved := _moved_on(request):
        return moved
    who = looking(request, individual)
    kept, aside = queries.kept_and_set_aside(individual)
    names = {idea.activity.public_id: idea.activity.name for idea in aside}
    someone = table.person(individual, to_individual=who.is_theirs, set_aside=names)
    page = _page(request, who, someone, {idea.activity_id for idea in kept})
    page |= {
        "kept": [(idea, leaflet(idea.activity)) for idea in kept],
        "kept_title": "Kept" if who.together else f"Kept ({len(kept)})",
        "aside": aside,
        "told_of": [] if who.is_theirs else queries.places_told_of(individual),
        "has_lines": bool(someone.lines),
    }
    return _shown(request, page)


@anywhere_page(Permission.READ_LISTINGS, together=True)
def open_table(request: HttpRequest) -> HttpResponse:
    """The same table with nobody chosen: nothing is kept, and nobody's words are on it."""
    if moved := _moved_on(request):
        return moved
    who = looking(request)
    return _shown(request, _page(request, who, table.nobody(team_of(request)), set()))


@individual_page(Permission.WRITE_IDEAS, together=True)
@require_POST
def say(request: HttpRequest, individual) -> HttpResponse:
    """One tap: they like it, the worker keeps it as an idea of their own, it is set aside, or brought back."""
    activity = directory.activity(request.POST.get("activity", ""))
    if activity is None:
        raise Http404
    state, word = request.POST.get("state"), {"individual": individual, "activity": activity, "by": request.actor}
    who = looking(request, individual)
    if state == BACK:
        actions.bring_back(**word)
        messages.success(request, f"Back on the table: {activity.name}.")
    elif state in (KEPT, MINE):
        actions.keep(**word, reasons=_reasons(individual, activity), had_by=_had_by(who, state))
        messages.success(request, f"Kept: {activity.name}.")
    else:
        actions.set_aside(**word, reasons=_reasons(individual, activity))
        messages.success(request, f"Put aside: {activity.name}. It is under “Put aside”, if you change your mind.")
    otherwise = way_back(request, who.table)
    return redirect(way_back(request, otherwise, name="stays") if state in (KEPT, MINE) else otherwise)


def _moved_on(request: HttpRequest) -> HttpResponse | None:
    """On to the page of what was posted; and away from an address that holds words about harm."""
    if request.method == "POST":
        is_of_harm = unsaid.says_harm(request.POST)
        address = unsaid.address_without(request, request.POST) if is_of_harm else forms.address_of(request.POST)
        return redirect(f"{request.path}{address}")
    if unsaid.holds_harm(request.GET):
        return go_to(request, f"{request.path}{unsaid.address_without(request, request.GET)}")
    return None


def _shown(request: HttpRequest, page: dict) -> HttpResponse:
    """The page, or the results alone; help that comes first stands above both, so then the page is loaded whole."""
    if page["asked"].is_for_help and getattr(request, "htmx", False):
        return go_to(request, request.get_full_path())
    return show(request, "ideas/table.html", page, part="results")


def _reasons(individual, activity) -> list[str]:
    return table.reasons_of(table.person(individual, to_individual=False), activity)


def _had_by(who: Looking, state: str) -> str:
    """Their liking, told to somebody, is theirs; their own press leaves it with whoever had the idea first."""
    if who.is_own:
        return ""
    return "worker" if state == MINE and not who.together else "individual"


def _page(request: HttpRequest, who: Looking, someone: table.Person, kept: set[int]) -> dict:
    """What every table has."""
    form = forms.Look(unsaid.with_the_rest(request) or None, has_place=someone.near is not None)
    asked = form.asked(request.GET.get("surprise", ""), away="away" in request.GET)
    laid = near.lay_out(someone, asked, () if asked.words else kept)
    page = _understood(request, form, asked, laid.facts) | {
        "form": form,
        "asked": asked,
        "next_seed": f"{clock.now():%H%M%S}",
        "look_at_them": _changed(request, away="1"),
        "may_add": Permission.ADD_LISTING in request.may and not who.is_theirs,
        "new_name": _new_name(asked),
        "open_table": open_address("table"),
    }
    laid_out = _near_and_elsewhere(request, laid, kept)
    return _whose(who) | page | laid_out | ({} if who.together else _how_many(someone, laid.here))


def _near_and_elsewhere(request: HttpRequest, laid: near.Laid, kept: set[int]) -> dict:
    """What one goes to, and apart from it what nobody goes out for."""
    every = _with_ways_back([*laid.here, *laid.elsewhere], request.get_full_path(), kept)
    parts = {"laid": every[: len(laid.here)], "elsewhere": every[len(laid.here) :]}
    return parts | {"said_of_near": laid.said, "kept_away": laid.kept_away, "here": request.get_full_path()}


def _understood(request: HttpRequest, form, asked: table.Asked, facts: tuple) -> dict:
    """What the table is narrowed to: by filters, and by what the words were taken to mean."""
    return {"narrowed": form.narrowed(request.GET), "chips": chips_of(facts, asked, request.GET)}


def _whose(who: Looking) -> dict:
    """Who looks, and whose table it is."""
    return {"who": who, "individual": who.individual, "is_theirs": who.is_theirs, "together": who.together}


def _new_name(asked: table.Asked) -> str:
    """What was looked for, when it may be the name of a place."""
    is_a_name = 0 < len(asked.words) <= LONGEST_NAME and not asked.is_for_help and not table.is_a_wish(asked.words)
    return asked.words if is_a_name else ""


def _with_ways_back(leaflets: list, here: str, kept: set[int]) -> list[tuple]:
    """Each with whether it is kept, and the address of its neighbour, for when a press takes it away."""
    places = [f"at-{each.public_id}" for each in leaflets]
    beside = [*places[1:], *(places[-2:-1] or ["results"])]
    ways = zip(leaflets, beside, strict=False)
    return [(each, each.activity_id in kept, f"{here}#{place}") for each, place in ways]


def _how_many(someone: table.Person, leaflets: list) -> dict:
    """How much there is to do, and within how many miles when all on this page is."""
    reach = table.ROUND_HERE_MILES
    is_near = someone.near is not None and all(each.miles is None or each.miles <= reach for each in leaflets)
    count = directory.count_live(someone.near, reach) if is_near else directory.count_live()
    return {"how_many": in_words(count), "miles": reach if is_near else None}


def _changed(request: HttpRequest, **changes: str) -> str:
    """This address with a change in what is asked."""
    asked = request.GET.copy()
    for name, value in changes.items():
        asked[name] = value
    return f"{request.path}?{asked.urlencode()}"
