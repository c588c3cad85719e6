"""Days, hours, money, ages and refusals, in the many ways people say them."""

import pytest

from kith.directory.search.asked import understand
from kith.directory.search.for_whom import age_in
from kith.directory.search.spoken import sentence

WEEKEND, WORKING = {5, 6}, {0, 1, 2, 3, 4}


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("smthing 2 do", "something to do"),
        ("I do not, cannot", "i dont , cant"),
        ("wkend eves", "weekend evenings"),
        ("under £5", "under £5"),
        ("no-one", "nobody"),
        ("nowt wi' me mam", "nothing with my mam"),
        ("down t'pub", "down the pub"),
        ("me back's gone", "me backs gone"),
        ("come with me on Friday", "come with me on friday"),
        ("I cannae sleep", "i cant sleep"),
        ("walkin' the bairns", "walking the children"),
    ],
)
def test_text_speak_is_written_out(typed, plain):
    assert sentence(typed) == plain


@pytest.mark.parametrize(
    ("text", "days", "parts"),
    [
        ("a weds eve", {2}, ("evening",)),
        ("tuesdays and thursdays", {1, 3}, ()),
        ("monday to wednesday", {0, 1, 2}, ()),
        ("mon-fri", WORKING, ()),
        ("live music, sat listening", set(), ()),
        ("I'm sat in the cold", set(), ()),
        ("sit in the sun", set(), ()),
        ("on sat", {5}, ()),
        ("fri or sat", {4, 5}, ()),
        ("sat morning", {5}, ("morning",)),
        ("not mondays or tuesdays", {2, 3, 4, 5, 6}, ()),
        ("any day except friday", {0, 1, 2, 3, 5, 6}, ()),
        ("I work on mondays", {1, 2, 3, 4, 5, 6}, ()),
        ("wednesdays are no good", {0, 1, 3, 4, 5, 6}, ()),
        ("not at weekends", WORKING, ()),
        ("something for a Sunday, weekends are the worst", {6}, ()),
        ("not monday mornings", set(), ()),
        ("week nights", WORKING, ("evening",)),
        ("after work", set(), ("evening",)),
        ("after 6pm", set(), ("evening",)),
        ("from 2pm", set(), ("afternoon",)),
        ("before noon", set(), ("morning",)),
        ("in the daytime", set(), ("morning", "afternoon")),
        ("while the kids are at school", WORKING, ("morning", "afternoon")),
        ("I don't go out after dark", set(), ("morning", "afternoon")),
        ("not a morning person", set(), ("afternoon", "evening")),
        ("mornings are hell", set(), ("afternoon", "evening")),
        ("up at night with worry", set(), ()),
        ("a night out", set(), ("evening",)),
    ],
)
def test_days_and_hours(text, days, parts):
    asked = understand(text)
    assert (asked.days, asked.parts) == (days, parts)


@pytest.mark.parametrize(
    ("text", "free", "pence"),
    [
        ("without it costing the earth", False, 500),
        ("nothing too pricey", False, 500),
        ("money is tight", False, 500),
        ("can't pay twelve pounds", False, 1199),
        ("can't afford more than £3", False, 300),
        ("£4 max", False, 400),
        ("only got a tenner", False, 1000),
        ("no money to spare", True, None),
        ("for nowt", True, None),
        ("we haven't a penny", True, None),
        ("I have money worries", False, None),
        ("I broke my hip", False, None),
        ("feel free again", False, None),
        ("step free", False, None),
    ],
)
def test_money(text, free, pence):
    asked = understand(text)
    assert (asked.free, asked.at_most_pence) == (free, pence)


@pytest.mark.parametrize(
    ("text", "refused", "still_wanted"),
    [
        ("nothing sporty", ("sporty",), ()),
        ("nothing religious please", ("chapel",), ()),
        ("water but not a swimming pool", ("swimm", "swim"), ("water",)),
        ("swimming isn't for me, a walk though", ("swim",), ("walk",)),
        ("a walk instead of bingo", ("bingo",), ("walk",)),
        ("fed up of knitting", ("knit",), ()),
        ("there's nothing on round here, a walk", (), ("walk",)),
        ("no experience, singing", (), ("sing",)),
    ],
)
def test_refusals(text, refused, still_wanted):
    asked = understand(text)
    terms = {part for term in asked.refused for part in term}
    assert not refused or set(refused) & terms
    assert set(still_wanted) <= {stem for _, stem in asked.words}
    assert "pool" not in {stem for _, stem in asked.words}


@pytest.mark.parametrize(
    ("text", "heard", "not_heard"),
    [
        ("she doesn't drink", "away from drink", "drink and drugs"),
        ("I cannot face a group", "one to one", ""),
        ("can't manage stairs", "without steps", ""),
        ("can't swim", "learning to swim", ""),
        ("talking to the dog", "dogs", "science and talks"),
        ("help with letters", "", "lettering"),
        ("get rid of it", "", "horses"),
        ("sit down", "", "learning disability"),
    ],
)
def test_a_not_can_be_a_wish_and_little_words_name_no_idea(text, heard, not_heard):
    names = {one.concept.name for one in understand(text).heard}
    assert not heard or heard in names
    assert not_heard not in names


def test_whoever_cannot_stand_crowds_is_not_kept_from_the_company_meant_for_them():
    refused = understand("autistic, can't stand bright lights and crowds").refused
    assert ("autism",) not in refused


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("she's 82", 82),
        ("my lad is 16", 16),
        ("bloke in his fifties", 50),
        ("moved up from Kent, know nobody, 34", 34),
        ("I'm gay, 62 and only just told my kids", 62),
        ("at 70 I want to learn piano", 70),
        ("up to £5, 30 minutes from here", 0),
        ("at 19 30", 0),
        ("in my early 30s", 30),
        ("aged 64", 64),
        ("trans woman, 40s, nervous", 40),
        ("a 45 year old", 45),
        ("and 30 minutes on the bus", 0),
        ("ten people", 0),
    ],
)
def test_ages(text, age):
    assert age_in(text)[0] == age


def test_an_age_says_whose_groups_are_meant():
    assert "young people" in {one.concept.name for one in understand("my lad is 16").heard}
    assert "later life" in {one.concept.name for one in understand("she's 82").heard}
    assert {"older people", "young people"} <= understand("he's 34 and bored").not_for


@pytest.mark.parametrize("words", ["stairs", "anger", "spring", "bedroom", "costing", "drag"])
def test_an_ordinary_word_is_no_slip_of_the_keyboard(db, words):
    from kith.directory.models import SearchWord
    from kith.directory.search.weights import spelt
    from kith.directory.search.words import stem

    for held in ("star", "angler", "string", "bandroom", "costum", "dragon"):
        SearchWord.objects.create(word=held, documents=3, first=held[0], length=len(held))
    assert spelt([stem(words)]) == {}
