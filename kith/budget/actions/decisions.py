"""Keeping what whoever decides wrote: by one person where nothing becomes less, by two where it does."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import Refused, refuse_if
from kith.people.models import Individual
from kith.people.writer import account_of

from .. import queries, rules
from ..models import Decision, Proposal, Withdrawal
from ..terms import Terms, as_before

COPIED = [
    field.attname for field in Proposal._meta.concrete_fields if field.name not in ("id", "public_id", "proposed_at")
]


@action
def record(*, individual: Individual, terms: Terms, by: Actor, after: str | None = None) -> Decision:
    """A decision that gives as much as before, or more, or the same for something else. `after` names the decision
    that the page showed, where a page did: what came meanwhile is looked at first."""
    permit(by, Permission.WRITE_BUDGET, individual)
    hold(individual)
    before = queries.latest(individual)
    refuse_if(_moved_on(before, after) or rules.cannot_record(terms, before, queries.holds_now(individual)))
    kept = {"recorded_by_id": account_of(by), "recorded_at": clock.now(), **terms.kept(), **as_before(before)}
    decision = Decision.objects.create(individual=individual, **kept)
    trail.record("decision on a Personal Budget written down", by=by, about=decision, individual=individual)
    return decision


@action
def propose(*, individual: Individual, terms: Terms, by: Actor, after: str | None = None) -> Proposal:
    """A lower amount, written down by one person. It holds nothing until another confirms it."""
    permit(by, Permission.WRITE_BUDGET, individual)
    hold(individual)
    before, notice = queries.latest(individual), queries.notice_days()
    refuse_if(_moved_on(before, after) or rules.cannot_propose(terms, before, notice))
    if queries.waiting(individual):
        raise Refused(rules.WAITS_ALREADY)
    proposal = Proposal.objects.create(
        individual=individual,
        proposed_by_id=account_of(by),
        proposed_at=clock.now(),
        notice_days=notice if terms.decided_here else None,
        **terms.kept(),
        **as_before(before),
    )
    trail.record("lower Personal Budget proposed", by=by, about=proposal, individual=individual)
    return proposal


@action
def confirm(*, proposal: Proposal, by: Actor) -> Decision:
    """A second person has read the letter too: now it is kept as a decision."""
    permit(by, Permission.WRITE_BUDGET, proposal.individual)
    hold(proposal.individual)
    refuse_if(rules.cannot_confirm(Proposal.objects.get(pk=proposal.pk), by, queries.notice_days()))
    decision = Decision.objects.create(
        proposal=proposal,
        recorded_by_id=account_of(by),
        recorded_at=clock.now(),
        **{name: getattr(proposal, name) for name in COPIED},
    )
    trail.record("lower Personal Budget confirmed", by=by, about=decision, individual=proposal.individual)
    return decision


@action
def take_back(*, proposal: Proposal, by: Actor) -> Withdrawal:
    """It was not right, or not the time: nothing changes."""
    permit(by, Permission.WRITE_BUDGET, proposal.individual)
    hold(proposal.individual)
    refuse_if(rules.cannot_take_back(Proposal.objects.get(pk=proposal.pk)))
    taken = Withdrawal.objects.create(proposal=proposal, taken_back_by_id=account_of(by), taken_back_at=clock.now())
    trail.record("lower Personal Budget taken back", by=by, about=proposal, individual=proposal.individual)
    return taken


def _moved_on(before: Decision | None, after: str | None) -> str | None:
    """An old page knows an old decision, or none; `None` where no page was shown."""
    shown = before.public_id if before else ""
    return rules.MOVED_ON if after is not None and after != shown else None
