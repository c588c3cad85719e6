"""Whether what a form works out by itself can be worked out: only from earlier questions, and only from numbers."""

from .located import refuse_at
from .structure import NO_ANSWER, NUMBERS, Form, Question, Standing
from .sums import Answered, Part, Sum, answers_in


def refuse_unless_they_fit(form: Form) -> None:
    """Looks at every sum of the form."""
    earlier: dict[str, Standing] = {}
    for link_id, standing in form.index.items():
        question = standing.question
        for each in answers_in(question.calculated):
            reason = _cannot_count(each, earlier.get(each.link_id), form)
            if reason:
                refuse_at(question, f"what question “{link_id[:40]}” works out {reason}")
        _refuse_parts_of_a_whole(question, form)
        earlier[link_id] = standing


def _cannot_count(asked: Answered, about: Standing | None, form: Form) -> str | None:
    other = f"“{asked.link_id[:40]}”"
    if about is None:
        return f"names {other}, which {'comes no earlier' if asked.link_id in form.index else 'is not in the form'}."
    question = about.question
    if question.kind in NO_ANSWER or (asked.how != "count" and question.kind not in NUMBERS):
        return f"names {other}, which is no number."
    if asked.how == "one" and (about.groups or question.repeats):
        return f"names {other}, which may have several answers: add .sum() or .count()."
    return None


def _refuse_parts_of_a_whole(question: Question, form: Form) -> None:
    if question.kind == "integer" and question.calculated and not _is_whole(question.calculated, form):
        refuse_at(question, f"what question “{question.link_id[:40]}” works out may not be a whole number.")


def _is_whole(part: Part, form: Form) -> bool:
    if isinstance(part, Sum):
        return _is_whole(part.left, form) and (part.right is None or _is_whole(part.right, form))
    if isinstance(part, Answered):
        return part.how == "count" or form.index[part.link_id].question.kind == "integer"
    return part == int(part)
