"""What we ask of reminders. What is due is found in a few looks, however many people there are."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import reduce
from operator import or_

from django.db.models import DateField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from kith.access import clock
from kith.conversations.models import Meeting
from kith.directory.ages import RING_FIRST
from kith.directory.queries import live_activities
from kith.goals.models import Goal, Result, Role, Step
from kith.ideas.models import Idea
from kith.introductions import queries as introductions
from kith.introductions.models import Introduction, Report
from kith.local_knowledge.models import Check, Knowledge
from kith.messaging.models import Message, Reminder, Sweep
from kith.people.models import Individual, Relation, User
from kith.people.queries import live

from .wishes import wished

Kind = Reminder.Kind
Rows = Callable[[date, date], QuerySet]
GOES_ON = Q(goal__isnull=True) | Q(goal__state=Goal.State.IN_PLAY)
LISTED_FOR = timedelta(days=14)


def meetings(wish: str, kind: str) -> Rows:
    """Planned for a day, to whoever wishes it. A season reminds nobody of a day."""

    def rows(first: date, last: date) -> QuerySet[Meeting]:
        planned = _planned(first, last).filter(wished("individual", wish))
        return _not_yet(planned, kind).select_related("individual__user", "partnership__user")

    return rows


def briefs(between: dict[int, tuple[date, date]]) -> QuerySet[Meeting]:
    """Meetings of workers who still work with the individual: from a day to a day, for each number of days before
    at which somebody may like their Brief."""
    liked = reduce(or_, (_liked_before(days, *span) for days, span in between.items()))
    ends = Q(partnership__ends_at__isnull=True) | Q(partnership__ends_at__gt=clock.now())
    first, last = min(first for first, _ in between.values()), max(last for _, last in between.values())
    planned = _planned(first, last).filter(ends, liked)
    return _not_yet(planned, Kind.BRIEF).select_related("individual", "partnership__user")


def _liked_before(days: int, first: date, last: date) -> Q:
    return Q(day__range=(first, last)) & wished("partnership__user", "brief_days", days)


def of_the_morning(rows: QuerySet[Meeting], today: date, soonest: time, early: date | None) -> QuerySet[Meeting]:
    """Of meetings of today and tomorrow: today's that begin no sooner, and those early on that day, if it is given."""
    today_s = Q(day=today) & (Q(at_time__isnull=True) | Q(at_time__gte=soonest))
    early_ones = Q(day=early, at_time__lt=time(10)) if early else Q(pk__in=[])
    return rows.filter(today_s | early_ones)


def targets(wish: str, kind: str) -> Rows:
    """Days that goals going on aim for, to whoever wishes it."""

    def rows(first: date, last: date) -> QuerySet[Goal]:
        return _not_yet(_aimed_for(first, last).filter(wished("individual", wish)), kind)

    return rows


def targets_without_a_word() -> Rows:
    """Days that have been, and nobody has told how it went."""

    def rows(first: date, last: date) -> QuerySet[Goal]:
        return _not_yet(_without_a_word(first, last).filter(wished("individual", "after_target")), Kind.AFTER_TARGET)

    return rows


def entries_of_targets() -> Rows:
    """Last days to put a name down for what they aim for."""

    def rows(first: date, last: date) -> QuerySet[Goal]:
        return _not_yet(_entries_of_targets(first, last).filter(wished("individual", "entries")), Kind.ENTRY)

    return rows


def entries_of_kept() -> Rows:
    """The same for what they kept and do not aim for yet."""

    def rows(first: date, last: date) -> QuerySet[Idea]:
        return _not_yet(_entries_of_kept(first, last).filter(wished("individual", "entries")), Kind.KEPT_ENTRY)

    return rows


def own_promises(today: date) -> Rows:
    """The individual's own steps with a day, that they did not set only just now."""

    def rows(first: date, last: date) -> QuerySet[Step]:
        own = _open_steps(Role.INDIVIDUAL, first, last, today)
        return _not_yet(own.filter(wished("individual", "promises")), Kind.PROMISE)

    return rows


def worker_promises(today: date) -> Rows:
    """What a worker said they would do by a day, and did not say only just now."""

    def rows(first: date, last: date) -> QuerySet[Step]:
        steps = _open_steps(Role.WORKER, first, last, today)
        return _not_yet(steps.filter(Exists(_workers_who_wish("promises"))), Kind.WORKER_PROMISE)

    return rows


