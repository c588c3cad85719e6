"""The Brief: everything to know before a meeting, readable in a minute."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from kith.about_me import queries as about_me
from kith.about_me.models import Kind, Line
from kith.access.kept import kept
from kith.conversations import queries as conversations
from kith.conversations.models import Asked, BroughtIn, Meeting, Prompt, Reflection
from kith.conversations.queries import before as asking
from kith.conversations.queries import brought_in
from kith.goals import queries as goals
from kith.introductions.at_hand import introductions_in_short
from kith.introductions.in_person import questions_for
from kith.introductions.states import state_words
from kith.messaging import queries as messaging
from kith.messaging.models import Message

OPEN_PROMPTS = kept(conversations.open_prompts)
OPEN_QUESTIONS = kept(asking.open_questions)


@dataclass(frozen=True)
class Voice:
    """Words the individual typed or sent, with their day and what they are about."""

    words: str
    on: object
    about: str
    way: str = ""

    @property
    def cite(self) -> str:
        """Before the day: how it came, where that says something."""
        return f"{self.way}, " if self.way else ""


@dataclass(frozen=True)
class Introduced:
    """Where one introduction stands, and the latest words about it since the last meeting."""

    introduction: object
    state: str
    reports: list
    latest: object | None


@dataclass(frozen=True)
class Brief:
    """One meeting's Brief."""

    next: Meeting | None
    last: Meeting | None
    start_prompt: Prompt | None
    start_voice: Voice | None
    prompts: list[Prompt]
    open_about: list[Prompt]
    mine: goals.Promises
    of_others: list[goals.SaidByOthers]
    done_by_others: list[goals.SaidByOthers]
    theirs: goals.Promises
    news: list[goals.News]
    introduced: list[Introduced]
    lines: dict
    reflection: Reflection | None
    asked: list[Asked]
    to_ask: list[str]
    brought_in: list[BroughtIn]
    both_like: list[str]
    thoughts: list[Line]
    messages: list[Message]

    @property
    def is_first(self) -> bool:
        """Nothing was written up yet."""
        return self.last is None

    @property
    def waits_for_a_talk(self) -> bool:
        return self.last is not None and conversations.waits_for_a_talk(self.last)

    @property
    def news_of_goals(self) -> list[tuple[goals.News, str]]:
        """News of each goal, with where its introduction stands when it is about the same place."""
        states = {each.introduction.activity_id: each.state for each in self.introduced}
        return [(each, states.get(each.goal.activity_id, "")) for each in self.news if each.goal]

    @property
    def other_messages(self) -> list[Message]:
        """What came from them besides the words that open the Brief, the latest first."""
        opening = self.start_voice.words if self.start_voice else ""
        return [message for message in self.messages if message.words and message.words != opening]

    @property
    def other_introduced(self) -> list[Introduced]:
        """Introductions that no goal in the news is about."""
        told = {each.goal.activity_id for each in self.news if each.goal}
        return [each for each in self.introduced if each.introduction.activity_id not in told]

    @property
    def note(self):
        return conversations.latest_note(self.last) if self.last else None

    @property
    def account(self):
        return conversations.latest_account(self.last) if self.last else None


def brief_of(individual, user) -> Brief:
    """The Brief for this user's next meeting with this individual."""
    last = conversations.last_meeting(individual)
    since = last.day if last else timezone.localtime(individual.opened_at).date()
    prompts = OPEN_PROMPTS(individual)
    before = [prompt for prompt in prompts if prompt.kind == Prompt.Kind.BEFORE]
    promised = goals.promises_on_both_sides(individual, since)
    found = introductions_in_short(individual)
    news, introduced = goals.since(individual, since, promised), list(_introduced(found, since))
    messages = messaging.since(individual, since)
    lines = about_me.lines_of(individual)
    return Brief(
        next=conversations.next_meeting(individual),
        last=last,
        start_prompt=before[0] if before else None,
        start_voice=_start_voice(before, messages, news, introduced),
        prompts=before[1:],
        open_about=[prompt for prompt in prompts if prompt.kind == Prompt.Kind.OPEN_ABOUT],
        **_by_whose_words(individual, user, promised["worker"]),
        theirs=promised["individual"],
        news=news,
        introduced=introduced,
        lines=lines,
        reflection=conversations.last_reflection(individual, user.pk) if last else None,
        **_questions(individual, found),
        brought_in=[] if last else list(brought_in.brought_in_by(individual, user.pk)),
        both_like=[] if last else about_me.shared_interests(individual, user),
        messages=messages,
        thoughts=[line for line in lines.get(Kind.THOUGHT, []) if line.said_on >= since],
    )


def _questions(individual, found) -> dict:
    """What they asked, and what is to be asked of these introductions."""
    return {"asked": OPEN_QUESTIONS([individual]), "to_ask": questions_for(individual, found)}


def _by_whose_words(individual, user, promised: goals.Promises) -> dict:
    """One's own, open and done; then what others said they would do, open and done."""
    workers = goals.Workers([individual])
    own_open, others_open = goals.own_and_others(user, promised.open, workers)
    own_done, others_done = goals.own_and_others(user, promised.done, workers)
    mine = goals.Promises(own_open, own_done)
    return {"mine": mine, "of_others": others_open, "done_by_others": others_done}


def _start_voice(before: list[Prompt], messages: list[Message], news, introduced) -> Voice | None:
    """What they last sent opens the Brief, beside a prompt too; without a message, their latest words elsewhere
    stand there when there is no prompt."""
    return latest_message(messages) or (None if before else latest_voice(news, introduced))


def latest_message(messages: list[Message]) -> Voice | None:
    """The latest that they sent or typed themselves."""
    theirs = (message for message in messages if message.typed_by_individual and message.words)
    return next((_voice_of(message) for message in theirs), None)


def _voice_of(message: Message) -> Voice:
    way = {Message.Way.EMAIL: "by email", Message.Way.TEXT: "by text"}.get(Message.Way(message.way), "")
    return Voice(message.words, timezone.localtime(message.at).date(), message.goal.name if message.goal else "", way)


def _introduced(found, since) -> Iterator[Introduced]:
    """Introductions of which something was told since then, the latest first."""
    for introduction in found:
        told = [report for report in introduction.reports.all() if report.on >= since]
        if told:
            worded = [each for each in told if each.words and each.kind != "wrote"]  # the letter itself is no news
            state = state_words(introduction)
            yield Introduced(introduction, state, told, worded[-1] if worded else None)


def latest_voice(news: list[goals.News], introduced: list[Introduced]) -> Voice | None:
    """The latest words the individual typed themselves; never words that somebody remembers."""
    typed = [
        Voice(told.words or told.value_words, told.on, each.goal.name)
        for each in news
        if each.goal
        for told in each.results
        if told.typed_by_individual
    ]
    typed += [
        Voice(told.words, told.on, each.goal.name)
        for each in news
        if each.goal
        for told in each.check_ins
        if told.typed_by_individual and told.words
    ]
    typed += [
        Voice(report.words, report.on, each.introduction.activity.name)
        for each in introduced
        for report in each.reports
        if report.typed_by_individual and report.words
    ]
    return max(typed, key=lambda voice: voice.on, default=None)
