"""What somebody asks for, read from their own words: days, hours, money, refusals, and the rest."""

import re
from dataclasses import dataclass, field
from functools import partial

from kith.access import clock

from .avoiding import Avoid, avoid_of
from .for_whom import named_in, not_for
from .vocabulary import Heard, heard_in, narrower, telling_term, telling_words
from .words import FRAME, NOT_ALONE, NOT_REFUSED, STOP, joined, plain, stem, tokens

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = re.compile(
    r"\b(?:on |every )?(mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|"
    r"sun)(?:day)?s?\b(?!\s+(?:school|service|lunch))"
    r"(?<!\bsat(?= (?:down|in|on|at|here|there|about|around|with|by)\b))"
)
NOT_DAY = re.compile(
    r"\b(?:any day but|not|never|but not|except(?: for)?|(?:cant|cannot) (?:do|make|manage)) (?:on )?(?:a )?"
    r"(mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?s?\b"
)
WEEKEND = re.compile(r"\b(?:at |on )?(?:the )?weekends?\b")
WORKS = re.compile(
    r"\b(?:i |he |she )?works? (?:in|during|through|all) (?:the )?week\b|\bworks? (?:full time|weekdays)\b"
)
WEEKDAYS = re.compile(r"\b(?:on |during )?week ?days?\b|\bduring the week\b")
TODAY = re.compile(r"\b(?:tonight|today|this (evening|afternoon|morning|lunchtime))\b")
TOMORROW = re.compile(r"\btomorrow(?: (evening|afternoon|morning|night))?\b")
PART_OF = {"tonight": "evening"}
PARTS = {
    "evening": re.compile(r"\b(?:in )?(?:the )?(?:evenings?|nights?|after (?:work|tea|dark))\b"),
    "afternoon": re.compile(r"\b(?:in )?(?:the )?afternoons?\b"),
    "morning": re.compile(r"\b(?:in )?(?:the )?mornings?\b(?! cuppa)"),
}
NOT_PART = re.compile(
    r"\b(?:not|never|no|but not|except(?: for)?|(?:cant|cannot) (?:do|make|manage)|hates?|bad at)"
    r"(?: good)? (?:in |on |at )?(?:the )?(morning|afternoon|evening|night)s?\b(?! (?:person|cuppa|service))"
)
NOT_MONEY = re.compile(
    r"\bfree time\b|\b(?:i am|im|i m|he is|hes|she is|shes|were|we are) free\b|"
    r"\b\w+ free\b(?= (?:food|diet|cook|bak|zone|space|place|bar))|\b(?:gluten|dairy|alcohol|"
    r"drug|smoke|sugar|stress|step) free\b"
)
FREE = re.compile(
    r"\b(?:for |is |its )?free(?: of charge)?\b|\bno cost\b|\bcosts? nothing\b|"
    r"\bwithout paying\b|\b(?:have |got |havent |no )(?:any |got )?(?:no )?money\b|\bskint\b|"
    r"\bbroke\b|\bnothing to pay\b|\bpay nothing\b|"
    r"\b(?:doesnt|does not|cant|cannot|shouldnt|mustnt|wont) cost (?:me |us )?(?:anything|a penny|money)\b"
)
CHEAP = re.compile(
    r"\bcheap(?:ly|er)?\b|\bcant afford (?:much|a lot)\b|\bnot (?:too )?expensive\b|"
    r"\binexpensive\b|\blow cost\b|\bnot much money\b|\blittle money\b|\bon a budget\b|"
    r"\btight budget\b"
)
AT_MOST = re.compile(
    r"\b(?:under|below|less than|up to|at most|no more than|not more than|"
    r"max(?:imum)?)\s*(?:£\s*(\d{1,3}(?:\.\d\d)?)|(\d{1,3})\s*(?:pounds?|quid))|"
    r"£\s*(\d{1,3}(?:\.\d\d)?) or (?:less|under)|\b(a fiver|a tenner)\b"
)
REFUSED_KIND = re.compile(
    r"\b(?:nothing|not anything|nowhere|no groups?|not somewhere) (?:with|where|that(?: i)?s?|involving|which)\s+"
    r"((?:\w+ ?){1,9})"
)
PUTS_OFF = re.compile(
    r"(?:\bbut|\band|\bas|\bbecause|[,;.!?]|^)\s+((?:(?!(?:but|and|as|because)\b)\w+\s+){1,6})"
    r"(?:puts?|scares?|frightens?) (?:me|him|her|us|them)\b(?: off\b)?"
)
REFUSAL = re.compile(
    r"\b(?:nothing to do with|not interested in|not into|not keen on|(?:do not|dont|doesnt|"
    r"didnt|does not) (?:really )?(?:like|want|enjoy|fancy|do)(?: to do| to go to| to)?"
    r"|(?:cant|cannot) (?:stand|face|bear|abide|handle)|without any|hates?|hated|anything but|"
    r"rather not|except(?: for)?|avoid(?:s|ing)?|no more|away from|scared of|afraid of|"
    r"not (?:a|an|the|in a|in the|at a|at the|any|another)|not|no)"
    r"\s+((?:(?:a|an|the|any|in|at|of|another|or|to|go|going|do|doing)\s+)*[\w]+(?:\s+(?:or|and|"
    r"nor)\s+(?:no |not )?[\w]+)*)"
)
CHEAP_PENCE = 500
MOST_WORDS = 24


