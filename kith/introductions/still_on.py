"""“Still on?”, on the morning of a first visit, or the evening before one that begins too early for that: when a place
is asked, and what becomes of a day that is not to be.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from kith.access import clock
from kith.design.telling import day_words
from kith.design.times import clock_in
from kith.outbox.models import Letter
from kith.outbox.queries import about

from .going import StillOn
from .models import Introduction, Report

Kind = Report.Kind
OF_A_DAY = ("asked_on", "still_on_asked_on", "called_off_on", "told_off_at", "rung_about_at")
ANSWERS = ((Kind.STILL_ON.value, "Yes, still on"), (Kind.NOT_TODAY.value, "Not today"))
NOT_ON = "to individual: not on today"
EARLIEST, USUAL, NO_HOUR = time(8), time(9), time(12)
EVENING, A_DAY = time(17), timedelta(days=1)  # the day before a visit that begins before anybody is asked
AHEAD = timedelta(hours=2)  # before a visit that begins early
ON_THE_WAY = timedelta(minutes=45)  # before it begins somebody may have set out
TO_LEAVE_IN = timedelta(minutes=10)  # a letter that is still here after this is not waited for


def cannot_ask(activity, how: str) -> str | None:
    """Why a place cannot be asked that morning in this way."""
    if how == StillOn.WRITE and not activity.email:
        return "There is no email address for this place. Please choose to ring that morning."
    return None


def cannot_tell(introduction: Introduction, kind: str, *, is_host: bool) -> str | None:
    """Why it cannot be said of the day that is planned, as a sentence."""
    if kind not in (Kind.STILL_ON, Kind.NOT_TODAY):
        return "Please press one of the two answers."
    if introduction.called_off_on:
        return (
            "That was passed on already. If it is on after all, please ring." if is_host else "That is known already."
        )
    on = introduction.first_visit_on
    if on is None or on < clock.today():
        return "There is no day that it could be said of."
    return None if kind == Kind.NOT_TODAY or is_asked_today(introduction) else "This is asked on the day itself."


def begin_anew(introduction: Introduction) -> None:
    """What belonged to the day before has nothing to do with the next one."""
    for name in OF_A_DAY:
        setattr(introduction, name, None)


def begins_at(introduction: Introduction) -> datetime | None:
    """When the visit begins: the hour in its words, else the only hour at which it is listed for that weekday."""
    day = introduction.called_off_on or introduction.first_visit_on
    if day is None:
        return None
    listed = sorted(
        {each.starts for each in introduction.activity.times.all() if each.weekday == day.weekday() and each.starts}
    )
    hour = clock_in(introduction.first_visit_time, listed) or (listed[0] if len(listed) == 1 else None)
    return _at(day, hour) if hour else None


def asked_at(introduction: Introduction) -> datetime | None:
    """At nine; two hours before a visit that begins early, and never before eight: then it is the evening before."""
    day, begins = introduction.first_visit_on, begins_at(introduction)
    if day is None:
        return None
    if is_early(introduction):
        return _at(day - A_DAY, EVENING)
    usual = _at(day, USUAL)
    return usual if begins is None else max(min(usual, begins - AHEAD), _at(day, EARLIEST))


def is_early(introduction: Introduction) -> bool:
    """Whether it begins before anybody could be asked that morning."""
    begins = begins_at(introduction)
    return begins is not None and timezone.localtime(begins).time() < EARLIEST


def is_asked_today(introduction: Introduction) -> bool:
    """Whether this is the day on which its place is asked."""
    on, today = introduction.first_visit_on, clock.today()
    return on == today or (on == today + A_DAY and is_early(introduction))


def _days(today: date) -> tuple[date, ...]:
    """The days that may be asked about by now: today's, and in the evening tomorrow's."""
    is_evening = timezone.localtime(clock.now()).time() >= EVENING
    return (today, today + A_DAY) if is_evening else (today,)


def of_use_until(introduction: Introduction) -> datetime:
    """Until it begins; until noon where no hour is known."""
    day = introduction.called_off_on or introduction.first_visit_on or clock.today()
    return begins_at(introduction) or _at(day, NO_HOUR)


def day_begins(day: date) -> datetime:
    """Its first moment: from then on nobody waits for a worker's hours to hear that it is off."""
    return _at(day, time.min)


def is_due(introduction: Introduction, now: datetime) -> bool:
    """Whether the place is to be asked at this moment."""
    at = asked_at(introduction)
    waits = introduction.still_on_asked_on is None and introduction.called_off_on is None
    return waits and at is not None and at <= now < of_use_until(introduction)


