"""A worker leaves a team; an account rests; work that was left undone is tried again."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.permit import may
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.messaging import actions as messaging
from kith.outbox.queries import for_account
from kith.people import queries as people
from kith.people import reaching
from kith.people.doors import anywhere_page, team_page
from kith.people.views.answering import done, status_of

from . import actions, queries
from .forms import WhoTakesOver


@team_page(Permission.MANAGE_TEAM)
def leaves(request: HttpRequest, team, member: str) -> HttpResponse:
    """Who takes over is chosen, what happens is shown, and then they leave in one press."""
    user = people.member_called(team, member)
    if user is None:
        raise Http404
    moving = queries.moving_with(user, team)
    individuals = [each.individual for each in moving.partnerships]
    form = WhoTakesOver(request.POST or None, individuals=individuals, others=_others(team, user))
    if request.POST.get("do") == "leave":
        given = {"user": user, "team": team, "by": request.actor}
        rests = done(form, lambda: actions.leave(takes_over=form.takes_over(), **given))
        if rests is not None:
            return _left(request, user, team, rests)
    return show(request, "upkeep/leaves.html", _shown(request, team, user, moving, form), status=status_of(form))


def _others(team, user) -> list:
    """Who of the team could take over, by name."""
    others = {each.user for each in people.people_in(team) if each.user.is_active}
    return sorted(others - {user}, key=lambda other: other.name)


def _left(request: HttpRequest, user, team, rests: bool) -> HttpResponse:
    rest = " Their account rests." if rests else ""
    messages.success(request, f"{user.name} has left {team.name}. What waited for them waits for somebody else.{rest}")
    if user.pk == request.user.pk:
        return go_to(request, "home:front")
    return go_to(request, "people:team_page", team=team.public_id)


def _shown(request: HttpRequest, team, user, moving, form: WhoTakesOver) -> dict:
    """What is there, and once it is known who takes over, what will happen."""
    is_chosen = form.is_bound and form.is_valid()
    context = {"team": team, "member": user, "moving": moving, "form": form, "is_chosen": is_chosen}
    context["may_see_whom"] = may(request.actor, Permission.OPEN_PARTNERSHIP, team=team)  # an administrator may not
    if is_chosen and moving.partnerships:
        individual = next((each for each in form.individuals if each not in moving.to_tell), form.individuals[0])
        to = form.takes_over()[individual.public_id]
        context |= {"told": individual, "letter": reaching.new_worker(individual, user, to)["words"]}
    return context


@anywhere_page(Permission.MANAGE_ACCOUNTS)
def account(request: HttpRequest, account: str) -> HttpResponse:
    """One account: it rests from now on, or is woken up."""
    user, reason = queries.account_called(account), ""
    if user is None:
        raise Http404
    act = {"rest": actions.rest, "wake": actions.wake}.get(request.POST.get("do", ""))
    if act:
        try:
            act(user=user, by=request.actor)
        except Refused as refused:
            reason = str(refused)
        else:
            messages.success(request, f"{user.name}’s account {'is awake' if user.is_active else 'rests'} now.")
            return go_to(request, "upkeep:account", account=user.public_id)
    context = {"account": user, "reason": reason, "is_own": user.pk == request.user.pk}
    context |= {"works_here": queries.works_with_people(user), "letters": list(for_account(user.public_id))}
    return show(request, "upkeep/account.html", context, status=422 if reason else 200)


@anywhere_page(Permission.MANAGE_ACCOUNTS)
@require_POST
def seen_to(request: HttpRequest, account: str) -> HttpResponse:
    """Somebody told them what did not arrive, or put their address right."""
    user = queries.account_called(account)
    if user is None:
        raise Http404
    actions.notices_seen_to(user=user, by=request.actor)
    return go_to(request, "upkeep:account", account=user.public_id)


@anywhere_page(Permission.MANAGE_ACCOUNTS)
@require_POST
def try_again(request: HttpRequest) -> HttpResponse:
    """What was left undone, or could not be read, is tried afresh."""
    again = actions.try_given_up_again(by=request.actor) + messaging.try_again_to_read(by=request.actor)
    messages.success(request, "It is tried again now." if again else "Nothing is left undone.")
    return go_to(request, "/?as=accounts")
