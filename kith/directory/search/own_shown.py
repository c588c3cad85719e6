"""What this install added to the vocabulary, for the page that lists it."""

from dataclasses import dataclass

from kith.directory.models import OwnIdea, OwnPhrase

from .own_words import bring_up_to_date, idea_of
from .vocabulary import concepts

MOST = 200


@dataclass(frozen=True)
class Shown:
    """A phrase and the idea that it means; or a new idea, which means nothing further."""

    public_id: str
    words: str
    means: str = ""


@dataclass(frozen=True)
class OwnWords:
    """What somebody typed here, ideas first; and how much came from files."""

    shown: list[Shown]
    from_files: int


def own_words() -> OwnWords:
    """The newest are kept in sight, however many there are."""
    ideas, phrases = (model.objects.order_by("-pk").filter(from_file=False)[:MOST] for model in (OwnIdea, OwnPhrase))
    from_files = sum(model.objects.filter(from_file=True).count() for model in (OwnIdea, OwnPhrase))
    shown = [Shown(idea.public_id, idea.name) for idea in ideas]
    return OwnWords([*shown, *(Shown(each.public_id, each.words, each.idea) for each in phrases)], from_files)


def own_phrase(public_id: str) -> OwnPhrase | None:
    """One phrase that was added."""
    return OwnPhrase.objects.filter(public_id=public_id).first()


def own_idea(public_id: str) -> OwnIdea | None:
    """One idea that was added."""
    return OwnIdea.objects.filter(public_id=public_id).first()


def idea_names() -> list[str]:
    """Every idea there is, by name."""
    bring_up_to_date()
    return sorted(concepts())


def idea_meant(words: str) -> str:
    """The name of the idea that these words are, or stand for; "" where nobody knows."""
    bring_up_to_date()
    found = concepts().get(words.lower()) or concepts().get(words) or idea_of(words)
    return found.name if found else ""
