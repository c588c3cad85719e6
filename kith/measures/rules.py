"""When a measure cannot be used or an answer cannot be kept, and why."""

from collections.abc import Mapping, Sequence
from datetime import date

from kith.goals.models import Goal
from kith.people.models import Individual
from kith.questionnaires.rules import cannot_answer
from kith.questionnaires.structure import Value

from .attainment import LEVELS
from .models import Deferral, Measure, Response, Scale
from .packs import QUESTIONS, Pack

WORDS_LIMIT = 2_000
LEVEL_LIMIT = 300
MOST_WEIGHT = 100
MONTHS = (1, 2, 3, 6, 12)
ONE_IS_ENOUGH = "One short set of questions is enough for one meeting. There is another time."
HOW_IT_WAS_SAID = "Please say whether you did this together, or they wrote it on paper."


def cannot_load(kept: Measure, digest: str) -> str | None:
    """`kept`: the pack of the same name and version. `digest`: of the file that was given."""
    if kept.digest != digest:
        return (
            f"Version {kept.version} of this pack is here already, with other content. Please give it another version."
        )
    return None


def cannot_switch_on(measure: Measure, today: date) -> str | None:
    return _licence_is_over(measure, today)


def cannot_use(measure: Measure, today: date) -> str | None:
    if measure.on_since is None:
        return "This is not in use here."
    return _licence_is_over(measure, today)


def _licence_is_over(measure: Measure, today: date) -> str | None:
    if measure.has_ended(today):
        day = measure.last_day
        return f"The licence of “{measure.title}” ended on {day.day} {day:%B %Y}." if day else None
    return None


def cannot_fit(words: str) -> str | None:
    return "That is a lot for one place. Please make it shorter." if len(words) > WORDS_LIMIT else None


def cannot_tell_of(on: date, today: date) -> str | None:
    return "That day has not come yet." if on > today else None


def cannot_be_of_goal(goal: Goal, measure: Measure | None, today: date) -> str | None:
    """A number or a level of one goal."""
    if measure is None:
        return "This is not in use here."
    if goal.state == Goal.State.LET_GO:
        return "This goal was let go. There is nothing to say of it."
    return cannot_use(measure, today)


def cannot_rate(value: int) -> str | None:
    return None if 0 <= value <= 10 else "Please press one of the numbers from 0 to 10."


def cannot_be_how(how: str, *, is_own: bool) -> str | None:
    if how not in Response.How.values or (how == Response.How.OWN) is not is_own:
        return HOW_IT_WAS_SAID
    return None


def cannot_give(pack: Pack, answers: Mapping[str, Value], words: str = "") -> str | None:
    """Whatever way they came: only answers to what the pack asks are kept, and at least one of them, or words."""
    given = {link_id: value for link_id, value in answers.items() if value}
    if not given and not words.strip():
        return "Nothing is answered yet. You can leave it for another day."
    reasons = (cannot_answer(pack.form, link_id, (), value) for link_id, value in given.items())
    return next(filter(None, reasons), None)


def cannot_ask(measure: Measure, today: date) -> str | None:
    if measure.kind != QUESTIONS:
        return "This is asked of a goal, on its own page."
    return cannot_use(measure, today)


def cannot_ask_another(measure: Measure, asked: Sequence[Response], *, is_own: bool) -> str | None:
    """`asked`: what was answered on this occasion, as far as whoever presses may know of it."""
    if is_own and any(each.measure == measure for each in asked):
        return "You answered this today already. You can take that answer back."
    return ONE_IS_ENOUGH if asked else None


def cannot_set_levels(levels: Sequence[str], weight: int) -> str | None:
    if len(levels) != len(LEVELS) or not all(level.strip() for level in levels):
        return "Please write a few words for each of the five."
    if any(len(level) > LEVEL_LIMIT for level in levels):
        return f"Please use fewer words: {LEVEL_LIMIT} letters at most for each."
    return None if 0 <= weight <= MOST_WEIGHT else f"Please write a whole number from 0 to {MOST_WEIGHT}."


def cannot_reach(scale: Scale | None, level: int, on: date) -> str | None:
    """Levels are set before they are looked at."""
    if scale is None:
        return "Nobody has written what the five levels of this goal are yet."
    if level not in LEVELS:
        return "Please choose one of the five."
    return "These levels were written after that day." if on < scale.set_on else None


def cannot_put_off(why: str, words: str, known: Sequence[str]) -> str | None:
    if why not in known:
        return "Please press one of the buttons."
    return cannot_fit(words)


def cannot_change_put_off(deferral: Deferral, *, is_own: bool, typed_it: bool) -> str | None:
    """What was put off is theirs to change, and whoever wrote it down may put it right."""
    if not (is_own or typed_it):
        return f"Only {deferral.individual.called} can change this."
    return "This was taken back." if deferral.withdrawn_at else None


def cannot_put_right(response: Response, *, typed_it: bool) -> str | None:
    """A slip of whoever typed it in, while both may read it. The individual takes back what they typed themself."""
    if response.typed_by_individual or not typed_it:
        return "Only whoever typed this in can put it right."
    return None if response.is_with_others else "This cannot be put right any more."


def cannot_be_seen(response: Response) -> str | None:
    if response.replaced_at:
        return "This was put right since."
    return "This was taken back." if response.withdrawn_at else None


def cannot_keep(response: Response, *, is_own: bool) -> str | None:
    """Keeping something to oneself, or letting others read it again."""
    if not is_own:
        return f"Only {response.individual.called} can choose that."
    return cannot_be_seen(response)


def cannot_withdraw(response: Response, *, is_own: bool, typed_it: bool) -> str | None:
    """Once they have seen it, it is theirs, whoever typed it in."""
    if is_own or (typed_it and response.seen_at is None):
        return None
    return f"Only {response.individual.called} can take this back."


def cannot_be_theirs(goal: Goal, individual: Individual) -> str | None:
    return None if goal.individual_id == individual.pk else "That goal belongs to somebody else."


def cannot_choose_months(months: int) -> str | None:
    return None if months in MONTHS else "Please choose one of these."
