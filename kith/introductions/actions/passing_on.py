"""What a place wrote, passed on to the individual by the worker who has read it: one press, word for word."""

from kith.access import trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.introductions import held, rules
from kith.introductions.models import Introduction, Report

from .holding import hold
from .reporting import add_report


@action
def pass_on_beside(*, introduction: Introduction, mark: str, by: Actor) -> Report:
    """The words beside an answer, marked as they were read: had the place written others since, they stay."""
    hold(introduction)
    permit(by, Permission.WRITE_INTRODUCTIONS, introduction.individual)
    words = held.words_marked(introduction, mark)
    refuse_if(rules.cannot_pass_on(words))
    return pass_on_words(introduction=introduction, words=words, by=by)


@action
def pass_on_words(*, introduction: Introduction, words: str, by: Actor) -> Report:
    """Words of the place that the caller has found, beside an answer or in an email. Pressed twice, once."""
    hold(introduction)
    permit(by, Permission.WRITE_INTRODUCTIONS, introduction.individual)
    already = introduction.reports.filter(kind=Report.Kind.PASSED_ON, words=words.strip()).first()
    if already:
        return already
    said = add_report(introduction, Report.Kind.PASSED_ON, words=words, by=by)
    trail.record("words of a place passed on", by=by, about=introduction, individual=introduction.individual)
    return said
