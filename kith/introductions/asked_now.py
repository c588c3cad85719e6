"""Which first visit the individual is asked about on their own page: one at a time."""

from collections.abc import Iterable
from datetime import date

from . import queries
from .models import Introduction


def question_among(found: Iterable[Introduction], today: date) -> Introduction | None:
    """The visit to ask about, of introductions with their reports at hand: its day has passed, there was a yes, and
    nobody has said how it went. The latest one."""
    asked = [each for each in found if each.share_id and each.first_visit_on and each.first_visit_on < today]
    untold = [each for each in asked if not _was_told(each) and not queries.is_over(each)]
    return max(untold, key=lambda each: (each.first_visit_on, each.pk), default=None)


def _was_told(introduction: Introduction) -> bool:
    on = introduction.first_visit_on
    return any(each.kind in queries.ANSWERS and each.on >= on for each in introduction.reports.all())
