"""One quiet reminder, to the individual alone, when it is as long ago as they chose; and how often that is."""

from collections import Counter
from collections.abc import Callable

from django.utils import timezone

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.access.sweeping import go_through, never_stops
from kith.people import actions as people
from kith.people.models import Individual
from kith.people.polite import FROM, UNTIL
from kith.people.writer import is_the_individual

from .. import queries, rules
from ..models import MeasureWishes, Nudge, Response

NUDGE = "to individual: how are things"
WORDS = "It is a while since you looked at how things are going. If you like, look again. No answer is fine too."
NOTHING, SENT, NO_WAY = "nothing", "sent", "no way"


@action
def choose_months(*, individual: Individual, months: int, by: Actor) -> MeasureWishes:
    """After how many months they want to be reminded. It goes on again where it was stopped."""
    permit(by, Permission.WRITE_REMINDERS, individual)
    refuse_if(rules.cannot_choose_months(months))
    return _wish(individual, by, f"measure reminder every {months} months", months=months, stopped_at=None)


@action
def stop_reminding(*, individual: Individual, by: Actor) -> MeasureWishes:
    """No more."""
    permit(by, Permission.WRITE_REMINDERS, individual)
    return _wish(individual, by, "measure reminders stopped", stopped_at=clock.now())


def nudge_all(*, by: Actor, goes_on: Callable[[], bool] = never_stops) -> Counter[str]:
    """Everybody who is due, by day, each by itself; done again, nobody is written to twice."""
    if not FROM <= timezone.localtime(clock.now()).time() < UNTIL:
        return Counter()
    return go_through(queries.due_for_a_nudge(clock.today()), lambda last: nudge(last=last, by=by), goes_on)


@action
def nudge(*, last: Response, by: Actor) -> str:
    """One letter after one answer, in the way they like to be reached. Without a way it is kept that there was none."""
    permit(by, Permission.REMIND, last.individual)
    hold(last.individual)
    if not queries.due_for_a_nudge(clock.today()).filter(pk=last.pk).exists():
        return NOTHING
    letter = people.write_to(
        last.individual,
        kind=NUDGE,
        cause=f"individual {last.individual.public_id}",
        words=WORDS,
        once=f"how are things {last.public_id}",
        takes_replies=True,
    )
    kept = Nudge.objects.create(
        after=last, individual=last.individual, letter=letter.public_id if letter else "", at=clock.now()
    )
    trail.record("reminded to look how things are", by=by, about=kept, individual=last.individual)
    return SENT if letter else NO_WAY


def _wish(individual: Individual, by: Actor, what: str, **chosen) -> MeasureWishes:
    hold(individual)
    wishes = queries.wishes_of(individual)
    for name, value in chosen.items():
        setattr(wishes, name, value)
    wishes.chosen_by_id, wishes.chosen_at = by.user_id, clock.now()
    wishes.chosen_by_individual = is_the_individual(by, individual)
    wishes.save()
    trail.record(what, by=by, individual=individual)
    return wishes
