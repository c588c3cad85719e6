"""A lower amount: every way to have one without what it needs is tried, and none is let through."""

from dataclasses import replace
from datetime import date
from importlib import import_module

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import Model

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.budget import actions, queries
from kith.budget.models import Decision, Proposal, Withdrawal
from kith.budget.terms import as_before

from .conftest import LESS, terms

SAME_PERSON = "A lower amount needs two people"


def row(cast, before, **told) -> dict:
    """The columns of a decision that follows `before`, with whatever is told changed."""
    kept = terms(**LESS).kept() | as_before(before)
    return kept | {"individual": cast.individual, "recorded_by": cast.worker, "recorded_at": clock.now()} | told


def proposed(cast, **told) -> Proposal:
    return actions.propose(individual=cast.individual, terms=terms(**(LESS | told)), by=cast.as_worker)


def lowered(cast, by, **told) -> Decision:
    return actions.confirm(proposal=proposed(cast, **told), by=by)


@pytest.mark.shows("S24", "Q-36")
def test_two_people_and_a_letter_make_a_lower_amount(cast, decided, as_manager):
    proposal = proposed(cast)
    assert queries.latest(cast.individual) == decided
    assert queries.waiting(cast.individual) == proposal
    decision = actions.confirm(proposal=proposal, by=as_manager)
    assert queries.latest(cast.individual) == decision
    assert queries.waiting(cast.individual) is None
    assert (decision.is_lower, decision.previous, decision.proposed_by) == (True, decided, cast.worker)
    assert (decision.recorded_by, decision.their_part) == (cast.manager, 7_000)


@pytest.mark.shows("Q-35")
def test_or_their_own_request_in_writing(cast, decided, as_manager):
    with pytest.raises(Refused, match="copy what they asked for"):
        proposed(cast, basis="request")
    asked = {"basis": "request", "request_words": "I need less now.", "request_on": date(2026, 9, 1)}
    assert lowered(cast, as_manager, **asked).is_lower


# --- the ways that are refused ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "less",
    [
        {"total": 11_999},
        {"total": 12_500, "own_part": 2_600, "their_part": 9_900},
        {"own_part": 11_000},
        {"own_part": 2_001},
        {"total": 12_100, "own_part": 2_200},
        {"period": "four weeks"},
        {"period": "year"},
        {"period": "once", "total": 900_000, "their_part": 900_000},
        {"status": 2},
    ],
)
def test_1_nobody_alone_writes_down_less_of_any_kind(cast, decided, less):
    with pytest.raises(Refused, match="in one go"):
        actions.record(individual=cast.individual, terms=terms(**less), by=cast.as_worker)
    with pytest.raises(IntegrityError), transaction.atomic():
        kept = row(cast, decided) | terms(**less).kept() | {"basis": "letter"}
        Decision.objects.create(**kept)


@pytest.mark.shows("Q-36")
@pytest.mark.fault("F-14")
def test_2_the_same_person_twice_is_refused(cast, decided):
    proposal = proposed(cast)
    with pytest.raises(Refused, match=SAME_PERSON):
        actions.confirm(proposal=proposal, by=cast.as_worker)
    assert queries.latest(cast.individual) == decided


@pytest.mark.shows("Q-35")
def test_3_without_a_letter_or_a_request_it_cannot_be_proposed(cast, decided):
    with pytest.raises(Refused, match="needs the letter"):
        proposed(cast, basis="")
    with pytest.raises(IntegrityError), transaction.atomic():
        told = row(cast, decided, basis="", proposed_by=cast.worker, proposed_at=clock.now())
        Proposal.objects.create(**{k: v for k, v in told.items() if not k.startswith("recorded")})


@pytest.mark.shows("Q-35")
def test_4_a_row_saved_directly_is_refused(cast, decided):
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision(**row(cast, decided)).save()


@pytest.mark.shows("Q-35")
def test_5_many_rows_at_once_are_refused(cast, decided):
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.bulk_create([Decision(**row(cast, decided))])


