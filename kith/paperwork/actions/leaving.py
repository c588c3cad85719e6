"""A form leaves Kith: as a PDF, as words to paste, or as a file for another system."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.paperwork import rules
from kith.paperwork.editions import is_current, latest_edition
from kith.paperwork.models import Filling, Showing, Taken
from kith.people.writer import account_of


@action
def take(*, filling: Filling, shape: str, by: Actor) -> Taken:
    """Writes down that the newest edition leaves, in which shape; refused for what the individual has not seen."""
    permit(by, Permission.WRITE_FORMS, filling.individual)
    hold(filling)
    edition = latest_edition(filling)
    showing = Showing.objects.filter(edition=edition).first() if edition else None
    current = edition is not None and is_current(edition)
    refuse_if(
        rules.cannot_go_on(filling) or rules.cannot_take(edition, showing, filling.individual, is_current=current)
    )
    taken = Taken.objects.create(
        showing=showing, shape=Taken.Shape(shape), taken_by_id=account_of(by), taken_at=clock.now()
    )
    trail.record(f"form taken as {taken.shape}", by=by, about=edition, individual=filling.individual)
    return taken
