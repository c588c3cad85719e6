"""An introduction as its page shows it: what may be done now, and what was said of it, by whom."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings

from kith.access import clock
from kith.design.telling import day_words
from kith.local_knowledge import queries as local_knowledge

from . import around_the_visit, letters, meeting_up, on_its_way, queries, states, wording
from .models import Introduction, Report
from .said import host_answer, reports_of
from .stages import WAITS, stage_of

Kind = Report.Kind
NOT_GOT = "They did not get the letter"
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Letter:
    """The letter to the place as it leaves."""

    to: str
    sender: str
    subject: str
    body: str


@dataclass(frozen=True)
class Card:
    """What to say on the telephone, what not, and the true answer. `when`: the first visit, if it is to come."""

    words: str
    question: str
    answer: str
    not_to_say: tuple[str, ...]
    phone: str
    when: str


def page_of(introduction: Introduction, *, to_individual: bool) -> dict:
    """Everything the page of one introduction shows, without its forms."""
    post = on_its_way.of(introduction)
    return {
        "introduction": introduction,
        "individual": introduction.individual,
        "is_theirs": to_individual,
        "host": wording.first_name(introduction.host_name) if introduction.host_name else "",
        "ringer": states.ringer(introduction, to_individual=to_individual),
        "state": NOT_GOT
        if post.did_not_arrive and not _is_reached(introduction)
        else states.state_words(introduction, to_individual=to_individual),
        "stage": _stage(introduction, post, to_individual),
        "to_ring": states.to_ring(introduction, to_individual=to_individual),
        "day_after": f"{introduction.first_visit_on + A_DAY:%A}" if introduction.first_visit_on else "",
        "card": card_of(introduction, to_individual=to_individual),
        "digest": wording.digest(introduction.words_to_say, introduction.true_answer),
        "choices": choices_of(introduction, to_individual=to_individual),
        "visit_day": day_words(introduction.first_visit_on) if introduction.first_visit_on else "",
        "reports": reports_of(introduction, to_individual=to_individual),
        "letter": letter_of(introduction),
        "in_writing": _in_writing(introduction),
        "post": post,
        "host_answer": host_answer(introduction, to_individual),
        "their_form": queries.their_form(introduction) if introduction.share_id else None,
        "wrote_on": queries.wrote_on(introduction),
        **what_we_know(introduction),
        **around_the_visit.shown(introduction, to_individual=to_individual),
    }


def what_we_know(introduction: Introduction) -> dict:
    """Of the place, as anybody may read it: the same sentences as on its listing."""
    warm, cautions = known_of(introduction.activity, introduction.individual.team)
    return {"warm": warm, "cautions": cautions}


def known_of(activity, team) -> tuple[list[str], list[str]]:
    """What the team knows of a place, in kind words; and what to look at before setting out. One look."""
    warm, cautions = local_knowledge.reasons_and_doubts([activity.pk], team)
    return warm.get(activity.pk, []), cautions.get(activity.pk, [])


def letter_of(introduction: Introduction) -> Letter | None:
    """What is written to the place, by the same words as those that leave; None where nobody writes."""
    if not queries.is_written(introduction.gets_in_touch):
        return None
    body = queries.letter_that_left(introduction) or letters.as_shown(introduction, queries.LINK_TO_COME)
    return Letter(introduction.activity.email, settings.INTRODUCTION_SENDER, letters.SUBJECT, body)


def _stage(introduction: Introduction, post: on_its_way.OnItsWay, to_individual: bool) -> dict:
    """A letter that did not arrive is rung about instead, and the form for that stands where the letter stood."""
    stage = stage_of(introduction, to_individual=to_individual)
    rings_instead = post.did_not_arrive and stage["now"] == WAITS
    return stage | ({"may_note_elsewhere": False, "is_new": False} if rings_instead else {})


def _is_reached(introduction: Introduction) -> bool:
    """Whether somebody spoke with the place all the same, or it is over."""
    return queries.has(introduction, Kind.PREPARED, *queries.HOST_SAID, *queries.ANSWERS, *queries.OVER)


def _in_writing(introduction: Introduction) -> Letter:
    """The two lines after a call, as they leave."""
    to, sender = introduction.activity.email, settings.INTRODUCTION_SENDER
    return Letter(to, sender, letters.SUBJECT, letters.in_writing(introduction))


def planned(introduction: Introduction) -> dict:
    """How the form of the first visit begins."""
    start = {"time": introduction.first_visit_time, "to_bring": introduction.to_bring}
    return start | meeting_up.as_planned(introduction)


def talkers(introduction: Introduction, *, to_individual: bool) -> list[tuple[str, str]]:
    """Who may have talked with the place, the likeliest first."""
    took, who = Report.TookPart, introduction.gets_in_touch
    name = introduction.individual.called
    worker = introduction.partnership.user.first_name if introduction.partnership else "The worker"
    alone = [
        (took.WORKER, worker if to_individual else "I did"),
        (took.INDIVIDUAL, "I did" if to_individual else name),
    ]
    both = (took.BOTH, "Both together")
    if who == Introduction.GetsInTouch.TOGETHER:
        return [both, *alone]
    return [*(alone if who != Introduction.GetsInTouch.INDIVIDUAL else reversed(alone)), both]


def choices_of(introduction: Introduction, *, to_individual: bool) -> list[tuple[str, str]]:
    """The three choices in words."""
    ringer = states.ringer(introduction, to_individual=to_individual)
    together = introduction.gets_in_touch == Introduction.GetsInTouch.TOGETHER
    ringer = "Nobody beforehand" if introduction.says == Introduction.Says.NOTHING else ringer
    return [
        ("What may be said", introduction.get_says_display()),
        ("Who gets in touch", "Both together" if together else ringer[:1].upper() + ringer[1:]),
        ("Who goes along", meeting_up.who_goes(introduction, to_individual=to_individual)),
    ]


def card_of(introduction: Introduction, *, to_individual: bool = False) -> Card:
    """The call card: the very words that were agreed, and beside them the day as it stands now. To the individual, what
    they need not say."""
    choices = _choices(introduction)
    on = introduction.first_visit_on
    is_to_come = on is not None and on >= clock.today()
    return Card(
        words=introduction.words_to_say,
        question=wording.question_asked(choices),
        answer=introduction.true_answer,
        not_to_say=wording.NEED_NOT_SAY if to_individual else wording.NOT_TO_SAY,
        phone=introduction.activity.phone,
        when=wording.when_words(on, introduction.first_visit_time) if is_to_come else "",
    )


def _choices(introduction: Introduction) -> wording.Choices:
    return wording.Choices(
        says=introduction.says,
        gets_in_touch=introduction.gets_in_touch,
        goes_along=introduction.goes_along,
        individual=introduction.individual.called,
        activity=introduction.activity.name,
    )
