"""After “not this time”: what may be tried instead, and the page for whoever holds the link of the question."""

from dataclasses import dataclass
from datetime import date, timedelta

from kith.access import clock
from kith.design.telling import day_words
from kith.goals.models import Step
from kith.outbox.models import Letter
from kith.people.audience import who_sees
from kith.people.models import Individual
from kith.people.queries import worker_of
from kith.people.wishes import wishes_of

from . import life, queries, still_going, still_on
from .models import Introduction, Report
from .wording import when_words

Kind = Report.Kind
A_WEEK = timedelta(days=7)
OFFERS = (
    (Kind.TRY_AGAIN.value, "Try again"),
    (Kind.WITH_SOMEONE.value, "Go with someone"),
    (Kind.SMALLER.value, "Something smaller"),
    (Kind.ENDED.value, "Not for me"),
)
TO_THEM = {
    Kind.TRY_AGAIN: "You would like another day. {worker} will see it.",
    Kind.WITH_SOMEONE: "You would like to go with someone. {worker} will see it.",
    Kind.SMALLER: "You would like something smaller first. {worker} will see it.",
}
TO_WORKER = {
    Kind.TRY_AGAIN: "would like another day",
    Kind.WITH_SOMEONE: "would like to go with someone",
    Kind.SMALLER: "would like something smaller first",
}
SOMETHING_SMALLER = "One way: have a look at it from outside, and go home again. That counts."
A_SMALLER_STEP = "Have a look at {place} from outside, and go home again"


@dataclass(frozen=True)
class Page:
    """What stands on the page of a link. `name` is “” where no words may go along in a message."""

    when: str
    name: str
    said: str
    asked: str
    idea: str
    seen_by: str
    is_over: bool
    is_to_come: bool
    again_on: str
    called_off: str
    is_known: bool
    may_ask_again: bool
    asks_again_on: str
    asks_later: bool
    worker: str
    offers: list[tuple[str, str]]


def page_of(introduction: Introduction) -> Page:
    """It says no more than it has to."""
    individual, said = introduction.individual, queries.told_of_visit(introduction)
    day = introduction.first_visit_on
    return Page(
        when=when_words(day, "") if day else "",
        name=introduction.activity.name if wishes_of(individual).says_words else "",
        said=said.kind if said else "",
        asked=asked_words(introduction),
        idea=idea_after(introduction),
        seen_by=who_sees("introduction", individual, individual.user),
        is_over=queries.is_over(introduction),
        is_to_come=not has_been(introduction),
        again_on=again_on(introduction),
        offers=offers_of(introduction),
        called_off=still_on.off_words(introduction),
        may_ask_again=still_going.may_be_chosen(introduction),
        asks_again_on=_asks_again_on(introduction),
        asks_later=still_going.is_asked(introduction),
        is_known=introduction.told_off_at is not None,
        worker=_worker(introduction),
    )


def _asks_again_on(introduction: Introduction) -> str:
    """“December”: a month is near enough."""
    is_chosen = introduction.ask_again_on and not introduction.asked_again_on
    return f"{introduction.ask_again_on:%B}" if is_chosen else ""


def has_been(introduction: Introduction) -> bool:
    """Whether the day of the first visit has come."""
    return introduction.first_visit_on is not None and introduction.first_visit_on <= clock.today()


def same_day_again(introduction: Introduction, today: date) -> date | None:
    """The next day of the same weekday that is still to come, once the visit has been, or was called off."""
    day = introduction.called_off_on or introduction.first_visit_on
    if day is None or (day > today and not introduction.called_off_on):
        return None
    return day + A_WEEK * (max(today - day, timedelta(0)) // A_WEEK + 1)


def again_on(introduction: Introduction) -> str:
    """The day that one tap keeps: once another day was asked for, or the one before was called off; else “”."""
    wants = introduction.called_off_on or wished_just_now(introduction, Kind.TRY_AGAIN)
    again = same_day_again(introduction, clock.today()) if wants else None
    return day_words(again) if again else ""


def offers_of(introduction: Introduction) -> list[tuple[str, str]]:
    """What may still be asked for, without what was. A day that was called off was no try of theirs."""
    asked = {each.kind for each in since_the_plan(introduction)}
    first = {Kind.TRY_AGAIN.value: "Another day"} if introduction.called_off_on else {}
    return [(kind, first.get(kind, words)) for kind, words in OFFERS if kind not in asked]


def asked_words(introduction: Introduction) -> str:
    """What they asked for since this visit, as they are told; “” for nothing."""
    wish = _last_wish(introduction)
    return TO_THEM[Kind(wish)].format(worker=_worker(introduction)) if wish else ""


def idea_after(introduction: Introduction) -> str:
    """Something smaller that can be done without asking anybody, for whoever asked for that last; else “”."""
    return SOMETHING_SMALLER if _last_wish(introduction) == Kind.SMALLER else ""


def _last_wish(introduction: Introduction) -> str:
    wishes = [each for each in since_the_plan(introduction) if each.kind in queries.WISHES]
    return wishes[-1].kind if wishes else ""


def _worker(introduction: Introduction) -> str:
    worker = worker_of(introduction.individual)
    return worker.first_name if worker else "Somebody"


def waits_words(introduction: Introduction) -> str:
    """What a worker has not read yet: “Olwen would like another day”; “” for nothing."""
    asked = introduction.asks_for
    return f"{introduction.individual.called} {TO_WORKER[Kind(asked)]}" if asked else ""


def wished_just_now(introduction: Introduction, kind: str) -> Report | None:
    """The same wish since the day that was last planned: pressed twice, it is asked once."""
    return next((each for each in since_the_plan(introduction) if each.kind == kind), None)


def since_the_plan(introduction: Introduction) -> list[Report]:
    """What was told since a day was last chosen."""
    told = life.in_order_told(introduction)
    plans = [number for number, report in enumerate(told) if report.kind == Kind.PLANNED]
    return told[plans[-1] + 1 :] if plans else told


def a_smaller_step(introduction: Introduction) -> str:
    """One small step, in words that anybody may change."""
    return A_SMALLER_STEP.format(place=introduction.activity.name)


def smaller_step(introduction: Introduction) -> Step | None:
    """That step, if it stands among theirs. One look."""
    about = {"individual": introduction.individual, "activity": introduction.activity}
    return Step.objects.filter(**about, words=a_smaller_step(introduction)).order_by("-pk").first()


def visit_of_link(link) -> Introduction | None:
    """The first visit that a link of the individual's asks about, if it asks about one."""
    found = queries.introduction(link.individual, link.about)
    is_about_it = found is not None and (found.first_visit_on or found.called_off_on or still_going.is_asked(found))
    return found if found and found.share_id and is_about_it else None


def visit_of_letter(individual: Individual, letter: Letter) -> Introduction | None:
    """The first visit that this letter asked about."""
    named = letter.cause.removeprefix("introduction ")
    return queries.introduction(individual, named) if named != letter.cause else None
