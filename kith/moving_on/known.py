"""What Kith knows for each part, as lines to begin with. Nothing of health or money is among it, and nothing that the
individual keeps to themself, whoever reads: what stands in a box is kept as soon as somebody types there, for both."""

from collections.abc import Callable, Iterator

from kith.goals import queries as goals
from kith.goals.models import Goal, Role, Step
from kith.introductions import queries as introductions
from kith.introductions.models import Introduction
from kith.introductions.roles import gives_to_others
from kith.network_map import queries as network_map
from kith.network_map.models import Circle
from kith.people.models import Individual

from . import queries
from .models import Part

Kind = Part.Kind
IN_CIRCLE = {Circle.CLOSE: "Close", Circle.MIDDLE: "In the middle", Circle.FURTHER: "Further out"}


def lines_of(kind: str, individual: Individual, *, is_own: bool) -> list[str]:
    """For one part. `is_own`: the individual reads, and it is said in their words."""
    tell = TELLS.get(Kind(kind))
    return list(tell(individual, is_own)) if tell else []


def to_begin_with(kind: str, individual: Individual, *, is_own: bool) -> str:
    """The same as words in a box."""
    return "\n".join(lines_of(kind, individual, is_own=is_own))


def _goes_on(individual: Individual, is_own: bool) -> Iterator[str]:
    """Goals with the steps towards them, steps by themselves, and places where they went again or belong."""
    for goal in individual.goals.filter(state=Goal.State.IN_PLAY):
        when = goal.when_words
        yield f"{_ended(goal.words)} {when[:1].upper()}{when[1:]}.".rstrip(" .") + "."
    for step in goals.open_steps(individual).select_related("helper"):
        if step.owner != Role.WORKER:
            yield f"{_ended(step.words)} {_holds(step, individual, is_own)}"
    for each in introductions.introductions_of(individual):
        if not introductions.is_over(each) and introductions.has(each, *introductions.STAYED):
            yield _ended(_place(each, is_own))
    for helper in goals.helpers_of(individual):
        if helper.has_time:
            yield f"{helper.name} has time: {_ended(helper.has_time)}"


def _ended(words: str) -> str:
    return f"{words.strip().rstrip('.')}."


def _holds(step: Step, individual: Individual, is_own: bool) -> str:
    """Who takes it from now on."""
    who = step.helper.name if step.helper else individual.called
    return "I take this on." if is_own and step.owner == Role.INDIVIDUAL else f"{who} takes this on."


def _place(introduction: Introduction, is_own: bool) -> str:
    name = introduction.activity.name
    if not introductions.has(introduction, introductions.Kind.BELONGS):
        return name
    return f"{name}, where I belong" if is_own else f"{name}, where {introduction.individual.called} belongs"


def _life(individual: Individual, is_own: bool) -> Iterator[str]:
    """By circle, the closest first; whoever is paid to be there is said to be."""
    for circle, here in network_map.life_of(individual, own=False).circles:
        names = [f"{each.name} (paid to be there)" if each.is_paid else each.name for each in here]
        if names:
            yield f"{IN_CIRCLE[circle]}: {', '.join(names)}."


def _gives(individual: Individual, is_own: bool) -> Iterator[str]:
    """To those in their life, and at places where they help out or lead."""
    for each in network_map.what_they_give(individual, own=False):
        yield f"{each.name}: {_ended(each.i_give)}"
    for said in gives_to_others(individual, to_individual=is_own):
        yield f"{said.place}: {said.sentence}"


def _back(individual: Individual, is_own: bool) -> Iterator[str]:
    """In the organisation's own words, with a name and a number."""
    keeping, team = queries.keeping_of(individual.team), individual.team
    yield keeping.come_back or "You can come back at any time, and for any reason."
    number = keeping.number or (team.reached_at if team else "")
    if keeping.who:
        yield f"Ask for {keeping.who}." if not number else f"Ask for {keeping.who}: {_ended(number)}"
    elif number:
        yield f"Ring us: {_ended(number)}"


TELLS: dict[Kind, Callable[[Individual, bool], Iterator[str]]] = {
    Kind.GOES_ON: _goes_on,
    Kind.LIFE: _life,
    Kind.GIVES: _gives,
    Kind.BACK: _back,
}
