"""The few words before a meeting, made from its facts: at most forty, the worker's first name first."""

from dataclasses import dataclass

WORDS_AT_MOST = 40
ASK_FIRST = "Ask me anything first:"
ALWAYS = "Bring someone if you like. Nothing to fill in."
USUAL_LENGTHS = {
    30: "half an hour",
    60: "an hour",
    90: "an hour and a half",
    120: "two hours",
}


@dataclass(frozen=True)
class Facts:
    """What the words are made from. `decided` holds ways to say what is decided, the fullest first."""

    worker: str
    when: str
    place: str
    minutes: int
    decided: tuple[str, ...] = ()
    link: str = ""


def compose(facts: Facts) -> str:
    """The words, with as much of what is decided as fits; what does not fit stands on the page."""
    tries = [_words(facts, decided) for decided in (*facts.decided, "")]
    fitting = [words for words in tries if count(whole(words, facts.link)) <= WORDS_AT_MOST]
    return fitting[0] if fitting else tries[-1]


def whole(words: str, link: str) -> str:
    """All that goes: the words, and under them the address alone."""
    return f"{words}\n\n{link}" if link else words


def count(words: str) -> int:
    """Words as people count them; a dash alone is none, an address is one."""
    return sum(any(sign.isalnum() for sign in part) for part in words.split())


def how_long(minutes: int) -> str:
    """“half an hour”, “an hour”, “45 minutes”."""
    return USUAL_LENGTHS.get(minutes, f"{minutes} minutes")


def first_sentence(words: str) -> str:
    """The first sentence of some words, whole."""
    head, stop, _ = words.strip().partition(". ")
    return f"{head}." if stop else head


def _words(facts: Facts, decided: str) -> str:
    where = f", {facts.place.rstrip('. ')}" if facts.place.strip() else ""
    meets = f"We meet {_on(facts.when)}{where}, for {how_long(facts.minutes)}."
    asks = ASK_FIRST if facts.link else ""
    return " ".join(filter(None, [f"{facts.worker} here.", meets, ALWAYS, decided, asks]))


def _on(when: str) -> str:
    """A season stands as it is, in small letters; a day keeps its capital."""
    return when[:1].lower() + when[1:] if when.startswith("In ") else when
