"""The individual picks lines of theirs for a form, one by one."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import Refused, refuse_if
from kith.paperwork import queries, rules
from kith.paperwork.filled import filled
from kith.paperwork.models import Filling, Picked
from kith.people.writer import account_of, is_the_individual


@action
def pick(*, filling: Filling, link_id: str, line: str, by: Actor, as_told: bool = False) -> Picked:
    """This line of theirs goes into this question, in the words it has now. Pressed twice, it is there once."""
    permit(by, Permission.WRITE_FORMS, filling.individual)
    hold(filling)
    is_told = as_told and not is_the_individual(by, filling.individual)
    refuse_if(rules.cannot_go_on(filling) or rules.cannot_pick(filled(filling), link_id, by, as_told=as_told))
    found = queries.may_be_picked(filling.individual).get(line)
    if found is None:
        raise Refused("This line is no longer there.")
    picked, _ = Picked.objects.get_or_create(
        filling=filling,
        link_id=link_id,
        line=line,
        taken_out_at=None,
        defaults={
            "came_from": found.came_from,
            "words": found.words,
            "picked_by_id": account_of(by),
            "picked_at": clock.now(),
            "as_told": is_told,
        },
    )
    trail.record("line picked for a form", by=by, about=picked, individual=filling.individual)
    return picked


@action
def take_out(*, picked: Picked, by: Actor) -> None:
    """It is not in the form any more. Anybody who fills it in may leave words out."""
    permit(by, Permission.WRITE_FORMS, picked.filling.individual)
    refuse_if(rules.cannot_go_on(picked.filling))
    hold(picked)
    picked.taken_out_at = picked.taken_out_at or clock.now()
    picked.save(update_fields=["taken_out_at"])
    trail.record("line taken out of a form", by=by, about=picked, individual=picked.filling.individual)
