"""The pocket card: what somebody leaves with. It may be left lying on a bench, so it tells of no service."""

from dataclasses import dataclass

from kith.access import clock
from kith.design import phones
from kith.design.help_now import help_now
from kith.local_knowledge.freshness import freshness
from kith.local_knowledge.listings import facts_of
from kith.people import reaching

from . import queries, rules, states, wording
from .human import number_of
from .models import Introduction, Report

OF_THE_PLACE = ("Where", "Cost")


@dataclass(frozen=True)
class PocketCard:
    """The name of the place, facts as (term, words), and numbers for any hour. `to_show`: words for whoever is there,
    on a card of their own, so that the rest stays with them."""

    title: str
    facts: tuple[tuple[str, str], ...]
    any_time: str
    to_show: str = ""

    @property
    def text(self) -> str:
        """The same for a text message, or to copy by hand."""
        lines = [f"{term}: {words}" for term, words in self.facts]
        shown = [f"To show there: {self.to_show}"] if self.to_show else []
        return "\n".join([self.title, *lines, self.any_time, *shown])


def pocket_card(introduction: Introduction, *, next_meeting: str = "") -> PocketCard:
    """The next step first. `next_meeting` in words comes from whoever knows of meetings."""
    activity = introduction.activity
    known = dict(facts_of(activity))
    facts = [
        ("Next", _next_step(introduction)),
        ("When", _when(introduction) or known.get("When", "")),
        ("Look for", wording.first_name(introduction.host_name) if introduction.host_name else ""),
        *((term, known.get(term, "")) for term in OF_THE_PLACE),
        ("Bring", introduction.to_bring),
        ("How fresh this is", freshness(activity)[0]),
        ("We meet next", next_meeting),
        _to_reach_us(introduction),
    ]
    told = tuple((term, words) for term, words in facts if words)
    to_show = introduction.words_to_say if introduction.says == wording.NOTHING else ""
    return PocketCard(activity.name, told, help_now().on_a_card, to_show)


def why_not_sent(individual) -> str:
    """Why the card cannot be sent to them, or “”."""
    channel, to = reaching.reached_at(individual)
    return rules.cannot_send_card(individual, channel if to else "") or ""


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
    return on is not None and on >= clock.today()


def _to_reach_us(introduction: Introduction) -> tuple[str, str]:
    """A first name and a number. What the team says of itself stands here only where it names no service."""
    worker = introduction.partnership.user if introduction.partnership else None
    number = number_of(worker, introduction.individual.team)
    return (f"To reach {worker.first_name}" if worker else "To reach us", number)
