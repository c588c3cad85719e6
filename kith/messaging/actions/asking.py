"""“Ask me how it went”: chosen, asked by itself, left be after two without an answer, and begun again."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.goals.models import Goal
from kith.goals.queries import Question as Words
from kith.messaging import sweeping
from kith.messaging.asking import rules
from kith.messaging.asking.days import Rhythm
from kith.messaging.models import Ask, Question
from kith.messaging.queries import asking as queries
from kith.people import actions as people
from kith.people import links, reaching
from kith.people.models import Individual
from kith.people.writer import is_the_individual

DID_YOU_GO = "to individual: did you go"
LEAVING_BE = "to individual: leaving be"
OF_USE_FOR, LINK_LIVES_FOR = timedelta(days=2), timedelta(days=14)
NOTHING, ASKED, LET_BE, RESTS = "nothing", "asked", "let be", "rests"


@action
def choose_asking(
    *,
    goal: Goal,
    by: Actor,
    weekdays: list[int] | None = None,
    when: str = Ask.When.USUAL,
    at_time: time | None = None,
    channel: str = "",
) -> Ask:
    """Ask me how it went: on these days, then, like this. It begins with the next such day; chosen again it changes."""
    permit(by, Permission.WRITE_REMINDERS, goal.individual)
    hold(goal)
    refuse_if(rules.cannot_ask_about(goal) or rules.cannot_ask_on(weekdays or [], goal))
    refuse_if(rules.cannot_ask_at(when, at_time) or rules.cannot_ask_by(channel, goal.individual))
    ask = queries.ask_of(goal) or Ask(goal=goal)
    ask.weekdays = [] if weekdays == [goal.weekday] else sorted(set(weekdays or []))
    ask.when, ask.at_time, ask.channel = when, at_time if when == Ask.When.TIME else None, channel
    _begin(ask, by)
    trail.record("how to be asked was chosen", by=by, about=ask, individual=goal.individual)
    return ask


@action
def ask_again(*, ask: Ask, by: Actor) -> Ask:
    """They want to be asked again, as they chose before."""
    permit(by, Permission.SAY_HOW_IT_WENT, ask.goal.individual)
    hold(ask)
    if ask.is_on and ask.rests_since is None:
        return ask
    refuse_if(rules.cannot_ask_about(ask.goal) or rules.cannot_ask_on(ask.weekdays, ask.goal))
    _begin(ask, by)
    trail.record("asking began again", by=by, about=ask, individual=ask.goal.individual)
    return ask


@action
def stop_asking_about(*, goal: Goal, by: Actor) -> None:
    """Nothing is asked about this goal any more, until they say so."""
    permit(by, Permission.SAY_HOW_IT_WENT, goal.individual)
    if _stop(Ask.objects.filter(goal=goal)):
        trail.record("asking stopped", by=by, about=goal, individual=goal.individual)


@action
def stop_asking(*, individual: Individual, by: Actor) -> bool:
    """Nothing is asked about any goal any more, until they say so. Gives whether anything was."""
    permit(by, Permission.WRITE_REMINDERS, individual)
    is_stopped = bool(_stop(Ask.objects.filter(goal__individual=individual)))
    if is_stopped:
        trail.record("asking stopped", by=by, individual=individual)
    return is_stopped


def ask_how_it_went(
    *, by: Actor, now: datetime | None = None, goes_on: Callable[[], bool] = sweeping.never_stops
) -> Counter[str]:
    """Asks everything that is due, by day: once, however often it is called. Gives counts: asked, let be, rests.
    Each is an action of its own, so that it may end anywhere and go on from there."""
    with clock.at(now or clock.now()):
        if not sweeping.is_daytime():
            return Counter()
        sweeping.go_through(queries.out_of_step(), lambda ask: follow_goal(ask=ask, by=by), goes_on)
        return sweeping.go_through(queries.due(clock.now()), lambda ask: ask_about(ask=ask, by=by), goes_on)


@action
def follow_goal(*, ask: Ask, by: Actor) -> str:
    """Its goal was moved to another day or time: the next question moves along. Told in the goal's own trail."""
    held = queries.held(ask)
    permit(by, Permission.ASK_HOW_IT_GOES, held.goal.individual)
    _plan(held)
    held.save()
    return NOTHING


