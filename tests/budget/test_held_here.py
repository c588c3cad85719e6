"""Where the organisation itself decides, all that the law asks has to be there, and who decides stays as it was."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from kith.access import clock
from kith.access.refusal import Refused
from kith.budget import actions, queries
from kith.budget.models import Decision, Proposal
from kith.budget.terms import as_before

from .conftest import ALL_OF_IT, LESS, terms
from .test_held import lowered, proposed, row

OURS = {"decided_here": True, "decided_by": "Calder Valley Trust"}


@pytest.mark.shows("Q-36")
@pytest.mark.parametrize("missing", [*ALL_OF_IT, "words"])
def test_where_we_decide_everything_has_to_be_there(cast, decided_here, missing):
    nothing = {"advocate_offered": None, "starts_on": date(2026, 9, 6)}.get(missing)
    nothing = nothing or ("" if isinstance((LESS | ALL_OF_IT)[missing], str) else None)
    whole = LESS | ALL_OF_IT | OURS
    with pytest.raises(Refused):
        proposed(cast, **(whole | {missing: nothing}))
    kept = row(cast, decided_here) | terms(**whole).kept()
    kept |= {missing: nothing, "proposed_by": cast.worker, "proposed_at": clock.now(), "notice_days": 28}
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.create(**{k: v for k, v in kept.items() if not k.startswith("recorded")})


def test_where_we_decide_it_holds_with_everything(cast, decided_here, as_manager):
    decision = lowered(cast, as_manager, **ALL_OF_IT, **OURS)
    assert decision.notice_days == 28


@pytest.mark.shows("Q-36")
def test_less_notice_than_the_organisation_gives_is_refused(cast, decided_here):
    proposal = proposed(cast, **ALL_OF_IT, **OURS)
    told = {name: getattr(proposal, name) for name in actions.decisions.COPIED}
    told |= {"proposal": proposal, "recorded_by": cast.manager, "recorded_at": clock.now(), "notice_days": 1}
    with pytest.raises(IntegrityError, match="as much notice"), transaction.atomic():
        Decision.objects.create(**told)


def test_longer_notice_that_was_set_meanwhile_is_said_and_it_is_taken_back(cast, decided_here, as_manager):
    proposal = proposed(cast, **ALL_OF_IT, **OURS)
    house = {"name": "Calder Valley Trust", "advocate": "Calder Voices", "advocate_reached": "01632 960123"}
    actions.set_house(**house, notice_days=42, by=as_manager)
    with pytest.raises(Refused, match="Notice here is 42 days now. Please take this back"):
        actions.confirm(proposal=proposal, by=as_manager)
    assert queries.latest(cast.individual) == decided_here
    actions.take_back(proposal=proposal, by=as_manager)
    assert queries.waiting(cast.individual) is None


def test_who_decides_is_not_changed_to_need_less(cast, decided_here):
    with pytest.raises(Refused, match="Who decides cannot change"):
        proposed(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        told = row(cast, decided_here, proposed_by=cast.worker, proposed_at=clock.now())
        Proposal.objects.create(**{k: v for k, v in told.items() if not k.startswith("recorded")})


def test_somebody_else_decides_from_now_on_by_two_people_alone(cast, decided_here, as_manager):
    """Or one person could make it a decision of others first, of which less is asked when it becomes less."""
    with pytest.raises(Refused, match="takes two people"):
        actions.record(individual=cast.individual, terms=terms(), by=cast.as_worker)
    kept = terms().kept() | as_before(decided_here) | {"individual": cast.individual, "recorded_at": clock.now()}
    for who in ({}, {"proposed_by": cast.worker}):
        with pytest.raises(IntegrityError, match="by two people"), transaction.atomic():
            Decision.objects.create(**kept | {"recorded_by": cast.worker} | who)
    handed = actions.propose(individual=cast.individual, terms=terms(basis="letter"), by=cast.as_worker)
    with pytest.raises(Refused, match="That somebody else decides needs two people"):
        actions.confirm(proposal=handed, by=cast.as_worker)
    decision = actions.confirm(proposal=handed, by=as_manager)
    assert (decision.is_lower, decision.decided_here) == (False, False)
