"""What was used, who can ask, and the letter that is seen before it goes."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from kith.access import clock
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.budget import actions, queries
from kith.budget.letters import KIND, letter_about
from kith.budget.letters import words_of as plain_words
from kith.budget.models import House, PlainAnswer, Spending
from kith.budget.plain import OURS_ARE_OF, QUESTIONS
from kith.outbox.models import Letter
from tests.page_words import words_of

from .conftest import ALL_OF_IT, LESS, terms
from .test_pages import place

HOUSE = {
    "name": "Calder Valley Trust",
    "notice_days": 42,
    "advocate": "Calder Voices",
    "advocate_reached": "01632 960123",
}


@pytest.mark.shows("S22", "Q-38")
def test_what_was_left_asks_what_got_in_the_way_and_nothing_else(own, cast, decided):
    own.post(place("tell_how_much", cast), {"used": "little", "since_words": "this summer"})
    kept = Spending.objects.get()
    assert (kept.used, kept.typed_by_individual, kept.said_on) == ("little", True, date(2026, 9, 11))
    page = words_of(own.get(place("budget_page", cast)))
    assert "Tell us what got in the way," in page
    for word in ("lower", "less than", "save", "saving", "target"):
        assert word not in page.casefold(), word
    assert queries.waiting(cast.individual) is None
    own.post(place("tell_how_much", cast), {"used": "little", "in_the_way": "No bus on Sundays."})
    page = words_of(own.get(place("budget_page", cast)))
    assert "No bus on Sundays." in page
    assert "Tell us what got in the way," not in page


def test_a_worker_writes_it_down_as_told_and_nobody_else_does(workers, client, cast, decided):
    workers.post(place("tell_how_much", cast), {"used": "all"})
    assert not Spending.objects.get().typed_by_individual
    assert "as Anwen remembers" in words_of(workers.get(place("budget_page", cast)))
    with pytest.raises(NotPermitted):
        actions.tell_how_much(individual=cast.individual, used="all", by=cast.as_stranger)
    answer = workers.post(place("tell_how_much", cast), {"used": "some", "in_the_way": "The stairs"})
    assert answer.status_code == 422
    assert "The stairs" in words_of(answer)


def test_our_words_are_general_information_with_their_day(own):
    page = words_of(own.get(reverse("money:who_can_ask")))
    assert page.count("Nobody has checked them yet") == len(QUESTIONS)
    assert page.count(f"These are general words for England, of {OURS_ARE_OF:%-d %B %Y}") == len(QUESTIONS)
    for words in ("The benefits office", "A court", "The council"):
        assert words in page
    assert "write your own" not in page


@pytest.mark.shows("S61")
def test_a_manager_writes_the_organisations_own_with_owner_and_day(managers, client, cast):
    assert "Check it, and write your own" in words_of(managers.get(reverse("money:who_can_ask")))
    address = reverse("money:write_answer", args=["courts"])
    answer = managers.post(address, {"words": "We would ring you.", "owner": ""})
    assert answer.status_code == 422
    assert "We would ring you." in words_of(answer)
    managers.post(address, {"words": "We would ring you.", "owner": "Mair Bright"})
    managers.post(address, {"words": "We ring you first.", "owner": "Mair Bright"})
    assert PlainAnswer.objects.count() == 2
    client.force_login(cast.user)
    page = words_of(client.get(reverse("money:who_can_ask")))
    assert "We ring you first." in page
    assert "We would ring you." not in page
    assert "Mair Bright, 11 September 2026" in page


def test_nobody_else_writes_them(workers, cast):
    for name, args in (("write_answer", ["courts"]), ("house", [])):
        assert workers.get(reverse(f"money:{name}", args=args)).status_code == 404
        assert workers.post(reverse(f"money:{name}", args=args), HOUSE).status_code == 404
    with pytest.raises(NotPermitted):
        actions.set_house(**HOUSE, by=cast.as_worker)
    assert not House.objects.exists()


def test_a_question_that_is_not_there_is_not_there(managers):
    assert managers.get(reverse("money:write_answer", args=["tax"])).status_code == 404


@pytest.mark.parametrize("days", ["0", "-3", "400", "soon", "²"])
def test_notice_is_a_number_of_days(managers, days):
    answer = managers.post(reverse("money:house"), HOUSE | {"notice_days": days})
    assert answer.status_code == 422
    assert "between 1 and 365" in words_of(answer)
    assert "Calder Voices" in words_of(answer)


def test_the_notice_that_was_set_holds_for_what_we_decide(managers, cast, decided_here, as_manager):
    managers.post(reverse("money:house"), HOUSE)
    assert queries.notice_days() == 42
    ours = {"decided_here": True, "decided_by": "Calder Valley Trust"}
    whole = LESS | ALL_OF_IT | ours
    with pytest.raises(Refused, match="Notice here is 42 days, so it starts on 21 September 2026 at the earliest"):
        actions.propose(individual=cast.individual, terms=terms(**whole), by=cast.as_worker)
    later = terms(**whole | {"starts_on": date(2026, 9, 21)})
    proposal = actions.propose(individual=cast.individual, terms=later, by=cast.as_worker)
    decision = actions.confirm(proposal=proposal, by=as_manager)
    assert decision.notice_days == 42
    page = words_of(managers.get(place("decision_page", cast, decision=decision.public_id)))
    assert "Calder Voices: 01632 960123" in page


@pytest.mark.shows("Q-40")
def test_the_letter_is_seen_word_for_word_before_it_goes(workers, cast, decided):
    address = place("tell_of", cast, decision=decided.public_id)
    page = words_of(workers.get(address))
    letter = letter_about(decided)
    assert letter.channel == "email"
    assert "By email, as Tomos likes it." in page
    assert "From 9 March 2026 it is £120 a week." in plain_words(decided)
    answer = workers.post(address, {"shown": "other words"})
    assert answer.status_code == 409
    assert not Letter.objects.filter(kind=KIND).exists()
    workers.post(address, {"shown": letter.body.replace("\n", "\r\n")})
    sent = Letter.objects.get(kind=KIND)
    assert (sent.body, sent.to, sent.channel) == (letter.body, letter.to, "email")


def test_no_amount_goes_where_the_individual_wants_no_words_in_a_message(cast, decided):
    assert "£" not in letter_about(decided).body  # until they say that words may go along


def test_the_link_in_it_does_not_tell_what_it_is_about(cast, decided, settings):
    body = letter_about(decided).body
    assert settings.PUBLIC_URL in body
    for told in ("budget", "decided", "people/", decided.public_id, cast.individual.public_id):
        assert told not in body


def test_what_was_decided_stands_on_their_plan_until_it_is_old_news(own, client, cast, decided, monkeypatch):
    page = words_of(own.get("/"))
    assert "There is a letter about your Personal Budget." in page
    assert place("decision_page", cast, decision=decided.public_id) in page
    assert "£" not in page
    client.force_login(cast.worker)
    plan = reverse("home:plan", args=[cast.individual.public_id])
    assert "a letter about your Personal Budget" not in words_of(client.get(plan))
    later = clock.now() + timedelta(days=29)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert list(queries.to_be_read(cast.individual)) == []


def test_what_is_still_to_start_stays_news(cast, monkeypatch):
    kept = actions.record(individual=cast.individual, terms=terms(starts_on=date(2026, 12, 1)), by=cast.as_worker)
    later = clock.now() + timedelta(days=40)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert list(queries.to_be_read(cast.individual)) == [kept.public_id]


def test_pressed_three_times_one_letter_leaves_and_the_page_says_when(workers, cast, decided):
    address = place("tell_of", cast, decision=decided.public_id)
    shown = {"shown": letter_about(decided).body}
    for _ in range(3):
        assert workers.post(address, shown).status_code == 302
    assert Letter.objects.filter(kind=KIND).count() == 1
    assert TrailEntry.objects.filter(what="letter about a Personal Budget sent").count() == 1
    page = words_of(workers.get(address))
    assert "The letter about this was put on its way on 11 September 2026 at " in page
    assert "Send it like this" not in page


def test_a_letter_about_less_says_that_they_can_say_no(cast, decided, as_manager):
    proposal = actions.propose(individual=cast.individual, terms=terms(**LESS), by=cast.as_worker)
    decision = actions.confirm(proposal=proposal, by=as_manager)
    assert "You can ask why, and you can say no." in plain_words(decision)


@pytest.mark.shows("Q-40")
def test_who_is_told_in_person_is_sent_nothing(workers, cast, decided):
    cast.individual.reached_by = "in person"
    cast.individual.save()
    address = place("tell_of", cast, decision=decided.public_id)
    assert "Please say it, or hand the letter over." in words_of(workers.get(address))
    assert workers.post(address, {"shown": ""}).status_code == 409
    assert not Letter.objects.filter(kind=KIND).exists()
