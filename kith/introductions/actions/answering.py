"""The answer to “did you go?” by one tap, and what is offered after “not this time”: each is done there and then."""

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor, Role
from kith.access.permissions import Permission
from kith.access.permit import may, permit
from kith.access.refusal import refuse_if
from kith.goals import actions as goals
from kith.goals.models import Step
from kith.introductions import not_yet, queries, rules, still_going, still_on
from kith.introductions.models import Introduction, Report
from kith.people import actions as people
from kith.people.writer import is_the_individual

from .holding import hold, hold_notebook
from .preparing import tell_of_the_plan
from .reporting import add_report, keep_report

NOTICE = "to worker: about a first visit"


@action
def answer_about_visit(*, introduction: Introduction, kind: str, by: Actor) -> Report:
    """I went, not this time, or not for me: pressed on the page of a link, or written back. Pressed twice it is told
    once. It opens no other door: whoever holds the link can say nothing else here."""
    if kind in queries.STAYED:
        hold_notebook(introduction.individual)
    hold(introduction)
    permit(by, Permission.SAY_HOW_IT_WENT, introduction.individual)
    asks_later = still_going.is_asked(introduction)
    refuse_if(rules.cannot_answer_question(kind, not_yet.has_been(introduction), asks_later=asks_later))
    before = queries.told_of_visit(introduction)
    if before is not None and before.kind == kind:
        return before
    return keep_report(introduction, kind, by=by)


@action
def wish_for(*, introduction: Introduction, kind: str, by: Actor) -> Report:
    """After “not this time”: another day, going with someone, or something smaller. The worker hears of it."""
    hold(introduction)
    permit(by, _asks(by), introduction.individual)
    refuse_if(rules.cannot_wish(kind))
    refuse_if(rules.cannot_go_on(queries.is_over(introduction)))
    if already := not_yet.wished_just_now(introduction, kind):
        return already
    said = add_report(introduction, kind, by=by)
    introduction.asks_for = kind if _is_their_word(introduction, by) else introduction.asks_for
    introduction.save(update_fields=["asks_for"])
    trail.record(f"introduction: {said.kind}", by=by, about=introduction, individual=introduction.individual)
    _do_now(introduction, kind, by)
    return said


@action
def try_the_same_day(*, introduction: Introduction, by: Actor) -> Introduction:
    """The same weekday and time once more, the next week: the one day that needs no words."""
    hold(introduction)
    permit(by, _asks(by), introduction.individual)
    refuse_if(rules.cannot_go_on(queries.is_over(introduction)))
    day = not_yet.same_day_again(introduction, clock.today())
    refuse_if(None if day else "There is no day yet that could come again.")
    introduction.first_visit_on = day
    still_on.begin_anew(introduction)
    introduction.asks_for = Report.Kind.TRY_AGAIN if _is_their_word(introduction, by) else introduction.asks_for
    introduction.save(update_fields=["first_visit_on", "asks_for", *still_on.OF_A_DAY])
    tell_of_the_plan(introduction, by)
    if _is_their_word(introduction, by):
        _tell_the_worker(introduction)
    trail.record("first visit planned", by=by, about=introduction, individual=introduction.individual)
    return introduction


@action
def write_smaller_step(*, introduction: Introduction, by: Actor) -> Step:
    """Something smaller as one small step, by whoever may set one: for a wish that came by a link, which sets none.
    Asked twice, it is one step."""
    hold(introduction)
    permit(by, Permission.WRITE_INTRODUCTIONS, introduction.individual)
    refuse_if(rules.cannot_go_on(queries.is_over(introduction)))
    already = not_yet.smaller_step(introduction)
    if already is not None and already.done_on is None:
        return already
    about = {"individual": introduction.individual, "activity": introduction.activity}
    step = goals.add_step(words=not_yet.a_smaller_step(introduction), by=by, **about)
    trail.record("something smaller set", by=by, about=introduction, individual=introduction.individual)
    return step


def _asks(by: Actor) -> Permission:
    """Whoever holds a link says how it went; everybody else writes introductions."""
    return Permission.SAY_HOW_IT_WENT if Role.VISITOR in by.roles else Permission.WRITE_INTRODUCTIONS


def _is_their_word(introduction: Introduction, by: Actor) -> bool:
    return Role.VISITOR in by.roles or is_the_individual(by, introduction.individual)


def _do_now(introduction: Introduction, kind: str, by: Actor) -> None:
    """Something smaller is a small step at once, for whoever may set one; what they told themselves, a worker hears."""
    if kind == Report.Kind.SMALLER and may(by, Permission.WRITE_GOALS, introduction.individual):
        write_smaller_step(introduction=introduction, by=by)
    if _is_their_word(introduction, by):
        _tell_the_worker(introduction)


def _tell_the_worker(introduction: Introduction) -> None:
    """One line that names nobody; it stands on their Today as well."""
    people.tell_their_worker(
        introduction.individual,
        kind=NOTICE,
        cause=f"introduction {introduction.public_id}",
        words="Somebody would like something else after a first visit that was not to be.",
        subject="About a first visit",
    )
