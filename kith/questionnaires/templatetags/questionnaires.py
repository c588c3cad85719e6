"""For templates that show a question."""

from collections.abc import Sequence

from django import template

from ..boxes import Box, box_of
from ..structure import Question

register = template.Library()


@register.simple_tag
def question_box(question: Question, typed: Sequence[str] = ()) -> Box:
    """The box for a question: `{% question_box question typed as box %}`."""
    return box_of(question, typed or ())
