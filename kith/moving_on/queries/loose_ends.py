"""What is open still when two stop: a place somebody is introduced to, and what the worker holds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kith.goals import queries as goals
from kith.goals.models import Role, Step
from kith.introductions import queries as introductions
from kith.introductions.models import Introduction
from kith.introductions.states import state_words
from kith.people.models import Individual, User

from ..models import LooseEnd, Talk

Becomes = LooseEnd.Becomes
HELD_THEN = {Becomes.THEIRS: Role.INDIVIDUAL, Becomes.SOMEBODY: Role.HELPER}  # whose a step is once it is handed on


@dataclass(frozen=True)
class StillOpen:
    """One thing. `about` is as in `LooseEnd`; `settled` what was said of it already; `held_by` who said they would do
    it, also where it was handed on since."""

    about: str
    words: str
    note: str
    thing: Step | Introduction
    settled: LooseEnd | None = None
    held_by: User | None = None

    @property
    def is_settled(self) -> bool:
        """Whether something was said of it that was not taken back."""
        return self.settled is not None and self.settled.becomes != Becomes.OPEN

    @property
    def asks(self) -> str:
        return "Change this" if self.is_settled else "What becomes of it?"

    @property
    def becomes(self) -> list[tuple[str, str]]:
        """What can become of it, as a choice; once something was said, that can be taken back."""
        theirs = f"{self.thing.individual.called} goes on with it"
        said = {Becomes.THEIRS: theirs, Becomes.SOMEBODY: "Somebody else:", Becomes.OPEN: self._taken_back}
        offered = (each for each in Becomes if each != Becomes.OPEN or self.is_settled)
        return [(each.value, said.get(each, each.label)) for each in offered]

    @property
    def _taken_back(self) -> str:
        """In words of whose it is then."""
        is_step = isinstance(self.thing, Step) and self.held_by
        return f"Take that back: {self.held_by.first_name} holds it" if is_step else "Take that back: it is open"


def still_open(individual: Individual, talk: Talk | None) -> list[StillOpen]:
    """Everything somebody would wait for, each with what was said of it. A fixed number of looks."""
    settled = _latest(talk) if talk else {}
    found = (*_places(individual), *_steps(individual), *_handed_on(individual, settled))
    return [replace(each, settled=settled.get(each.about)) for each in found]


def _latest(talk: Talk) -> dict[str, LooseEnd]:
    return {each.about: each for each in talk.loose_ends.select_related("held_by")}


def settled_ends(talk: Talk) -> list[LooseEnd]:
    """What became of what was open: the latest said of each thing, in order, unless it was taken back. One look."""
    return [each for each in _latest(talk).values() if each.becomes != Becomes.OPEN]


def what_became(end: LooseEnd, individual: Individual, *, is_own: bool) -> str:
    """In words: “You take it on”."""
    if end.becomes == Becomes.THEIRS:
        return "You go on with it" if is_own else f"{individual.called} goes on with it"
    if end.becomes == Becomes.SOMEBODY:
        return f"{end.to_whom} takes it on"
    return "It is let go" if end.becomes == Becomes.LET_GO else "Done before the last day"


def _places(individual: Individual) -> Iterator[StillOpen]:
    """Introductions on their way: not where they belong or went again, and not those that came to an end."""
    for each in introductions.introductions_of(individual):
        if not introductions.is_over(each) and not introductions.has(each, *introductions.STAYED):
            yield StillOpen(f"introduction {each.public_id}", each.activity.name, state_words(each), each)


def _steps(individual: Individual) -> Iterator[StillOpen]:
    """What the worker said they would do."""
    for step in goals.promises(individual, Role.WORKER).open:
        by = step.promised_by.first_name if step.promised_by else "the worker"
        yield StillOpen(_about(step), step.words, f"Said by {by}", step, held_by=step.promised_by)


def _handed_on(individual: Individual, settled: dict[str, LooseEnd]) -> Iterator[StillOpen]:
    """Steps handed on in this talk, that are open and with whom they went to: until the two stop, that was a slip or a
    second thought as easily as a decision. No look where none was."""
    handed = {about: end for about, end in settled.items() if end.becomes in HELD_THEN and about.startswith("step ")}
    if not handed:
        return
    public_ids = [about.removeprefix("step ") for about in handed]
    for step in goals.open_steps(individual).filter(public_id__in=public_ids).select_related("helper", "individual"):
        end = handed[_about(step)]
        if step.owner == HELD_THEN[Becomes(end.becomes)]:
            yield StillOpen(_about(step), step.words, "Handed on", step, held_by=end.held_by)


def _about(step: Step) -> str:
    return f"step {step.public_id}"