@dataclass(frozen=True)
class Asked:
    """`words` are (typed, stem) pairs still to look for; facts from the words are wishes, not filters."""

    words: tuple[tuple[str, str], ...] = ()
    heard: tuple[Heard, ...] = ()
    taken: frozenset[str] = frozenset()  # stems that are part of a heard phrase
    days: frozenset[int] = frozenset()
    part: str = ""
    not_part: str = ""  # “not mornings”
    free: bool = False
    at_most_pence: int | None = None
    rest: str = ""  # what is left to be understood, without days, money and refusals
    refused: frozenset[tuple[str, ...]] = field(default_factory=frozenset)
    refused_words: tuple[str, ...] = ()  # as they were typed
    not_for: frozenset[str] = frozenset()  # sorts of people whose own groups are not meant
    avoid: Avoid = field(default_factory=Avoid)  # what lines on what does not help keep away

    @property
    def says(self) -> bool:
        """Whether anything but days, hours, money and refusals was said."""
        return bool(self.words or self.heard)

    @property
    def kinds(self) -> set[str]:
        """The sorts of thing that were asked for."""
        return {heard.concept.kind for heard in self.heard}

    @property
    def wished_facts(self) -> tuple[str, ...]:
        """The fact words any of which meets the wish for a day and an hour."""
        if self.days:
            return tuple(f"day{day}{part}" for day in sorted(self.days) for part in self.parts or ("",))
        return self.parts

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the day that would do; none where nothing was said of them."""
        if self.part:
            return (self.part,)
        return tuple(part for part in PARTS if part != self.not_part) if self.not_part else ()

    @property
    def wishes(self) -> bool:
        """Whether a day, an hour or a price was asked for in words."""
        return bool(self.days or self.parts or self.free or self.at_most_pence is not None)


def understand(text: str, avoid: tuple[str, ...] = (), spelt=lambda stems: {}) -> Asked:
    """Reads the words. `spelt` answers, for stems nobody uses, which stem was probably meant."""
    rest, days = _days_in(_today_named(_plain_sentence(text[:2000])))
    rest, not_part = _not_part_in(rest)
    rest, part = _part_in(rest)
    rest, free, at_most = _money_in(rest)
    rest, refused, refused_words = _refusals_in(rest)
    everything = _words_of(rest, spelt)
    heard = tuple(heard_in(everything))
    words, parts = _with_joined(telling_words(everything, list(heard)), text[:2000], rest)
    taken = parts | {everything[place][1] for one in heard if len(one.taken) > 1 for place in one.taken}
    return Asked(
        words=tuple(words[:MOST_WORDS]),
        heard=heard,
        taken=taken,
        days=days,
        part=part,
        not_part=not_part,
        free=free,
        at_most_pence=at_most,
        rest=_rest(text[:2000], rest),
        refused=frozenset(refused),
        refused_words=tuple(refused_words),
        not_for=not_for(rest) | named_in([" ".join(refused_words)]),
        avoid=avoid_of(avoid),
    )


def _rest(text: str, rest: str) -> str:
    """As it was typed, where nothing was taken out of it."""
    return text.strip() if len(rest.split()) == len(_plain_sentence(text).split()) else " ".join(rest.split())


def _with_joined(words: list[tuple[str, str]], text: str, rest: str) -> tuple[list[tuple[str, str]], frozenset[str]]:
    """The words with “kick-boxing” as one word too; its parts, which say little and some of them nothing."""
    whole = {word: parts for word, parts in joined(text).items() if set(parts) <= set(tokens(rest))}
    parts = {part for each in whole.values() for part in each}
    kept = [pair for pair in words if pair[0] not in parts & NOT_ALONE]
    return [*((word, stem(word)) for word in whole), *kept], frozenset(map(stem, parts))


def _plain_sentence(text: str) -> str:
    """Plain words with the clause marks and the pound sign kept."""
    return " ".join(re.sub(r"[^\w£.,;:!?\n]+", " ", plain(text)).replace(",", " , ").split())


def _today_named(text: str) -> str:
    """“Tonight” as the evening of its weekday, “tomorrow” as its weekday."""
    for days, pattern in enumerate((TODAY, TOMORROW)):
        name = DAYS[(clock.today().weekday() + days) % 7]
        text = pattern.sub(partial(_on_a_day, name), text)
    return text


def _on_a_day(name: str, found: re.Match) -> str:
    return f"on {name} {PART_OF.get(found[0], found[1] or '')}"


def _days_in(text: str) -> tuple[str, frozenset[int]]:
    not_days = {DAYS.index(match[1][:3]) for match in NOT_DAY.finditer(text)}
    text = NOT_DAY.sub(" ", text)
    days = {DAYS.index(match[1][:3]) for match in DAY.finditer(text)}
    days |= set(range(7)) - not_days if not_days and not days else set()
    rest = DAY.sub(" ", text)
    if WEEKEND.search(rest) or WORKS.search(rest):
        days |= {5, 6}
    elif WEEKDAYS.search(rest):
        days |= {0, 1, 2, 3, 4}
    return WEEKDAYS.sub(" ", WEEKEND.sub(" ", WORKS.sub(" ", rest))), frozenset(days)


def _not_part_in(text: str) -> tuple[str, str]:
    """“Not mornings”; a night is an evening."""
    found = NOT_PART.search(text)
    return (NOT_PART.sub(" ", text), found[1].replace("night", "evening")) if found else (text, "")


def _part_in(text: str) -> tuple[str, str]:
    for part, pattern in PARTS.items():
        if pattern.search(text) and not re.search(r"coffee morning|bingo night|quiz night", text):
            return pattern.sub(" ", text), part
    return text, ""


def _money_in(text: str) -> tuple[str, bool, int | None]:
    at_most = None
    if match := AT_MOST.search(text):
        amount = match[1] or match[2] or match[3] or ("5" if match[4] == "a fiver" else "10")
        at_most, text = round(float(amount) * 100), AT_MOST.sub(" ", text)
    text = NOT_MONEY.sub(lambda match: match[0].replace("free", ""), text)
    if CHEAP.search(text):
        at_most, text = at_most or CHEAP_PENCE, CHEAP.sub(" ", text)
    free = bool(FREE.search(text))
    return FREE.sub(" ", text), free, at_most


def _refusals_in(text: str) -> tuple[str, set, list[str]]:
    refused: set = set()
    typed: list[str] = []

    def note(match: re.Match) -> str:
        telling = [word for word in tokens(match[1]) if word not in STOP]
        if not telling or telling[0] in NOT_REFUSED:
            return match[0]
        typed.extend(telling)
        for word in telling:
            refused.update(_everything_under(word))
        return " "

    text = PUTS_OFF.sub(partial(_put_off, refused, typed), text)
    text = REFUSED_KIND.sub(partial(_kind_refused, refused, typed), text)
    return REFUSAL.sub(note, text), refused, list(dict.fromkeys(typed))


def _put_off(refused: set, typed: list[str], match: re.Match) -> str:
    """“A room full of men puts me off” says no to men, and nothing about rooms."""
    telling = [word for word in tokens(match[1]) if word not in STOP | NOT_REFUSED and stem(word) not in FRAME]
    typed.extend(telling)
    for word in telling:
        refused.update(_everything_under(word))
    return " "


def _kind_refused(refused: set, typed: list[str], match: re.Match) -> str:
    """“Nothing with a lot of talking about feelings”: the ideas that are named in full."""
    pairs = [(word, stem(word)) for word in tokens(match[1])]
    heard = [each for each in heard_in(pairs) if len(each.taken) > 1 or len(pairs) <= len(each.taken) + 1]
    typed.extend(each.phrase for each in heard)
    refused.update(term for each in heard for deeper in narrower(each.concept) for term in deeper.means)
    return " " if heard else match[0]


def _everything_under(phrase: str) -> set[tuple[str, ...]]:
    """The words themselves, and what listings call every concept heard in them."""
    pairs = [(word, stem(word)) for word in tokens(phrase)]
    if all(word in STOP for word, _ in pairs):
        return set()
    found = [deeper for heard in heard_in(pairs) for deeper in narrower(heard.concept)]
    means = {term for concept in found for term in concept.means}
    return {telling_term(phrase)} | means


def refused_by(phrase: str) -> set[tuple[str, ...]]:
    """What saying no to these words takes away."""
    return _everything_under(phrase)


def _words_of(text: str, spelt) -> list[tuple[str, str]]:
    """Every typed word with its stem, put right where it was a slip; common little words too."""
    seen = [(word, stem(word)) for word in tokens(text)]
    meant = spelt([stem_ for word, stem_ in seen if word not in STOP])
    return [(meant.get(stem_, word), meant.get(stem_, stem_)) for word, stem_ in seen]
