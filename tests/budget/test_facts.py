"""The facts of a Personal Budget as others read them, and when it is looked at again."""

from datetime import UTC, date, datetime

import pytest

from kith.access import clock
from kith.access.refusal import Refused
from kith.budget import actions, queries
from kith.budget.amounts import pounds, read_pounds
from kith.budget.reviews import months_after, next_review
from tests.page_words import words_of

from .conftest import LESS, terms
from .test_pages import place


@pytest.mark.shows("S5", "S77")
def test_the_facts_are_words_that_a_form_may_show(cast, decided):
    facts = queries.facts(cast.individual)
    assert (facts.total, facts.own_part, facts.their_part) == ("£120", "£20", "£100")
    assert (facts.how_often, facts.status, facts.since) == ("a week", "In use", date(2026, 3, 9))
    assert facts.who_decides == "Calderford Council decides this. This is what they told us on 4 March 2026."
    assert facts.pays_for == ("A personal assistant", "The day centre")
    assert facts.next_review.by == date(2026, 5, 4)


def test_where_nothing_was_written_down_there_are_no_facts(cast):
    assert queries.facts(cast.individual) is None


@pytest.mark.shows("Q-34")
def test_where_the_organisation_decides_it_does_not_say_that_others_told_it(cast, decided_here):
    said = queries.facts(cast.individual).who_decides
    assert said == "Calder Valley Trust decides this. This was written down on 4 March 2026."


def test_the_latest_decision_holds_and_the_first_one_says_since_when(cast, decided):
    more = terms(total=13_000, their_part=11_000, starts_on=date(2026, 8, 1), told_on=date(2026, 7, 20))
    actions.record(individual=cast.individual, terms=more, by=cast.as_worker)
    facts = queries.facts(cast.individual)
    assert (facts.their_part, facts.since) == ("£110", date(2026, 3, 9))
    assert len(queries.decisions_of(cast.individual)) == 2


def less_from(cast, as_manager, day, **told):
    """A lower amount that starts on this day, confirmed by a second person."""
    later = terms(**LESS | {"starts_on": day, "told_on": date(2026, 9, 10)} | told)
    proposal = actions.propose(individual=cast.individual, terms=later, by=cast.as_worker)
    return actions.confirm(proposal=proposal, by=as_manager)


def test_a_lower_amount_does_not_hold_before_it_starts(cast, decided, as_manager, monkeypatch):
    less_from(cast, as_manager, date(2027, 3, 1))
    facts = queries.facts(cast.individual)
    assert (facts.total, facts.has_begun) == ("£120", True)
    monkeypatch.setattr(clock, "today", lambda: date(2027, 3, 1))
    assert queries.facts(cast.individual).total == "£90"


def test_before_any_has_begun_the_first_to_come_is_told_as_such(cast):
    for day in (date(2026, 12, 1), date(2026, 11, 1)):
        actions.record(individual=cast.individual, terms=terms(starts_on=day), by=cast.as_worker)
    facts = queries.facts(cast.individual)
    assert facts.has_begun is False
    assert queries.holds_now(cast.individual).starts_on == date(2026, 11, 1)


def test_what_is_still_to_come_is_not_brought_forward_by_one_person(cast, decided, as_manager):
    less_from(cast, as_manager, date(2027, 3, 1))
    a_little_more = terms(total=9_500, their_part=7_500, starts_on=date(2026, 9, 11))
    with pytest.raises(Refused, match="less starts on 1 March 2027, not sooner"):
        actions.record(individual=cast.individual, terms=a_little_more, by=cast.as_worker)
    as_now = terms(starts_on=date(2026, 9, 11), words="We take it back.")
    assert actions.record(individual=cast.individual, terms=as_now, by=cast.as_worker).total == 12_000


@pytest.mark.shows("S66")
def test_what_was_promised_is_among_the_facts_while_it_holds(cast, decided):
    said = {"said_by": "Carol", "said_on": date(2026, 4, 1), "by": cast.as_individual}
    promised = actions.promise(individual=cast.individual, words="As long as you need it.", **said)
    assert queries.facts(cast.individual).promised == ("Carol, 1 April 2026: As long as you need it.",)
    actions.no_longer_holds(assurance=promised, because="The rule changed.", said_by="Carol", by=cast.as_worker)
    assert queries.facts(cast.individual).promised == ()


BEGAN = date(2026, 3, 9)


