"""What a place writes beside its answer: whoever asked reads it first, and passes on what is worth passing on.

The answer itself, and plain facts of time and place, reach the individual at once. All else may hurt, and a worker
hears it in their stead; passed on, it stands there as it was written. Once somebody has been there nobody asks the
place any more, and it has no box to write in.
"""

from kith.access.actor import Role

from . import plain_facts, wording
from .host_words import plain_answer
from .models import Introduction, Report


def is_held(report: Report) -> bool:
    """Whether a place wrote it, and the individual does not read it. Asks nothing when the reports are at hand."""
    if report.by_role != Role.HOST or not report.words:
        return False
    introduction = report.introduction
    of_the_day = report.kind in (Report.Kind.STILL_ON, Report.Kind.NOT_TODAY)
    is_bare = plain_answer(report.words, worker="", host=introduction.host_name, of_the_day=of_the_day)
    return not (is_bare or plain_facts.are_plain(report.words) or is_passed_on(introduction, report.words))


def is_passed_on(introduction: Introduction, words: str) -> bool:
    """Whether a worker passed these very words on."""
    passed = (each.words for each in introduction.reports.all() if each.kind == Report.Kind.PASSED_ON)
    return words.strip() in passed


def mark_of(report: Report | None) -> str:
    """A short mark of exactly these words where they are held: what is passed on is what was read. “” where not."""
    return wording.digest(report.kind, report.words) if report is not None and is_held(report) else ""


def words_marked(introduction: Introduction, mark: str) -> str:
    """The held words that this mark was made of; “” where it is none of theirs."""
    return next((each.words for each in introduction.reports.all() if mark and mark_of(each) == mark), "")


def is_written_by_place(introduction: Introduction, words: str) -> bool:
    """Whether the place wrote these words beside an answer, so that they stand there once they are passed on."""
    return any(each.by_role == Role.HOST and each.words == words for each in introduction.reports.all())
