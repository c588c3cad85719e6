"""What was answered is the individual's: they see it first, keep it to themself if they like, and may take it back.
Whoever typed it in from paper may take it back until then."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.writer import account_of, is_the_individual

from .. import rules
from ..models import Response


@action
def seen(*, response: Response, by: Actor) -> Response:
    """The individual has looked at it, by themself or together with whoever presses. From now on others read it."""
    _may_change(response, by)
    refuse_if(rules.cannot_be_seen(response))
    if response.seen_at is None:
        _mark(response, "seen_at", "measure seen by the individual", by)
    return response


@action
def keep_to_oneself(*, response: Response, by: Actor) -> Response:
    """Nobody but the individual reads it from now on."""
    _may_change(response, by)
    refuse_if(rules.cannot_keep(response, is_own=is_the_individual(by, response.individual)))
    if response.seen_at is None:
        response.seen_at = clock.now()
    if response.kept_at is None:
        _mark(response, "kept_at", "measure kept to themself", by)
    return response


@action
def let_others_see(*, response: Response, by: Actor) -> Response:
    """Whoever may read how they are reads it too, again."""
    _may_change(response, by)
    refuse_if(rules.cannot_keep(response, is_own=is_the_individual(by, response.individual)))
    if response.kept_at or response.seen_at is None:
        response.kept_at, response.seen_at = None, response.seen_at or clock.now()
        response.save(update_fields=["kept_at", "seen_at"])
        trail.record("measure let be seen", by=by, about=response, individual=response.individual)
    return response


@action
def withdraw(*, response: Response, by: Actor) -> Response:
    """Taken back: the row stays, and nobody reads it or counts it any more. What it put right stands again."""
    _may_change(response, by)
    typed_it = response.recorded_by_id == account_of(by)
    refuse_if(rules.cannot_withdraw(response, is_own=is_the_individual(by, response.individual), typed_it=typed_it))
    if response.withdrawn_at is None:
        response.withdrawn_by_id = account_of(by)
        _mark(response, "withdrawn_at", "measure taken back", by)
        Response.objects.filter(pk=response.instead_of_id).update(replaced_at=None)
    return response


def _may_change(response: Response, by: Actor) -> None:
    permit(by, Permission.WRITE_MEASURES, response.individual)
    hold(response)


def _mark(response: Response, name: str, what: str, by: Actor) -> None:
    setattr(response, name, clock.now())
    response.save(update_fields=["seen_at", "kept_at", "withdrawn_at", "withdrawn_by"])
    trail.record(what, by=by, about=response, individual=response.individual)