def visits() -> Rows:
    """First visits, agreed to, that a worker goes along to."""

    def rows(first: date, last: date) -> QuerySet[Introduction]:
        planned = Introduction.objects.filter(
            goes_along=Introduction.GoesAlong.WORKER,
            share__isnull=False,
            first_visit_on__range=(first, last),
            individual__closed_at__isnull=True,
        )
        ended = Report.objects.filter(introduction=OuterRef("pk"), kind__in=introductions.OVER)
        wished = planned.filter(~Exists(ended), Exists(_workers_who_wish("visits")))
        return _not_yet(wished.annotate(on_day=F("first_visit_on")), Kind.VISIT).select_related("individual")

    return rows


def keepers_of_old_listings(week: date) -> QuerySet[User]:
    """Workers to be told, once in the week of this Monday, of listings nobody has checked for long: each listing
    is for whoever checked it last, else for whoever knows somebody there."""
    reminded = Reminder.objects.filter(kind=Kind.LISTINGS, about=OuterRef("public_id"), on=week)
    works = Relation.objects.filter(live(clock.now()), user=OuterRef("pk"), kind=Relation.Kind.MEMBERSHIP)
    keep = User.objects.filter(pk__in=_old_listings().values("keeper"), is_active=True)
    wished = Q(reminder_wishes__isnull=True) | Q(reminder_wishes__listings=True)
    return keep.filter(wished, Exists(works)).exclude(Exists(reminded))


def old_listings_of(user: User) -> list[str]:
    """The names of the listings this worker keeps that are longest unchecked, three at most."""
    return [each.name for each in _old_listings().filter(keeper=user.pk).order_by("last_checked_on", "pk")[:3]]


def is_reminded(kind: str, about: str, on: date) -> bool:
    """Whether somebody was reminded of this already, or it was let be."""
    return Reminder.objects.filter(kind=kind, about=about, on=on).exists()


def letters_that_stand(letters: list[str]) -> dict[str, Reminder]:
    """Those of these letters, by their public ids, that remind of something still then and still to be reminded of."""
    found: dict[str, Reminder] = {}
    by_rows: dict[Rows | None, list[Reminder]] = {}
    for each in Reminder.objects.filter(letter__in=letters).select_related("to", "individual"):
        by_rows.setdefault(_STANDING.get(Kind(each.kind)), []).append(each)
    for rows, some in by_rows.items():
        days = _days(rows, some) if rows else {(each.about, each.on) for each in some}
        found |= {each.letter: each for each in some if (each.about, each.on) in days}
    return found


def _days(rows: Rows, reminders: list[Reminder]) -> set[tuple[str, date]]:
    """On which days the things that these remind of are now. One look."""
    days = [each.on for each in reminders]
    about = rows(min(days), max(days)).filter(public_id__in={each.about for each in reminders})
    return set(about.values_list("public_id", "on_day"))


def last_looked(name: str) -> datetime | None:
    """When everything due was last looked through; None at the very first time."""
    found = Sweep.objects.filter(name=name).first()
    return found.done_at if found else None


def not_sent_lately(individual: Individual) -> list[Reminder]:
    """Reminders to them that were let be. For staff."""
    mine = individual.reminders.filter(at__gte=clock.now() - LISTED_FOR, to__isnull=True)
    return list(mine.exclude(state=Reminder.State.SENT)[:12])


def _planned(first: date, last: date) -> QuerySet[Meeting]:
    planned = Meeting.objects.filter(state=Meeting.State.PLANNED, day__range=(first, last))
    return planned.filter(individual__closed_at__isnull=True).annotate(on_day=F("day"))


def _aimed_for(first: date, last: date) -> QuerySet[Goal]:
    going = Goal.objects.filter(kind=Goal.Kind.TARGET, state=Goal.State.IN_PLAY, individual__closed_at__isnull=True)
    on_day = Coalesce("due_on", "activity__on_date", output_field=DateField())
    said = Q(due_on__range=(first, last)) | Q(due_on__isnull=True, activity__on_date__range=(first, last))
    return going.filter(said).annotate(on_day=on_day).select_related("individual__user", "activity")


def _entries_of_targets(first: date, last: date) -> QuerySet[Goal]:
    going = Goal.objects.filter(kind=Goal.Kind.TARGET, state=Goal.State.IN_PLAY, individual__closed_at__isnull=True)
    return _by_last_day(going, first, last)


