"""What the two may talk about: where to start, what they like, what was agreed last time. Nothing is required."""

from dataclasses import dataclass

from django.db.models import F

from kith.about_me import queries as about_me
from kith.conversations.before.composing import first_sentence
from kith.conversations.models import Meeting, Prompt
from kith.directory.search.vocabulary import heard_in
from kith.directory.search.words import stem, tokens
from kith.goals.models import Step
from kith.people.models import Individual, User

from .after import is_first_time, last_topics
from .meetings import last_meeting
from .own import open_prompts

FIRST_TIME = ("What would you want to know?", "What is a good day like?", "What would you like more of?")
LATER = ("What has been good since we met?", "What would you want to know?", "What would you like next?")
EVERYBODY = ("people", "home", "getting about", "something new")
LIKES, MARKS, LETTERS = 6, 10, 40


@dataclass(frozen=True)
class Conversation:
    """What stands on the page. `start` is the worker's own, and on no card."""

    is_first: bool
    start: Prompt | None
    likes: list[str]
    shared: list[str]
    questions: tuple[str, ...]
    last: Meeting | None
    agreed: list[Step]
    marks: list[str]

    @property
    def likes_in_short(self) -> list[str]:
        """The first sentence of each, for a card that both look at."""
        return [first_sentence(words) for words in self.likes]


def conversation_with(individual: Individual, worker: User) -> Conversation:
    """A fixed number of looks, whatever the history."""
    is_first, likes = is_first_time(individual), _likes(individual)
    last = last_meeting(individual)
    return Conversation(
        is_first=is_first,
        start=open_prompts(individual).filter(kind=Prompt.Kind.BEFORE, author=worker).first(),
        likes=likes,
        shared=about_me.shared_interests(individual, worker),
        questions=FIRST_TIME if is_first else LATER,
        last=last,
        agreed=_agreed(last) if last else [],
        marks=_marks([each.rstrip(".") for each in map(first_sentence, likes)], last_topics(individual)),
    )


def labels_of(words: str) -> list[str]:
    """What the directory would look under for these words: labels come after the words, and may stay away."""
    return list(dict.fromkeys(heard.concept.often for heard in heard_in(_pairs(words))))


def _likes(individual: Individual) -> list[str]:
    lines = about_me.lines_of(individual)
    return [line.words for line in lines.get("interest", [])][:LIKES]


def _agreed(meeting: Meeting) -> list[Step]:
    """What is still open first."""
    return list(meeting.steps.order_by(F("done_on").desc(nulls_first=True), "pk")[:LIKES])


def _marks(likes: list[str], before: list[str]) -> list[str]:
    """Words that can be marked by one tap: a comma would make two of one."""
    fitting = [words for words in (*likes, *before, *EVERYBODY) if "," not in words and len(words) <= LETTERS]
    return list(dict.fromkeys(fitting))[:MARKS]


def _pairs(words: str) -> list[tuple[str, str]]:
    return [(word, stem(word)) for word in tokens(words)]
