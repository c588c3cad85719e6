"""An idiom is no label, a need is no diagnosis, and what a listing says of a need stands on its card."""

import pytest

from kith.directory.actions import add_activity
from kith.directory.queries import Wishes, find, look
from kith.directory.reading.entry import PlaceDetails
from kith.directory.search.asked import understand
from kith.directory.search.understood import facts_of

pytestmark = pytest.mark.django_db


def heard(said: str) -> set[str]:
    return {each.concept.name for each in understand(said).heard}


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("I get overwhelmed", "autistic adults"),
        ("too noisy for me", "autistic adults"),
        ("I use a wheelchair", "disability groups"),
        ("with my kids", "parents and babies"),
        ("my daughter bought me a tablet", "parents and babies"),
        ("dying to try salsa", "bereaved"),
        ("drop dead gorgeous frocks", "bereaved"),
        ("scared to death of heights", "bereaved"),
        ("weeding the beds", "drugs"),
        ("a game on the tennis court", "law"),
        ("stroke a dog", "after a stroke"),
        ("I take pride in my garden", "LGBTQ+ company"),
        ("coming out of my shell", "LGBTQ+ company"),
        ("where food is served", "veterans"),
        ("lifts weights", "getting about"),
        ("I can't see the point of jogging", "sight loss"),
        ("my grandma taught me to knit", "later life"),
        ("send me some ideas", "children with extra needs"),
        ("been inside all day", "prison and a new start"),
    ],
)
def test_what_is_not_said_of_a_person_is_not_heard(said, label):
    assert label not in heard(said)


@pytest.mark.parametrize(
    ("said", "idea"),
    [
        ("I use a wheelchair", "without steps"),
        ("I get overwhelmed", "quiet and not crowded"),
        ("need a toilet nearby", "a toilet"),
        ("with a hearing loop", "a hearing loop"),
        ("chairs with backs", "seats"),
        ("I am autistic", "autistic adults"),
        ("my mum died", "bereaved"),
        ("with my kids", "doing things with the children"),
        ("dying to try salsa", "dance"),
    ],
)
def test_what_is_said_is_heard(said, idea):
    assert idea in heard(said) or any(idea in name for name in heard(said))


@pytest.fixture
def town(worker, settings):
    settings.MEANING = False
    hall = PlaceDetails("Hall", "1 Mill Lane", "", 53.72, -1.94)
    for each in (
        {"name": "Tenor choir", "access_words": "Not step-free: six steps up", "place": hall},
        {"name": "Town choir", "access_words": "Step-free; accessible toilet", "place": hall},
        {"name": "Tram choir", "getting_there": "The 590 bus stops outside", "place": hall},
        {"name": "Choral society", "long_text": "A choir that sings in the church hall."},
        *({"name": f"Chess number {number}", "place": hall} for number in range(12)),
        {"name": "Chair doctor", "long_text": "Mend a wobbly chair. Nobody minds if you jam."},
        {"name": "Gym", "long_text": "Get stronger. Weights and strength for all."},
    ):
        add_activity(by=worker, **each)


def told(said: str, kind: str = "need") -> dict[str, list[str]]:
    return {one.name: [str(each) for each in one.why if each.kind == kind] for one in find(said)}


def test_a_need_is_met_from_what_listings_say_and_each_says_what_is_known(town):
    found = told("a choir, I use a wheelchair")
    assert list(found)[0] == "Town choir"
    assert list(found)[-1] == "Tenor choir"
    assert found["Town choir"] == ["Step-free"]
    assert found["Tenor choir"] == ["Step-free: it says no"]
    assert found["Tram choir"] == ["Step-free: not known, please ask"]


def test_where_the_tram_goes_is_met_from_how_to_get_there(town):
    found = told("a choir somewhere the tram goes")
    assert list(found)[0] == "Tram choir"
    assert found["Tram choir"] == ["By bus or tram"]
    assert found["Town choir"] == ["By bus or tram: not known, please ask"]


def test_what_is_not_known_is_a_question(town):
    why = {one.name: one.why for one in find("a choir with a toilet nearby")}
    assert [each.sure for each in why["Town choir"] if each.kind == "need"] == [True]
    assert [each.sure for each in why["Choral society"] if each.kind == "need"] == [False]


def test_a_wish_and_its_dread_are_not_mixed(town):
    assert "Choral society" not in told("wants to feel stronger but dreads changing rooms")


@pytest.mark.parametrize("said", ["make jam", "a nobody with a good mind"])
def test_a_word_that_means_many_things_finds_nothing_in_prose(town, said):
    assert not [why for name, reasons in told(said, "meaning").items() if name == "Chair doctor" for why in reasons]


def test_who_hears_voices_is_not_sent_to_a_choir(worker, settings):
    settings.MEANING = False
    add_activity(name="Big voices", long_text="Voices of every kind.", by=worker)
    assert look("I hear voices", Wishes()).found == []


@pytest.mark.parametrize(
    ("said", "chips"),
    [
        ("hates stairs, likes cards", {"no stairs"}),
        ("nothing religious", {"nothing religious"}),
        ("not competitive but a choir", {"nothing competitive"}),
        ("music but not loud", {"not loud"}),
    ],
)
def test_chips_say_what_was_said(said, chips):
    words = {fact.words for fact in facts_of(said, understand(said))}
    assert chips <= words and not any(word.startswith("no card") for word in words)


@pytest.mark.parametrize(
    ("said", "away"),
    [
        ("knitting for grown-ups", "Youth knitting"),
        ("my husband died", "Left behind"),
        ("knitting, but gyms scare the life out of me", "Gym"),
        ("knitting but crowded gyms make me anxious", "Gym"),
    ],
)
def test_what_would_be_wrong_or_unkind_is_not_shown(town, worker, said, away):
    for name, categories in (("Youth knitting", ["youth"]), ("Knitting", []), ("Good grief", ["bereavement"])):
        add_activity(name=name, categories=categories, by=worker)
    add_activity(name="Left behind", long_text="For people bereaved by suicide.", categories=["bereavement"], by=worker)
    found = told(said)
    assert found and away not in found


def test_a_dog_of_ones_own_is_not_refused():
    assert understand("no dog of my own but would love to walk one").refused == frozenset()
    assert understand("walking but no dogs").refused


def test_who_cannot_go_out_is_shown_what_comes_to_them(town, worker):
    add_activity(name="Chatter café", categories=["coffee"], by=worker)
    add_activity(name="Home visiting friends", long_text="A volunteer comes for a chat.", by=worker)
    assert list(told("housebound, would like a chat"))[0] == "Home visiting friends"