def _entries_of_kept(first: date, last: date) -> QuerySet[Idea]:
    about = {"individual": OuterRef("individual"), "activity": OuterRef("activity")}
    said_since = Idea.objects.filter(**about, pk__gt=OuterRef("pk"))
    aimed_for = Goal.objects.filter(**about, state=Goal.State.IN_PLAY)
    kept = Idea.objects.filter(state=Idea.State.KEPT, individual__closed_at__isnull=True)
    return _by_last_day(kept.exclude(Exists(said_since)).exclude(Exists(aimed_for)), first, last)


def _by_last_day(rows: QuerySet, first: date, last: date) -> QuerySet:
    still_on = rows.filter(activity__apply_by__range=(first, last), activity__in=live_activities())
    return still_on.annotate(on_day=F("activity__apply_by")).select_related("individual__user", "activity")


def _without_a_word(first: date, last: date) -> QuerySet[Goal]:
    told, wrote = _told(OuterRef("pk"), OuterRef("on_day"))
    return _aimed_for(first, last).exclude(Exists(told)).exclude(Exists(wrote))


def _promised(first: date, last: date) -> QuerySet[Step]:
    steps = Step.objects.filter(GOES_ON, done_on__isnull=True, by_when__range=(first, last))
    return steps.annotate(on_day=F("by_when"))


def _agreed_visits(first: date, last: date) -> QuerySet[Introduction]:
    planned = Introduction.objects.filter(share__isnull=False, first_visit_on__range=(first, last))
    return planned.annotate(on_day=F("first_visit_on"))


def _told(goal, day) -> tuple[QuerySet[Result], QuerySet[Message]]:
    """What tells how it went with this goal, from its day on: a result, or their own words about it."""
    results = Result.objects.filter(goal=goal, on__gte=day, taken_back_at__isnull=True)
    return results, Message.objects.filter(goal=goal, said_by=Message.SaidBy.INDIVIDUAL, at__date__gte=day)


def _open_steps(owner: str, first: date, last: date, today: date) -> QuerySet[Step]:
    steps = Step.objects.filter(GOES_ON, owner=owner, done_on__isnull=True, by_when__range=(first, last))
    known = steps.filter(set_on__lt=today, individual__closed_at__isnull=True)
    return known.annotate(on_day=F("by_when")).select_related("individual__user")


def _workers_who_wish(wish: str) -> QuerySet[Relation]:
    theirs = Relation.objects.filter(live(clock.now()), individual=OuterRef("individual"))
    return theirs.filter(wished("user", wish), kind=Relation.Kind.PARTNERSHIP)


def _not_yet(rows: QuerySet, kind: str) -> QuerySet:
    done = Reminder.objects.filter(kind=kind, about=OuterRef("public_id"), on=OuterRef("on_day"))
    return rows.exclude(Exists(done))


def _old_listings() -> QuerySet:
    """Live listings that were not checked for long, each with its `keeper`."""
    before = clock.today() - timedelta(days=RING_FIRST)
    checked = Check.objects.filter(activity=OuterRef("pk"), user__isnull=False).order_by("-on", "-pk")
    knows = Knowledge.objects.filter(
        activity=OuterRef("pk"), kind=Knowledge.Kind.KNOWS_SOMEBODY, noted_by__isnull=False, ended_on=None
    ).order_by("-noted_on", "-pk")
    keeper = Coalesce(Subquery(checked.values("user")[:1]), Subquery(knows.values("noted_by")[:1]))
    return live_activities().filter(last_checked_on__lt=before).annotate(keeper=keeper)


# What each kind reminds of, from a day to a day; a kind that is not here stands whatever happens.
_STANDING: dict[str, Rows] = {
    **dict.fromkeys((Kind.MEETING_WEEK, Kind.MEETING_DAY, Kind.MEETING_MORNING, Kind.BRIEF), _planned),
    **dict.fromkeys((Kind.TARGET_WEEK, Kind.TARGET_DAY), _aimed_for),
    **dict.fromkeys((Kind.PROMISE, Kind.WORKER_PROMISE), _promised),
    Kind.AFTER_TARGET: _without_a_word,
    Kind.ENTRY: _entries_of_targets,
    Kind.KEPT_ENTRY: _entries_of_kept,
    Kind.VISIT: _agreed_visits,
}
