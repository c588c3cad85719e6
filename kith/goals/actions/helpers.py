"""The people who lend a hand with a goal. It opens nothing to them."""

from kith.access import trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.models import Individual

from .. import rules
from ..models import Goal, Helper
from ..queries.helping import open_pages
from . import pressed_twice
from .helper_pages import stop_page


@action
def add_helper(*, individual: Individual, name: str, by: Actor, how_they_help: str = "", has_time: str = "") -> Helper:
    """Somebody lends a hand from now on. It opens nothing to them."""
    permit(by, Permission.WRITE_GOALS, individual)
    hold(individual)
    refuse_if(rules.cannot_write(name))
    said = {"name": name.strip(), "how_they_help": how_they_help.strip(), "has_time": has_time.strip()}
    if known := pressed_twice.helper(individual, **said):
        return known
    helper = Helper.objects.create(individual=individual, **said)
    trail.record("helper added", by=by, about=helper, individual=individual)
    return helper


@action
def welcome_helper(
    *, individual: Individual, name: str, by: Actor, how_they_help: str = "", has_time: str = ""
) -> Helper:
    """The helper known by this name, or a new one. Of one who is known already, what is new is added."""
    permit(by, Permission.WRITE_GOALS, individual)
    hold(individual)
    refuse_if(rules.cannot_write(name))
    helper = individual.helpers.filter(name__iexact=name.strip()).first()
    if helper is None:
        return add_helper(individual=individual, name=name, how_they_help=how_they_help, has_time=has_time, by=by)
    told = {"how_they_help": how_they_help.strip(), "has_time": has_time.strip()}
    news = {field: words for field, words in told.items() if words and words != getattr(helper, field)}
    if news:
        for field, words in news.items():
            setattr(helper, field, words)
        helper.save(update_fields=list(news))
        trail.record("helper added", by=by, about=helper, individual=individual)
    return helper


@action
def lend_a_hand(*, goal: Goal, name: str, by: Actor, how_they_help: str = "", has_time: str = "") -> Helper:
    """Somebody helps with this goal. Of a helper known by this name already, what is new is added."""
    permit(by, Permission.WRITE_GOALS, goal.individual)
    hold(goal.individual)
    refuse_if(rules.cannot_write(name))
    helper = welcome_helper(
        individual=goal.individual, name=name, how_they_help=how_they_help, has_time=has_time, by=by
    )
    goal.helpers.add(helper)
    trail.record("helper joined a goal", by=by, about=helper, individual=goal.individual)
    return helper


@action
def stop_helping(*, goal: Goal, helper: Helper, by: Actor) -> None:
    """They no longer help with this goal; their steps stay, and the pages about these steps close."""
    permit(by, Permission.WRITE_GOALS, goal.individual)
    goal.helpers.remove(helper)
    for page in open_pages(goal.individual).filter(step__goal=goal, step__helper=helper):
        stop_page(page=page, by=by)
    trail.record("helper left a goal", by=by, about=helper, individual=goal.individual)
