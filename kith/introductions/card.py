"""The pocket card: what somebody leaves with. It may be left lying on a bench, so it tells of no service."""

from dataclasses import dataclass

from kith.access import clock
from kith.design import phones
from kith.design.help_now import help_now
from kith.local_knowledge.freshness import freshness
from kith.local_knowledge.listings import facts_of
from kith.people import reaching

from . import meeting_up, queries, rules, states, wording
from .human import number_of
from .models import Introduction, Report

OF_THE_PLACE = ("Where", "Cost")


@dataclass(frozen=True)
class PocketCard:
    """The name of the place, facts as (term, words), and numbers for any hour. `to_show`: words for whoever is there,
    on a card of their own, so that the rest stays with them. `calm`: what is fine to do."""

    title: str
    facts: tuple[tuple[str, str], ...]
    any_time: str
    to_show: str = ""
    calm: str = ""

    @property
    def text(self) -> str:
        """The same for a text message, or to copy by hand."""
        lines = [f"{term}: {words}" for term, words in self.facts]
        shown = f"To show there: {self.to_show}" if self.to_show else ""
        return "\n".join(filter(None, [self.title, *lines, self.calm, self.any_time, shown]))


def pocket_card(introduction: Introduction, *, next_meeting: str = "") -> PocketCard:
    """The next step first. `next_meeting` in words comes from whoever knows of meetings."""
    activity = introduction.activity
    known, is_to_come = dict(facts_of(activity)), _is_to_come(introduction)
    facts = [
        ("Next", _next_step(introduction)),
        ("When", _when(introduction) or known.get("When", "")),
        ("Meet", introduction.meet_at if is_to_come else ""),
        ("Look for", meeting_up.to_look_for(introduction)),
        ("Or ask for", introduction.ask_else),
        ("Comes along", meeting_up.companion_of(introduction) if is_to_come else ""),
        *((term, known.get(term, "")) for term in OF_THE_PLACE),
        ("Bring", introduction.to_bring),
        ("How fresh this is", freshness(activity)[0]),
        ("We meet next", next_meeting),
        _to_reach_us(introduction),
    ]
    to_show = introduction.words_to_say if introduction.says == wording.NOTHING else ""
    return _card(activity.name, facts, meeting_up.GO_HOME if is_to_come else "", help_now().on_a_card, to_show)


def their_card(introduction: Introduction) -> PocketCard:
    """For whoever goes along, or looks out for them: only what was agreed, and no name where none may be said."""
    facts = [
        ("Who", wording.first_name(introduction.individual.called) if _may_be_named(introduction) else ""),
        ("When", _when(introduction)),
        ("Meet", introduction.meet_at),
        ("Look for", meeting_up.to_look_for(introduction) if meeting_up.companion_of(introduction) else ""),
        ("Or ask for", introduction.ask_else if meeting_up.companion_of(introduction) else ""),
        ("If somebody asks", introduction.true_answer if meeting_up.companion_of(introduction) else ""),
        *([] if _speaks_alone(introduction) else [_to_reach_us(introduction)]),
    ]
    return _card(introduction.activity.name, facts, meeting_up.MISSED_EACH_OTHER)


def _speaks_alone(introduction: Introduction) -> bool:
    """Whether the place knows of nobody but them: then its card names no worker."""
    by_themselves = introduction.gets_in_touch == Introduction.GetsInTouch.INDIVIDUAL
    return by_themselves and introduction.goes_along == Introduction.GoesAlong.HOST


def whose_card(introduction: Introduction) -> str:
    """Who the second card is for; “” where nobody goes along or looks out for them, or no day is to come."""
    if not (_is_to_come(introduction) and queries.is_open_to_host(introduction)):
        return ""
    is_met = introduction.goes_along == Introduction.GoesAlong.HOST
    host = wording.first_name(introduction.host_name) if introduction.host_name else "whoever says hello"
    return host if is_met else meeting_up.companion_of(introduction).replace("A friend", "the friend")


def why_not_sent(individual) -> str:
    """Why the card cannot be sent to them, or “”."""
    channel, to = reaching.reached_at(individual)
    return rules.cannot_send_card(individual, channel if to else "") or ""


def _card(title: str, facts: list[tuple[str, str]], calm: str, any_time: str = "", to_show: str = "") -> PocketCard:
    return PocketCard(title, tuple((term, words) for term, words in facts if words), any_time, to_show, calm)


def _may_be_named(introduction: Introduction) -> bool:
    """To the place only where that was agreed; whoever goes along knows them."""
    return wording.is_named(introduction.says) or introduction.goes_along != Introduction.GoesAlong.HOST


def _next_step(introduction: Introduction) -> str:
    if _is_to_come(introduction):
        return "Go along for the first time"
    if queries.has(introduction, *states.WENT):
        return "Go again, if you like"
    if queries.has(introduction, Report.Kind.PREPARED) or queries.host_answer(introduction):
        return "Choose a day to go along"
    if introduction.says == wording.NOTHING:
        return "Choose a day to go along"
    step = states.to_ring(introduction, to_individual=True)
    is_own = introduction.gets_in_touch == Introduction.GetsInTouch.INDIVIDUAL
    number = phones.as_people_write(introduction.activity.phone) if is_own else ""
    return f"{step}: {number}" if number else step


def _when(introduction: Introduction) -> str:
    on = introduction.first_visit_on
    return wording.when_words(on, introduction.first_visit_time) if _is_to_come(introduction) else ""


def _is_to_come(introduction: Introduction) -> bool:
    on = introduction.first_visit_on
    return on is not None and on >= clock.today() and not queries.is_over(introduction)


def _to_reach_us(introduction: Introduction) -> tuple[str, str]:
    """A first name and a number. What the team says of itself stands here only where it names no service."""
    worker = introduction.partnership.user if introduction.partnership else None
    number = number_of(worker, introduction.individual.team)
    return (f"To reach {worker.first_name}" if worker else "To reach us", number)
