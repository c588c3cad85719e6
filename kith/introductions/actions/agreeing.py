"""The individual's yes to exactly these words, or their “not now”."""

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.introductions import queries, rules
from kith.introductions.models import Introduction, Report
from kith.people import actions as people
from kith.people.models import Share

from .holding import hold
from .preparing import prepare, tell_of_the_plan
from .reporting import add_report
from .telling import tell_of_their_yes

DAYS = 30
DAYS_AFTER_VISIT = 7


@action
def agree(*, introduction: Introduction, by: Actor, shown: str, was_handed: bool = False) -> Introduction:
    """A yes to the words. `shown` is their digest as it stood beside them when the yes was given; `was_handed`:
    they pressed it themselves, on the worker's screen. A yes that somebody wrote down is told to them."""
    hold(introduction)
    individual = introduction.individual
    permit(by, Permission.WRITE_INTRODUCTIONS, individual)
    refuse_if(rules.cannot_agree(introduction, shown))
    refuse_if(rules.cannot_go_on(queries.is_over(introduction)))
    introduction.share = people.agree(
        individual=individual,
        recipient=_recipient(introduction),
        purpose="To be introduced",
        words=f"{introduction.words_to_say}\n\n{introduction.true_answer}",
        days=_days(introduction),
        was_handed=was_handed,
        by=by,
    )
    introduction.save(update_fields=["share"])
    add_report(introduction, Report.Kind.AGREED, by=by)
    tell_of_the_plan(introduction, by)
    if introduction.share.how == Share.How.HERE:
        tell_of_their_yes(introduction)
    trail.record("introduction agreed", by=by, about=introduction, individual=individual)
    return introduction


@action
def prepare_with_a_yes(*, shown: str, by: Actor, **chosen) -> Introduction:
    """Both at once, or neither: for a yes given there and then. `chosen` as for `prepare`."""
    introduction = prepare(by=by, **chosen)
    was_sent_before = introduction.share_id is not None
    return introduction if was_sent_before else agree(introduction=introduction, shown=shown, by=by)


@action
def not_now(*, introduction: Introduction, by: Actor) -> Report:
    """Nothing is said to anybody. It can be asked again another day."""
    hold(introduction)
    permit(by, Permission.WRITE_INTRODUCTIONS, introduction.individual)
    refuse_if(rules.cannot_change(introduction))
    said = add_report(introduction, Report.Kind.NOT_NOW, by=by)
    trail.record("introduction: not now", by=by, about=introduction, individual=introduction.individual)
    return said


def _recipient(introduction: Introduction) -> str:
    host = f"{introduction.host_name}, " if introduction.host_name else ""
    return f"{host}{introduction.activity.name}"[:200]


def _days(introduction: Introduction) -> int:
    """Thirty days, or until a week after a first visit that is further away."""
    if introduction.first_visit_on is None:
        return DAYS
    return max(DAYS, (introduction.first_visit_on - clock.today()).days + DAYS_AFTER_VISIT)
