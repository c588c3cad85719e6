"""A short measure is answered on an occasion, once, or put off; the individual sees what came of it first."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.measures import actions, queries
from kith.measures.models import Response

from .conftest import OFFICE, ours

GIVEN = {"satisfied": ("7",), "anxious": ("2",)}
LONELY = {"companionship": ("some",), "left-out": ("hardly",), "isolated": ("often",), "lonely": ("some",)}
MEETING = "meeting abc"
LATER = datetime(2026, 12, 12, 9, tzinfo=UTC)


def numbers(response: Response) -> dict:
    return {score.name: score.value_words for score in response.scores.all()}


def test_own_words_and_answers_are_kept_and_skipped_questions_are_told(cast, ons4):
    kept = actions.answer(
        measure=ons4, individual=cast.individual, answers=GIVEN, words="So so.", by=cast.as_individual
    )
    assert (kept.words, kept.value_of, kept.occasion) == ("So so.", GIVEN, "day 2026-09-11")
    assert numbers(kept) == {"satisfied": "7", "worthwhile": "", "happy": "", "anxious": "2"}
    assert kept.scores.get(name="happy").skipped == ["happy"]


def test_the_individual_sees_it_first_and_may_keep_it(cast, ucla):
    kept = actions.answer(measure=ucla, individual=cast.individual, answers=LONELY, by=cast.as_individual)
    assert numbers(kept) == {"total": "6"}
    others = {"is_own": False}
    assert not queries.responses_of(cast.individual, **others).exists()
    actions.keep_to_oneself(response=kept, by=cast.as_individual)
    assert not queries.responses_of(cast.individual, **others).exists()
    actions.let_others_see(response=kept, by=cast.as_individual)
    assert list(queries.responses_of(cast.individual, **others)) == [kept]
    assert queries.response_called(cast.individual, kept.public_id, is_own=False) == kept


def test_answered_together_both_have_seen_it(cast, ucla):
    kept = actions.answer(measure=ucla, individual=cast.individual, answers=LONELY, how="together", by=cast.as_worker)
    assert kept.is_with_others and not kept.typed_by_individual
    assert list(queries.responses_of(cast.individual, is_own=False, measure=ucla)) == [kept]


def test_one_on_an_occasion_is_enough(cast, ons4, ucla):
    told = {"individual": cast.individual, "occasion": MEETING, "by": cast.as_individual}
    first = actions.answer(measure=ons4, answers=GIVEN, **told)
    assert actions.answer(measure=ons4, answers=GIVEN, **told) == first
    with pytest.raises(Refused, match="You answered this today already."):
        actions.answer(measure=ons4, answers={"happy": ("1",)}, **told)
    with pytest.raises(Refused, match="One short set of questions is enough for one meeting."):
        actions.answer(measure=ucla, answers=LONELY, **told)
    actions.withdraw(response=first, by=cast.as_individual)
    assert actions.answer(measure=ucla, answers=LONELY, **told) != first


def test_the_same_answers_with_other_words_lose_no_words(cast, ons4):
    told = {"measure": ons4, "individual": cast.individual, "answers": GIVEN, "by": cast.as_individual}
    first = actions.answer(words="So so.", **told)
    assert actions.answer(words=" So so. ", **told) == first
    with pytest.raises(Refused, match="You answered this today already."):
        actions.answer(words="Better after all.", **told)


def test_others_meet_the_same_whatever_the_individual_answered_for_themself(cast, ons4, ucla):
    told = {"individual": cast.individual, "occasion": MEETING}

    def met_by_the_worker() -> list:
        offered = queries.offer_for(cast.individual, MEETING, clock.today(), is_own=False)
        with transaction.atomic():
            kept = actions.answer(measure=ons4, answers=GIVEN, how="together", by=cast.as_worker, **told)
            with pytest.raises(Refused) as second:
                actions.answer(measure=ucla, answers=LONELY, how="together", by=cast.as_worker, **told)
            transaction.set_rollback(True)
        return [offered.measure, kept.answers, str(second.value)]

    before = met_by_the_worker()
    own = actions.answer(measure=ucla, answers=LONELY, by=cast.as_individual, **told)
    assert met_by_the_worker() == before  # they have not said yet who may read it
    actions.keep_to_oneself(response=own, by=cast.as_individual)
    assert met_by_the_worker() == before
    assert queries.offer_for(cast.individual, MEETING, clock.today(), is_own=True) is None
    actions.let_others_see(response=own, by=cast.as_individual)
    assert queries.offer_for(cast.individual, MEETING, clock.today(), is_own=False) is None
    with pytest.raises(Refused, match="^One short set of questions is enough for one meeting."):
        actions.answer(measure=ons4, answers=GIVEN, how="together", by=cast.as_worker, **told)


def test_the_same_from_paper_is_found_by_whoever_typed_it_until_it_is_kept(cast, ons4):
    told = {"measure": ons4, "individual": cast.individual, "answers": GIVEN, "how": "paper", "by": cast.as_worker}
    typed = actions.answer(**told)
    assert actions.answer(**told) == typed
    actions.keep_to_oneself(response=typed, by=cast.as_individual)
    with pytest.raises(Refused, match="One short set of questions"):
        actions.answer(**told)


def test_the_database_holds_that_one_is_enough(cast, ons4, ucla):
    told = {"individual": cast.individual, "occasion": MEETING, "by": cast.as_individual}
    kept = actions.answer(measure=ons4, answers=GIVEN, **told)
    with pytest.raises(IntegrityError), transaction.atomic():
        Response.objects.create(
            **{
                field.attname: getattr(kept, field.attname)
                for field in Response._meta.concrete_fields
                if field.name not in ("id", "public_id", "measure")
            },
            measure=ucla,
        )


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({}, "Nothing is answered yet."),
        ({"satisfied": ()}, "Nothing is answered yet."),
        ({"satisfied": ("11",)}, "This does not answer the question."),
        ({"satisfied": ("-1",)}, "This does not answer the question."),
        ({"satisfied": ("7", "8")}, "These are more answers than the form takes."),
        ({"nothing": ("7",)}, "This form does not ask that."),
        ({"before": ("7",)}, "This form does not ask that."),
    ],
)
def test_only_what_is_asked_is_kept(cast, ons4, answers, sentence):
    with pytest.raises(Refused, match=sentence):
        actions.answer(measure=ons4, individual=cast.individual, answers=answers, by=cast.as_individual)
    assert not Response.objects.exists()


def test_what_is_off_or_of_a_goal_is_not_asked(cast):
    told = {"individual": cast.individual, "by": cast.as_individual}
    with pytest.raises(Refused, match="This is not in use here."):
        actions.answer(measure=ours("ons4"), answers=GIVEN, **told)
    with pytest.raises(Refused, match="This is asked of a goal"):
        actions.answer(measure=ours("own-goal"), answers={"rating": ("3",)}, **told)


def test_offered_is_what_is_due_and_nothing_more(cast, ons4, ucla):
    def offered(occasion=MEETING):
        offer = queries.offer_for(cast.individual, occasion, clock.today(), is_own=True)
        return offer.measure if offer else None

    assert offered() in (ons4, ucla)
    actions.answer(measure=ons4, individual=cast.individual, answers=GIVEN, occasion=MEETING, by=cast.as_individual)
    assert offered() is None
    assert offered("meeting next") == ucla
    actions.put_off(
        measure=ucla, individual=cast.individual, why="not today", occasion="meeting next", by=cast.as_worker
    )
    assert offered("meeting next") is None and offered("meeting third") == ucla
    actions.put_off(
        measure=ucla, individual=cast.individual, why="does not fit", occasion="meeting third", by=cast.as_individual
    )
    assert offered("meeting fourth") is None
    with clock.at(LATER):
        assert offered("meeting fifth") == ons4
        actions.switch_off(measure=ons4, by=OFFICE)
        assert offered("meeting fifth") is None


def test_it_is_put_off_in_one_press_or_in_own_words(cast, ons4):
    told = {"measure": ons4, "individual": cast.individual, "by": cast.as_individual}
    first = actions.put_off(why="not today", words="My head is full.", occasion=MEETING, **told)
    assert (first.why, str(first)) == ("own words", "My head is full.")
    assert actions.put_off(why="does not fit", occasion=MEETING, **told) == first
    with pytest.raises(Refused, match="Please press one of the buttons."):
        actions.put_off(why="never", occasion="meeting 2", **told)


def test_nobody_else_answers_or_keeps_packs(cast, ons4):
    told = {"measure": ons4, "individual": cast.individual, "by": cast.as_stranger}
    with pytest.raises(NotPermitted):
        actions.answer(answers=GIVEN, how="together", **told)
    with pytest.raises(NotPermitted):
        actions.put_off(why="not today", **told)
    for act in (actions.switch_on, actions.switch_off):
        with pytest.raises(NotPermitted):
            act(measure=ons4, by=cast.as_worker)