def test_6_a_decision_is_never_changed(cast, decided):
    for change in (
        lambda: Decision.objects.filter(pk=decided.pk).update(their_part=7_000, their_part_a_year=7_000 * 52),
        lambda: Model.save(replace_in(decided, their_part=7_000, their_part_a_year=7_000 * 52)),
        lambda: Decision.objects.bulk_update([replace_in(decided, words="Less.")], ["words"]),
    ):
        with pytest.raises(IntegrityError, match="added to, never changed"), transaction.atomic():
            change()
    assert queries.latest(cast.individual).their_part == 10_000


def replace_in(decision: Decision, **told) -> Decision:
    found = Decision.objects.get(pk=decision.pk)
    for name, value in told.items():
        setattr(found, name, value)
    return found


def test_7_what_stood_before_cannot_be_made_up(cast, decided):
    forged = row(cast, decided, was_total_a_year=1, was_their_part_a_year=1)
    with pytest.raises(IntegrityError, match="follows the one before"), transaction.atomic():
        Decision.objects.create(**forged)
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(**row(cast, None))  # as if it were the first
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(**row(cast, decided, total_a_year=12_000 * 52, their_part_a_year=10_000 * 52))


@pytest.mark.shows("Q-35")
def test_8_another_amount_than_the_proposed_one_is_refused(cast, decided):
    proposal = proposed(cast)
    told = {"proposal": proposal, "proposed_by": cast.worker, "recorded_by": cast.manager}
    for other in (terms(**LESS, own_part=0), terms(**(LESS | {"total": 100, "their_part": 100}))):
        with pytest.raises(IntegrityError, match="the very one"), transaction.atomic():
            Decision.objects.create(**(row(cast, decided) | other.kept() | told))
    with pytest.raises(IntegrityError, match="the very one"), transaction.atomic():
        Decision.objects.create(**(row(cast, decided) | told | {"proposed_by": cast.stranger}))


OTHERWISE = {
    "pays_for": "Nothing",
    "decided_by": "Somebody else",
    "need_changed": "Another.",
    "how_met": "Not at all.",
    "notice_on": date(2026, 9, 9),
    "notice_days": 90,
    "how_to_challenge": "You cannot.",
    "review_on": date(2027, 9, 9),
    "advocate_offered": False,
    "written_by": "Nobody",
}


@pytest.mark.parametrize("name", OTHERWISE)
def test_8_nor_is_any_other_word_of_it_changed(cast, decided, name):
    proposal = proposed(cast)
    told = {each: getattr(proposal, each) for each in actions.decisions.COPIED}
    told |= {"proposal": proposal, "recorded_by": cast.manager, "recorded_at": clock.now()}
    with pytest.raises(IntegrityError, match="the very one"), transaction.atomic():
        Decision.objects.create(**told | {name: OTHERWISE[name]})
    assert Decision.objects.create(**told).is_lower


def test_8_the_database_compares_every_column_that_is_copied():
    again = import_module("kith.budget.migrations.0008_put_right")
    assert sorted(again.COPIED) == sorted(actions.decisions.COPIED)


