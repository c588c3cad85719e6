"""What is open still when two stop: a place somebody is introduced to, and what the worker holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from kith.goals import queries as goals
from kith.goals.models import Role, Step
from kith.introductions import queries as introductions
from kith.introductions.models import Introduction
from kith.introductions.states import state_words
from kith.people.models import Individual

from ..models import LooseEnd, Talk


@dataclass(frozen=True)
class StillOpen:
    """One thing. `about` is as in `LooseEnd`; `settled` what was said of it already."""

    about: str
    words: str
    note: str
    thing: Step | Introduction
    settled: LooseEnd | None = None

    @property
    def becomes(self) -> list[tuple[str, str]]:
        """What can become of it, as a choice."""
        theirs = f"{self.thing.individual.called} goes on with it"
        said = {LooseEnd.Becomes.THEIRS: theirs, LooseEnd.Becomes.SOMEBODY: "Somebody else:"}
        return [(each.value, said.get(each, each.label)) for each in LooseEnd.Becomes]


def still_open(individual: Individual, talk: Talk | None) -> list[StillOpen]:
    """Everything somebody would wait for, each with what was said of it. A fixed number of looks."""
    settled = {each.about: each for each in talk.loose_ends.all()} if talk else {}
    return [_with(each, settled.get(each.about)) for each in (*_places(individual), *_steps(individual))]


def _with(each: StillOpen, settled: LooseEnd | None) -> StillOpen:
    return StillOpen(each.about, each.words, each.note, each.thing, settled)


def settled_ends(talk: Talk) -> list[LooseEnd]:
    """What became of what was open: the latest said of each thing, in order. One look."""
    return list({each.about: each for each in talk.loose_ends.all()}.values())


def what_became(end: LooseEnd, individual: Individual, *, is_own: bool) -> str:
    """In words: “You take it on”."""
    if end.becomes == LooseEnd.Becomes.THEIRS:
        return "You go on with it" if is_own else f"{individual.called} goes on with it"
    if end.becomes == LooseEnd.Becomes.SOMEBODY:
        return f"{end.to_whom} takes it on"
    return "It is let go" if end.becomes == LooseEnd.Becomes.LET_GO else "Done before the last day"


def _places(individual: Individual) -> Iterator[StillOpen]:
    """Introductions on their way: not where they belong or went again, and not those that came to an end."""
    for each in introductions.introductions_of(individual):
        if not introductions.is_over(each) and not introductions.has(each, *introductions.STAYED):
            yield StillOpen(f"introduction {each.public_id}", each.activity.name, state_words(each), each)


def _steps(individual: Individual) -> Iterator[StillOpen]:
    """What the worker said they would do."""
    for step in goals.promises(individual, Role.WORKER).open:
        by = step.promised_by.first_name if step.promised_by else "the worker"
        yield StillOpen(f"step {step.public_id}", step.words, f"Said by {by}", step)