@pytest.mark.shows("Q-39")
@pytest.mark.parametrize(
    ("paid_as", "held", "by", "since"),
    [
        ("arranged", [], date(2026, 5, 4), date(2026, 4, 20)),
        ("direct", [], date(2026, 5, 4), date(2026, 4, 20)),
        ("nhs", [], date(2026, 6, 9), None),
        ("nhs direct", [], date(2026, 6, 9), None),
        ("arranged", [(date(2026, 5, 1), True)], date(2027, 5, 1), None),
        ("direct", [(date(2026, 5, 1), True)], date(2026, 9, 9), None),
        ("direct", [(date(2026, 5, 1), True), (date(2026, 8, 1), False)], date(2027, 8, 1), None),
        ("nhs", [(date(2026, 6, 1), False)], date(2027, 6, 1), None),
        ("arranged", [(date(2025, 5, 1), False)], date(2026, 5, 4), date(2026, 4, 20)),
    ],
)
def test_the_next_review_is_reckoned(paid_as, held, by, since):
    found = next_review(paid_as=paid_as, began=BEGAN, held=held)
    assert (found.by, found.since) == (by, since)


@pytest.mark.shows("Q-39")
def test_a_year_from_29_february_ends_on_the_28th():
    assert months_after(date(2028, 2, 29), 12) == date(2029, 2, 28)
    assert months_after(date(2028, 2, 29), 48) == date(2032, 2, 29)
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    found = next_review(paid_as="arranged", began=BEGAN, held=[(date(2028, 2, 29), False)])
    assert found.by == date(2029, 2, 28)


@pytest.mark.parametrize("paid_as", ["arranged", "direct", "nhs"])
@pytest.mark.parametrize("day", [date.max, date(9999, 11, 20), date(1, 1, 1)])
def test_no_day_that_was_kept_breaks_it(paid_as, day):
    for held in ([], [(date.max, False)]):
        assert next_review(paid_as=paid_as, began=day, held=held).by <= date.max


def test_weeks_are_days_whatever_the_clocks_do():
    """Clocks go forward on 29 March 2026; six weeks are forty-two days all the same."""
    assert (next_review(paid_as="arranged", began=BEGAN, held=[]).since - BEGAN).days == 42


@pytest.mark.parametrize(
    ("named", "day"),
    [(date(2026, 4, 25), date(2026, 4, 25)), (date(2026, 12, 1), date(2026, 5, 4)), (None, date(2026, 5, 4))],
)
def test_a_day_they_named_counts_unless_it_is_later_than_it_should_be(named, day):
    assert next_review(paid_as="arranged", began=BEGAN, held=[], named=named).day == day


def test_a_day_they_named_is_over_once_a_review_was_held_after_it():
    found = next_review(paid_as="arranged", began=BEGAN, held=[(date(2026, 5, 1), True)], named=date(2026, 4, 25))
    assert found.named is None


def letters_on_reviews(cast, *named):
    """One letter after the other, each with the day it names or none."""
    for number, day in enumerate(named):
        wrote = {"written_on": date(2026, 8, 1 + number), "told_on": date(2026, 8, 9), "starts_on": date(2026, 9, 1)}
        actions.record(individual=cast.individual, terms=terms(review_on=day, **wrote), by=cast.as_worker)
    found = queries.facts(cast.individual).next_review
    return found.named, found.named_in


def test_a_day_that_was_named_is_not_lost_with_a_letter_that_names_none(cast):
    assert letters_on_reviews(cast, date(2026, 10, 20), None) == (date(2026, 10, 20), date(2026, 8, 1))


def test_it_stands_until_another_is_named_or_it_is_over(cast):
    assert letters_on_reviews(cast, date(2026, 10, 20), date(2026, 10, 25)) == (date(2026, 10, 25), None)
    with clock.at(datetime(2026, 10, 21, 9, 0, tzinfo=UTC)):
        assert letters_on_reviews(cast, date(2026, 10, 20), None) == (None, None)
        assert letters_on_reviews(cast, date(2026, 11, 3)) == (date(2026, 11, 3), None)


def test_both_read_in_which_letter_it_was_named(own, cast):
    letters_on_reviews(cast, date(2026, 10, 20), None)
    page = words_of(own.get(place("budget_page", cast)))
    assert "They named 20 October 2026, in the letter of 1 August 2026." in page


@pytest.mark.parametrize(
    ("typed", "pence"),
    [("120", 12_000), ("£1,234.5", 123_450), (" 86.50 ", 8_650), ("0", 0), ("12 pounds", 1_200)],
)
def test_amounts_are_read_as_people_type_them(typed, pence):
    assert read_pounds(typed) == pence


@pytest.mark.parametrize("typed", ["", "-5", "a lot", "12,34", "1.234", "99999999999", "10000000.01", "1e5", "٣"])
def test_what_is_no_amount_is_not_guessed(typed):
    assert read_pounds(typed) is None


def test_amounts_are_told_in_pounds():
    assert [pounds(pence) for pence in (0, 12_000, 123_450, 5)] == ["£0", "£120", "£1,234.50", "£0.05"]
