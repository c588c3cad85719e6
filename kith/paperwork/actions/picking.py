"""The individual picks lines of theirs for a form. Each is chosen by itself, and recorded by itself."""

from collections.abc import Collection

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import Refused, refuse_if
from kith.paperwork import queries, rules
from kith.paperwork.filled import filled
from kith.paperwork.models import Filling, Picked
from kith.paperwork.picking import MayBePicked, may_be_picked
from kith.people.writer import account_of, is_the_individual


@action
def pick(*, filling: Filling, link_id: str, line: str, by: Actor, as_told: bool = False) -> Picked:
    """This line of theirs goes into this question, in the words it has now. Pressed twice, it is there once."""
    permit(by, Permission.WRITE_FORMS, filling.individual)
    hold(filling)
    refuse_if(rules.cannot_go_on(filling) or rules.cannot_pick(filled(filling), link_id, by, as_told=as_told))
    found = may_be_picked(filling.individual).get(line)
    if found is None:
        raise Refused("This line is no longer there.")
    return _put_in(filling, link_id, found, by)


@action
def choose(  # noqa: PLR0913 - of one question: what goes in, what comes out, and whose word it is
    *, filling: Filling, link_id: str, put_in: Collection[str], take_out: Collection[str], by: Actor, as_told: bool
) -> list[Picked]:
    """What was ticked goes in and what was unticked comes out, with one press. Gives what is in the form now. A line
    whose words were changed meanwhile stays out: nobody ticked the new ones."""
    permit(by, Permission.WRITE_FORMS, filling.individual)
    hold(filling)
    refuse_if(rules.cannot_go_on(filling))
    for picked in filling.picked.filter(link_id=link_id, public_id__in=take_out, taken_out_at__isnull=True):
        _take_out(picked, by)
    if put_in:
        refuse_if(rules.cannot_pick(filled(filling), link_id, by, as_told=as_told))
        may_be = may_be_picked(filling.individual).values()
        for found in (each for each in may_be if each.name in put_in):
            _put_in(filling, link_id, found, by)
    return queries.picked_for(filling, link_id)


@action
def take_out(*, picked: Picked, by: Actor) -> None:
    """It is not in the form any more. Anybody who fills it in may leave words out."""
    permit(by, Permission.WRITE_FORMS, picked.filling.individual)
    refuse_if(rules.cannot_go_on(picked.filling))
    hold(picked)
    _take_out(picked, by)


def _put_in(filling: Filling, link_id: str, found: MayBePicked, by: Actor) -> Picked:
    told = {"came_from": found.came_from, "words": found.words, "picked_by_id": account_of(by)}
    told |= {"picked_at": clock.now(), "as_told": not is_the_individual(by, filling.individual)}
    named = {"filling": filling, "link_id": link_id, "line": found.name, "taken_out_at": None}
    picked, is_new = Picked.objects.get_or_create(**named, defaults=told)
    if is_new:
        trail.record("line picked for a form", by=by, about=picked, individual=filling.individual)
    return picked


def _take_out(picked: Picked, by: Actor) -> None:
    if picked.taken_out_at is None:
        picked.taken_out_at = clock.now()
        picked.save(update_fields=["taken_out_at"])
        trail.record("line taken out of a form", by=by, about=picked, individual=picked.filling.individual)
