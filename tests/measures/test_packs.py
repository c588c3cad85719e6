"""A pack is read whole or turned away in one sentence."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.access.refusal import Refused
from kith.measures.actions.keeping import OURS
from kith.measures.pack_files import MOST_BYTES, read
from kith.measures.packs import QUESTIONS
from kith.questionnaires.sources import ABOUT_MONEY

from .made import LICENCE, TODAY, bounded, options, pack, told, total, written

ASKS = (bounded("a", 0, 4), bounded("b", 0, 4))
SUM = total("a", "b", range=[0, 8])


def changed(**more) -> str:
    return json.dumps(told(*ASKS, scores=[SUM]) | more)


def without(*names: str) -> str:
    return json.dumps({name: value for name, value in told(*ASKS, scores=[SUM]).items() if name not in names})


def licence(**more) -> dict:
    return {"licence": LICENCE | more}


@pytest.mark.shows("Q-60")
@pytest.mark.parametrize("path", sorted(OURS.glob("*.json")), ids=lambda path: path.stem)
def test_ours_are_read(path):
    found = read(path.read_text(), TODAY)
    assert found.licence.holder and found.licence.words and found.source.words and found.skipped.words
    assert not found.form.about_money


def test_the_questions_of_ours_are_as_they_were_published():
    def asked(name):
        return [question.words for question in read((OURS / f"{name}.json").read_text(), TODAY).questions]

    assert asked("ons4") == [
        "Overall, how satisfied are you with your life nowadays?",
        "Overall, to what extent do you feel that the things you do in your life are worthwhile?",
        "Overall, how happy did you feel yesterday?",
        "On a scale where 0 is “not at all anxious” and 10 is “completely anxious”, overall, how anxious did you feel "
        "yesterday?",
    ]
    assert asked("ucla-3") == [
        "How often do you feel that you lack companionship?",
        "How often do you feel left out?",
        "How often do you feel isolated from others?",
        "How often do you feel lonely?",
    ]


@pytest.mark.shows("Q-08", "Q-59", "Q-60")
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (without("licence"), "Line 1: the pack has no licence. It has to say who holds it, in what words it is given"),
        (changed(licence={"holder": "Somebody", "words": "Free."}), "the pack has no licence"),
        (changed(licence="free"), "the pack has no licence"),
        (changed(**licence(holder=" ")), "the pack has no “holder” here."),
        (changed(**licence(words="")), "the pack has no “words” here."),
        (changed(**licence(ends="soon")), "“ends” has to be a day like 2027-03-31, or null."),
        (changed(**licence(ends=2027)), "“ends” has to be a day like 2027-03-31, or null."),
        (changed(**licence(ends="2026-09-10")), "The licence of “A made one” ended on 10 September 2026."),
        (without("pack"), "this is no pack."),
        (without("source"), "the pack has no “source”."),
        (without("skipped"), "the pack has no “skipped”."),
        (without("questionnaire"), "the pack has no “questionnaire”."),
        (without("scores"), "“scores” is not a list that a pack has here."),
        (changed(kind="horoscope"), "Kith does not know packs of the kind “horoscope”"),
        (changed(pack=2), "or not in this edition."),
        (changed(thresholds=[5]), "“thresholds” is not a part that a pack has here."),
        (changed(kind="own"), "a pack of the kind “own” asks one question: “rating”."),
        (changed(skipped={"how": "guess", "words": "x"}), "what to do about a question that is skipped."),
        (changed(skipped={"how": "mean of the rest", "words": "x"}), "what to do about a question that is skipped."),
        (changed(scores=[total("a", "b", range=[0, 9])]), "these questions give 0 to 8, and “range” says something"),
        (changed(scores=[total("a", "c", range=[0, 8])]), "question “c” gives no number."),
        (changed(scores=[SUM, SUM]), "two numbers of the pack have the same “name”."),
        (changed(scores=[total("a", "b", range=[0, 8], how="eval")]), "how this number is worked out"),
        (changed(scores=[total("a", "b", range=[0, 8], reversed=["z"])]), "how this number is worked out"),
        (
            changed(scores=[total("a", "b", range=[0, 8], values={"x": 1e9})]),
            "a number is not one that a pack can have.",
        ),
        (changed(bands=[{"score": "total", "range": [0, 9], "words": "low"}]), "fits no number of the pack."),
        (
            changed(bands=[{"score": "total", "range": [0, 4], "words": "low", "colour": "red"}]),
            "“colour” is not a part",
        ),
        (b"\xff\xfe", "the file is not written in UTF-8."),
        ("[]", "the file holds no form."),
        ("{" * 900, "this cannot be read as JSON"),
        (" " * (MOST_BYTES + 1), "The file is too large: a pack has at most 300 kB."),
    ],
)
def test_what_is_wrong_is_one_sentence(content, sentence):
    with pytest.raises(Refused) as refused:
        read(content, TODAY)
    assert sentence in str(refused.value) and "\n" not in str(refused.value)


def test_the_line_of_the_whole_file_is_named():
    wrong = written(bounded("a", 0, 4), {"linkId": "b", "text": "B", "type": "attachment"}, scores=[])
    line = wrong.splitlines().index('    "linkId": "b",')
    with pytest.raises(Refused, match=f"^Line {line}: Kith does not know questions of the type “attachment”"):
        read(wrong, TODAY)


@pytest.mark.parametrize(
    "item",
    [
        {"linkId": "a", "text": "Many", "type": "string", "repeats": True},
        {"linkId": "a", "text": "When", "type": "date"},
        {"linkId": "a", "text": "<script>alert(1)</script>", "type": "string"},
    ],
)
def test_a_small_measure_asks_small_questions(item):
    with pytest.raises(Refused):
        pack(item, scores=[])


def test_a_pack_is_not_long_and_never_about_money():
    with pytest.raises(Refused, match="one to 40 questions"):
        pack(*(bounded(f"q{number}", 0, 1) for number in range(41)), scores=[])
    with pytest.raises(Refused, match="one to 40 questions"):
        pack({"linkId": "a", "text": "Words only", "type": "display"}, scores=[])
    money = told(*ASKS, scores=[SUM])
    money["questionnaire"]["extension"] = [{"url": ABOUT_MONEY, "valueBoolean": True}]
    with pytest.raises(Refused, match="a measure is never about money"):
        read(json.dumps(money), TODAY)


def test_a_licence_holds_to_the_end_of_its_last_day():
    found = read(changed(**licence(ends="2026-09-11")), TODAY)
    assert found.licence.last_day == TODAY and not found.licence.has_ended(TODAY)
    assert found.licence.has_ended(date(2026, 9, 12))


def test_bands_are_words_of_the_source():
    made = pack(*ASKS, scores=[SUM], bands=[{"score": "total", "range": [0, 3], "words": "low"}])
    assert [(band.rule, band.least, band.most, band.words) for band in made.bands] == [("total", 0, 3, "low")]
    assert made.kind == QUESTIONS


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from(sorted(told(scores=[])))


@settings(max_examples=150, deadline=None)
@given(NAMES, JSON)
def test_whatever_stands_in_a_part_is_read_or_turned_away(name, value):
    try:
        read(changed(**{name: value}), TODAY)
    except Refused as reason:
        assert "\n" not in str(reason)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(["name", "title", "how", "items", "values", "reversed", "range"]), JSON)
def test_whatever_a_rule_says_is_read_or_turned_away(name, value):
    try:
        pack(*ASKS, options("c", "x", "y"), scores=[SUM | {name: value}])
    except Refused as reason:
        assert "\n" not in str(reason)
