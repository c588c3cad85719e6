"""Where they meet on the first visit, who to look for, and who goes along: in words, and what may be chosen."""

from collections.abc import Iterable

from kith.people import queries as people
from kith.people.models import Relation

from .models import Introduction
from .wording import first_name

TEXTS = ("meet_at", "look_for", "ask_else")
FIELDS = (*TEXTS, "goes_along", "along_with", "companion")
GO_HOME = "If you cannot find them, going home is fine. Tell us."
MISSED_EACH_OTHER = "If you miss each other, going home is fine."
ALSO = Introduction.GoesAlong.ALSO.value


def as_choices(also: Iterable[Relation]) -> list[tuple[str, str]]:
    """Whoever also works with the individual, one choice each."""
    return [(choice_of(relation), relation.user.first_name) for relation in also]


def choice_of(relation: Relation) -> str:
    """How a form names somebody who also works with them."""
    return f"{ALSO} {relation.public_id}"


def as_chosen(choice: str, also: Iterable[Relation]) -> dict:
    """What a form's choice means: who goes along, and with which relation."""
    relation = next((each for each in also if choice_of(each) == choice), None)
    return {"goes_along": ALSO if relation else choice, "along_with": relation}


def also_working_with(individual) -> list[Relation]:
    """Who may go along besides the individual's own worker. One look."""
    return [each for each in people.working_with(individual) if each.kind == Relation.Kind.ALSO_WORKING_WITH]


def as_planned(introduction: Introduction) -> dict:
    """How the form of its day begins. Who goes along with them is one choice there."""
    relation = introduction.along_with
    goes = choice_of(relation) if relation else introduction.goes_along
    return {name: getattr(introduction, name) for name in TEXTS} | {"goes_along": goes}


def texts_of(chosen: dict) -> str:
    """All that was written beside the agreed words, for the check that it tells of no service."""
    return " ".join(filter(None, (chosen.get(name, "") for name in TEXTS)))


def who_goes(introduction: Introduction, *, to_individual: bool) -> str:
    """Who goes along, in a few words. A friend is named for the individual alone."""
    name = "you" if to_individual else introduction.individual.called
    who = introduction.goes_along
    if who == Introduction.GoesAlong.NOBODY:
        return f"Nobody: {'you go' if to_individual else f'{name} goes'} alone"
    if who == Introduction.GoesAlong.HOST:
        return f"{introduction.host_name or 'Somebody'} meets {name} there"
    return companion_of(introduction, to_individual=to_individual)


def companion_of(introduction: Introduction, *, to_individual: bool = False) -> str:
    """The first name of whoever goes along, or what they are; “” where nobody does."""
    worker = introduction.partnership.user.first_name if introduction.partnership else "The worker"
    also = introduction.along_with.user.first_name if introduction.along_with else "Somebody"
    friend = (introduction.companion if to_individual else "") or "A friend"
    return {ALSO: also, "worker": worker, "friend": friend}.get(introduction.goes_along, "")


def to_look_for(introduction: Introduction) -> str:
    """“Dawn, a red jacket”."""
    host = first_name(introduction.host_name) if introduction.host_name else ""
    return ", ".join(filter(None, (host, introduction.look_for.strip().rstrip("."))))


def before_the_visit(introduction: Introduction, *, to_individual: bool) -> dict:
    """What its page says while the day is to come."""
    facts = [
        ("Meet", introduction.meet_at),
        ("Look for", to_look_for(introduction) if introduction.look_for else ""),
        ("Or ask for", introduction.ask_else),
        ("Comes along", companion_of(introduction, to_individual=to_individual)),
    ]
    return {"facts": [each for each in facts if each[1]], "calm": GO_HOME if to_individual else ""}
