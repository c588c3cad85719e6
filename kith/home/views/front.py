"""The first page: what it is depends on who is here."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from kith.access import clock
from kith.access.actor import Role
from kith.access.permissions import Permission
from kith.budget import queries as budget
from kith.conversations import queries as conversations
from kith.design.help_now import help_now
from kith.design.pages import go_to, show
from kith.home import queries
from kith.messaging import queries as messaging
from kith.messaging.queries import words_to_team
from kith.messaging.queries.arrivals import not_fetched, not_read
from kith.moving_on import queries as moving_on
from kith.outbox.trying_out import how_email_leaves
from kith.people import queries as people
from kith.people import supporting, urgent
from kith.people.authorities import opened_by_law
from kith.people.doors import self_page
from kith.people.keeping_away import for_staff, without_a_worker
from kith.rights import queries as rights
from kith.safety import queries as safety
from kith.upkeep import queries as upkeep

from .individuals import my_plan

STAFF_PAGES = (
    ({Role.WORKER, Role.COVER}, "today", "Today", "The people you work with"),
    ({Role.MANAGER}, "team", "The team", "Who works in your team"),
    ({Role.RIGHTS_LEAD}, "requests", "Requests and worries", "Rights over information, and safety"),
    ({Role.ADMINISTRATOR}, "accounts", "Accounts", "Who can sign in"),
    ({Role.KEEPER}, "keeping", "The table of leaflets", "What needs a look to stay true"),
    ({Role.SUPPORTER, Role.LEGAL}, "shared", "Shared with you", "What somebody lets you see"),
    ({Role.INDIVIDUAL}, "plan", "My plan", "Your own notebook"),
)


@self_page
def front(request: HttpRequest) -> HttpResponse:
    """Goes where the visitor's one role leads, or asks when there are several. `?as=` names one."""
    held = [(key, title, words) for roles, key, title, words in STAFF_PAGES if roles & request.actor.roles]
    keys = [key for key, _, _ in held]
    chosen = request.GET.get("as") or (keys[0] if _leads_to_one(keys) else "")
    if chosen in keys:
        return PAGES[chosen](request)
    if not held and Role.TEAM in request.actor.roles:
        return today(request)
    if not held and (own := moving_on.page_that_closed(request.user)):
        said = {"keeping": moving_on.keeping_of(own.team), "asked_back": moving_on.asked_back(own)}
        return show(request, "moving_on/closed.html", {"own": own} | said)
    return show(request, "home/choose.html", {"held": held})


def _leads_to_one(keys: list[str]) -> bool:
    """One role, or the usual pair of a manager who administers too: the team comes first then."""
    return len(keys) == 1 or set(keys) == {"team", "accounts"}


def today(request: HttpRequest) -> HttpResponse:
    return show(request, "home/today.html", {"today": queries.today_for(request.user)})


def plan(request: HttpRequest) -> HttpResponse:
    return my_plan(request, individual=people.own_record(request.user).public_id)


def team(request: HttpRequest) -> HttpResponse:
    teams = [(each, people.people_in(each)) for each in people.teams_of(request.user)]
    only = "Who works here" if len(teams) == 1 else ""  # its name is the heading already
    watched = list(people.teams_where(request.actor, Permission.SEE_QUEUE))
    unread = for_staff(request.actor, messaging.gone_on_to_managers(watched), lambda each: each.individual_id)
    context = {"teams": teams, "only_team": only, "supervision": _supervision(request)}
    managed = list(people.teams_where(request.actor, Permission.OPEN_PARTNERSHIP))
    context |= {"resting": _resting(request, managed), "not_sent": _not_sent(request, managed)}
    context |= {"without_worker": for_staff(request.actor, without_a_worker(managed), lambda each: each.pk)}
    context |= {"help_is_old": help_now().is_to_be_looked_over(clock.today())}
    colleagues = {each.pk: [relation.user for relation in people.people_in(each)] for each in watched} if unread else {}
    context |= {"unread": [(each, colleagues.get(each.individual.team_id, [])) for each in unread]}
    context |= {"told": list(words_to_team.words_with_managers(watched))}
    context |= {"keepers": [each.user.first_name for each in people.keepers()]}
    context |= {"moving": _moving_in(managed), "looks": _looks(request, managed)}
    context |= {"worries": safety.worries_for(request.actor)}
    context |= {"unknown": [(each, messaging.how_many_unknown(each)) for each in watched]}
    return show(request, "home/team.html", context | {"to_confirm": _to_confirm(request)})


def _moving_in(teams: list) -> list:
    """Each of these teams in which somebody who moved on waits for something, and how much waits."""
    waiting = moving_on.waiting_in(teams)
    return [(each, waiting[each.pk]) for each in teams if each.pk in waiting]


def _to_confirm(request: HttpRequest) -> list:
    """What was written down about money in the teams of this manager, and waits for a second person."""
    teams = people.teams_where(request.actor, Permission.WRITE_BUDGET)
    waits = budget.waits_for(request.user).filter(individual__team__in=teams).select_related("individual")
    return for_staff(request.actor, waits, lambda each: each.individual_id)


def _supervision(request: HttpRequest) -> list:
    sent = conversations.supervision_for(request.user)
    return for_staff(request.actor, sent, lambda each: each.meeting.individual_id)


def _looks(request: HttpRequest, teams: list | None = None) -> list:
    """Looks in an emergency that this user may go over."""
    waiting = urgent.waiting(request.user, teams)
    return for_staff(request.actor, waiting, lambda each: each.relation.individual_id)


def _resting(request: HttpRequest, teams: list) -> list:
    """Accounts that rest, with the people who wait for them."""
    found = upkeep.resting_in(teams)
    return [replace(each, work=for_staff(request.actor, each.work, lambda work: work.individual_id)) for each in found]


def _not_sent(request: HttpRequest, teams: list) -> list:
    return for_staff(request.actor, upkeep.not_sent_in(teams, clock.now()), lambda pair: pair[0].pk)


def requests(request: HttpRequest) -> HttpResponse:
    waiting = rights.what_waits(request.actor) | {"looks": _looks(request)}
    waiting |= {"worries": safety.worries_for(request.actor), "breaches": safety.open_breaches()}
    return show(request, "home/requests.html", waiting)


def accounts(request: HttpRequest) -> HttpResponse:
    now = clock.now()
    context = {"accounts": people.accounts(), "troubles": _troubles(now)}
    context |= {"kept": upkeep.how_it_is_kept(now)}
    left = bool(upkeep.given_up() or not_read() or not_fetched())
    context |= {"is_left_undone": left, "clock_stopped": ""}  # this page says it at more length
    return show(request, "home/accounts.html", context | {"how_email_leaves": how_email_leaves()})


def _troubles(now) -> list[str]:
    return [*safety.troubles(), *upkeep.troubles(now), *upkeep.what_is_not_kept(now)]


def keeping(request: HttpRequest) -> HttpResponse:
    return go_to(request, "local_knowledge:keeping")


def shared(request: HttpRequest) -> HttpResponse:
    shared = for_staff(request.actor, supporting.shares_for(request.user), lambda share: share.individual_id)
    by_law = for_staff(request.actor, opened_by_law(request.user.pk), lambda each: each.authority.individual_id)
    easier = supporting.to_ask_again(supporting.needs_of(request.user))
    return show(request, "home/shared.html", {"shared": shared, "by_law": by_law, "easier": easier})


PAGES = {
    "today": today,
    "plan": plan,
    "team": team,
    "requests": requests,
    "accounts": accounts,
    "keeping": keeping,
    "shared": shared,
}
