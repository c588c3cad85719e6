"""The table, looked at together or alone."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.design.pages import show
from kith.directory import queries as directory
from kith.local_knowledge.back import way_back
from kith.local_knowledge.listings import leaflet
from kith.people.doors import individual_page

from . import actions, forms, queries, table

KEPT, ASIDE = "kept", "set aside"


@individual_page(Permission.READ_IDEAS)
def the_table(request: HttpRequest, individual) -> HttpResponse:
    """Leaflets with reasons: what was looked for, or what they said they like, or a surprise."""
    form = forms.Look(request.GET or None, has_place=individual.near is not None)
    asked = form.asked(request.GET.get("surprise", ""))
    page = {
        "individual": individual,
        "form": form,
        "asked": asked,
        "is_theirs": _is_theirs(request, individual),
        "leaflets": _not_kept(request, individual, asked),
        "kept": _kept(individual),
        "count": directory.count_live(individual.near, table.ROUND_HERE_MILES if individual.near else None),
        "miles": table.ROUND_HERE_MILES if individual.near else None,
        "next_seed": f"{clock.now():%H%M%S}",
        "here": request.get_full_path(),
    }
    return show(request, "ideas/table.html", page, part="results")


@individual_page(Permission.WRITE_IDEAS)
@require_POST
def say(request: HttpRequest, individual) -> HttpResponse:
    """One tap: kept, or set aside."""
    activity = directory.activity(request.POST.get("activity", ""))
    if activity is None:
        raise Http404
    someone = table.person(individual, to_individual=False)
    had_by = request.POST.get("had_by", "")
    word = {"individual": individual, "activity": activity, "by": request.actor}
    word |= {
        "reasons": table.reasons_of(someone, activity),
        "had_by": had_by if had_by == "individual" else "",
    }
    if request.POST.get("state") == KEPT:
        actions.keep(**word)
        messages.success(request, f"Kept: {activity.name}.")
    else:
        actions.set_aside(**word)
        messages.success(request, f"Put aside: {activity.name}. It stays away unless looked for by name.")
    return redirect(way_back(request, reverse("ideas:table", args=[individual.public_id])))


def _not_kept(request: HttpRequest, individual, asked) -> list:
    """The leaflets on the table; what is kept stands on its own above them."""
    someone = table.person(individual, to_individual=_is_theirs(request, individual))
    kept = set(queries.ideas_of(individual).values_list("activity_id", flat=True))
    laid = table.lay_out(someone, asked)
    return [each for each in laid if each.activity_id not in kept or asked.words]


def _kept(individual) -> list[tuple]:
    workers = queries.workers_who_had(individual)
    kept = queries.ideas_of(individual)
    return [(idea, leaflet(idea.activity), workers.get(idea.activity_id)) for idea in kept]


def _is_theirs(request: HttpRequest, individual) -> bool:
    return request.user.pk == individual.user_id
