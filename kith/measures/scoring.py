"""Answers become numbers, as the pack says. A question that was skipped is dealt with as the source says, and told."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kith.questionnaires.structure import Value

from .packs import ITEM, MEAN_OF_REST, NO_NUMBER, SUM, Pack, Rule, bounds

CENTS = Decimal("0.01")


@dataclass(frozen=True)
class Scored:
    """One number of somebody's answers. `value` is None where too little was answered; `skipped` are link ids."""

    name: str
    title: str
    value: Decimal | None
    skipped: tuple[str, ...] = ()


def scored(pack: Pack, answers: Mapping[str, Value]) -> tuple[Scored, ...]:
    """Every number of the pack, in its order. `answers`: by link id."""
    return tuple(_one(pack, rule, answers) for rule in pack.rules)


def _one(pack: Pack, rule: Rule, answers: Mapping[str, Value]) -> Scored:
    found = {link_id: _counted(pack, rule, link_id, answers.get(link_id, ())) for link_id in rule.items}
    skipped = tuple(link_id for link_id, number in found.items() if number is None)
    numbers = [number for number in found.values() if number is not None]
    return Scored(rule.name, rule.title, _together(pack, rule, numbers), skipped)


def _together(pack: Pack, rule: Rule, numbers: list[Decimal]) -> Decimal | None:
    is_whole = len(numbers) == len(rule.items)
    if not numbers or (not is_whole and not _may_go_on(pack, rule, len(numbers))):
        return None
    total = sum(numbers, Decimal(0))
    if rule.how == SUM:
        stretched = not is_whole and pack.skipped.how == MEAN_OF_REST
        return _rounded(total / len(numbers) * len(rule.items)) if stretched else total
    by = len(numbers) if pack.skipped.how == MEAN_OF_REST else len(rule.items)
    return _rounded(total / by)


def _may_go_on(pack: Pack, rule: Rule, answered: int) -> bool:
    """Whether there is a number although something was skipped."""
    if rule.how == ITEM or pack.skipped.how == NO_NUMBER:
        return False
    return pack.skipped.how != MEAN_OF_REST or answered >= pack.skipped.at_least


def _counted(pack: Pack, rule: Rule, link_id: str, value: Value) -> Decimal | None:
    """What one answer counts; None where it was skipped."""
    question = pack.form.question(link_id)
    if not value or question is None:
        return None
    number = Decimal(value[0]) if question.kind == "integer" else rule.values[value[0]]
    ends = bounds(question, rule.values)
    return ends[0] + ends[1] - number if ends and link_id in rule.reversed else number


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(CENTS, ROUND_HALF_UP)
