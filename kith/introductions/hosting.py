"""What the page for a place shows: the agreed words, the agreed answer, and nothing that was not agreed."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from kith.access import clock
from kith.local_knowledge import queries as local_knowledge
from kith.local_knowledge.warmth import full_words

from . import queries, shown, still_on, wording
from .human import human_of
from .models import Introduction, Report

ANSWERS = (
    (Report.Kind.HOST_YES, "Yes, they are welcome"),
    (Report.Kind.HOST_TURN_UP, "Just turn up"),
    (Report.Kind.HOST_ASKS, "Can we ask something?"),
    (Report.Kind.HOST_NOT_NOW, "Not this time"),
)

THEN = {
    Report.Kind.HOST_YES: "{worker} passes it on.",
    Report.Kind.HOST_TURN_UP: "{worker} passes it on.",
    Report.Kind.HOST_ASKS: "{worker} reads it, and gets back to you.",
    Report.Kind.HOST_NOT_NOW: "That is fine. Nothing more is asked of you.",
}


@dataclass(frozen=True)
class Page:
    """Names appear only where the agreed words hold them."""

    heading: str
    words: str
    when: str
    question: str
    answer: str
    worker: str
    ring: str
    until: date
    said: str
    said_words: str
    then: str
    may_answer: bool
    answers: tuple[tuple[str, str], ...] = ANSWERS


def words_before(introduction: Introduction) -> str:
    """What they wrote when they answered last. What was written for them, when they pressed that they are full, is not
    theirs to send along with another answer."""
    said = queries.host_answer(introduction)
    if said is None:
        return ""
    full = local_knowledge.full_now(introduction.activity) if said.kind == Report.Kind.HOST_NOT_NOW else None
    return "" if full and said.words == f"{full_words(full.opens_on)}." else said.words


def worker_of(introduction: Introduction) -> str:
    """Who reads what they write."""
    return introduction.partnership.user.first_name if introduction.partnership else "The writer"


def page_for(introduction: Introduction, link) -> Page:
    """The page as it stands now."""
    card, said = shown.card_of(introduction), queries.host_answer(introduction)
    named = wording.is_named(introduction.says)
    who = wording.first_name(introduction.individual.called) if named else "Somebody"
    on = introduction.first_visit_on
    return Page(
        heading=f"{who} would like to come along",
        words=card.words,
        when=card.when,
        question=card.question,
        answer=card.answer,
        worker=worker_of(introduction),
        ring=human_of(introduction).number,
        until=timezone.localdate(link.ends_at),
        said=dict(ANSWERS)[said.kind] if said else "",
        said_words=said.words if said else "",
        then=THEN[Report.Kind(said.kind)].format(worker=worker_of(introduction)) if said else "",
        may_answer=on is None or clock.today() <= on,
    )


@dataclass(frozen=True)
class DayPage:
    """The page of the morning itself. `said`: their answer, if there is one. Words beside it are not shown again: the
    page may be open on a screen in the hall."""

    heading: str
    when: str
    worker: str
    ring: str
    said: str
    has_words: bool
    is_off: bool
    day: str
    answers: list[tuple[str, str]]


def day_page_for(introduction: Introduction) -> DayPage:
    """A name only where one may be said."""
    named = wording.is_named(introduction.says)
    who = wording.first_name(introduction.individual.called) if named else "Somebody"
    said = still_on.said_of_today(introduction)
    on = introduction.called_off_on or introduction.first_visit_on
    day = "today" if on == clock.today() else "tomorrow"
    answers = [(kind, words.replace("today", day)) for kind, words in still_on.ANSWERS]
    return DayPage(
        heading=f"{who} would like to come {day}",
        day=day,
        answers=answers,
        when=introduction.first_visit_time,
        worker=worker_of(introduction),
        ring=human_of(introduction).number,
        has_words=bool(said and said.words),
        said=dict(answers)[said.kind] if said else "",
        is_off=introduction.called_off_on is not None,
    )
