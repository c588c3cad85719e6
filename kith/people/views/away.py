"""When a worker is away: their own page, and the same for whoever manages their team."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.beside import parts_for
from kith.design.pages import go_to, show
from kith.people import actions, away_rules, queries
from kith.people import away as times
from kith.people.doors import self_page, team_page
from kith.people.forms.away import TimeAway

from .answering import done, status_of


@self_page
def own_away(request: HttpRequest) -> HttpResponse:
    """A worker's own days away, and who covers."""
    if not request.actor.is_staff:
        raise Http404
    return _page(request, request.user, "people:away", {"is_own": True})


@team_page(Permission.OPEN_PARTNERSHIP)
def member_away(request: HttpRequest, team, member: str) -> HttpResponse:
    """The same for one of the team."""
    user = queries.member_called(team, member)
    if user is None:
        raise Http404
    ids = {"team": team.public_id, "member": user.public_id}
    return _page(request, user, "people:member_away", {"is_own": False, "team": team}, **ids)


def _page(request: HttpRequest, user, name: str, about: dict, **ids: str) -> HttpResponse:
    """Adding a time away, or ending one; then the page again."""
    is_ending = request.POST.get("do") == "back"
    data = request.POST if request.method == "POST" and not is_ending else None
    form = TimeAway(data, users=times.colleagues_of(user))
    if is_ending:
        _end(request, user)
        return go_to(request, name, **ids)
    asks_first = _asks_first(request, user, form)
    if data is not None and not asks_first and (away := done(form, lambda: _add(request, user, form))):
        messages.success(request, _kept(away))
        return go_to(request, name, **ids)
    context = {"worker": user, "form": form, "covering": list(times.covering(user)), **about}
    context["asks_first"] = asks_first
    context["times"] = list(times.not_covered(user, list(times.to_come(user))).items())
    return show(request, "people/away.html", context, status=status_of(form))


def _asks_first(request: HttpRequest, user, form: TimeAway):
    """The days as they would be kept, where something is planned in them: it is shown before they are, once."""
    if not form.is_bound or not form.is_valid():
        return None
    said = form.outcome()
    if away_rules.cannot_be_then(said["first_day"], said["last_day"]):
        return None
    away = times.planned(user, **said)
    is_shown = request.POST.get("sure") == away.days
    return away if not is_shown and parts_for("time away", request, away) else None


def _add(request: HttpRequest, user, form: TimeAway):
    return actions.be_away(user=user, by=request.actor, **form.outcome())


def _end(request: HttpRequest, user) -> None:
    """What is over already, or was never theirs, is said calmly."""
    away = times.away_called(user, request.POST.get("away", ""))
    try:
        if away:
            actions.come_back_early(away=away, by=request.actor)
            messages.success(request, "Kept. Nobody covers from now on.")
    except Refused as reason:
        messages.info(request, str(reason))


def _kept(away) -> str:
    return f"Kept. {away.covered_by.first_name} covers until the end of {away.last_day.day} {away.last_day:%B}."
