"""What was answered, in words for a page: questions and answers, numbers, and what became of skipped questions."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from kith.design.charts import LineChart
from kith.goals.models import Goal
from kith.questionnaires.answering import in_words

from .charts import chart_of, chart_of_ratings
from .kept_packs import pack_of
from .models import Measure, Response
from .packs import OWN, QUESTIONS

LEFT_OUT = "Left out"


@dataclass(frozen=True)
class Told:
    """One response. `numbers`: what each is, and the number; "" where too little was answered."""

    response: Response
    lines: tuple[tuple[str, str], ...]
    numbers: tuple[tuple[str, str], ...]
    skipped: str  # what the source says of it, where something was skipped
    no_total: str


@dataclass(frozen=True)
class OverTime:
    """What was said of one goal or with one measure, newest first, and its lines."""

    title: str
    thing: Goal | Measure
    responses: tuple[Response, ...]
    charts: tuple[LineChart, ...]


def told(response: Response) -> Told:
    """All of one response. Words that stand alone come with no questions."""
    pack, given = pack_of(response.measure), response.value_of
    if not given:
        return Told(response, (), (), "", "")
    lines = tuple(
        (question.words, in_words(question, given[question.link_id]) if question.link_id in given else LEFT_OUT)
        for question in pack.questions
    )
    titles = {rule.name: rule.title for rule in pack.rules}
    scores = list(response.scores.all())
    adds_up = [score for score in scores if len(pack.questions) > len(scores)]  # else the answers are the numbers
    numbers = tuple((titles.get(score.name, score.name), score.value_words) for score in adds_up)
    was_skipped = any(score.skipped for score in scores)
    return Told(response, lines, numbers, pack.skipped.words if was_skipped else "", pack.no_total)


def of_goals(responses: Iterable[Response]) -> list[OverTime]:
    """The numbers of each goal, those with the newest first."""
    rated = [each for each in responses if each.measure.kind == OWN]
    order = list(dict.fromkeys(each.goal_id for each in rated))
    by_goal = {key: tuple(each for each in rated if each.goal_id == key) for key in order}
    return [of_goal(theirs[0].goal, theirs) for theirs in by_goal.values()]


def of_goal(goal: Goal, responses: tuple[Response, ...]) -> OverTime:
    """The numbers of one goal, in any version of the pack."""
    chart = chart_of_ratings(goal.name, responses)
    return OverTime(goal.name, goal, responses, (chart,) if chart else ())


def of_measures(responses: Iterable[Response]) -> list[OverTime]:
    """Each short measure by itself, in any version; never two of them together."""
    asked = sorted((each for each in responses if each.measure.kind == QUESTIONS), key=lambda each: each.measure.url)
    groups = [tuple(group) for _, group in groupby(asked, key=lambda each: each.measure.url)]
    return [_of_measure(group) for group in groups]


def _of_measure(responses: tuple[Response, ...]) -> OverTime:
    newest = responses[0].measure
    found = [
        chart_of(rule.title, rule.name, responses, (float(rule.least), float(rule.most)))
        for rule in pack_of(newest).rules
    ]
    return OverTime(newest.title, newest, responses, tuple(filter(None, found)))
