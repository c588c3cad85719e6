"""Teams: the one place of each, how it works, who is in it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.permit import may
from kith.design.pages import go_to, show
from kith.people import actions, kinds, queries, reaching
from kith.people.away import away_words
from kith.people.doors import anywhere_page, team_page
from kith.people.forms.teams import InviteWorker, NewTeam, Ways
from kith.people.keeping_away import for_staff
from kith.people.wishes import reads_words

from .answering import done, status_of

OF_A_TEAM = ("name", "kind", "reached_at", "decides_said_by", "decides_said_on")


@anywhere_page(Permission.READ_TEAM)
def teams(request: HttpRequest) -> HttpResponse:
    """Every team somebody is in or looks after."""
    found = list(queries.teams_where(request.actor, Permission.READ_TEAM))
    may_make = Permission.MANAGE_TEAM in request.may
    return show(request, "people/teams.html", {"teams": found, "may_make": may_make})


@anywhere_page(Permission.MANAGE_TEAM)
def new_team(request: HttpRequest) -> HttpResponse:
    """A name and a kind make a team."""
    form = NewTeam(request.POST or None)
    if request.method == "POST":
        team = done(form, lambda: actions.make_team(by=request.actor, **form.cleaned_data))
        if team:
            messages.success(request, f"{team.name} is made. Who works in it?")
            return go_to(request, "people:invite_worker", team=team.public_id)
    return show(request, "people/new-team.html", {"form": form}, status=status_of(form))


@team_page(Permission.READ_TEAM)
def one_team(request: HttpRequest, team) -> HttpResponse:
    """Who is in it, and how it works."""
    others = queries.teams_where(request.actor, Permission.READ_TEAM).exclude(pk=team.pk)
    context = {
        "team": team,
        "ways": kinds.ways_of(team),
        "follows": kinds.what_follows(team.kind),
        "people": list(queries.people_in(team)),
        "keepers": list(queries.keepers(team)),
        "others": list(others),
        "may_change": may(request.actor, Permission.MANAGE_TEAM, team=team),
        "reads": reads_words(team),
        "may_keep_forms": may(request.actor, Permission.KEEP_FORMS, team=team),
        "may_keep_measures": may(request.actor, Permission.KEEP_MEASURES, team=team),
        "may_open": may(request.actor, Permission.OPEN_NOTEBOOK, team=team),
        "may_look": may(request.actor, Permission.LOOK_URGENTLY, team=team),
    }
    return show(request, "people/team.html", context)


@team_page(Permission.MANAGE_TEAM)
def ways(request: HttpRequest, team) -> HttpResponse:
    """How the team works, changed."""
    form = Ways(request.POST or None, initial=_as_it_is(team))
    if request.method == "POST":
        if done(form, lambda: actions.change_ways(team=team, by=request.actor, **form.outcome())):
            messages.success(request, "Kept. Everybody in the team sees it.")
            return go_to(request, "people:team_page", team=team.public_id)
        team.refresh_from_db()
    return show(request, "people/ways.html", {"team": team, "form": form}, status=status_of(form))


def _as_it_is(team) -> dict:
    """What stands now: the team’s own words, or the usual ones of its kind."""
    now = kinds.ways_of(team)
    written = {name: getattr(team, name) for name in OF_A_TEAM}
    said = {"decides": now.decides, "does_not_decide": now.does_not_decide}
    reads = {name: getattr(team, name) for name in ("reads_from", "reads_until")}
    said |= reads | {"reads_days": [str(day) for day in team.reads_days], "answers_within": str(team.answers_within)}
    return written | said | {"record_headings": "\n".join(now.record_headings)}


@team_page(Permission.INVITE_WORKER)
def invite_worker(request: HttpRequest, team) -> HttpResponse:
    """A name and an address; the letter is shown before it goes."""
    form = InviteWorker(request.POST or None)
    if request.method == "POST" and done(form, lambda: _invite(team, form, request.actor)):
        does = "keeps the table" if form.cleaned_data["role"] == "keeps" else "is in the team"
        messages.success(request, f"{form.cleaned_data['name']} {does}. A letter is on its way.")
        return go_to(request, "people:team_page", team=team.public_id)
    context = {"team": team, "form": form, "letter": reaching.worker_invitation(request.user)}
    context |= {
        "subject": reaching.SUBJECT,
        "letter_to_keeper": reaching.worker_invitation(request.user, keeps_table=True),
    }
    return show(request, "people/invite-worker.html", context, status=status_of(form))


def _invite(team, form: InviteWorker, by):
    typed = form.cleaned_data
    who = {"team": team, "name": typed["name"], "email": typed["email"], "by": by}
    if typed["role"] == "keeps":
        return actions.name_keeper(**who)
    return actions.invite_worker(manages=typed["role"] == "manages", **who)


@team_page(Permission.MANAGE_TEAM)
@require_POST
def end_keeping(request: HttpRequest, team, member: str) -> HttpResponse:
    """Somebody keeps the table no more; pressed twice, it happens once."""
    for relation in queries.keepers(team).filter(user__public_id=member):
        actions.end_keeping(team=team, user=relation.user, by=request.actor)
        messages.success(request, f"{relation.user.first_name} keeps the table no more.")
    return go_to(request, "people:team_page", team=team.public_id)


@team_page(Permission.MANAGE_TEAM)
def member(request: HttpRequest, team, member: str) -> HttpResponse:
    """One worker of the team: whom they work with. How they leave is a page of its own."""
    user = queries.member_called(team, member)
    if user is None:
        raise Http404
    context = {"team": team, "member": user, "work": _work(request, team, user)}
    context["may_see_whom"] = may(request.actor, Permission.OPEN_PARTNERSHIP, team=team)  # an administrator may not
    context["away"] = away_words(user)
    return show(request, "people/member.html", context)


def _work(request: HttpRequest, team, user) -> list:
    """Whom they work with, as far as whoever reads it may know."""
    return for_staff(request.actor, queries.work_in(team, user), lambda relation: relation.individual_id)
