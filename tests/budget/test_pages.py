"""The pages about a Personal Budget, in each role, and what comes back when something is missing."""

from datetime import date

import pytest
from django.urls import reverse

from kith.access import clock
from kith.access.models import TrailEntry
from kith.budget import actions, queries
from kith.budget.models import Answer, Assurance, Decision, Proposal
from kith.outbox.models import Letter
from kith.people import actions as people
from tests.page_words import words_of

from .conftest import ALL_OF_IT, LESS, terms

TYPED = {
    "who": "another",
    "decided_by": "Calderford Council",
    "written_by": "J. Marsh",
    "written_on": "2 March 2026",
    "told_on": "2026-03-04",
    "words": "We have agreed £120 a week.",
    "total": "£120",
    "own_part": "20",
    "their_part": "100.00",
    "period": "week",
    "status": "3",
    "paid_as": "arranged",
    "pays_for": "A personal assistant",
    "starts_on": "9 March 2026",
}
LOWER = TYPED | {"total": "90", "their_part": "70", "words": "It is now £90 a week."}


def place(name, cast, **kwargs) -> str:
    return reverse(f"budget:{name}", kwargs={"individual": cast.individual.public_id, **kwargs})


@pytest.mark.shows("S70", "S71", "Q-34", "Q-39", "Q-74")
def test_the_page_begins_with_what_does_not_change(own, cast, decided):
    page = words_of(own.get(place("budget_page", cast)))
    assert page.index("What does not change") < page.index("What was decided</h2>") < page.index("£120")
    for words in (
        "Doing more, or feeling better, changes nothing by itself.",
        "It cannot stop or delay a decision.",
        "Calderford Council decides this. This is what they told us on 4 March 2026.",
        "<strong>£20</strong> a week",
        "(their letter)",
        "One was due by 4 May 2026, and none is written down here.",
        "You can ask for a review at any time.",
        "The day centre",
    ):
        assert words in page


@pytest.mark.shows("S77", "Q-39")
def test_both_read_when_the_next_review_is(workers, client, cast):
    begins = terms(starts_on=date(2026, 9, 1), review_on=date(2026, 10, 20))
    actions.record(individual=cast.individual, terms=begins, by=cast.as_worker)
    due = "They named 20 October 2026. A first short look is due between 13 October 2026 and 27 October 2026."
    assert due in words_of(workers.get(place("budget_page", cast)))
    workers.post(place("note_review", cast), {"held_on": "10 September 2026", "is_light": "yes"})
    sent = workers.post(place("note_review", cast), {"held_on": "10 October 2026", "is_light": "no"})
    assert "That day is still to come." in words_of(sent)
    client.force_login(cast.user)
    assert "It is due by 10 September 2027." in words_of(client.get(place("budget_page", cast)))


def test_an_empty_page_says_what_does_not_change_all_the_same(own, cast):
    page = words_of(own.get(place("budget_page", cast)))
    assert "What does not change" in page
    assert "Nothing is written down here." in page


@pytest.mark.shows("S5")
def test_whoever_has_no_right_to_it_finds_nothing_and_a_look_is_trailed(client, cast, decided):
    teammate = people.add_account(email="t@calderford.example", name="Teg", by=cast.as_worker.command_line())
    people.join_team(user=teammate, team=cast.team, by=cast.as_worker.command_line())
    for user, status in ((cast.stranger, 404), (teammate, 404), (cast.worker, 200)):
        client.force_login(user)
        for name in ("budget_page", "paper"):
            assert client.get(place(name, cast)).status_code == status
    looks = TrailEntry.objects.filter(is_reading=True, what="read budget", who=cast.worker.public_id)
    assert looks.count() == 2


@pytest.mark.shows("Q-34")
def test_a_worker_writes_down_a_copy_of_the_letter(workers, cast):
    assert "£" not in words_of(workers.get(place("record", cast)))  # no amount is filled in
    answer = workers.post(place("record", cast), TYPED | {"after": ""})
    assert answer["Location"] == place("budget_page", cast)
    kept = Decision.objects.get()
    assert (kept.total, kept.own_part, kept.their_part) == (12_000, 2_000, 10_000)
    assert kept.written_on == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"total": "plenty"}, "We could not read that as an amount"),
        ({"told_on": "1 March 2026"}, "They cannot have told us before they wrote it."),
        ({"told_on": "1 March 2027"}, "That day is still to come."),
        ({"starts_on": "31 December 9999"}, "Please look at the year. It can be from 1990 to 2031."),
        ({"review_on": "31 December 9999"}, "Please look at the year. It can be from 1990 to 2031."),
        ({"words": ""}, "Please write something here."),
        ({"period": "day"}, "Please choose one of these."),
        ({"after": "another"}, "Something newer was written down meanwhile."),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(workers, cast, wrong, sentence):
    answer = workers.post(place("record", cast), TYPED | {"pays_for": "Swimming with Mair"} | wrong)
    assert answer.status_code == 422
    assert sentence in words_of(answer)
    assert "Swimming with Mair" in words_of(answer)
    assert not Decision.objects.exists()


