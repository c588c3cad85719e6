"""A vocabulary from a file, idea by idea, beside what is known already. Nothing is written here."""

from collections.abc import Iterable

from kith.access import clock
from kith.directory.models import OwnIdea, OwnPhrase
from kith.directory.reading.vocabulary_file import Entry
from kith.directory.search.help_first import asks_for_help
from kith.directory.search.vocabulary import Concept, term_of
from kith.directory.search.words import STOP, tokens


class TakingIn:
    """What is new in a file: `new_ideas()`, `phrases`, and how many entries were `known`."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = list(concepts)
        self.names = {concept.name for concept in self.concepts}
        self.heard = {term: concept.name for concept in self.concepts for term in concept.says}
        self.linked = {address: concept.name for concept in self.concepts for _, address in concept.openactive}
        self.ideas: list[tuple[OwnIdea, Entry]] = []
        self.phrases: list[OwnPhrase] = []
        self.known = 0

    def take(self, entry: Entry) -> None:
        """One idea of the file: a new one, or phrases for one that is here."""
        name = self._name_of(entry)
        is_new = name not in self.names
        if is_new:
            self._keep_idea(entry)
        self.linked |= dict.fromkeys(entry.openactive.values(), name)
        fresh = [words for words in entry.says if self._is_new(words)]
        for words in fresh:
            self._keep_phrase(words, name)
        self.known += not is_new and not fresh

    def new_ideas(self) -> list[OwnIdea]:
        """With the wider idea of each, now that all are known; never itself or one that stands under it."""
        kinds = {concept.name: concept.kind for concept in self.concepts}
        for idea, entry in self.ideas:
            wider = self.linked.get(entry.broader, entry.broader)
            idea.broader = wider if wider in self.names and not self._comes_back(idea.name, wider) else ""
            idea.kind = kinds.get(idea.broader, idea.kind)
        return [idea for idea, _ in self.ideas]

    def _comes_back(self, name: str, wider: str) -> bool:
        """Whether going up from the wider idea would lead to this one again."""
        above = {concept.name: concept.broader for concept in self.concepts}
        above |= {idea.name: idea.broader for idea, _ in self.ideas}
        seen = {""}
        while wider not in seen and wider != name:
            seen.add(wider)
            wider = above.get(wider, "")
        return wider == name

    def _name_of(self, entry: Entry) -> str:
        """The idea that this is, as far as it is known under this name, this link or these words."""
        if entry.name in self.names:
            return entry.name
        links = (self.linked[address] for address in entry.openactive.values() if address in self.linked)
        return next(links, "") or self.heard.get(term_of(entry.name), entry.name)

    def _keep_idea(self, entry: Entry) -> None:
        means = [*entry.means] or [entry.name]
        idea = OwnIdea(name=entry.name, kind=entry.kind, means=means, openactive=entry.openactive, from_file=True)
        self.ideas.append((idea, entry))
        self.names.add(entry.name)
        self.heard[term_of(entry.name)] = entry.name

    def _is_new(self, words: str) -> bool:
        term = term_of(words)
        is_telling = any(word not in STOP for word in tokens(words))
        return bool(term) and term not in self.heard and is_telling and not asks_for_help(words)

    def _keep_phrase(self, words: str, name: str) -> None:
        term = term_of(words)
        if term in self.heard:  # twice in one entry
            return
        self.heard[term] = name
        phrase = OwnPhrase(words=words, term=" ".join(term), idea=name, from_file=True, added_on=clock.today())
        self.phrases.append(phrase)
