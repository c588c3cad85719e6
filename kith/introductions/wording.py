"""The exact words of an introduction, made from its three choices, and the check that they give nothing away.

Nothing here asks the database: what is shown, agreed and said is one and the same text.
The day of a first visit stands beside the words: it may change, and a yes stays a yes to all of the words.
No pronoun stands for the individual, and nobody else who goes along is named.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cache
from itertools import product
from pathlib import Path

from kith.access import clock
from kith.design.telling import day_words
from kith.design.times import clock_in

NOTHING, NO_NAME, FIRST_NAME = "nothing", "no name", "first name"
AND_HELPS, AND_NUMBER = "what helps", "first name and number"
NAMED, MAY_HELP = (FIRST_NAME, AND_HELPS, AND_NUMBER), (AND_HELPS, AND_NUMBER)
WORKER_RINGS, WORKER_WRITES = "worker rings", "worker writes"
INDIVIDUAL, TOGETHER = "individual", "together"
NOBODY, HOST, WORKER, FRIEND, ALSO = "nobody", "host", "worker", "friend", "also"

ALL_KINDS = ("health", "care", "council", "service")
FILL_IN = "Fill in the form of {place}"
SUBJECT = "A question about coming along"
NOT_TO_SAY = (
    "Anything about health, money or home",
    "A surname, an age or an address",
    "Who you work for",
    "Anybody else’s name",
)
NEED_NOT_SAY = (
    "Anything about health, money or home",
    "Your surname, age or address",
)  # to whoever rings for themselves


@dataclass(frozen=True)
class Choices:
    """The three choices, and the names they are filled with. `number` is the individual's own; `works_with`:
    the place may hear that somebody works with them; `names_team`: it may hear of the team, while nobody is named;
    `still_on`: how they are asked that morning, if they are, or the evening before an early `visit_time`."""

    says: str
    gets_in_touch: str
    goes_along: str
    individual: str
    activity: str
    worker: str = ""
    host: str = ""
    number: str = ""
    works_with: bool = False
    what_helps: str = ""
    team: str = ""
    names_team: bool = False
    still_on: str = ""
    visit_time: str = ""

    @property
    def by_individual(self) -> bool:
        """Whether they speak for themselves: on the telephone, or by a card they carry."""
        return self.gets_in_touch == INDIVIDUAL or self.says == NOTHING

    @property
    def may_name_team(self) -> bool:
        """Whether the team is named: never together with a person."""
        return self.names_team and bool(self.team) and self.says == NO_NAME and not self.by_individual


@dataclass(frozen=True)
class Human:
    """Who stands under a letter: a first name and a number to ring. `reads_replies`: an email back reaches them."""

    first_name: str
    number: str
    reads_replies: bool = False


def is_named(says: str) -> bool:
    """Whether a place hears who it is."""
    return says in NAMED


def words_to_say(choices: Choices) -> str:
    """What may be said when ringing, word for word; or what stands on the card, where nothing is said."""
    if choices.says == NOTHING:
        return _together(_on_the_card(choices))
    say = _by_individual if choices.by_individual else _by_worker
    return _together([*say(choices), _that_morning(choices)])


def true_answer(choices: Choices) -> str:
    """To “how do you know them?”: true of any worker and individual, and says nothing of a service
    unless the individual chose that it may be said that somebody works with them."""
    if choices.works_with:
        return _we_work_together(choices)
    if choices.by_individual:
        return "I was looking for things to do round here, and found you."
    if choices.may_name_team:
        return f"I am with {choices.team}. Somebody we know would like to come."
    met = "We meet now and then, and talk about things to do round here."
    return met if not is_named(choices.says) else f"{met} {first_name(choices.individual)} can tell you more."


def is_made_by_choices(answer: str, choices: Choices) -> bool:
    """Whether this answer is one of ours, so that it may follow when the choices change."""
    asked = product((NO_NAME, FIRST_NAME), (WORKER_RINGS, INDIVIDUAL), (False, True), (False, True))
    names = ("says", "gets_in_touch", "works_with", "names_team")
    return answer in {true_answer(replace(choices, **dict(zip(names, each, strict=True)))) for each in asked}


def question_asked(choices: Choices) -> str:
    """The question that the true answer is for, as it would be put to whoever rings."""
    if choices.by_individual:
        return "How did you hear of us?"
    if not is_named(choices.says):
        return "How do you know each other?"
    return f"How do you know {first_name(choices.individual)}?"


def when_words(on: date | None, time: str) -> str:
    """The first visit, for whoever asks when: “Tuesday 1 December, 6:50 at the gate”. Empty without a day."""
    if on is None:
        return ""
    return ", ".join(filter(None, (day_words(on, clock.today()), time.strip().rstrip("."))))


def message(words: str, when: str, link: str, human: Human) -> str:
    """The whole of a letter to a place, as it is shown before the yes and as it leaves."""
    parts = [
        words,
        f"When: {when}." if when else "",
        f"Would that be all right? You can answer with one press here:\n{link}",
        f"Or {'just answer this email, or ' * human.reads_replies}ring me: {human.number}.",
        "Any answer is fine, and “just turn up” is enough. Please keep this to yourself.",
        human.first_name,
    ]
    return "\n\n".join(filter(None, parts))


def two_lines(words: str, when: str, human: Human) -> str:
    """What was said on the telephone, for a place that asks for it in an email: nothing to press, and who to ring."""
    return f"{words}{f' When: {when}.' * bool(when)}\n{human.first_name}, {human.number}"


def first_name(called: str) -> str:
    """The first name alone: a surname is never said."""
    return called.split(maxsplit=1)[0] if called.strip() else "Somebody"


def digest(words: str, answer: str) -> str:
    """A short mark of exactly these words. A yes carries the mark of the words it was said to."""
    return hashlib.sha256(f"{words}\n{answer}".encode()).hexdigest()[:24]


def service_words(text: str, *, apart_from: Iterable[str] = (), kinds: tuple[str, ...] = ALL_KINDS) -> list[str]:
    """Words in the text that would tell of a care service. `apart_from`: names that stand as they are."""
    for name in sorted(filter(None, apart_from), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text, flags=re.IGNORECASE)
    found = (match.group(0).lower() for match in _pattern(kinds).finditer(text))
    return list(dict.fromkeys(found))


def _we_work_together(choices: Choices) -> str:
    if choices.by_individual:
        return "I found you together with somebody who works with me."
    return "We work together." if not is_named(choices.says) else f"I work with {first_name(choices.individual)}."


def _by_worker(choices: Choices) -> list[str]:
    name = first_name(choices.individual)
    together = choices.gets_in_touch == TOGETHER
    is_theirs = is_named(choices.says)
    who = name if is_theirs else "somebody here with me" if together else "somebody I know"
    return [
        f"{_hello(choices)} It’s {first_name(choices.worker)}{f', of {choices.team}' * choices.may_name_team}.",
        f"{name} is here with me, and we are ringing together." if together and who == name else "",
        f"{who[:1].upper()}{who[1:]} would like to try {choices.activity}.",
        _who_comes_along(choices, name if is_theirs else ""),
        _what_helps(choices, f"{name} says this helps"),
        _contact(choices, f"{name} is glad to be rung on", f"{name} is glad of an email to"),
    ]


def _by_individual(choices: Choices) -> list[str]:
    named = is_named(choices.says)
    return [
        _hello(choices),
        f"My name is {first_name(choices.individual)}." if named else "",
        f"I would like to try {choices.activity}.",
        {
            NOBODY: "I would come by myself the first time.",
            HOST: "Could somebody look out for me and say hello?",
            WORKER: "Somebody I know would come along the first time.",
            FRIEND: "A friend would come along the first time.",
            ALSO: "Somebody I know would come along the first time.",
        }[choices.goes_along],
        _what_helps(choices, "This helps me"),
        _contact(choices, "You can ring me on", "You can email me at"),
    ]


def _on_the_card(choices: Choices) -> list[str]:
    """For whoever reads it at the place: no name, and nothing was said before."""
    return [
        f"Hello. I would like to try {choices.activity}. It is my first time here.",
        {HOST: "Could somebody say hello and show me round?", NOBODY: ""}.get(
            choices.goes_along, "Somebody I know has come along with me."
        ),
    ]


def _what_helps(choices: Choices, opening: str) -> str:
    """The lines they picked, as they stand in their own words."""
    lines = [line.strip().rstrip(".") for line in choices.what_helps.splitlines() if line.strip()]
    return f"{opening}: {'; '.join(f'“{line}”' for line in lines)}." if choices.says in MAY_HELP and lines else ""


def _who_comes_along(choices: Choices, name: str) -> str:
    """How the first time would be, told by the worker."""
    you = "you" if choices.host else "somebody"
    return {
        NOBODY: f"{name} would come alone the first time." if name else "It would be one person, coming alone.",
        HOST: f"Could {you} look out for {name or 'a new face'} and say hello?",
        WORKER: "I would come along too, the first time.",
        FRIEND: "A friend would come along too, the first time.",
        ALSO: "Somebody else we know would come along too, the first time.",
    }[choices.goes_along]


def _together(sentences: Iterable[str]) -> str:
    return " ".join(filter(None, sentences))


def _that_morning(choices: Choices) -> str:
    """That they are asked on the day itself, where the individual agreed to it."""
    who = "Somebody I know" if choices.gets_in_touch == INDIVIDUAL else "I"
    does = {"write": "may write", "ring": "may ring"}.get(choices.still_on)
    begins = clock_in(choices.visit_time, [])
    when = "the evening before" if begins and begins < time(8) else "that morning"
    return f"{who} {does} {when}, to ask whether it is still on." if does else ""


def _hello(choices: Choices) -> str:
    return f"Hello {first_name(choices.host)}." if choices.host else "Hello."


def _contact(choices: Choices, ring: str, write: str) -> str:
    """The number or email they picked; without one, an answer comes to whoever asked and is passed on."""
    opening = write if "@" in choices.number else ring
    return f"{opening} {choices.number}." if choices.says == AND_NUMBER and choices.number else ""


@cache
def _pattern(kinds: tuple[str, ...]) -> re.Pattern[str]:
    lists = tomllib.loads((Path(__file__).parent / "service_words.toml").read_text())
    words = sorted((word for kind in kinds for word in lists[kind]), key=len, reverse=True)
    joined = "|".join(re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)
