"""“Still right?” yes, changed or gone, for whoever has used a listing; and the way back to the table."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import show, way_back
from kith.directory import actions
from kith.directory.waiting import off_the_table
from kith.local_knowledge import actions as own_actions
from kith.local_knowledge import pages
from kith.people import queries as people
from kith.people.doors import anywhere_page

from .forms import Changed
from .keeper import keeping_of

FIRST_SEEN = "Thank you. Whoever keeps the table looks at it."


@anywhere_page(Permission.CONFIRM_LISTING)
def still_right(request: HttpRequest, activity: str) -> HttpResponse:
    """The question by itself, for whoever comes from a visit or a call."""
    return _asked(request, pages.found_or_nothing(activity), Changed())


@anywhere_page(Permission.CONFIRM_LISTING)
@require_POST
def changed(request: HttpRequest, activity: str) -> HttpResponse:
    """What has changed, in one box; it waits for whoever keeps the table."""
    found, form = pages.found_or_nothing(activity), Changed(request.POST)
    if not form.is_valid():
        return _asked(request, found, form, status=422)
    try:
        actions.say_changed(activity=found, words=form.cleaned_data["changed"], by=request.actor)
    except Refused as refused:
        form.add_error("changed", str(refused))
        return _asked(request, found, form, status=422)
    messages.success(request, FIRST_SEEN)
    return pages.go_on(request, found)


@anywhere_page(Permission.CONFIRM_LISTING)
@require_POST
def gone(request: HttpRequest, activity: str) -> HttpResponse:
    """It has stopped: off the table from a worker, a word to the keeper from anybody else."""
    found = pages.found_or_nothing(activity)
    has_left = actions.say_gone(activity=found, by=request.actor)
    messages.success(request, "It is off the table, and kept." if has_left else FIRST_SEEN)
    return pages.go_on(request, found)


@anywhere_page(Permission.SET_ON_TABLE)
@require_POST
def bring_back(request: HttpRequest, activity: str) -> HttpResponse:
    """One press: it is on the table again."""
    found = pages.found_or_nothing(activity)
    try:
        actions.bring_back(activity=found, by=request.actor)
    except Refused as refused:
        messages.info(request, str(refused))
    else:
        messages.success(request, "It is back on the table, checked today.")
    return pages.go_on(request, found)


@anywhere_page(Permission.KEEP_TABLE)
def keeping(request: HttpRequest) -> HttpResponse:
    """What needs a look, for whoever keeps the table: a few things, the most useful first."""
    keepers = [each.user.first_name for each in people.keepers()]
    teams = people.live_relations(request.user, clock.now()).filter(team__isnull=False).values("team")
    only_full = request.GET.get("only") == "full"
    found = keeping_of(teams)
    page = {"waiting": found.full if only_full else found.waiting, "how_many_full": found.how_many_full}
    page |= {"here": request.get_full_path(), "only_full": only_full, "keepers": keepers}
    page["names_keepers"] = Permission.MANAGE_TEAM in request.may
    return show(request, "local_knowledge/keeping.html", page)


@anywhere_page(Permission.SET_ON_TABLE)
@require_POST
def seen_to(request: HttpRequest, activity: str) -> HttpResponse:
    """It was looked at, and stays as it is."""
    found = pages.found_or_nothing(activity)
    own_actions.see_to_listing(activity=found, by=request.actor)
    messages.success(request, f"{found.name}: seen to.")
    return pages.go_on(request, found)


@anywhere_page(Permission.SET_ON_TABLE)
def off(request: HttpRequest) -> HttpResponse:
    """What has left the table and is kept; one press brings each back."""
    asked = request.GET.get("name", "").replace("\x00", "").strip()[:100]
    page = {"left": off_the_table(asked), "asked": asked, "back_to": request.get_full_path()}
    return show(request, "local_knowledge/off.html", page)


def _asked(request: HttpRequest, activity, form: Changed, status: int = 200) -> HttpResponse:
    page = pages.in_full(activity) | {"changed": form, "hows": pages.HOWS, "back_to": way_back(request)}
    return show(request, "local_knowledge/still-right.html", page, status=status)
