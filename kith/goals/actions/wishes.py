"""From a half-formed wish to a goal: options are thought of, chosen or set aside, and all of them are kept."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.models import Individual
from kith.people.writer import account_of, is_the_individual

from .. import rules
from ..models import Goal, Option, Wish
from .goals import pause, set_goal


@action
def keep_wish(*, individual: Individual, words: str, by: Actor) -> Wish:
    """Keeps a wish as it was said; it needs nothing more."""
    permit(by, Permission.WRITE_GOALS, individual)
    hold(individual)
    refuse_if(rules.cannot_write(words))
    said = {"words": words.strip(), "wished_on": clock.today(), "recorded_by_id": account_of(by)}
    if kept := individual.wishes.filter(put_away_on__isnull=True, **said).first():
        return kept
    wish = individual.wishes.create(typed_by_individual=is_the_individual(by, individual), **said)
    trail.record("wish kept", by=by, about=wish, individual=individual)
    return wish


@action
def put_wish_away(*, wish: Wish, by: Actor) -> Wish:
    """It is no longer wished for. It stays in the history, with its options."""
    permit(by, Permission.WRITE_GOALS, wish.individual)
    return _put_away(wish, by, clock.today(), "wish put away")


@action
def bring_wish_back(*, wish: Wish, by: Actor) -> Wish:
    """It is wished for again."""
    permit(by, Permission.WRITE_GOALS, wish.individual)
    return _put_away(wish, by, None, "wish brought back")


@action
def add_option(*, wish: Wish, words: str, by: Actor, idea_of: str = "") -> Option:
    """One way it could come about. `idea_of` is who thought of it: whoever is writing, unless told."""
    permit(by, Permission.WRITE_GOALS, wish.individual)
    hold(wish)
    refuse_if(rules.cannot_write(words))
    is_own = is_the_individual(by, wish.individual)
    said = {"words": words.strip(), "idea_of": Option.IdeaOf(idea_of or ("individual" if is_own else "worker"))}
    if there_already := wish.options.filter(**said).first():
        return there_already
    today = clock.today()
    said |= {"recorded_by_id": account_of(by), "typed_by_individual": is_own}
    option = wish.options.create(thought_of_on=today, state_changed_on=today, **said)
    trail.record("option added", by=by, about=option, individual=wish.individual)
    return option


@action
def choose_option(*, option: Option, kind: str, by: Actor, pausing: Goal | None = None) -> Goal:
    """It becomes a goal, in the words of whoever thought of it. `pausing` makes room when three are going on."""
    individual = option.wish.individual
    permit(by, Permission.WRITE_GOALS, individual)
    hold(individual)
    hold(option)
    if begun := option.goals.filter(state=Goal.State.IN_PLAY).first():
        return begun
    refuse_if(rules.cannot_choose(option))
    if pausing:
        pause(goal=pausing, by=by)
    whose_wish = Goal.AskedBy.INDIVIDUAL if option.wish.typed_by_individual else Goal.AskedBy.BOTH
    goal = set_goal(individual=individual, kind=kind, words=option.words, by=by, asked_by=whose_wish, option=option)
    _decide(option, Option.State.CHOSEN, by, "option chosen")
    return goal


@action
def set_option_aside(*, option: Option, by: Actor, why: str = "") -> Option:
    """Not this one; it is kept, with the reason if there is one."""
    permit(by, Permission.WRITE_GOALS, option.wish.individual)
    hold(option)
    refuse_if(rules.cannot_set_aside(option))
    return _decide(option, Option.State.SET_ASIDE, by, "option set aside", why=why)


@action
def open_option_again(*, option: Option, by: Actor) -> Option:
    """It may be chosen after all."""
    permit(by, Permission.WRITE_GOALS, option.wish.individual)
    hold(option)
    refuse_if(rules.cannot_open_again(option))
    return _decide(option, Option.State.OPEN, by, "option open again")


def _put_away(wish: Wish, by: Actor, day, told: str) -> Wish:
    wish.put_away_on = day
    wish.save(update_fields=["put_away_on"])
    trail.record(told, by=by, about=wish, individual=wish.individual)
    return wish


def _decide(option: Option, state: Option.State, by: Actor, told: str, *, why: str = "") -> Option:
    decided = {
        "state": state,
        "state_changed_on": clock.today(),
        "why": why.strip(),
        "decided_by_id": account_of(by),
        "decided_by_individual": is_the_individual(by, option.wish.individual),
    }
    for field, value in decided.items():
        setattr(option, field, value)
    option.save(update_fields=list(decided))
    trail.record(told, by=by, about=option, individual=option.wish.individual)
    return option