@action
def ask_about(*, ask: Ask, by: Actor) -> str:
    """The one question that is due for this goal, if there is one to ask; older days are let be."""
    now = clock.now()
    ask = queries.held(ask)
    permit(by, Permission.ASK_HOW_IT_GOES, ask.goal.individual)
    if not queries.is_due(ask, now):
        return NOTHING
    days = queries.days_to_ask_about(ask, now)
    _plan(ask)
    came = _ask_or_let_be(ask, days, by) if days else NOTHING
    ask.save()
    return came


def _ask_or_let_be(ask: Ask, days: list[date], by: Actor) -> str:
    *older, latest = days
    is_old = queries.is_too_long_ago(latest, clock.today())
    _let_be(ask.goal, days if is_old else older)
    if is_old:
        return LET_BE
    asked = queries.last_two(ask)
    if len(asked) == 2 and not any(each.was_told for each in asked):
        return _rest(ask, asked, by)
    return _ask(ask, latest, queries.last_one(ask), by)


def _ask(ask: Ask, day: date, before: Question | None, by: Actor) -> str:
    """Writes the question and its letter, together."""
    goal, question = ask.goal, Question(goal=ask.goal, day=day, asked_at=clock.now())
    if not reaching.reached_at(goal.individual, ask.channel)[1]:
        question.state = Question.State.NO_WAY
        question.save()
        return LET_BE
    about = {"about": question.public_id, "ends_at": clock.now() + LINK_LIVES_FOR}
    instead_of = before.link if before else None
    question.link = people.ask_through(individual=goal.individual, instead_of=instead_of, by=by, **about)
    words = f"Did you go? {Words(goal, day).words}"
    once = f"ask {ask.public_id} {day.isoformat()}"
    letter = _write(ask, question, kind=DID_YOU_GO, words=words, once=once)
    question.letter = letter.public_id if letter else ""
    question.state = Question.State.ASKED if letter else Question.State.NO_WAY
    question.names_the_goal = letter is not None and goal.name in letter.body
    question.save()
    trail.record("asked how it went", by=by, about=question, individual=goal.individual)
    return ASKED if letter else LET_BE


def _rest(ask: Ask, asked: list[Question], by: Actor) -> str:
    """Twice there was no answer: it says once that it leaves them be, and asks no more."""
    latest, first = asked
    ask.rests_since, ask.no_word_since = clock.today(), first.asked_at
    ask.next_day = ask.next_at = None
    about = {"about": latest.public_id, "ends_at": clock.now() + LINK_LIVES_FOR}
    latest.link = people.ask_through(individual=ask.goal.individual, instead_of=latest.link, by=by, **about)
    latest.save(update_fields=["link"])
    words = "No more questions about this for now. You can say hi whenever you like."
    _write(ask, latest, kind=LEAVING_BE, words=words, once=f"ask {ask.public_id} rests {clock.today().isoformat()}")
    trail.record("left be", by=by, about=ask, individual=ask.goal.individual)
    return RESTS


def _write(ask: Ask, question: Question, **letter):
    """A letter about this goal, by the way they chose for it. An answer to it finds the goal."""
    return people.write_to(
        ask.goal.individual,
        cause=f"goal {ask.goal.public_id}",
        read_at=links.address(question.link),
        channel=ask.channel,
        takes_replies=True,
        goes_stale_at=clock.now() + OF_USE_FOR,
        **letter,
    )


def _let_be(goal: Goal, days: list[date]) -> None:
    late = {"goal": goal, "state": Question.State.LATE, "asked_at": clock.now()}
    Question.objects.bulk_create([Question(day=day, **late) for day in days])


def _begin(ask: Ask, by: Actor) -> None:
    is_own = is_the_individual(by, ask.goal.individual)
    ask.is_on, ask.rests_since, ask.no_word_since = True, None, None
    ask.chosen_by_id, ask.chosen_by_individual, ask.chosen_at = by.user_id, is_own, clock.now()
    _plan(ask)
    ask.save()


def _plan(ask: Ask) -> None:
    """Works out the next question, from the goal as it is now."""
    ask.next_day, ask.next_at = Rhythm.of(ask).next_after(clock.now())
    ask.planned_weekday = -1 if ask.goal.weekday is None else ask.goal.weekday
    ask.planned_time = ask.goal.at_time


def _stop(asks) -> int:
    nothing = {"rests_since": None, "no_word_since": None, "next_day": None, "next_at": None}
    return asks.filter(is_on=True).update(is_on=False, **nothing)
