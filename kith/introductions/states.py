"""Where an introduction stands, in a few words, for whoever reads it."""

from kith.access import clock
from kith.design.telling import day_words

from . import life, queries, wording
from .models import Introduction, Report
from .wording import first_name

Kind = Report.Kind
WENT = (Kind.WENT, Kind.WENT_AGAIN, Kind.BELONGS)
NO_WORD = "No word came from them, so it rests"
SINCE_THE_VISIT = (Kind.ENDED, Kind.RESTED, Kind.BELONGS, Kind.WENT_AGAIN, Kind.WENT)


def state_words(introduction: Introduction, *, to_individual: bool = False) -> str:
    """A few words such as “First visit Tuesday 1 December”. Asks nothing when reports are at hand."""
    name = "you" if to_individual else introduction.individual.called
    for kind in SINCE_THE_VISIT:
        if queries.has(introduction, kind):
            return _since_the_visit(kind, to_individual, name)
    if introduction.share_id is None or introduction.called_off_on:
        return _while_it_waits(introduction, to_individual, name)
    state = life.state_of(introduction)
    if state in (life.State.VISIT, life.State.MISSED):
        return _the_visit(introduction, name) if state == life.State.VISIT else "Not this time"
    answer = queries.host_answer(introduction)
    if answer is not None and (introduction.first_visit_on is None or answer.kind not in queries.WELCOME):
        return host_said(answer)
    is_told = introduction.says != wording.NOTHING
    if is_told and answer is None and not queries.has(introduction, Kind.PREPARED):
        return _in_touch(introduction, to_individual)
    return _the_visit(introduction, name)


def host_said(answer: Report) -> str:
    """What the place answered by itself, in a few words."""
    return {
        Kind.HOST_YES: "They said: you are welcome",
        Kind.HOST_TURN_UP: "They said: just turn up",
        Kind.HOST_ASKS: "They would like to ask something",
        Kind.HOST_NOT_NOW: "They said: not this time",
    }[Kind(answer.kind)]


def ringer(introduction: Introduction, *, to_individual: bool = False) -> str:
    """Who rings, as a name or “you”."""
    if introduction.gets_in_touch == Introduction.GetsInTouch.INDIVIDUAL:
        return "you" if to_individual else introduction.individual.called
    partnership = introduction.partnership
    return partnership.user.first_name if partnership else "your worker" if to_individual else "the worker"


def to_ring(introduction: Introduction, *, to_individual: bool = False) -> str:
    """Who rings whom, as a heading: “Ring Dawn”."""
    name = introduction.individual.called
    host = first_name(introduction.host_name) if introduction.host_name else "them"
    who = introduction.gets_in_touch
    if introduction.says == wording.NOTHING:
        return "You carry a card" if to_individual else f"{name} carries a card"
    if who == Introduction.GetsInTouch.WORKER_WRITES:
        writes = ringer(introduction, to_individual=True)
        return f"{writes[:1].upper()}{writes[1:]} writes to {host}" if to_individual else f"Write to {host}"
    if who == Introduction.GetsInTouch.TOGETHER:
        return f"Ring {host} together"
    if who == Introduction.GetsInTouch.INDIVIDUAL:
        return f"You ring {host}" if to_individual else f"{name} rings {host}"
    if not to_individual:
        return f"Ring {host}"
    rings = ringer(introduction, to_individual=True)
    return f"{rings[:1].upper()}{rings[1:]} rings {host}"


def after_the_yes(introduction: Introduction, *, to_individual: bool = False) -> str:
    """What is told when the yes was given: “Olwen said yes. Now ring Dawn.”"""
    said = "You said yes." if to_individual else f"{introduction.individual.called} said yes."
    if queries.has(introduction, Kind.PREPARED):
        return said
    then = to_ring(introduction, to_individual=to_individual)
    mine = (("Ring ", "Now ring "), ("You ring ", "Now ring "), ("Write ", "Now write "))
    for start, instead in mine:
        then = instead + then.removeprefix(start) if then.startswith(start) else then
    return f"{said} {then}."


def _in_touch(introduction: Introduction, to_individual: bool) -> str:
    """Rung or written to."""
    wrote_on = queries.wrote_on(introduction)
    if wrote_on is None:
        return to_ring(introduction, to_individual=to_individual)
    return f"Written to them on {day_words(wrote_on)}"


def _since_the_visit(kind: str, to_individual: bool, name: str) -> str:
    if to_individual:
        mine = {
            Kind.ENDED: "This has ended",
            Kind.RESTED: NO_WORD,
            Kind.BELONGS: "You belong here",
            Kind.WENT_AGAIN: "You went again",
            Kind.WENT: "You went",
        }
        return mine[Kind(kind)]
    said = {
        Kind.ENDED: "Ended",
        Kind.RESTED: NO_WORD,
        Kind.BELONGS: f"Belongs, {name} says",
        Kind.WENT_AGAIN: "Went again",
    }
    return said.get(Kind(kind), "Went")


def _while_it_waits(introduction: Introduction, to_individual: bool, name: str) -> str:
    if introduction.called_off_on:
        return f"Not on {day_words(introduction.called_off_on)}"
    newest = queries.latest(introduction)
    if newest is not None and newest.kind == Kind.NOT_NOW:
        return f"{name[:1].upper()}{name[1:]} said not now"
    return "Waiting for your yes" if to_individual else f"Waiting for {name}’s yes"


def _the_visit(introduction: Introduction, name: str) -> str:
    if introduction.first_visit_on is None:
        return "Choose a day for the first visit"
    if introduction.first_visit_on == clock.today():
        return "First visit today"
    if introduction.first_visit_on < clock.today():
        return f"Did {name} go?"
    return f"First visit {day_words(introduction.first_visit_on)}"
