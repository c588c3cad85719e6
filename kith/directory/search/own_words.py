"""What this install added to the vocabulary, brought into use without a restart."""

from collections import defaultdict
from datetime import datetime, timedelta

from kith.access import clock
from kith.directory.models import OwnIdea, OwnPhrase, OwnWordsStamp

from .asked import understand
from .vocabulary import Concept, Heard, Own, concepts, own_in_use, telling_term, term_of, use_own, worked_out_once
from .words import stem, tokens

A_SECOND = timedelta(seconds=1)


_looked_at: list[datetime] = []  # by this process, the last time


def bring_up_to_date(*, at_once: bool = False) -> None:
    """One look, at most once a second but where it was changed here; two more where somebody changed something."""
    now = clock.now()
    if not at_once and any(timedelta(0) <= now - then < A_SECOND for then in _looked_at):
        return
    _looked_at[:] = [] if at_once else [now]  # what is not kept yet may never be
    stamp = OwnWordsStamp.objects.values_list("stamp", flat=True).first() or ""
    if stamp != own_in_use().stamp:
        use_own(Own(stamp, tuple(own_entries())))


def forget() -> None:
    """The next one who asks looks again."""
    _looked_at.clear()


def own_entries() -> list[dict]:
    """What was added, as entries of the vocabulary: a new idea whole, of others the name and what is said."""
    said: dict[str, list[str]] = defaultdict(list)
    for phrase in OwnPhrase.objects.order_by("pk"):
        said[phrase.idea].append(phrase.words)
    new = {idea.name: _entry_of(idea) for idea in OwnIdea.objects.order_by("pk")}
    added = [{**new[name], "says": said.pop(name, [])} for name in new]
    return [*added, *({"name": name, "says": phrases} for name, phrases in said.items() if name not in new)]


def _entry_of(idea: OwnIdea) -> dict:
    """It does not tell what sort of thing a listing is: that is for ideas that were weighed against one another."""
    entry = {"name": idea.name, "kind": idea.kind, "broader": idea.broader, "means": idea.means, "sorts": False}
    return entry | ({"openactive": idea.openactive} if idea.openactive else {})


def idea_of(words: str) -> Concept | None:
    """The idea that these words mean already, as they stand."""
    term = term_of(words)
    return next((concept for concept in concepts().values() if term in concept.says), None)


def heard_whole(text: str) -> tuple[str, list[Heard]]:
    """Phrases of this install that hold a day, a price or a “not” are heard first, and taken out of the text:
    “the Tuesday lot” is nobody's wish for a Tuesday."""
    heard = []
    for concept, term in _unlike_themselves():
        places = [(word, stem(word)) for word in tokens(text)]
        stems = [each for _, each in places]
        at = next((at for at in range(len(stems)) if tuple(stems[at : at + len(term)]) == term), None)
        if at is None:
            continue
        phrase = " ".join(word for word, _ in places[at : at + len(term)])
        heard.append(Heard(concept, phrase, frozenset(range(-len(term), 0))))  # places that no other phrase has
        text = _without(text, at, len(term))
    return text, heard


def _without(text: str, at: int, length: int) -> str:
    """The text without these of its words."""
    kept, place = [], 0
    for word in text.split():
        here = len(tokens(word))
        kept += [] if here and at <= place < at + length else [word]
        place += here
    return " ".join(kept)


@worked_out_once
def _unlike_themselves() -> list[tuple[Concept, tuple[str, ...]]]:
    """The longest first."""
    phrases = [(entry["name"], words) for entry in own_in_use().entries for words in (*entry["says"], entry["name"])]
    known = concepts()
    odd = [(known[name], term_of(words)) for name, words in phrases if name in known and _is_taken_apart(words)]
    return sorted(odd, key=lambda each: -len(each[1]))


def _is_taken_apart(words: str) -> bool:
    """Whether a reader of facts would take something of it for a day, a price or a refusal."""
    asked = understand(words)
    return bool(asked.wishes or asked.refused) or not telling_term(asked.rest)
