"""The individual hears of a letter as soon as it is written down here: they read it, ask, and say no, before a second
person has looked at the copy."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.budget import actions, queries
from kith.budget.compared import compared
from kith.budget.models import Answer
from kith.outbox.models import Letter
from tests.page_words import words_of

from .conftest import LESS, terms
from .test_pages import place


@pytest.fixture
def waiting(cast, decided):
    return actions.propose(individual=cast.individual, terms=terms(**LESS), by=cast.as_worker)


@pytest.mark.shows("S24")
def test_they_read_it_at_once_in_words_that_do_not_calm_falsely(own, cast, waiting):
    plan = words_of(own.get("/"))
    assert "There is something about your Personal Budget. You can answer it now." in plan
    assert place("proposal_page", cast, proposal=waiting.public_id) in plan
    assert "£" not in plan
    page = words_of(own.get(place("proposal_page", cast, proposal=waiting.public_id)))
    assert page.count(place("objection_to_waiting", cast, proposal=waiting.public_id)) == 1
    assert page.index(">Say that you do not agree<") < page.index("Beside each other")
    for words in (
        "What you pay",
        "A letter about less",
        "You can ask why, and you can say no, today.",
        "It may count already",
        "Calderford Council decides, and says that it starts on 9 March 2026. Kith cannot stop or delay it.",
        "You do not have to wait for that.",
        "Which of my needs changed?",
        "Somebody who speaks for you",
        "£90",
    ):
        assert words in page
    assert "changes nothing" not in page
    assert "<button" not in page.partition("<main")[2].partition("</main>")[0]  # nothing to confirm or to take back


def test_the_page_of_the_budget_says_that_a_letter_has_come(own, client, cast, waiting):
    address = place("proposal_page", cast, proposal=waiting.public_id)
    for name in ("budget_page", "paper"):
        page = words_of(own.get(place(name, cast)))
        assert "Calderford Council wrote on 2 March 2026. It is not in what stands above yet." in page
        assert address in page
        assert "£90" not in page


@pytest.mark.shows("S24")
def test_they_say_no_while_it_waits_and_their_words_stand_beside_the_decision(own, client, cast, waiting, as_manager):
    about = {"proposal": waiting.public_id}
    empty = words_of(own.get(place("waiting_paper", cast, **about)))
    assert "lines-to-write" in empty
    answer = own.post(place("objection_to_waiting", cast, **about), {"words": "I still need the centre."})
    assert answer["Location"] == place("proposal_page", cast, **about)
    told = Letter.objects.get(kind="to worker: about an objection")
    assert "Tomos" not in told.body + told.subject
    for name in ("proposal_page", "waiting_paper"):
        assert "I still need the centre." in words_of(own.get(place(name, cast, **about)))
    decision = actions.confirm(proposal=waiting, by=as_manager)
    for name in ("decision_page", "objection_paper"):
        assert "I still need the centre." in words_of(own.get(place(name, cast, decision=decision.public_id)))
    assert [each.words for each in queries.answers_to(decision)] == ["I still need the centre."]


def test_what_was_taken_back_says_so_and_is_no_longer_news(own, cast, waiting):
    actions.take_back(proposal=waiting, by=cast.as_worker)
    about = {"proposal": waiting.public_id}
    page = words_of(own.get(place("proposal_page", cast, **about)))
    assert "Anwen took this back on 11 September 2026. It is no part of the copy here." in page
    assert "It may count already" not in page
    assert "You can answer it now" not in words_of(own.get("/"))
    sent = own.post(place("objection_to_waiting", cast, **about), {"words": "I do not agree."})
    assert sent.status_code == 422
    assert "This was taken back. There is nothing to answer." in words_of(sent)
    assert "I do not agree." in words_of(sent)


def test_nobody_else_answers_it(workers, cast, waiting):
    address = place("objection_to_waiting", cast, proposal=waiting.public_id)
    assert workers.post(address, {"words": "x"}).status_code == 404
    with pytest.raises(NotPermitted):
        actions.answer(decision=waiting, kind="objection", words="x", by=cast.as_worker)


def test_an_answer_is_about_one_thing(cast, waiting):
    said = {"kind": "objection", "words": "No.", "said_on": clock.today(), "recorded_by": cast.user}
    for about in ({}, {"proposal": waiting, "decision": waiting.previous}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Answer.objects.create(**said, **about)


def test_the_second_person_sees_what_was_and_what_the_letter_says_side_by_side(managers, cast, decided):
    less = terms(**LESS | {"pays_for": "A personal assistant", "review_on": date(2026, 12, 1)})
    proposal = actions.propose(individual=cast.individual, terms=less, by=cast.as_worker)
    assert compared(decided, proposal, "Tomos") == [
        ("Altogether", "£120 a week", "£90 a week"),
        ("What Tomos pays", "£20 a week", "£20 a week"),
        ("What Calderford Council pays", "£100 a week", "£70 a week"),
        ("What it pays for", "A personal assistant; The day centre", "A personal assistant"),
        ("The next review they named", "none", "1 December 2026"),
    ]
    page = words_of(managers.get(place("proposal_page", cast, proposal=proposal.public_id)))
    assert '<td data-column="Before">£120 a week</td><td data-column="In this letter">£90 a week</td>' in page
    assert "keep it</button>" in page
