"""What can happen to an idea: it is kept, or set aside. A change of mind is one more row."""

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if

from . import queries, rules
from .models import Idea


@action
def keep(*, individual, activity, reasons, by: Actor, words: str = "", had_by: str = "") -> Idea:
    """The individual likes it. `had_by` says whose idea it was; left out, that of whoever pressed."""
    about = {"individual": individual, "activity": activity, "reasons": reasons}
    return _say(Idea.State.KEPT, by=by, words=words, had_by=had_by, **about)


@action
def set_aside(*, individual, activity, by: Actor, reasons=(), words: str = "", had_by: str = "") -> Idea:
    """Not for them. It does not come back unless it is looked for by name."""
    about = {"individual": individual, "activity": activity, "reasons": reasons}
    return _say(Idea.State.SET_ASIDE, by=by, words=words, had_by=had_by, **about)


def _say(state, *, individual, activity, reasons, by: Actor, words: str, had_by: str) -> Idea:
    permit(by, Permission.WRITE_IDEAS, individual)
    latest = queries.latest_word(individual, activity)
    refuse_if(rules.cannot_say(state, words, activity))
    had_by = had_by or _whose(latest, individual, by)
    if latest and rules.says_the_same(latest, state, had_by, words):
        return latest
    idea = Idea.objects.create(
        individual=individual,
        activity=activity,
        had_by=had_by,
        said_by_id=by.user_id,
        reasons=[str(reason) for reason in reasons][: rules.MOST_REASONS],
        state=state,
        words=words.strip(),
        said_on=clock.today(),
    )
    trail.record(f"idea {idea.state}", by=by, about=idea, individual=individual)
    return idea


def _whose(latest: Idea | None, individual, by: Actor) -> str:
    """Whoever first had the idea keeps it; a new one belongs to whoever pressed."""
    if latest is not None:
        return latest.had_by
    is_theirs = by.user_id is not None and by.user_id == individual.user_id
    return Idea.HadBy.INDIVIDUAL if is_theirs else Idea.HadBy.WORKER