@pytest.mark.shows("Q-35")
@pytest.mark.fault("F-12", "F-14")
def test_9_two_tabs_at_once_keep_one(cast, decided, as_manager):
    """The second writes after the same decision, which the database lets be followed once."""
    proposal = proposed(cast)
    actions.confirm(proposal=proposal, by=as_manager)
    with pytest.raises(Refused, match="Something newer"):
        actions.confirm(proposal=proposal, by=as_manager)
    for same in ({"previous": decided}, {"proposal": proposal, "proposed_by": cast.worker}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Decision.objects.create(**(row(cast, decided, recorded_by=cast.manager) | same))


@pytest.mark.shows("Q-35")
def test_10_an_old_tab_and_a_proposal_that_was_taken_back_are_refused(cast, decided, as_manager):
    proposal = proposed(cast)
    with pytest.raises(Refused, match="waiting already"):
        proposed(cast)
    actions.take_back(proposal=proposal, by=cast.as_worker)
    with pytest.raises(Refused, match="taken back already"):
        actions.confirm(proposal=proposal, by=as_manager)
    with pytest.raises(IntegrityError, match="nobody took back"), transaction.atomic():
        told = {"proposal": proposal, "proposed_by": cast.worker, "recorded_by": cast.manager}
        Decision.objects.create(**row(cast, decided, **told))
    with pytest.raises(Refused, match="Something newer"):
        actions.record(individual=cast.individual, terms=terms(), by=cast.as_worker, after="an older one")


@pytest.mark.shows("Q-35")
def test_11_words_of_sql_are_refused_as_well(cast, decided):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE budget_decision SET total = 1, total_a_year = 52")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        names = ", ".join(f'"{field.column}"' for field in Decision._meta.concrete_fields if field.name != "id")
        less = names.replace('"total"', "1").replace('"total_a_year"', "52").replace('"public_id"', "'another'")
        less = less.replace('"previous_id"', '"id"')
        cursor.execute(f"INSERT INTO budget_decision ({names}) SELECT {less} FROM budget_decision")


def test_12_who_has_no_say_gets_nowhere(cast, decided):
    proposal = proposed(cast)
    for by in (cast.as_individual, cast.as_stranger):
        for do in (
            lambda by=by: actions.record(individual=cast.individual, terms=terms(), by=by),
            lambda by=by: actions.propose(individual=cast.individual, terms=terms(**LESS), by=by),
            lambda by=by: actions.confirm(proposal=proposal, by=by),
            lambda by=by: actions.take_back(proposal=proposal, by=by),
        ):
            with pytest.raises(NotPermitted):
                do()


def test_a_withdrawal_is_not_moved_to_another_proposal(cast, decided):
    taken = actions.take_back(proposal=proposed(cast), by=cast.as_worker)
    with pytest.raises(IntegrityError), transaction.atomic():
        Withdrawal.objects.filter(pk=taken.pk).update(proposal=proposed(cast))


# --- what is ordinary -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "same_or_more",
    [
        {"pays_for": "A bicycle", "why": "Tomos would like to ride."},
        {"total": 13_000, "their_part": 11_000},
        {"total": 48_000, "own_part": 8_000, "their_part": 40_000, "period": "four weeks"},
        {"paid_as": "direct"},
        {"own_part": 1_000},
        {"total": 12_100, "own_part": 2_100},
    ],
)
@pytest.mark.shows("S23")
def test_as_much_for_something_else_or_more_is_an_ordinary_decision(cast, decided, same_or_more):
    decision = actions.record(individual=cast.individual, terms=terms(**same_or_more), by=cast.as_worker)
    assert not decision.is_lower
    assert decision.previous == decided
    with pytest.raises(Refused, match="not lower than before"):
        actions.propose(individual=cast.individual, terms=terms(**same_or_more), by=cast.as_worker)


@pytest.mark.parametrize(
    ("name", "day", "sentence"),
    [
        ("starts_on", date.max, "from 1990 to 2031"),
        ("starts_on", date(2032, 1, 1), "from 1990 to 2031"),
        ("starts_on", date(1989, 12, 31), "from 1990 to 2031"),
        ("review_on", date.max, "from 1990 to 2031"),
        ("told_on", date(2026, 9, 12), "still to come"),
        ("notice_on", date(2026, 9, 12), "still to come"),
        ("looked_again_on", date(206, 9, 1), "from 1990 to 2031"),
        ("request_on", date(2026, 9, 12), "still to come"),
    ],
)
def test_a_day_that_cannot_be_is_refused(cast, decided, name, day, sentence):
    with pytest.raises(Refused, match=sentence):
        proposed(cast, **{name: day})
    with pytest.raises(Refused, match=sentence):
        actions.record(individual=cast.individual, terms=terms(**{name: day}), by=cast.as_worker)
    assert queries.latest(cast.individual) == decided


def test_days_as_far_as_they_may_be_are_kept(cast, decided):
    far = terms(starts_on=date(2031, 12, 31), told_on=date(2026, 9, 11))
    assert actions.record(individual=cast.individual, terms=far, by=cast.as_worker).starts_on.year == 2031


def test_half_a_copy_is_no_copy(cast):
    for wrong in ({"words": " "}, {"pays_for": ""}, {"total": -1}, {"period": "day"}, {"told_on": date(2026, 3, 1)}):
        with pytest.raises((Refused, KeyError)):
            actions.record(individual=cast.individual, terms=replace(terms(), **wrong), by=cast.as_worker)
    assert not Decision.objects.exists()