def to_be_asked(today: date) -> QuerySet[Introduction]:
    """Whose place agreed to be written to by now, and was not yet."""
    found = Introduction.objects.filter(still_on=StillOn.WRITE, first_visit_on__in=_days(today), still_on_asked_on=None)
    return _due(found.exclude(activity__email=""))


def were_asked(today: date) -> QuerySet[Introduction]:
    """Whose place was written to today, or yesterday evening."""
    of_these = {"first_visit_on__in": (today, today + A_DAY), "still_on_asked_on__in": (today - A_DAY, today)}
    return _due(Introduction.objects.filter(still_on=StillOn.WRITE, **of_these))


def did_not_leave(introduction: Introduction, now: datetime) -> bool:
    """Whether the question of this morning is still here after ten minutes, or came back."""
    letters = about(introduction.individual.public_id).filter(once=asked_once(introduction))
    letter = letters.first()
    if letter is None or letter.state in (Letter.State.WAITING, Letter.State.LEAVING):
        return letter is None or now >= letter.created_at + TO_LEAVE_IN
    return letter.state not in (Letter.State.SENT, Letter.State.IN_TRAY, Letter.State.UNSURE)


def asked_once(introduction: Introduction) -> str:
    """One question about one day."""
    return f"still on {introduction.public_id} {introduction.first_visit_on}"


def to_ring_about(today: date) -> QuerySet[Introduction]:
    """Days called off of which the individual may not have heard, and no worker was told so yet."""
    found = Introduction.objects.filter(called_off_on__gte=today, told_off_at=None, rung_about_at=None)
    return _around(found.filter(individual__closed_at=None))


def may_not_reach_them(introduction: Introduction, now: datetime) -> bool:
    """Whether it cannot be known that the letter reaches them before they set out: there is none, it is on paper, it
    did not leave, or too late."""
    letter = letter_about(introduction)
    if letter is None or letter.channel == Letter.Channel.PRINT:
        return True
    last_moment = of_use_until(introduction) - ON_THE_WAY
    if letter.state in (Letter.State.WAITING, Letter.State.LEAVING):
        return now >= min(letter.created_at + TO_LEAVE_IN, last_moment)
    left = letter.state in (Letter.State.SENT, Letter.State.IN_TRAY)
    return not left or (letter.sent_at or letter.created_at) >= last_moment


def letter_about(introduction: Introduction) -> Letter | None:
    """The letter that told them it is off."""
    letters = about(introduction.individual.public_id).filter(kind=NOT_ON, once=once(introduction))
    return letters.first()


def once(introduction: Introduction) -> str:
    """One letter about one day."""
    return f"not on {introduction.public_id} {introduction.called_off_on}"


def off_words(introduction: Introduction) -> str:
    """“Not on today”, “Not on Tuesday 1 December”; “” while it is on."""
    day = introduction.called_off_on
    if day is None:
        return ""
    return "It is not on today" if day == clock.today() else f"It is not on {day_words(day)}"


def days_still_off(public_ids: Iterable[str]) -> dict[str, date]:
    """Those of these introductions whose day is off, and the individual not known to know; with the day. One look."""
    found = Introduction.objects.filter(public_id__in=list(public_ids), told_off_at=None)
    return dict(found.exclude(called_off_on=None).values_list("public_id", "called_off_on"))


def said_of_today(introduction: Introduction) -> Report | None:
    """What was told last of this very day; of an early visit, since the evening before."""
    since = clock.today() - A_DAY * is_early(introduction)
    told = [each for each in introduction.reports.all() if each.kind in dict(ANSWERS) and each.on >= since]
    return max(told, key=lambda report: (report.noted_at, report.pk)) if told else None


def _due(found: QuerySet[Introduction]) -> QuerySet[Introduction]:
    """Agreed, not over, of a notebook that is open; with what is looked at around it."""
    agreed = found.filter(share__isnull=False, share__revoked_at=None, individual__closed_at=None)
    going_on = agreed.exclude(says=Introduction.Says.NOTHING).exclude(reports__kind__in=(Kind.ENDED, Kind.RESTED))
    return _around(going_on)


def _around(found: QuerySet[Introduction]) -> QuerySet[Introduction]:
    around = ("individual__user", "activity", "share", "partnership__user")
    return found.select_related(*around).prefetch_related("activity__times").order_by("pk")


def _at(day: date, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))
