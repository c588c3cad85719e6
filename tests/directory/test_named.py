"""Whoever types the name of a listing, of who runs it or of its place finds it first, whatever else the words mean."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest

import kith.demo
from kith.access import clock
from kith.access.actor import Actor
from kith.directory.actions import add_activity, import_directory
from kith.directory.queries import Wishes, find, look_for_each
from kith.directory.reading.entry import PlaceDetails

pytestmark = pytest.mark.django_db
LEAFLETS = Path(kith.demo.__file__).parent / "data" / "activities.csv"


@pytest.fixture
def demo(settings):
    """Every leaflet of the invented town, on a day when none of them is over."""
    settings.MEANING = False
    with clock.at(datetime(2026, 9, 1, 9, tzinfo=UTC)):
        import_directory(source_path=LEAFLETS, by=Actor.command_line())
        with LEAFLETS.open(encoding="utf-8", newline="") as file:
            yield list(csv.DictReader(file))


def names_first(found, name: str) -> bool:
    """It is first, or among those of the same name that are."""
    return bool(found) and found[0].name == name


@pytest.mark.parametrize("typed", [str, str.lower])
def test_every_leaflet_of_the_town_is_found_by_its_name(demo, typed):
    names = sorted({row["name"] for row in demo})
    looked = look_for_each([(typed(name), Wishes(limit=3)) for name in names])
    assert [name for name, each in zip(names, looked, strict=True) if not names_first(each.found, name)] == []


def test_every_leaflet_is_found_by_its_name_with_who_runs_it(demo):
    """“The choir at Riverside Gym.”"""
    rows = [row for row in demo if row["organization"] not in ("", "Engine Shed Men's Shed")][::3]
    looked = look_for_each([(f"the {row['name']} at {row['organization']}".lower(), Wishes(limit=3)) for row in rows])
    wrong = [row["name"] for row, each in zip(rows, looked, strict=True) if not names_first(each.found, row["name"])]
    assert wrong == []


def slipped(name: str) -> str:
    """Two letters of its longest word have changed places."""
    longest = max(name.split(), key=len)
    at = len(longest) // 2
    return name.replace(longest, longest[:at] + longest[at + 1] + longest[at] + longest[at + 2 :])


def test_a_slip_of_the_finger_finds_them_as_well(demo):
    names = sorted({row["name"] for row in demo if len(max(row["name"].split(), key=len)) > 5})[::2]
    looked = look_for_each([(slipped(name), Wishes(limit=3)) for name in names])
    assert [name for name, each in zip(names, looked, strict=True) if not names_first(each.found, name)] == []


def test_an_organisation_is_found_by_its_name(demo):
    several = sorted({row["organization"] for row in demo if row["organization"]})
    looked = look_for_each([(name.lower(), Wishes(limit=3)) for name in several])
    wrong = [
        name
        for name, each in zip(several, looked, strict=True)
        if not each.found or name not in (each.found[0].organisation, each.found[0].name)
    ]
    assert wrong == []


@pytest.fixture
def town(worker, settings):
    settings.MEANING = False
    bridge, far = (
        PlaceDetails(name, "1 Mill Lane", "", lat, -1.94) for name, lat in (("Bridge House", 53.72), ("Hut", 55))
    )
    for each in (
        {"name": "No fuss football, not mornings", "place": bridge, "organisation": "Calder Dads"},
        {"name": "Community choir", "place": bridge},
        {"name": "Book club", "place": far},
        {"name": "Readers at the mill", "categories": ["book club"], "place": bridge},
        {"name": "Women's darts"},
        {"name": "Men's darts"},
        {"name": "Free Friday film", "price_pence": 500},
    ):
        add_activity(by=worker, **each)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("no fuss football, not mornings", "No fuss football, not mornings"),
        ("NO FUSS FOOTBALL", "No fuss football, not mornings"),
        ("calder dads", "No fuss football, not mornings"),
        ("the choir at bridge house", "Community choir"),
        ("free friday film", "Free Friday film"),
        ("mens darts", "Men's darts"),
        ("womens darts", "Women's darts"),
    ],
)
def test_a_name_is_read_before_anything_in_it(town, typed, first):
    assert find(typed)[0].name == first


def test_it_says_that_it_was_found_by_its_name(town):
    assert str(find("No fuss football, not mornings")[0].why[0]) == "Found by its name"
    assert str(find("calder dads")[0].why[0]) == "Run by Calder Dads"


def test_words_of_a_wish_are_no_name_a_long_way_off(town):
    assert find("book club", near=(53.72, -1.94))[0].name == "Readers at the mill"


def test_who_asks_for_men_is_not_shown_a_name_that_differs_by_a_letter(town):
    assert "Women's darts" not in [one.name for one in find("mens darts")]


@pytest.fixture
def refusable(worker, settings):
    """Things that somebody may say no to by their very names."""
    settings.MEANING = False
    bridge = PlaceDetails("Bridge House", "1 Mill Lane", "", 53.72, -1.94)
    for name in (
        "Bingo",
        "Football",
        "Swimming",
        "Yoga",
        "Knitting circle",
        "Boxing fitness, no contact",
        "Memory café",
    ):
        add_activity(by=worker, name=name)
    add_activity(by=worker, name="Community lunch", organisation="The Salvation Army")
    add_activity(by=worker, name="Darts", place=bridge)


@pytest.mark.parametrize(
    ("typed", "away"),
    [
        ("no bingo", "Bingo"),
        ("i dont want bingo", "Bingo"),
        ("I do not want bingo", "Bingo"),
        ("bingo isn't for me", "Bingo"),
        ("nothing with bingo", "Bingo"),
        ("anything but football", "Football"),
        ("anything except yoga", "Yoga"),
        ("not swimming", "Swimming"),
        ("not the memory cafe", "Memory café"),
        ("not the salvation army", "Community lunch"),
        ("i dont want to go to the salvation army", "Community lunch"),
        ("not at Bridge House", "Darts"),
        ("darts but not at Bridge House", "Darts"),
        ("anywhere other than Bridge House", "Darts"),
        (
            "I would like to find somewhere to play a game of something with other people but not at Bridge House",
            "Darts",
        ),
    ],
)
def test_what_is_refused_by_its_name_is_not_shown(refusable, typed, away):
    assert away not in [one.name for one in find(typed)]


@pytest.mark.parametrize(
    "typed", ["boxing fitness no contact", "Boxing fitness, no contact", "boxing fitness, no contcat"]
)
def test_a_no_that_stands_in_the_name_refuses_nothing(refusable, typed):
    assert find(typed)[0].name == "Boxing fitness, no contact"
    assert find(typed)[0].named


def test_what_is_said_beside_a_refusal_is_still_found(refusable):
    assert [one.name for one in find("knitting circle, not at the salvation army")] == ["Knitting circle"]
    assert "Darts" in [one.name for one in find("darts, no bingo")]


def test_who_refuses_a_house_refuses_no_game_of_that_name(refusable):
    assert "Bingo" in [one.name for one in find("not at Bridge House")]


def test_a_house_is_shown_again_once_the_refusal_is_taken_off(refusable):
    looked = look_for_each([("not at Bridge House", Wishes(taken_off=frozenset({"no-bridge-house"})))])[0]
    assert "no bridge house" in [fact.words for fact in looked.facts]
    assert "Darts" in [one.name for one in looked.found]
