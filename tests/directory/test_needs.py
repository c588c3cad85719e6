"""An idiom is no label, a need is no diagnosis, and what a listing says of a need stands on its card."""

import pytest

from kith.directory.actions import add_activity
from kith.directory.models import Activity
from kith.directory.queries import Wishes, find, look
from kith.directory.reading.entry import PlaceDetails
from kith.directory.search.asked import understand
from kith.directory.search.needs import needs_of, said_of
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


SAYS = {"Step-free": "I use a wheelchair", "Toilet": "need a toilet", "Seats": "need a chair"}
SAYS |= {"Hearing loop": "with a hearing loop", "By bus or tram": "where the tram goes"}


def said(tells: str, **written: str):
    """What a listing that writes this says of a need."""
    need = next(each for each in needs_of(understand(SAYS[tells])) if each.tells == tells)
    return said_of(need, Activity(**written))


@pytest.mark.parametrize(
    ("tells", "written"),
    [
        ("Step-free", "Step-free; adjustable bench"),
        ("Step-free", "Lift; one quiet room next door"),
        ("Step-free", "Lift"),
        ("Step-free", "No steps, level access"),
        ("Step-free", "Wheelchair accessible? Yes"),
        ("Toilet", "No steps. Toilets"),
        ("Seats", "Flat grass; benches close by"),
        ("Hearing loop", "Step-free; hearing loop"),
        ("By bus or tram", "Tram stop 5 minutes"),
    ],
)
def test_a_plain_yes_about_access_is_sure(tells, written):
    assert said(tells, access_words=written).answer is True


@pytest.mark.parametrize(
    ("tells", "written"),
    [
        ("Step-free", "Ground floor is not accessible. The lift is broken."),
        ("Step-free", "Step-free access is not available"),
        ("Step-free", "Wheelchair users cannot get in"),
        ("Step-free", "Wheelchair accessible? No"),
        ("Step-free", "Inaccessible to wheelchair users"),
        ("Step-free", "No ramp, lift or toilet"),
        ("Step-free", "Two flights of stairs, no lift"),
        ("Toilet", "No ramp, lift or toilet"),
        ("Toilet", "Toilets are closed"),
        ("Toilet", "Toilet: none"),
        ("By bus or tram", "Not on a bus route"),
    ],
)
def test_a_no_on_either_side_is_a_no(tells, written):
    assert said(tells, access_words=written).answer is False


@pytest.mark.parametrize(
    ("tells", "written"),
    [
        ("Step-free", "Lift your mood with a song"),
        ("Step-free", "A lift home can be arranged"),
        ("Step-free", "Some lifting"),
        ("Step-free", "No lifting"),
        ("Seats", "Chair: Mary Smith"),
        ("Seats", "Bench press"),
        ("Hearing loop", "A 5 mile loop of the lake"),
    ],
)
def test_a_word_with_another_meaning_says_nothing(tells, written):
    for place in ("access_words", "summary"):
        told = said(tells, **{place: written})
        assert (told.answer, told.quoted) == (None, "")


@pytest.mark.parametrize(
    ("tells", "written"),
    [
        ("Step-free", "Two steps, ramp on request"),
        ("Step-free", "Step-free stage; workshop down six steps"),
        ("Step-free", "Ramp at the front. Wheelchair users cannot get in"),
        ("Step-free", "Wheelchair accessible? Please ring"),
        ("Step-free", "Step free and the music is not loud"),
        ("Toilet", "Toilets upstairs only"),
        ("By bus or tram", "Nearest bus stop 3 miles"),
        ("By bus or tram", "No buses on Sunday"),
    ],
)
def test_what_is_neither_yes_nor_no_is_quoted_whole(tells, written):
    told = said(tells, access_words=written)
    assert (told.answer, told.quoted) == (None, written)


def test_prose_is_quoted_and_never_sure(town, worker):
    add_activity(
        by=worker, name="Choir of joy", long_text="We sing. There is level access from the yard. Lift your mood!"
    )
    add_activity(by=worker, name="Choir of steps", summary="Up a steep flight. Not suitable for wheelchair users.")
    add_activity(by=worker, name="Choir of song", summary="Lift your mood with a song. Up a steep flight.")
    asked = "a choir, I use a wheelchair"
    needs = {one.name: [(str(each), each.sure) for each in one.why if each.kind == "need"] for one in find(asked)}
    assert needs["Choir of joy"] == [("Step-free: its text says “There is level access from the yard”", False)]
    assert needs["Choir of steps"] == [("Step-free: its text says “Not suitable for wheelchair users”", False)]
    assert needs["Choir of song"] == [("Step-free: not known, please ask", False)]
    assert needs["Town choir"] == [("Step-free", True)]
