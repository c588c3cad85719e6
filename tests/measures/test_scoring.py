"""Answers become the numbers that were published, or that anybody can work out by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.measures.actions.keeping import OURS
from kith.measures.attainment import NoWeight, attainment
from kith.measures.pack_files import read
from kith.measures.scoring import scored

from .made import TODAY, bounded, options, pack, total

FOUR = ("a", "b", "c", "d")


def of_ours(name: str):
    return read((OURS / f"{name}.json").read_text(), TODAY)


def values(made, **answers: str) -> dict[str, Decimal | None]:
    return {each.name: each.value for each in scored(made, {name: (word,) for name, word in answers.items()})}


@pytest.mark.parametrize(
    ("weights", "levels", "number"),
    [
        ((1,), (0,), "50"),
        ((1,), (1,), "60"),
        ((1,), (2,), "70"),
        ((1,), (-1,), "40"),
        ((1,), (-2,), "30"),
        ((1, 1), (1, 0), "56.20"),
        ((1, 1), (1, 1), "62.40"),
        ((1, 1), (-1, -1), "37.60"),
        ((1, 1, 1), (-1, -1, -1), "36.31"),
        ((1, 1, 1), (2, 2, 2), "77.39"),
        ((2, 1, 1), (1, 0, -1), "53.33"),
        ((9, 1), (2, -2), "67.11"),
    ],
)
def test_goal_attainment_is_the_published_formula(weights, levels, number):
    assert attainment(list(zip(weights, levels, strict=True))) == Decimal(number)


def test_without_goals_there_is_no_number_and_without_weights_a_reason():
    assert attainment([]) is None
    with pytest.raises(NoWeight, match="No goal counts for anything"):
        attainment([(0, 2), (0, -1)])


@given(st.lists(st.tuples(st.integers(1, 100), st.integers(-2, 2)), min_size=1, max_size=8))
def test_levels_the_other_way_round_are_as_far_on_the_other_side_of_fifty(reached):
    turned = [(weight, -level) for weight, level in reached]
    assert attainment(reached) + attainment(turned) == 100


@pytest.mark.parametrize(
    ("answers", "number"),
    [
        (("hardly", "hardly", "hardly"), 3),
        (("some", "hardly", "often"), 6),
        (("often", "often", "often"), 9),
        (("some", "some", None), None),
        ((None, None, None), None),
    ],
)
def test_loneliness_is_three_to_nine_and_none_where_one_was_skipped(answers, number):
    told = dict(zip(("companionship", "left-out", "isolated"), answers, strict=True))
    found = values(of_ours("ucla-3"), **{name: word for name, word in told.items() if word}, lonely="never")
    assert found == {"total": number}


def test_the_four_of_ons_stand_alone_and_are_never_added_up():
    found = values(of_ours("ons4"), satisfied="7", happy="0", anxious="10")
    assert found == {"satisfied": 7, "worthwhile": None, "happy": 0, "anxious": 10}
    assert "never added up" in of_ours("ons4").no_total


@pytest.mark.parametrize(
    ("how", "at_least", "answered", "number"),
    [
        ("no number", None, 4, "10"),
        ("no number", None, 3, None),
        ("as nought", None, 3, "6"),
        ("mean of the rest", 3, 3, "8"),
        ("mean of the rest", 3, 2, None),
        ("as nought", None, 0, None),
    ],
)
def test_what_is_skipped_is_dealt_with_as_the_source_says(how, at_least, answered, number):
    skipped = {"how": how, "words": "So it says."} | ({"at_least": at_least} if at_least else {})
    made = pack(*(bounded(name, 0, 4) for name in FOUR), scores=[total(*FOUR, range=[0, 16])], skipped=skipped)
    told = dict(list(zip(FOUR, ("1", "2", "3", "4"), strict=True))[:answered])
    (found,) = scored(made, {name: (word,) for name, word in told.items()})
    assert found.value == (None if number is None else Decimal(number))
    assert found.skipped == FOUR[answered:]


def test_a_question_may_count_the_other_way_round_and_a_mean_may_be_a_half():
    words = {"never": 1, "often": 4}
    asks = (options("a", "never", "often"), options("b", "never", "often"))
    rule = {"name": "m", "title": "M", "how": "mean", "items": ["a", "b"], "values": words, "reversed": ["b"]}
    made = pack(*asks, scores=[rule | {"range": [1, 4]}])
    assert values(made, a="often", b="often") == {"m": Decimal("2.5")}
    assert values(made, a="often", b="never") == {"m": Decimal(4)}


def test_fifteen_questions_of_nought_to_four_make_nought_to_sixty():
    """As a questionnaire of recovery has them, in whole numbers."""
    names = [f"q{number}" for number in range(15)]
    made = pack(*(bounded(name, 0, 4) for name in names), scores=[total(*names, range=[0, 60])])
    assert values(made, **dict.fromkeys(names, "4")) == {"total": 60}
    assert values(made, **dict.fromkeys(names, "0")) == {"total": 0}


def test_the_process_of_recovery_adds_up_only_where_all_of_it_is_answered():
    """Disagree strongly 0, agree strongly 4, over fifteen statements (PhenX protocol 661101)."""
    made = of_ours("qpr-15")
    names = [question.link_id for question in made.questions]
    assert len(names) == 15
    assert values(made, **dict.fromkeys(names, "strongly-agree")) == {"total": 60}
    mixed = dict.fromkeys(names, "neither") | {names[0]: "strongly-disagree", names[14]: "agree"}
    assert values(made, **mixed) == {"total": 13 * 2 + 0 + 3}
    assert values(made, **dict.fromkeys(names[1:], "agree")) == {"total": None}


@given(st.lists(st.one_of(st.none(), st.integers(0, 4)), min_size=4, max_size=4), st.sets(st.sampled_from(FOUR)))
def test_a_number_is_never_outside_its_range(given_answers, turned):
    rule = total(*FOUR, range=[0, 16], reversed=sorted(turned))
    skipped = {"how": "mean of the rest", "words": "So.", "at_least": 2}
    made = pack(*(bounded(name, 0, 4) for name in FOUR), scores=[rule], skipped=skipped)
    told = {name: (str(number),) for name, number in zip(FOUR, given_answers, strict=True) if number is not None}
    (found,) = scored(made, told)
    assert (found.value is None) == (len(told) < 2)
    assert found.value is None or 0 <= found.value <= 16
