"""A copy that was written down wrongly is put right, and that is no way to make a Personal Budget less."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.budget import actions, queries
from kith.budget.models import Decision, Proposal
from kith.budget.slips import amounts_in, put_right
from kith.outbox.models import Letter
from tests.page_words import words_of

from .conftest import SAYS, terms
from .test_pages import LOWER, place

IN_THE_LETTER = {"total": 12_000, "own_part": 2_000, "their_part": 10_000, "period": "week"}
NOTICED = {"noticed_by": "Anwen", "what_was_wrong": "210 for 120."}
TYPED = {"total": "120", "own_part": "20", "their_part": "100", "period": "week"} | NOTICED
WEEK = timedelta(days=7)


def proposed(cast, wrong, **otherwise) -> Proposal:
    corrected = put_right(wrong, **(IN_THE_LETTER | NOTICED | otherwise))
    return actions.propose(individual=cast.individual, terms=corrected, by=cast.as_worker)


def says(cast, proposal, kind):
    return actions.answer(decision=proposal, kind=kind, words="", by=cast.as_individual)


@pytest.mark.shows("S24")
def test_it_is_put_right_by_two_people_and_the_individuals_yes_and_both_copies_stay(own, cast, wrong, as_manager):
    proposal = proposed(cast, wrong)
    page = words_of(own.get(place("proposal_page", cast, proposal=proposal.public_id)))
    for words in (
        "Was it written down wrongly?",
        "Anwen noticed: 210 for 120.",
        "No new letter has come, and nobody has decided anything.",
        "You have until 18 September 2026 to say.",
        "£210 a week",
    ):
        assert words in page
    assert "less" not in page.partition("<main")[2].partition("</main>")[0].casefold()
    own.post(place("say_whether", cast, proposal=proposal.public_id), {"so": "yes"})
    kept = actions.confirm(proposal=proposal, by=as_manager)
    assert (kept.total, kept.words, kept.previous, kept.is_slip) == (12_000, SAYS, wrong, True)
    page = words_of(own.get(place("decision_page", cast, decision=kept.public_id)))
    assert "The copy was put right" in page
    assert "You can ask for this" not in page
    assert place("decision_page", cast, decision=wrong.public_id) in page
    assert "The copy before this one was wrong." in words_of(own.get(place("budget_page", cast)))


def test_a_no_may_say_how_the_letter_has_it_and_is_answered_by_a_copy_as_it_has_it(client, cast, wrong):
    proposal = proposed(cast, wrong)
    here = {"proposal": proposal.public_id}
    client.force_login(cast.user)
    client.post(place("say_whether", cast, **here), {"so": "no", "words": "My letter says £125."})
    client.force_login(cast.worker)
    page = words_of(client.get(place("proposal_page", cast, **here)))
    assert "My letter says £125." in page and "Tomos can still say that it is right." in page
    answer = client.post(place("take_back", cast, **here), {"again": "yes"})
    assert answer["Location"] == place("wrong_copy", cast, decision=wrong.public_id)
    assert "What it says" in words_of(client.get(answer["Location"]))
    assert queries.waiting(cast.individual) is None


def test_without_a_word_of_theirs_it_waits_a_week(cast, wrong, as_manager):
    proposal = proposed(cast, wrong)
    with pytest.raises(Refused, match="Tomos has until 18 September to say"):
        actions.confirm(proposal=proposal, by=as_manager)
    now = clock.now()
    with clock.at(now + WEEK - timedelta(minutes=1)), pytest.raises(Refused, match="has until"):
        actions.confirm(proposal=proposal, by=as_manager)
    with clock.at(now + WEEK):
        assert actions.confirm(proposal=proposal, by=as_manager).is_slip


def test_that_is_not_so_holds_it_back_until_they_say_otherwise(cast, wrong, as_manager):
    proposal = proposed(cast, wrong)
    says(cast, proposal, "so")
    says(cast, proposal, "not so")
    assert Letter.objects.filter(kind="to worker: about an objection").count() == 1
    with clock.at(clock.now() + 4 * WEEK), pytest.raises(Refused, match="Tomos says that it is not so"):
        actions.confirm(proposal=proposal, by=as_manager)
    says(cast, proposal, "so")
    assert actions.confirm(proposal=proposal, by=as_manager).is_slip


@pytest.mark.parametrize(
    ("otherwise", "sentence"),
    [
        ({"total": 11_900, "their_part": 9_900}, "does not stand in the words"),
        ({"own_part": 4_000, "their_part": 8_000}, "does not stand in the words"),
        ({"their_part": 9_000}, "does not stand in the words"),
        ({"total": 8_000, "their_part": 6_000}, "less than before that letter came"),
        ({"period": "four weeks"}, "less than before that letter came"),
        ({"period": "once"}, "Only the amounts of the same letter"),
        ({"noticed_by": " "}, "who noticed"),
        ({"what_was_wrong": ""}, "what was wrong"),
        ({"total": 22_000, "their_part": 20_000}, "not lower than before"),
    ],
)
def test_more_than_a_slip_is_refused(cast, wrong, otherwise, sentence):
    with pytest.raises(Refused, match=sentence):
        proposed(cast, wrong, **otherwise)


OTHERWISE = {"words": "Now £120.", "pays_for": "Nothing", "written_by": "Nobody", "decided_by": "Another", "why": "So."}


@pytest.mark.parametrize("name", OTHERWISE)
def test_another_letter_is_no_slip(cast, wrong, name):
    other = replace(put_right(wrong, **IN_THE_LETTER, **NOTICED), **{name: OTHERWISE[name]})
    with pytest.raises(Refused, match="Only the amounts of the same letter"):
        actions.propose(individual=cast.individual, terms=other, by=cast.as_worker)
    refused_by_the_database(cast, wrong, "same letter", **{name: OTHERWISE[name]})


def test_what_we_decide_ourselves_is_not_put_right_so(cast, decided_here):
    with pytest.raises(Refused, match="We decide this ourselves"):
        proposed(cast, decided_here, total=2_000, own_part=0, their_part=2_000)


def test_one_letter_is_put_right_once(cast, wrong, as_manager):
    proposal = proposed(cast, wrong)
    says(cast, proposal, "so")
    once = actions.confirm(proposal=proposal, by=as_manager)
    with pytest.raises(Refused, match="put right once already"):
        proposed(cast, once, own_part=0, total=10_000)


def kept_as(cast, wrong, **otherwise) -> dict:
    """A proposal to put it right as somebody could write it past every rule."""
    told = put_right(wrong, **IN_THE_LETTER, **NOTICED)
    told = replace(told, **{name: value for name, value in otherwise.items() if hasattr(told, name)})
    was = {f"was_{name}": getattr(wrong, name) for name in ("total_a_year", "their_part_a_year", "left_a_year")}
    was |= {f"was_{name}": getattr(wrong, name) for name in ("status", "period", "decided_here")}
    return told.kept() | was | {"previous": wrong, "individual": cast.individual, "proposed_by": cast.worker}


def refused_by_the_database(cast, wrong, sentence, *, after=WEEK, confirms=None, say=(), **otherwise):
    kept = kept_as(cast, wrong, **otherwise)
    with pytest.raises(IntegrityError, match=sentence), transaction.atomic():
        proposal = Proposal.objects.create(**kept, proposed_at=clock.now())
        for kind in say:
            says(cast, proposal, kind)
        told = {"recorded_by": confirms or cast.manager, "recorded_at": clock.now() + after}
        Decision.objects.create(**kept, **told, proposal=proposal)


def test_the_database_holds_all_of_it_too(cast, wrong):
    low = {"total": 8_000, "their_part": 6_000}
    refused_by_the_database(cast, wrong, "same letter", **low)
    refused_by_the_database(cast, wrong, "stands in the words", total=13_000, their_part=11_000)
    refused_by_the_database(cast, wrong, "not so", say=["not so"])
    refused_by_the_database(cast, wrong, "a week to say", after=WEEK - timedelta(minutes=1))
    refused_by_the_database(cast, wrong, "two_people", confirms=cast.worker)
    for name in NOTICED:
        refused_by_the_database(cast, wrong, "lower_has_a_letter|slip_is_whole", **{name: " "})


def test_the_page_shows_the_words_of_the_letter_and_loses_nothing(workers, cast, wrong):
    address = place("wrong_copy", cast, decision=wrong.public_id)
    assert SAYS in words_of(workers.get(address))
    sent = workers.post(address, TYPED | {"total": "119"})
    assert sent.status_code == 422
    assert "does not stand in the words that were copied." in words_of(sent)
    assert "210 for 120." in words_of(sent)
    workers.post(address, TYPED)
    waiting = queries.waiting(cast.individual)
    assert waiting.is_slip
    page = words_of(workers.get(place("budget_page", cast)))
    assert "Anwen wrote down that the copy is wrong on 11 September 2026." in page
    again = workers.post(address, TYPED)
    assert "Something is waiting already." in words_of(again)


def test_an_older_letter_is_not_put_right_any_more(workers, cast, wrong):
    address = place("wrong_copy", cast, decision=wrong.previous.public_id)
    sent = workers.post(address, TYPED | {"total": "90", "their_part": "70"})
    assert "Something newer was written down meanwhile." in words_of(sent)
    assert "was written down wrongly</a>" not in words_of(
        workers.get(place("decision_page", cast, decision=wrong.previous.public_id))
    )


def test_nobody_says_it_for_them_nor_of_an_ordinary_letter(workers, cast, wrong, decided_letter):
    with pytest.raises(NotPermitted):
        actions.answer(decision=wrong, kind="so", words="", by=cast.as_worker)
    for about in (wrong, decided_letter):
        with pytest.raises(Refused, match="Nobody asks that here"):
            says(cast, about, "not so")


@pytest.fixture
def decided_letter(cast, wrong) -> Proposal:
    """An ordinary letter about less that waits."""
    less = terms(total=9_000, their_part=7_000, basis="letter")
    return actions.propose(individual=cast.individual, terms=less, by=cast.as_worker)


def test_the_form_of_a_letter_cannot_call_itself_a_slip(workers, cast, wrong):
    forged = LOWER | {"after": wrong.public_id, "lower": "yes", "basis": "slip"} | NOTICED
    assert workers.post(place("record", cast), forged).status_code == 422
    assert queries.waiting(cast.individual) is None


def test_amounts_are_found_in_the_words():
    assert amounts_in("£1,200 a year, that is 23.08 a week; from 1 May.") == {120_000, 2_308, 100}
