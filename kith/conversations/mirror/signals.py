"""What each signal counts: rows with a day and an individual, and which of them are counted as part."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from kith.about_me.models import FOR_MATCHING, Doing, Line
from kith.goals.models import Attempt, Barrier, Goal, Role, Step
from kith.ideas.models import Idea
from kith.introductions.models import Introduction, Report
from kith.network_map import queries as network_map

from ..models import Decision, GoneThrough, Meeting

WENT_WITH = (
    Introduction.GoesAlong.WORKER,
    Introduction.GoesAlong.ALSO,
    Introduction.GoesAlong.FRIEND,
)
RESTING = (Goal.State.PAUSED, Goal.State.LET_GO)
IN_TOUCH_BEFORE = (
    Report.Kind.PREPARED,
    Report.Kind.WROTE,
    Report.Kind.IN_WRITING,
    Report.Kind.HOST_YES,
    Report.Kind.HOST_TURN_UP,
)


@dataclass(frozen=True)
class Signal:
    """`rows` have `is_part`; `day` and `individual` say where the day and the person stand."""

    rows: Callable[[], QuerySet]
    day: str
    individual: str = "individual"
    for_oneself: bool = True  # whether a worker sees their own of it


def _decided() -> QuerySet:
    theirs = Q(decided_by__in=(Decision.DecidedBy.INDIVIDUAL, Decision.DecidedBy.BOTH))
    said = Decision.objects.exclude(decided_by="").filter(meeting__state=Meeting.State.HELD)
    return said.annotate(is_part=theirs)


def _own_words() -> QuerySet:
    return Goal.objects.annotate(is_part=Q(typed_by_individual=True))


def _interests_first() -> QuerySet:
    """One row a person: their first idea."""
    earlier = Idea.objects.filter(individual=OuterRef("individual"), pk__lt=OuterRef("pk"))
    liked = Line.objects.filter(
        individual=OuterRef("individual"), kind__in=FOR_MATCHING, said_on__lte=OuterRef("said_on")
    )
    return Idea.objects.filter(~Exists(earlier)).annotate(is_part=Exists(liked))


def _first_visits() -> QuerySet:
    """One row an introduction: the first word that they went."""
    same = Report.objects.filter(introduction=OuterRef("introduction"), kind=Report.Kind.WENT, pk__lt=OuterRef("pk"))
    return Report.objects.filter(~Exists(same), kind=Report.Kind.WENT)


def _prepared() -> QuerySet:
    before = Report.objects.filter(
        introduction=OuterRef("introduction"), kind__in=IN_TOUCH_BEFORE, on__lte=OuterRef("on")
    )
    return _first_visits().annotate(is_part=Exists(before))


def _accompanied() -> QuerySet:
    return _first_visits().annotate(is_part=Q(introduction__goes_along__in=WENT_WITH))


def _ordinary() -> QuerySet:
    now = Doing.objects.filter(until_words="", put_away_on__isnull=True)
    return now.annotate(is_part=Q(where=Doing.Where.ORDINARY))


def _helped() -> QuerySet:
    """Whoever holds a step as a helper is no staff: a worker's step is a worker's."""
    return Goal.objects.annotate(is_part=Exists(Step.objects.filter(goal=OuterRef("pk"), owner=Role.HELPER)))


def _steps_of(owner: Role) -> Callable[[], QuerySet]:
    """Open or done. What was handed on is nobody's promise any more, and a goal that rests asks for nothing."""

    def rows() -> QuerySet:
        said = Step.objects.filter(owner=owner, handed_on_from="").exclude(goal__state__in=RESTING)
        return said.annotate(is_part=Q(done_on__isnull=False))

    return rows


def _tried() -> QuerySet:
    since = Attempt.objects.filter(barrier=OuterRef("pk"))
    return Barrier.objects.annotate(is_part=~Q(tried="") | Q(Exists(since)))


def _unpaid() -> QuerySet:
    return network_map.people_added().annotate(is_part=Q(is_paid=False))


def _gone_through() -> QuerySet:
    return GoneThrough.objects.exclude(answer=GoneThrough.Answer.SKIPPED).annotate(
        is_part=Q(answer=GoneThrough.Answer.YES)
    )


SIGNALS = {
    "decided": Signal(_decided, "meeting__day", "meeting__individual"),
    "own_words": Signal(_own_words, "set_on"),
    "interests_first": Signal(_interests_first, "said_on"),
    "prepared": Signal(_prepared, "on", "introduction__individual"),
    "accompanied": Signal(_accompanied, "on", "introduction__individual"),
    "ordinary": Signal(_ordinary, "said_on"),
    "helped": Signal(_helped, "set_on"),
    "kept_by_worker": Signal(_steps_of(Role.WORKER), "set_on"),
    "kept_by_individual": Signal(_steps_of(Role.INDIVIDUAL), "set_on"),
    "tried": Signal(_tried, "noted_on", "goal__individual"),
    "unpaid": Signal(_unpaid, "added_on"),
    "gone_through": Signal(_gone_through, "given_on", for_oneself=False),  # one person's answer would be plain
}


def rows_of(signal: Signal) -> QuerySet:
    """Its rows with `is_part`, `day_of` and `person`, in no order."""
    return signal.rows().annotate(day_of=F(signal.day), person=F(signal.individual)).order_by()
