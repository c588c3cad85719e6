"""How a pack adds up, and what its source calls the numbers. What the questions cannot give turns the file away."""

from decimal import Decimal

from kith.questionnaires.located import Located, refuse_at
from kith.questionnaires.structure import Form

from .pack_parts import between, has_only, names, number, words
from .packs import ITEM, SUM, WAYS, Band, Rule, bounds


def rules(told: list[Located], form: Form) -> tuple[Rule, ...]:
    """Every number of the pack; a pack may have none."""
    found = tuple(_rule(each, form) for each in told)
    if len({rule.name for rule in found}) < len(found):
        refuse_at(told[0], "two numbers of the pack have the same “name”.")
    return found


def _rule(told: Located, form: Form) -> Rule:
    has_only(told, "name", "title", "how", "items", "values", "reversed", "range")
    how, items = words(told, "how", 10), names(told, "items")
    turned = names(told, "reversed") if "reversed" in told else ()
    if how not in WAYS or not items or (how == ITEM and len(items) > 1) or set(turned) - set(items):
        refuse_at(told, "the pack does not say how this number is worked out, and from which questions.")
    values = _values(told)
    least, most = _range(told, how, items, values, form)
    name, title = words(told, "name", 60), words(told, "title", 200)
    return Rule(name, title, how, items, values, frozenset(turned), least, most)


def _values(told: Located) -> dict[str, Decimal]:
    given = told.get("values", Located())
    if not isinstance(given, Located):
        refuse_at(told, "“values” has to say what each choice counts.")
    return {code: number(value, told) for code, value in given.items()}


def _range(
    told: Located, how: str, items: tuple[str, ...], values: dict[str, Decimal], form: Form
) -> tuple[Decimal, Decimal]:
    """The smallest and the largest number there can be. The file says them too, so that a mistyped rule is found."""
    ends = [_ends(told, link_id, values, form) for link_id in items]
    by = 1 if how == SUM else len(items)
    found = sum((least for least, _ in ends), Decimal(0)) / by, sum((most for _, most in ends), Decimal(0)) / by
    if found != between(told, "range"):
        low, high = (f"{end.normalize():f}" for end in found)
        refuse_at(told, f"these questions give {low} to {high}, and “range” says something else.")
    return found


def _ends(told: Located, link_id: str, values: dict[str, Decimal], form: Form) -> tuple[Decimal, Decimal]:
    question = form.question(link_id)
    ends = bounds(question, values) if question and question.is_asked_of_people else None
    if ends is None:
        refuse_at(told, f"question “{link_id[:40]}” gives no number. Its choices need “values”, a number needs bounds.")
    return ends


def bands(told: list[Located], known: tuple[Rule, ...]) -> tuple[Band, ...]:
    """What the source calls the numbers."""
    return tuple(_band(each, {rule.name: rule for rule in known}) for each in told)


def _band(told: Located, known: dict[str, Rule]) -> Band:
    has_only(told, "score", "range", "words")
    rule, (least, most) = known.get(words(told, "score", 60)), between(told, "range")
    if rule is None or not rule.least <= least <= most <= rule.most:
        refuse_at(told, "this name for some numbers fits no number of the pack.")
    return Band(rule.name, least, most, words(told, "words", 200))
