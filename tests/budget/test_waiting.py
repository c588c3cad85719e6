"""What waits for its day or for a second person: where it stands, and who reads it."""

from datetime import date

import pytest

from kith.budget import actions
from kith.budget.models import Proposal
from tests.page_words import words_of

from .conftest import LESS, terms
from .test_pages import TYPED, place


@pytest.mark.parametrize("name", ["budget_page", "paper"])
def test_what_starts_later_stands_apart_and_says_that_it_is_less(own, cast, decided, as_manager, name):
    later = terms(**LESS | {"starts_on": date(2027, 3, 1)})
    kept = actions.confirm(
        proposal=actions.propose(individual=cast.individual, terms=later, by=cast.as_worker), by=as_manager
    )
    page = words_of(own.get(place(name, cast)))
    now, _, then = page.partition("that this starts on 1 March 2027. Until then nothing changes.")
    assert "£120" in now
    assert "In use, from 9 March 2026." in now
    assert "£90" not in now
    assert "less than before" not in now
    assert "£90" in then
    assert "This is less than before." in then
    assert place("decision_page", cast, decision=kept.public_id) in then


def test_once_less_holds_it_says_so_under_the_amounts(own, cast, lower):
    page = words_of(own.get(place("budget_page", cast)))
    said = "See what you can ask, and how to say no</a>"
    assert page.index("£70") < page.index("This is less than before.") < page.index(said)
    link = place("decision_page", cast, decision=lower.public_id)
    assert page.index(link) < page.index("The next review")


def test_what_has_not_begun_is_told_as_to_come(own, cast):
    actions.record(individual=cast.individual, terms=terms(starts_on=date(2026, 12, 1)), by=cast.as_worker)
    page = words_of(own.get(place("budget_page", cast)))
    assert "It starts on 1 December 2026, and has not begun yet." in page
    assert "In use, from" not in page


def test_paying_more_of_it_counts_as_less_and_can_be_asked_about(workers, client, cast, decided, as_manager):
    more_of_it = TYPED | {"own_part": "110", "after": decided.public_id}
    assert "This is less than before" in words_of(workers.post(place("record", cast), more_of_it))
    proposal = actions.propose(
        individual=cast.individual, terms=terms(own_part=11_000, basis="letter"), by=cast.as_worker
    )
    kept = actions.confirm(proposal=proposal, by=as_manager)
    client.force_login(cast.user)
    page = words_of(client.get(place("decision_page", cast, decision=kept.public_id)))
    assert "Less than before" in page
    assert "Why do I pay more than before, and how was it reckoned?" in page


def test_that_somebody_else_decides_waits_for_a_second_person_and_is_not_called_less(workers, cast, decided_here):
    typed = TYPED | {"after": decided_here.public_id}
    page = words_of(workers.post(place("record", cast), typed))
    assert "Somebody else decides from now on" in page
    assert "This is less than before" not in page
    workers.post(place("record", cast), typed | {"lower": "yes", "basis": "letter"})
    proposal = Proposal.objects.get()
    page = words_of(workers.get(place("proposal_page", cast, proposal=proposal.public_id)))
    assert "That somebody else decides needs two people." in page
    assert "What the letter leaves out" not in page
    assert "wrote down that somebody else decides on" in words_of(workers.get(place("budget_page", cast)))


def test_what_waits_for_a_second_person_stands_where_they_look_first(client, cast, decided, as_manager):
    proposal = actions.propose(individual=cast.individual, terms=terms(**LESS), by=cast.as_worker)
    address = place("proposal_page", cast, proposal=proposal.public_id)
    client.force_login(cast.manager)
    page = words_of(client.get("/"))
    assert address in page
    assert "£" not in page
    for user in (cast.worker, cast.stranger):
        client.force_login(user)
        assert address not in words_of(client.get("/"))
    actions.confirm(proposal=proposal, by=as_manager)
    client.force_login(cast.manager)
    assert address not in words_of(client.get("/"))


def test_what_the_manager_wrote_down_waits_on_the_workers_today(workers, cast, decided, as_manager):
    proposal = actions.propose(individual=cast.individual, terms=terms(**LESS), by=as_manager)
    address = place("proposal_page", cast, proposal=proposal.public_id)
    assert address in words_of(workers.get("/"))
    actions.take_back(proposal=proposal, by=as_manager)
    assert address not in words_of(workers.get("/"))


def test_a_waiting_amount_is_not_shown_to_the_individual_as_if_it_held(own, cast, decided):
    actions.propose(individual=cast.individual, terms=terms(**LESS), by=cast.as_worker)
    page = words_of(own.get(place("budget_page", cast)))
    assert "£90" not in page
    assert "Waiting for a second person" not in page