@pytest.mark.parametrize("missing", ["decided_by", "written_on", "words"])
def test_what_is_said_of_a_lower_amount_is_not_lost_either(workers, cast, decided, missing):
    lower = LOWER | {"after": decided.public_id, "lower": "yes", "basis": "letter", "need_changed": "Getting about."}
    answer = workers.post(place("record", cast), lower | {missing: ""})
    assert answer.status_code == 422
    assert "Getting about." in words_of(answer)
    assert not Proposal.objects.exists()


@pytest.mark.shows("S24")
def test_a_lower_amount_asks_for_more_and_waits_for_somebody_else(workers, cast, decided):
    page = words_of(workers.post(place("record", cast), LOWER | {"after": decided.public_id}))
    assert "This is less than before" in page
    assert "It is now £90 a week." in page
    assert not Proposal.objects.exists()
    lower = LOWER | {"after": decided.public_id, "lower": "yes"}
    answer = workers.post(place("record", cast), lower)
    assert answer.status_code == 422
    assert "needs the letter of whoever decides" in words_of(answer)
    workers.post(place("record", cast), lower | {"basis": "letter"})
    proposal = Proposal.objects.get()
    page = words_of(workers.get(place("proposal_page", cast, proposal=proposal.public_id)))
    assert "A lower amount needs two people." in page
    assert "keep it</button>" not in page
    workers.post(place("confirm", cast, proposal=proposal.public_id))
    assert queries.latest(cast.individual) == decided


@pytest.mark.attack("A-07")
def test_fields_that_were_forged_change_nothing(workers, cast, decided):
    forged = {"lower": "", "proposed_by": cast.manager.pk, "was_total_a_year": "1", "previous": "", "proposal": "1"}
    answer = workers.post(place("record", cast), LOWER | forged | {"after": decided.public_id, "basis": "none"})
    assert answer.status_code == 422
    assert queries.latest(cast.individual) == decided
    assert not Proposal.objects.exists()


def test_the_manager_confirms_and_the_individual_reads_what_they_can_ask_for(managers, client, cast, decided):
    proposal = actions.propose(individual=cast.individual, terms=terms(**LESS), by=cast.as_worker)
    assert "Waiting for a second person" in words_of(managers.get(place("budget_page", cast)))
    managers.post(place("confirm", cast, proposal=proposal.public_id))
    decision = queries.latest(cast.individual)
    assert decision.is_lower
    client.force_login(cast.user)
    page = words_of(client.get(place("decision_page", cast, decision=decision.public_id)))
    for words in (
        "Less than before",
        "You can ask for this",
        "Which of my needs changed?",
        "How will each need I still have be met, and what does that cost?",
        "Was somebody offered to speak for me?",
        "On which day did you tell me?",
        "How can I say no to this, and by when?",
        "Somebody who speaks for you",
        "Two people here have held this copy beside the letter: Anwen and Mair.",
    ):
        assert words in page


def test_nothing_is_left_to_ask_where_the_letter_says_all(own, cast, decided, as_manager):
    whole = terms(**LESS | ALL_OF_IT)
    proposal = actions.propose(individual=cast.individual, terms=whole, by=cast.as_worker)
    decision = actions.confirm(proposal=proposal, by=as_manager)
    page = words_of(own.get(place("decision_page", cast, decision=decision.public_id)))
    assert "You can ask for this" not in page
    assert "A bus pass, £4 a week." in page


def test_an_objection_is_theirs_keeps_its_day_and_prints(own, cast, lower):
    address = {"decision": lower.public_id}
    sheet = words_of(own.get(place("objection_paper", cast, **address)))
    assert "lines-to-write" in sheet
    answer = own.post(place("objection", cast, **address), {"words": " "})
    assert answer.status_code == 422
    own.post(place("objection", cast, **address), {"words": "I still need the centre."})
    kept = Answer.objects.get()
    assert (kept.words, kept.said_on, kept.kind) == ("I still need the centre.", date(2026, 9, 11), "objection")
    for name in ("decision_page", "objection_paper"):
        page = words_of(own.get(place(name, cast, **address)))
        assert "I still need the centre." in page
        assert "Tomos, 11 September 2026" in page
    assert "Please tell me in writing" in page
    assert "lines-to-write" not in page
    told = Letter.objects.get(kind="to worker: about an objection")
    assert "Tomos" not in told.body + told.subject and "budget" not in (told.body + told.subject).lower()


