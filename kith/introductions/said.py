"""What was said of an introduction, by whom: one line for each report, as whoever reads it may see it."""

from dataclasses import dataclass

from django.utils.formats import date_format

from kith.access.actor import Role
from kith.people.models import Share

from . import held, queries, wording
from .models import Introduction, Report

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
    Kind.IN_WRITING: "put it in an email, as they asked",
    Kind.HOST_TURN_UP: "just turn up",
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
    Kind.PASSED_ON: "passed on what they wrote",
}
TO_THEM = {Kind.BELONGS: "belong there now"}
OF_A_CALL = (Kind.PREPARED, Kind.NO_ANSWER)
SHOWN_ELSEWHERE = (Kind.WROTE, Kind.IN_WRITING, Kind.PLANNED)  # its letter on the page; its day among the facts


@dataclass(frozen=True)
class Said:
    """One report: its line, the words, and whether they are the individual's own typing, or came from the place.
    `ground`: who was spoken to, what was asked, and with whose yes. `is_kept_back`: the individual's own page leaves
    the words out, and whoever reads them is told so. `mark`: of words that wait until a worker passes them on."""

    line: str
    words: str
    is_theirs: bool
    by: str
    day: str
    is_hosts: bool = False
    ground: tuple[str, ...] = ()
    is_kept_back: bool = False
    mark: str = ""


def reports_of(introduction: Introduction, *, to_individual: bool) -> list[Said]:
    """Every report in the order it happened. Of the days that were chosen, the one that stands."""
    reports = list(introduction.reports.all())
    plans = [report for report in reports if report.kind == Kind.PLANNED]
    kept = [report for report in reports if report not in plans[:-1]]
    return [_said(report, introduction.individual, to_individual) for report in kept]


def _said(report: Report, individual, to_individual: bool) -> Said:
    name = "You" if to_individual else individual.called
    by = report.by_user.first_name if report.by_user else "Kith"
    if report.kind in (*queries.HOST_SAID, *queries.ABOUT_THE_DAY) and not report.typed_by_individual:
        return _said_by_the_place(report, to_individual)
    if report.kind == Kind.PASSED_ON:
        return _passed_on(report, by)
    told = TO_THEM.get(report.kind, TOLD[Kind(report.kind)]) if to_individual else TOLD[Kind(report.kind)]
    about_them = report.kind in (*queries.ANSWERS, *queries.WISHES, Kind.AGREED, Kind.NOT_NOW)
    day = date_format(report.on, "j F Y")
    if report.kind in OF_A_CALL:
        line = f"{_who_talked(report, by, to_individual)}: {told}"
    elif report.typed_by_individual:
        line = f"{name}: {told}"
    elif report.kind == Kind.AGREED and report.introduction.share.how == Share.How.HANDED:
        line = f"{name}: {told}, on {by}’s screen"
    else:
        line = f"{name}: {told}, as told to {by}" if about_them else f"{by}: {told}"
    for_staff = _is_for_staff(report)
    is_left_out = (to_individual and for_staff) or report.kind in SHOWN_ELSEWHERE
    words = "" if is_left_out else report.words
    ground = _ground(report, individual, with_question=not (to_individual and for_staff))
    return Said(line, words, report.typed_by_individual, by, day, ground=ground, is_kept_back=for_staff and bool(words))


def _is_for_staff(report: Report) -> bool:
    """Whether its words may hurt whoever they are about: what somebody else heard on the telephone, and what a place
    wrote beside its answer. A worker passes on what is worth it. Whoever took part has heard it."""
    was_there = report.took_part in (Report.TookPart.INDIVIDUAL, Report.TookPart.BOTH) or report.typed_by_individual
    return held.is_held(report) or (report.kind in OF_A_CALL and not was_there)


def _passed_on(report: Report, by: str) -> Said:
    """Words beside an answer stand there; those of an email here."""
    words = "" if held.is_written_by_place(report.introduction, report.words) else report.words
    return Said(f"{by}: {TOLD[Kind.PASSED_ON]}", words, False, by, date_format(report.on, "j F Y"), is_hosts=True)


def host_answer(introduction: Introduction, to_individual: bool) -> Said | None:
    said = queries.host_answer(introduction)
    return _said_by_the_place(said, to_individual) if said else None


def _said_by_the_place(report: Report, to_individual: bool) -> Said:
    by = wording.first_name(report.introduction.host_name) if report.introduction.host_name else "They"
    day = date_format(report.on, "j F Y")
    is_hosts = report.by_role == Role.HOST
    for_staff = _is_for_staff(report)
    words, mark = "" if to_individual and for_staff else report.words, "" if to_individual else held.mark_of(report)
    line, kept_back = f"{by} answered: {TOLD[Kind(report.kind)]}", for_staff and bool(words)
    return Said(line, words, False, by, day, is_hosts=is_hosts, is_kept_back=kept_back, mark=mark)


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


def _ground(report: Report, individual, *, with_question: bool) -> tuple[str, ...]:
    """What a contact with the place rested on, and with `with_question` what was asked; or the day that was chosen."""
    if report.kind == Kind.PLANNED:
        return (report.words,) if report.words else ()
    if report.kind != Kind.PREPARED:
        return ()
    share = report.introduction.share
    is_named = wording.is_named(report.introduction.says)
    on_a_yes = f"With the yes of {individual.called}." if share and is_named else "No name was said."
    with_whom = f"Spoke to {report.spoke_with}." if report.spoke_with else ""
    asked = f"Asked: {report.asked}" if report.asked and with_question else ""
    return tuple(filter(None, [with_whom, asked, on_a_yes]))
