"""Whom somebody meets, and what is said where the worker is away on that day: nothing is promised for them."""

from datetime import date, time

from kith.access import clock
from kith.conversations.models import Meeting
from kith.conversations.wording import when_in_words
from kith.people import away as times
from kith.people import queries as people
from kith.people.models import Away, Individual, Relation, User
from kith.people.taken_over import TakenOver, taken_over
from kith.people.there import there_instead
from kith.people.working_days import instant


def whom_they_meet(meeting: Meeting) -> User | None:
    """Whoever planned it, while they work together; afterwards the individual's own worker."""
    planned = meeting.partnership
    is_live = planned.ends_at is None or planned.ends_at > clock.now()
    return planned.user if is_live else people.worker_of(meeting.individual)


def away_on_that_day(meeting: Meeting) -> Away | None:
    """That whoever they meet is away on the day of a meeting that is planned. A season is no day."""
    if not getattr(meeting, "may_be_away", True):
        return None
    worker = whom_they_meet(meeting) if meeting.is_planned and meeting.day else None
    return times.away_now(worker, instant(meeting.day, time(12))) if worker else None


def instead_words(meeting: Meeting) -> str:
    """“Vish is away that day. Priya or Vish will say what happens.”; "" while Vish is there."""
    away = away_on_that_day(meeting)
    if away is None:
        return ""
    cover = there_instead(away.user, meeting.individual, instant(meeting.day, time(12)))
    who = f"{cover.first_name} or {away.user.first_name}" if cover else "The team"
    return f"{away.user.first_name} is away that day. {who} will say what happens."


def sees_words(meeting: Meeting, *, is_own: bool = True) -> str:
    """“You see Vish.”, or “Greg sees Vish.” to others, or what is said while Vish is away; "" without a worker."""
    worker = whom_they_meet(meeting)
    sees = "You see" if is_own else f"{meeting.individual.called} sees"
    return instead_words(meeting) or (f"{sees} {worker.first_name}." if worker else "")


def reminding_words(meeting: Meeting) -> str:
    """“You meet Vish: Monday 30 November, 2pm.”, or what is planned and who is away."""
    instead, worker = instead_words(meeting), whom_they_meet(meeting)
    if instead or worker is None:
        return f"A meeting is planned: {when_in_words(meeting)}. {instead}".strip()
    return f"You meet {worker.first_name}: {when_in_words(meeting)}."


def news_of_worker(individual: Individual, partnership: Relation | None = None) -> TakenOver | None:
    """That somebody new is there, until the two have met."""
    news = taken_over(individual, partnership)
    return None if news and news.partnership.meetings.filter(state=Meeting.State.HELD).exists() else news


def meetings_while_away(worker: User, first_day: date, last_day: date) -> list[Meeting]:
    """What is planned with this worker from one day to another, the soonest first."""
    planned = Meeting.objects.filter(state=Meeting.State.PLANNED, day__range=(first_day, last_day))
    theirs = planned.filter(individual__in=times.to_be_covered(worker)).select_related(
        "individual", "partnership__user"
    )
    found = [meeting for meeting in theirs if whom_they_meet(meeting) == worker]
    return sorted(found, key=lambda meeting: (meeting.day, meeting.at_time or time.max))
