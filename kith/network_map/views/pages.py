"""People and places: the list, the drawing beside it, and the same on paper."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import show
from kith.directory import queries as directory
from kith.network_map import actions, queries
from kith.network_map.circles import drawing_of
from kith.network_map.forms import AddForm
from kith.network_map.points import Point, points_of
from kith.people.doors import individual_page
from kith.people.printing import size_for

from .shared import about, found, is_own, to_map, went_well


@individual_page(Permission.READ_NETWORK_MAP)
def map_page(request: HttpRequest, individual) -> HttpResponse:
    """The list first."""
    return _page(request, individual)


@individual_page(Permission.WRITE_NETWORK_MAP)
@require_POST
def add(request: HttpRequest, individual) -> HttpResponse:
    """One or several more, or the form again with what was typed."""
    form = _form(request, individual, request.POST)
    if form.is_valid():
        try:
            added = actions.add(individual=individual, by=request.actor, **form.cleaned_data)
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _kept(added))
            return to_map(request, individual)
    return _page(request, individual, form=form, status=422)


@individual_page(Permission.WRITE_NETWORK_MAP)
@require_POST
def add_from_activity(request: HttpRequest, individual, activity: str) -> HttpResponse:
    """An activity they go to, by one press."""
    listing = found(directory.activity(activity))
    if went_well(request, actions.add_from_activity, individual=individual, activity=listing):
        messages.success(request, f"{listing.name} is among your people and places.")
    return to_map(request, individual)


@individual_page(Permission.WRITE_NETWORK_MAP)
@require_POST
def skip_point(request: HttpRequest, individual) -> HttpResponse:
    """Not this one."""
    point = request.POST.get("point", "")
    if point in list(Point):
        went_well(request, actions.skip_point, individual=individual, point=point)
    return to_map(request, individual)


@individual_page(Permission.WRITE_NETWORK_MAP)
@require_POST
def who_writes(request: HttpRequest, individual) -> HttpResponse:
    """The individual alone, or their worker too."""
    act = actions.let_worker_write if request.POST.get("who") == "both" else actions.write_alone
    if went_well(request, act, individual=individual):
        messages.success(request, "Kept. You can change it at any time.")
    return to_map(request, individual)


@individual_page(Permission.READ_NETWORK_MAP)
def paper(request: HttpRequest, individual) -> HttpResponse:
    """The list and the drawing on one sheet, as large as the individual likes things printed."""
    context = about(request, individual, print_size=size_for(individual))
    life = queries.life_of(individual, own=context["is_own"])
    return show(request, "network_map/paper.html", context | {"life": life, "drawing": drawing_of(life.here)})


def _page(request: HttpRequest, individual, *, form: AddForm | None = None, status: int = 200) -> HttpResponse:
    context = about(request, individual)
    life = queries.life_of(individual, own=context["is_own"])
    pictures = queries.pictures_of(individual)
    context |= {
        "life": life,
        "drawing": drawing_of(life.here),
        "pictures": pictures,
        "points": _points(individual, life, pictures, context),
        "form": form or _form(request, individual, life=life),
        "put_away": queries.put_away_of(individual) if context["is_own"] else [],
        "worker_writes_too": queries.worker_writes_too(individual) if context["is_own"] else False,
    }
    return show(request, "network_map/map_page.html", context, status=status)


def _form(request: HttpRequest, individual, data=None, *, life: queries.Life | None = None) -> AddForm:
    """Whoever came from an activity finds it chosen. `life`: where it is at hand."""
    own = is_own(request, individual)
    here = (life or queries.life_of(individual, own=own)).here
    begins = {"through": request.GET.get("through", "")}
    return AddForm(data, known=queries.activities_known(here), is_own=own, initial=begins)


def _points(individual, life: queries.Life, pictures: list, context: dict) -> list:
    latest = pictures[0] if pictures else None
    then = queries.pictured_in(latest, own=context["is_own"]) if latest else []
    new = queries.new_since(then, life.here) if latest else []
    return points_of(life.here, new=new, you=context["you"], skipped=queries.skipped_by(individual, latest))


def _kept(added: list) -> str:
    names = added[0].name if len(added) == 1 else f"All {len(added)}"
    seen_by = "Only you see this." if added[0].is_mine_alone else "Nobody was told."
    return f"{names} {'is' if len(added) == 1 else 'are'} on the list. {seen_by}"
