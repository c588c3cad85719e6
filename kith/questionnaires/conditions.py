"""When a question is asked: FHIR's `enableWhen`, and whether it holds."""

from .located import Located, refuse_at
from .structure import CHOICES, NO_ANSWER, NUMBERS, Condition, Form, Question, Standing
from .words_of import in_order, word_of

OPERATORS = ("exists", "=", "!=", ">", "<", ">=", "<=")
ORDERED = (*NUMBERS, "date", "dateTime", "time")
ANSWERED_AS = {
    "boolean": "answerBoolean",
    "decimal": "answerDecimal",
    "integer": "answerInteger",
    "quantity": "answerQuantity",
    "date": "answerDate",
    "dateTime": "answerDateTime",
    "time": "answerTime",
}
_COMPARED = {">": (1,), "<": (-1,), ">=": (0, 1), "<=": (-1, 0), "=": (0,), "!=": (-1, 1)}


def condition(given: Located) -> Condition:
    """One condition of the file, as it stands; whether it fits is asked when the whole form is known."""
    if given["operator"] not in OPERATORS:
        refuse_at(given, f"“{given['operator'][:20]}” is no way to compare answers.")
    name = next(name for name in given if name.startswith("answer"))
    return Condition(given["question"], given["operator"], _raw(given[name], name), answered_as=name, line=given.line)


def _raw(value: object, name: str) -> str:
    kinds = {told: kind for kind, told in ANSWERED_AS.items()}
    word = word_of(value, kinds.get(name, "choice"))
    return word if word is not None else ""


def refuse_unless_they_fit(form: Form) -> None:
    """Every condition asks about an earlier question, in a way that the question can answer."""
    earlier: dict[str, Question] = {}
    for question in form.all_questions():
        for each in question.enable_when:
            reason = _cannot_ask(each, earlier.get(each.link_id), form)
            if reason:
                refuse_at(each, f"{_names(question)} {reason}")
        earlier[question.link_id] = question


def _names(question: Question) -> str:
    return f"question “{question.link_id[:40]}”"


def _cannot_ask(condition: Condition, about: Question | None, form: Form) -> str | None:
    other = f"“{condition.link_id[:40]}”"
    if about is None:
        is_there = condition.link_id in form.index
        return f"waits for {other}, which {'comes no earlier' if is_there else 'is not in the form'}."
    if about.kind in NO_ANSWER:
        return f"waits for {other}, which has no answer."
    if condition.operator == "exists":
        return None if condition.answered_as == "answerBoolean" else f"does not say whether {other} is to be answered."
    if not _fits(condition, about):
        return f"waits for an answer that {other} cannot have."
    is_ordered = condition.operator in ("=", "!=") or about.kind in ORDERED
    return None if is_ordered else f"compares {other}, which has no more and no less."


def _fits(condition: Condition, about: Question) -> bool:
    if about.kind in CHOICES:
        is_own = about.kind == "open-choice" and condition.answered_as == "answerString"
        return condition.answered_as in ("answerCoding", "answerString") and (
            is_own or about.option(condition.value) is not None
        )
    return bool(condition.value) and condition.answered_as == ANSWERED_AS.get(about.kind, "answerString")


def holds(condition: Condition, about: Question, words: list[str]) -> bool:
    """Whether one of these answers is what the condition waits for. Of no answers only `exists: no` holds."""
    if condition.operator == "exists":
        return bool(words) == (condition.value == "yes")
    return any(_is_so(condition, about, word) for word in words)


def _is_so(condition: Condition, about: Question, word: str) -> bool:
    if about.kind in ORDERED:
        return in_order(word, condition.value, about.kind) in _COMPARED[condition.operator]
    return (word.removeprefix("=") == condition.value) == (condition.operator == "=")


def shared(condition: Condition, standing: Standing, form: Form) -> int:
    """How many repeating groups the two questions stand in together: there, only answers of the same repeat count."""
    other = form.index[condition.link_id].groups
    return next(
        (depth for depth, pair in enumerate(zip(standing.groups, other, strict=False)) if pair[0] != pair[1]),
        min(len(standing.groups), len(other)),
    )
