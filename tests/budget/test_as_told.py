"""Who has no account still says no: somebody writes it down as they were told, and it is signed on paper."""

import pytest
from django.db import IntegrityError, transaction

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.budget import actions, queries
from kith.budget.models import Answer
from tests.page_words import words_of

from .conftest import LESS, terms
from .test_pages import place
from .test_put_right import WEEK, proposed

NO = "I have the letter here, and it says £210."


@pytest.fixture
def without_an_account(cast):
    cast.individual.user = None
    cast.individual.save(update_fields=["user"])


@pytest.fixture
def waiting(cast, decided):
    return actions.propose(individual=cast.individual, terms=terms(**LESS), by=cast.as_worker)


def test_their_no_is_written_down_said_to_be_told_and_signed_on_paper(workers, cast, waiting, without_an_account):
    about = {"proposal": waiting.public_id}
    letter = place("proposal_page", cast, **about)
    assert place("told_of_waiting", cast, **about) in workers.get(letter).content.decode()
    empty = workers.post(place("told_of_waiting", cast, **about), {"words": " "})
    assert empty.status_code == 422
    kept = workers.post(place("told_of_waiting", cast, **about), {"words": "I still need the centre."})
    assert kept["Location"] == letter
    for page in (letter, place("waiting_paper", cast, **about)):
        told = words_of(workers.get(page))
        assert "I still need the centre." in told
        assert "Tomos, as Anwen was told on" in told
    assert "Signed, and the day:" in told


def test_it_stands_beside_the_decision_and_can_be_told_of_that_too(
    workers, cast, waiting, as_manager, without_an_account
):
    for _ in range(2):
        actions.answer_as_told(decision=waiting, kind="objection", words="No.", by=cast.as_worker)
    decision = actions.confirm(proposal=waiting, by=as_manager)
    workers.post(place("told_of", cast, decision=decision.public_id), {"words": "Still no."})
    assert [(each.words, each.as_told) for each in queries.answers_to(decision)] == [("No.", True), ("Still no.", True)]


def test_that_it_is_not_so_holds_a_correction_back(workers, cast, wrong, as_manager, without_an_account):
    proposal = proposed(cast, wrong)
    about = {"proposal": proposal.public_id}
    sheet = words_of(workers.get(place("waiting_paper", cast, **about)))
    assert "Is this as in your letter?" in sheet and "I do not agree" not in sheet
    workers.post(place("told_of_waiting", cast, **about), {"words": NO})
    page = words_of(workers.get(place("proposal_page", cast, **about)))
    assert "Tomos says that it is not so." in page and NO in page
    with clock.at(clock.now() + 4 * WEEK), pytest.raises(Refused, match="Tomos says that it is not so"):
        actions.confirm(proposal=proposal, by=as_manager)


@pytest.mark.parametrize("kind", ["so", "instead"])
def test_nothing_but_a_no_is_told_for_them(cast, wrong, without_an_account, kind):
    about = proposed(cast, wrong)
    with pytest.raises(Refused):
        actions.answer_as_told(decision=about, kind=kind, words="Yes.", by=cast.as_worker)
    said = {"kind": kind, "words": "Yes.", "said_on": clock.today(), "recorded_by": cast.worker, "proposal": about}
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.create(as_told=True, **said)


def test_who_has_an_account_says_it_themselves(workers, cast, waiting):
    about = {"proposal": waiting.public_id}
    assert "/told/" not in words_of(workers.get(place("proposal_page", cast, **about)))
    sent = workers.post(place("told_of_waiting", cast, **about), {"words": "He says no."})
    assert sent.status_code == 422
    assert "Tomos can say this here." in words_of(sent) and "He says no." in words_of(sent)
    assert not Answer.objects.exists()


def test_only_their_own_people_write_it_down(client, cast, waiting, without_an_account):
    client.force_login(cast.stranger)
    assert client.get(place("told_of_waiting", cast, proposal=waiting.public_id)).status_code == 404
    with pytest.raises(NotPermitted):
        actions.answer_as_told(decision=waiting, kind="objection", words="No.", by=cast.as_stranger)


def test_what_was_told_is_never_changed(cast, waiting, without_an_account):
    kept = actions.answer_as_told(decision=waiting, kind="objection", words="No.", by=cast.as_worker)
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        Answer.objects.filter(pk=kept.pk).update(words="Yes.")