def test_nobody_else_writes_an_objection_or_names_what_came_instead(workers, cast, lower):
    for name in ("objection", "instead"):
        assert workers.get(place(name, cast, decision=lower.public_id)).status_code == 404
        assert workers.post(place(name, cast, decision=lower.public_id), {"words": "x"}).status_code == 404
    assert not Answer.objects.exists()


@pytest.mark.shows("S23")
def test_what_came_instead_is_named_by_them_and_never_filled_in(own, cast, lower):
    page = own.get(place("instead", cast, decision=lower.public_id))
    assert page.context["form"].initial == {}
    assert "></textarea>" in words_of(page).replace("> </textarea>", "></textarea>")
    own.post(place("instead", cast, decision=lower.public_id), {"words": "I row on Tuesdays."})
    assert "I row on Tuesdays." in words_of(own.get(place("decision_page", cast, decision=lower.public_id)))


@pytest.mark.shows("S66")
def test_what_was_promised_stands_on_the_page_for_every_later_worker(own, client, cast, decided):
    told = {"words": "As long as you need it.", "said_by": "Carol Finch", "said_on": "1 April 2026"}
    own.post(place("promise", cast), told)
    promised = Assurance.objects.get()
    client.force_login(cast.worker)
    page = words_of(client.get(place("budget_page", cast)))
    assert "Carol Finch, 1 April 2026, as Tomos wrote it down" in page
    ended = place("end_assurance", cast, assurance=promised.public_id)
    assert client.post(ended, {"because": "", "said_by": ""}).status_code == 422
    client.post(ended, {"because": "The rule changed.", "said_by": "J. Marsh"})
    page = words_of(client.get(place("budget_page", cast)))
    assert "As long as you need it." in page
    assert "J. Marsh said on 11 September 2026 that this no longer holds:</strong> The rule changed." in page
    again = client.post(ended, {"because": "Again.", "said_by": "J. Marsh"})
    assert "This has been answered already." in words_of(again)


def test_a_promise_that_ended_can_be_given_again_in_the_same_words(cast):
    said = {"words": "As long as you need it.", "said_by": "Carol", "said_on": date(2026, 4, 1), "by": cast.as_worker}
    first = actions.promise(individual=cast.individual, **said)
    assert actions.promise(individual=cast.individual, **said) == first
    actions.no_longer_holds(assurance=first, because="The rule changed.", said_by="Carol", by=cast.as_worker)
    again = actions.promise(individual=cast.individual, **said)
    assert again != first
    assert [each.holds for each in queries.promised(cast.individual)] == [True, False]


def test_a_promise_of_tomorrow_is_sent_back_with_its_words(own, cast):
    told = {"words": "As long as you need it.", "said_by": "Carol", "said_on": "1 April 2027"}
    answer = own.post(place("promise", cast), told)
    assert answer.status_code == 422
    assert "That day is still to come." in words_of(answer)
    assert "As long as you need it." in words_of(answer)


def test_paper_is_as_large_as_the_individual_likes_it(workers, cast, decided):
    cast.user.look = {"paper": "large"}
    cast.user.save()
    page = words_of(workers.get(place("paper", cast)))
    assert 'data-paper="large"' in page
    assert "£100" in page


def test_amounts_that_do_not_add_up_are_kept_as_written_and_said(own, cast):
    actions.record(individual=cast.individual, terms=terms(own_part=1_000), by=cast.as_worker)
    assert "These do not add up. You can ask why." in words_of(own.get(place("budget_page", cast)))


@pytest.mark.shows("Q-05")
def test_there_is_no_control_that_makes_it_less(own, client, cast, decided):
    for user in (cast.user, cast.worker, cast.manager):
        client.force_login(user)
        page = words_of(client.get(place("budget_page", cast))).casefold()
        assert "reduce" not in page
        assert "lower" not in page


def test_a_page_asks_little_however_long_the_history(own, cast, decided, django_assert_max_num_queries):
    for pence in range(12_100, 13_100, 100):
        more = terms(total=pence, their_part=pence - 2_000, told_on=clock.today())
        actions.record(individual=cast.individual, terms=more, by=cast.as_worker)
    own.get(place("budget_page", cast))
    with django_assert_max_num_queries(25):
        own.get(place("budget_page", cast))
