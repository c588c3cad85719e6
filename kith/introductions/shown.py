"""An introduction as its page shows it: what may be done now, and what was said of it, by whom."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils.formats import date_format

from kith.access import clock
from kith.access.actor import Role
from kith.design.telling import day_words
from kith.people.models import Share

from . import letters, meeting_up, not_yet, queries, states, still_going, still_on, wording
from .going import StillOn
from .models import Introduction, Report
from .stages import stage_of

Kind = Report.Kind
TOLD = {
    Kind.PREPARED: "talked with them",
    Kind.NO_ANSWER: "rang, and nobody answered",
    Kind.AGREED: "said yes to these words",
    Kind.NOT_NOW: "said not now",
    Kind.NOT_THIS_TIME: "not this time",
    Kind.WENT: "went",
    Kind.WENT_AGAIN: "went again",
    Kind.BELONGS: "belongs there now",
    Kind.WELCOMED: "found them welcoming",
    Kind.WROTE: "wrote to them",
    Kind.HOST_YES: "yes, you are welcome",
    Kind.HOST_ASKS: "can we ask something?",
    Kind.HOST_NOT_NOW: "not this time",
    Kind.PLANNED: "chose a day for the first visit",
    Kind.ENDED: "brought it to an end",
    Kind.RESTED: "no word came, so it rests",
    Kind.STILL_ON: "yes, still on",
    Kind.NOT_TODAY: "not on that day",
    Kind.TRY_AGAIN: "would like another day",
    Kind.WITH_SOMEONE: "would like to go with someone",
    Kind.SMALLER: "would like something smaller first",
}
A_DAY = timedelta(days=1)
TO_THEM = {Kind.BELONGS: "belong there now"}


@dataclass(frozen=True)
class Said:
    """One report: its line, the words, and whether they are the individual's own typing, or came from the place.
    `ground`: who was spoken to, what was asked, and with whose yes."""

    line: str
    words: str
    is_theirs: bool
    by: str
    day: str
    is_hosts: bool = False
    ground: tuple[str, ...] = ()


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
    return {
        "introduction": introduction,
        "individual": introduction.individual,
        "is_theirs": to_individual,
        "host": wording.first_name(introduction.host_name) if introduction.host_name else "",
        "ringer": states.ringer(introduction, to_individual=to_individual),
        "state": states.state_words(introduction, to_individual=to_individual),
        "stage": stage_of(introduction, to_individual=to_individual),
        "to_ring": states.to_ring(introduction, to_individual=to_individual),
        "day_after": f"{introduction.first_visit_on + A_DAY:%A}" if introduction.first_visit_on else "",
        "card": card_of(introduction),
        "digest": wording.digest(introduction.words_to_say, introduction.true_answer),
        "choices": choices_of(introduction, to_individual=to_individual),
        "visit_day": day_words(introduction.first_visit_on) if introduction.first_visit_on else "",
        "reports": reports_of(introduction, to_individual=to_individual),
        "letter": letter_of(introduction),
        "host_answer": _host_answer(introduction),
        "their_form": queries.their_form(introduction) if introduction.share_id else None,
        "wrote_on": queries.wrote_on(introduction),
        "meeting": meeting_up.before_the_visit(introduction, to_individual=to_individual),
        "offers": not_yet.offers_of(introduction),
        "later": _later(introduction, to_individual),
        "day_of": of_the_day(introduction, to_individual=to_individual),
        "asked": not_yet.asked_words(introduction),
        "asks_for": "" if to_individual else not_yet.waits_words(introduction),
        "again_on": not_yet.again_on(introduction),
    }


def of_the_day(introduction: Introduction, *, to_individual: bool) -> dict:
    """What is to be known on the day of the visit: that it is off, or that the place is asked."""
    said = still_on.said_of_today(introduction)
    is_today = introduction.first_visit_on == clock.today()
    waits = is_today and introduction.still_on and said is None
    host = wording.first_name(introduction.host_name) if introduction.host_name else "them"
    by_email = introduction.still_on == StillOn.WRITE and introduction.still_on_asked_on is not None
    who = "They were" if by_email else f"{states.ringer(introduction, to_individual=True)} rings {host}."
    return {
        "off": still_on.off_words(introduction),
        "is_known": introduction.told_off_at is not None,
        "ring": introduction.rung_about_at is not None,
        "words": said.words if said and introduction.called_off_on else "",
        "asks": ("They were asked. No answer yet." if by_email else who if to_individual else f"Ring {host}.")
        if waits
        else "",
    }


def _later(introduction: Introduction, to_individual: bool) -> dict:
    """What may be asked some weeks on; and the kind word where somebody tried it and it was not for them."""
    ended = [each for each in introduction.reports.all() if each.kind == Kind.ENDED]
    tried = bool(ended) and ended[-1].how == Report.How.TRIED
    who = "You" if to_individual else introduction.individual.called
    is_chosen = introduction.ask_again_on and not introduction.asked_again_on
    return {
        "may_be_chosen": still_going.may_be_chosen(introduction),
        "month": f"{introduction.ask_again_on:%B}" if is_chosen and not ended else "",
        "ended": f"{who} tried it, and that counts. Not everything is for everybody." if tried else "",
    }


def letter_of(introduction: Introduction) -> Letter | None:
    """What is written to the place, by the same words as those that leave; None where nobody writes."""
    if not queries.is_written(introduction.gets_in_touch):
        return None
    body = queries.letter_that_left(introduction) or letters.as_shown(introduction, queries.LINK_TO_COME)
    return Letter(introduction.activity.email, settings.INTRODUCTION_SENDER, letters.SUBJECT, body)


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
    return [
        ("What may be said", introduction.get_says_display()),
        ("Who gets in touch", "Both together" if together else ringer[:1].upper() + ringer[1:]),
        ("Who goes along", meeting_up.who_goes(introduction, to_individual=to_individual)),
    ]


def reports_of(introduction: Introduction, *, to_individual: bool) -> list[Said]:
    """Every report in the order it happened. Of the days that were chosen, the one that stands."""
    reports = list(introduction.reports.all())
    plans = [report for report in reports if report.kind == Kind.PLANNED]
    kept = [report for report in reports if report not in plans[:-1]]
    return [_said(report, introduction.individual, to_individual) for report in kept]


def card_of(introduction: Introduction) -> Card:
    """The call card: the very words that were agreed, and beside them the day as it stands now."""
    choices = _choices(introduction)
    on = introduction.first_visit_on
    is_to_come = on is not None and on >= clock.today()
    return Card(
        words=introduction.words_to_say,
        question=wording.question_asked(choices),
        answer=introduction.true_answer,
        not_to_say=wording.NOT_TO_SAY,
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


def _said(report: Report, individual, to_individual: bool) -> Said:
    name = "You" if to_individual else individual.called
    by = report.by_user.first_name if report.by_user else "Kith"
    if report.kind in (*queries.HOST_SAID, *queries.ABOUT_THE_DAY) and not report.typed_by_individual:
        return _said_by_the_place(report)
    told = TO_THEM.get(report.kind, TOLD[Kind(report.kind)]) if to_individual else TOLD[Kind(report.kind)]
    about_them = report.kind in (*queries.ANSWERS, *queries.WISHES, Kind.AGREED, Kind.NOT_NOW)
    day = date_format(report.on, "j F Y")
    if report.kind in (Kind.PREPARED, Kind.NO_ANSWER):
        line = f"{_who_talked(report, by, to_individual)}: {told}"
    elif report.typed_by_individual:
        line = f"{name}: {told}"
    elif report.kind == Kind.AGREED and report.introduction.share.how == Share.How.HANDED:
        line = f"{name}: {told}, on {by}’s screen"
    else:
        line = f"{name}: {told}, as told to {by}" if about_them else f"{by}: {told}"
    words = "" if report.kind == Kind.WROTE else report.words  # the letter stands on the page already
    return Said(line, words, report.typed_by_individual, by, day, ground=_ground(report, individual))


def _host_answer(introduction: Introduction) -> Said | None:
    said = queries.host_answer(introduction)
    return _said_by_the_place(said) if said else None


def _said_by_the_place(report: Report) -> Said:
    host = report.introduction.host_name
    by = wording.first_name(host) if host else "They"
    day = date_format(report.on, "j F Y")
    is_hosts = report.by_role == Role.HOST
    return Said(f"{by} answered: {TOLD[Kind(report.kind)]}", report.words, False, by, day, is_hosts=is_hosts)


def _who_talked(report: Report, by: str, to_individual: bool) -> str:
    """Both names where both took part, whoever of them wrote it down."""
    introduction = report.introduction
    name = "You" if to_individual else introduction.individual.called
    worker = introduction.partnership.user.first_name if introduction.partnership else by
    took = report.took_part
    if took == Report.TookPart.BOTH:
        return f"{worker} and {'you' if to_individual else name}"
    if took == Report.TookPart.INDIVIDUAL:
        return name if report.typed_by_individual else f"{name}, as told to {by}"
    return worker if report.typed_by_individual else by


def _ground(report: Report, individual) -> tuple[str, ...]:
    """What a contact with the place rested on."""
    if report.kind != Kind.PREPARED:
        return ()
    share = report.introduction.share
    is_named = report.introduction.says != Introduction.Says.NO_NAME
    on_a_yes = f"With the yes of {individual.called}." if share and is_named else "No name was said."
    with_whom = f"Spoke to {report.spoke_with}." if report.spoke_with else ""
    return tuple(filter(None, [with_whom, f"Asked: {report.asked}" if report.asked else "", on_a_yes]))
