"""The parts of a closing conversation: how each is called, asked for, and who may write it."""

from dataclasses import dataclass

from .models import Part

Kind = Part.Kind
FOR_BOTH = (Kind.GOES_ON, Kind.LIFE, Kind.GIVES, Kind.BACK)
ORDER = tuple(Kind)


@dataclass(frozen=True)
class Asked:
    """One part as a page asks for it."""

    kind: str
    title: str
    hint: str


def asked_of(kind: str, individual, worker, *, is_own: bool) -> Asked:
    """In words for whoever reads. `worker`: who wrote the last word of the team, or who works with them; None where
    nobody does any more."""
    name = individual.called
    theirs = worker.first_name if worker else "the team"
    titles = {
        Kind.GOES_ON: "What carries on without us",
        Kind.LIFE: "Who is in your life now" if is_own else f"Who is in {name}’s life now",
        Kind.GIVES: "What you give" if is_own else f"What {name} gives",
        Kind.BACK: "How to come back",
        Kind.THEIR_WORD: "A last word from you" if is_own else f"A last word from {name}",
        Kind.OUR_WORD: f"A last word from {theirs}",
    }
    return Asked(kind, titles[Kind(kind)], HINTS[Kind(kind)])


HINTS = {
    Kind.GOES_ON: "Goals, places, and who holds which step from now on.",
    Kind.LIFE: "As many or as few as you like. First names do.",
    Kind.GIVES: "To people, at a place, to an animal. Small things count.",
    Kind.BACK: "Any time, and for any reason. Nobody has to explain.",
    Kind.THEIR_WORD: "Thanks, or what was missing. Or nothing at all.",
    Kind.OUR_WORD: "What went well, what we could not do, and thanks.",
}


def in_a_booklet(part: Part, individual) -> str:
    """The heading in a copy that is theirs."""
    return {
        Kind.GOES_ON: "What carries on",
        Kind.LIFE: "Who is in my life",
        Kind.GIVES: "What I give",
        Kind.BACK: "How to come back",
        Kind.THEIR_WORD: f"A last word from {individual.called}",
        Kind.OUR_WORD: f"A last word from {part.written_by.first_name}",
    }[Kind(part.kind)]
