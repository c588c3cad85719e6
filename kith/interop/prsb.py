"""The plan as people read it: “About me” under the headings of PRSB's About Me 1.2, and the plan under Kith's own.

The standard's headings are kept word for word, and one with nothing under it is left out. The Personalised Care and
Support Plan 2.0 asks for goals, needs and actions; its own headings are not used, as Kith keeps no needs.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from kith.about_me.models import Kind, Line
from kith.goals.models import Goal, Role, Step
from kith.introductions.life import BEEN_THERE, OVER, State, state_of
from kith.introductions.models import Introduction
from kith.introductions.wording import first_name

from .fhir import bundle_of
from .queries.measured import Measured
from .queries.whole import Agreed, Whole, is_taken_back, place_name, without_forms

STATES = {
    State.IDEA: "Waits for my yes",
    State.NOT_NOW: "Not now",
    State.AGREED: "I said yes",
    State.PREPARED: "They have been spoken to",
    State.ASKED: "They have been written to",
    State.QUESTION: "They asked something",
    State.WELCOMED: "They said that I am welcome",
    State.TURNED_DOWN: "They said: not this time",
    State.VISIT: "A first visit is planned",
    State.MISSED: "The first visit is still to come",
    State.WENT: "I went",
    State.WENT_AGAIN: "I went again",
    State.BELONGS: "I belong there",
    State.ENDED: "This has ended",
    State.RESTED: "No word came, so it rests",
}


GOES_WITH = "It goes with the file for another system."


@dataclass(frozen=True)
class Said:
    """One thing, and what more there is to know of it: when, who, how far."""

    words: str
    more: str = ""


@dataclass(frozen=True)
class Section:
    """A heading, and what stands under it."""

    heading: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Part:
    """Sections that belong together, and whose headings they are."""

    heading: str
    follows: str
    sections: tuple[Section, ...]


def parts_of(whole: Whole) -> tuple[Part, ...]:
    """All of it. A part with nothing in it stays, so that nobody thinks it was lost."""
    return (
        Part("About me", "The headings are those of PRSB’s About Me, version 1.2.", filled(_about(whole))),
        Part("My plan", "The headings are Kith’s own.", filled(_plan(whole))),
    )


def mark_of(parts: Iterable[Part], whole: Whole) -> str:
    """A short mark of exactly this, and of all that the file for another system holds: what is taken is what was looked
    at. An agreed form never changes, so its name is enough."""
    forms = [edition.public_id for edition in whole.forms]
    in_file = bundle_of(without_forms(whole))["entry"]
    return hashlib.sha256(repr((tuple(parts), forms, in_file)).encode()).hexdigest()[:24]


def filled(sections: Iterable[tuple[str, Iterable[Said]]]) -> tuple[Section, ...]:
    """Those under which something stands."""
    found = (Section(heading, tuple(said)) for heading, said in sections)
    return tuple(section for section in found if section.said)


def _about(whole: Whole) -> Iterator[tuple[str, Iterable[Said]]]:
    """In the order of the standard."""
    yield "What is most important to me", _lines(whole, Kind.DIRECTION, Kind.HOPE)
    yield "People who are important to me", _who_help(whole)
    yield "How I communicate and how to communicate with me", _communicating(whole)
    yield "My wellness", _lines(whole, Kind.HELPS)
    yield "Please do and please don’t", _please_do_not(whole)
    yield "How and when to support me", _lines(whole, Kind.HOW_I_LIKE)
    yield "Also worth knowing about me", _also(whole)
    yield "Supported to write this by", _supported_by(whole)


def _lines(whole: Whole, *kinds: Kind, before: str = "") -> list[Said]:
    """Lines of these kinds; those that are kept out of suggestions are kept out of this too."""
    found = [line for kind in kinds for line in whole.lines.get(kind, ()) if not line.is_hidden_from_matching]
    return [Said(f"{before}{line.words}", _as_told(line)) for line in found]


def _as_told(line: Line | Goal) -> str:
    """Whose words these are, where the individual did not type them."""
    return "" if line.typed_by_individual else f"As {line.recorded_by.first_name} remembers it."


def _who_help(whole: Whole) -> list[Said]:
    """Whoever holds a step, by first name; nothing else of them."""
    names = dict.fromkeys(first_name(step.helper.name) for step in whole.steps if step.helper)
    return [Said(name, "Lends a hand.") for name in names]


def _communicating(whole: Whole) -> list[Said]:
    wishes = whole.wishes
    if wishes is None:
        return []
    size = f"{wishes.get_print_size_display()} print, please." if wishes.print_size else ""
    easy = "Easy words, please." if wishes.easy_words else ""
    return [Said(words) for words in (wishes.easier, wishes.language_note, size, easy) if words.strip()]


def _please_do_not(whole: Whole) -> list[Said]:
    return _lines(whole, Kind.DOES_NOT_HELP, before="This does not help: ")


def _also(whole: Whole) -> list[Said]:
    liked = _lines(whole, Kind.INTEREST, before="I like: ")
    used_to = _lines(whole, Kind.USED_TO, before="I used to like: ")
    good_at = _lines(whole, Kind.GOOD_AT, before="I am good at: ")
    return [*liked, *used_to, *good_at, *_lines(whole, Kind.CURIOUS, before="I wonder about: ")]


def _supported_by(whole: Whole) -> list[Said]:
    found = whole.partnership
    return [Said(found.user.name, found.role_words)] if found else []


def _plan(whole: Whole) -> Iterator[tuple[str, Iterable[Said]]]:
    still, done = [step for step in whole.steps if not step.is_done], [step for step in whole.steps if step.is_done]
    yield "Goals", [Said(goal.words, _of_goal(goal)) for goal in whole.goals]
    yield "How it turned out", _results(whole)
    yield "How close it feels, from 0 to 10", _ratings(whole)
    yield "Questions I answered", map(_measured, whole.measured)
    yield "Small steps, and who takes them", [Said(step.words, _of_step(whole, step)) for step in still]
    yield "Steps that are done", [Said(step.words, _of_step(whole, step)) for step in done]
    yield "Places I am introduced to", map(_of_place, whole.introductions)
    yield "Who may see or be told something", map(_of_yes, whole.agreed)
    yield (
        "Forms I said are right",
        [
            Said(
                edition.filling.sheet.form.title,
                f"As shown on {_day(timezone.localdate(edition.made_at))}. {GOES_WITH}",
            )
            for edition in whole.forms
        ],
    )


def _of_goal(goal: Goal) -> str:
    when = goal.when_words
    return _together(
        f"{when[:1].upper()}{when[1:]}" if when else "",
        f"Aiming for: {goal.aiming_for}" if goal.aiming_for else "",
        f"Day: {_day(goal.event_on)}" if goal.event_on and not goal.is_commitment else "",
        goal.get_state_display() if not goal.is_in_play else "",
        f"Why: {goal.why}" if goal.why else "",
        _as_told(goal),
    )


def _results(whole: Whole) -> Iterator[Said]:
    """The latest first."""
    found = [(result, goal) for goal in whole.goals for result in whole.results_of(goal)]
    for result, goal in sorted(found, key=lambda each: (each[0].on, each[0].pk), reverse=True):
        yield Said(result.value_words, _together(_day(result.on), goal.words, result.words))


def _ratings(whole: Whole) -> Iterator[Said]:
    words = {goal.public_id: goal.words for goal in whole.goals}
    for rating in whole.ratings:
        told = f"As told to {rating.written_by}" if rating.written_by else ""
        yield Said(str(rating.value), _together(_day(rating.on), words[rating.goal], rating.words, told))


def _measured(measured: Measured) -> Said:
    """The answers as they were given, and what the source makes of them."""
    told = f"As told to {measured.written_by}" if measured.written_by else ""
    numbers = [f"{what}: {number}" for what, number in measured.numbers if number]
    answers = [f"{what} {said}" for what, said in measured.answers]
    return Said(
        measured.title,
        "\n".join([_together(_day(measured.on), measured.words, told), *answers, *numbers, measured.skipped]).rstrip(),
    )


def _of_step(whole: Whole, step: Step) -> str:
    until = f"By {_day(step.by_when)}" if step.by_when and not step.is_done else ""
    return _together(_owner(whole, step), until, f"Done {_day(step.done_on)}" if step.done_on else "")


def _owner(whole: Whole, step: Step) -> str:
    if step.helper:
        return first_name(step.helper.name)
    if step.owner == Role.INDIVIDUAL:
        return whole.individual.called
    worker = whole.worker or step.promised_by
    said_so = step.promised_by if step.promised_by and step.promised_by != worker else None
    return " ".join(
        filter(None, [worker.first_name if worker else "A worker", said_so and f"({said_so.name} said so)"])
    )


def _of_place(introduction: Introduction) -> Said:
    state, visit = state_of(introduction), introduction.first_visit_on
    if is_taken_back(introduction) and state not in BEEN_THERE | OVER:
        return Said(place_name(introduction.activity), "The yes was taken back.")
    when = f"First visit: {_day(visit)}" if visit else ""
    return Said(place_name(introduction.activity), _together(STATES[state], when))


def _of_yes(agreed: Agreed) -> Said:
    last = _day(timezone.localdate(agreed.share.revoked_at or agreed.share.ends_at))
    if not agreed.holds:
        return Said(agreed.recipient, f"Ended {last}.")
    lines = [line for line in agreed.in_words.splitlines() if line.strip()]
    return Said(agreed.recipient, "\n".join([*lines, f"Until {last}."]))


def _together(*parts: str) -> str:
    """Sentences one after the other, each with one full stop."""
    found = (part.strip() for part in parts)
    return " ".join(part if part.endswith((".", "!", "?", "”", "…")) else f"{part}." for part in found if part)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
