"""A listing's words, ready to be asked where a term stands."""

from functools import cached_property, lru_cache

from .documents import Document
from .vocabulary import Term

NAME, TERMS, BODY = 3.0, 3.0, 1.0
USUAL_LENGTH = 120


class Text:
    """A document's words, ready to be asked."""

    def __init__(self, document: Document):
        self.name = f" {document.name_words} "
        self.terms = f" {document.term_words} "
        self.body = f" {document.body_words} "
        self._naming = {*self.name.split(), *self.terms.split()}
        self._fact_words = document.fact_words

    @cached_property
    def facts(self) -> set[str]:
        return set(self._fact_words.split())

    @cached_property
    def words(self) -> set[str]:
        """All of them, wherever they stand."""
        return {*self._naming, *self.body.split()}

    def is_named(self, term: Term) -> bool:
        """Whether it stands in the name or the categories."""
        if term[0] not in self._naming:
            return False
        _, *stems = _spaced(term)
        return _holds(self.name, stems) or _holds(self.terms, stems)

    def where(self, term: Term) -> tuple[str, float]:
        """The best place a term stands, and the weight of that; ("", 0) if nowhere."""
        if term[0] not in self.words:
            return "", 0.0
        together, *stems = _spaced(term)
        if _holds(self.name, stems):
            return "name", NAME
        if _holds(self.terms, stems):
            return "terms", TERMS
        return ("body", BODY * self._often(together)) if together in self.body else ("", 0.0)

    def _often(self, together: str) -> float:
        """BM25's bend: twice says more than once, and a word in a long text says less."""
        times = self.body.count(together)
        return times * 2.2 / (times + 1.2 * (0.4 + 0.6 * self.body.count(" ") / USUAL_LENGTH)) / 1.5


def text_of(document: Document) -> Text:
    """Made ready once, however often it is asked."""
    if document.text is None:
        document.text = Text(document)
    return document.text


@lru_cache(maxsize=20_000)
def _spaced(term: Term) -> list[str]:
    """The whole term, and then each of its stems, as they stand between spaces."""
    return [f" {each} " for each in (" ".join(term), *term)]


def _holds(words: str, stems: list[str]) -> bool:
    return all(stem in words for stem in stems) if len(stems) > 1 else stems[0] in words
