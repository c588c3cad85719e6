"""What Kith understood of the words is shown, and each part of it can be taken off and put back."""

import re
from html import unescape

import pytest

from kith.directory import actions as directory
from kith.directory.reading.entry import PlaceDetails
from tests.ideas.test_filters import add, on_table
from tests.page_words import words_of

CHIP = re.compile(r'<a class="chip taken-off" href="([^"]+)"><span class="only-heard">Take off: </span>([^<]+?) <span')
BACK = re.compile(r'<a class="taken-off" href="([^"]+)"><span class="only-heard">Put back: </span>([^<]+?) <span')


def chips(cast, asked, pattern=CHIP) -> dict[str, str]:
    """The words of each chip, and the address it leads to."""
    page = words_of(cast.browsing("idris").get(cast.at(f"table/{asked}")))
    part = page.partition('<div class="chips understood')[2].partition("</div>")[0]
    return {words: unescape(address).removeprefix(cast.at("table/")) for address, words in pattern.findall(part)}


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("costs nothing, not mornings, somewhere the tram goes", ["not mornings", "free", "by tram or bus"]),
        ("wants to feel stronger but dreads changing rooms", ["no changing rooms", "strength"]),
        ("choir on Tuesday evenings, under £5", ["Tuesdays", "evenings", "up to £5", "sing"]),
        ("nothing with a lot of talking about feelings", ["no talking about feelings"]),
        ("not thursdays, at most £2.50", ["not Thursdays", "up to £2.50"]),
        ("at the weekend, within walking distance", ["a walk away", "at the weekend"]),
        ("no changing rooms", ["no changing rooms"]),
        ("he would like a game of darts", ["nothing just for women"]),
    ],
)
def test_what_was_understood_is_told_in_plain_words(cast, said, shown):
    assert set(shown) <= set(chips(cast, f"?q={said}"))


def test_words_that_mean_nothing_in_particular_have_no_chips(cast):
    assert chips(cast, "?q=zzzqqq") == {} == chips(cast, "")


def test_never_more_than_eight(cast):
    said = "choir, chess, darts, football, knitting, swimming, walking, baking, yoga, free on Tuesday evenings"
    assert len(chips(cast, f"?q={said}")) == 8


def test_a_day_taken_off_is_not_asked_for_any_more_and_can_be_put_back(cast):
    asked = "?q=run or sing on Thursdays"
    assert on_table(cast, asked)[0] == cast.harriers.name
    taken = chips(cast, asked)["Thursdays"]
    assert chips(cast, taken).keys() == chips(cast, asked).keys() - {"Thursdays"}
    assert chips(cast, taken, BACK).keys() == {"Thursdays"}
    assert chips(cast, chips(cast, taken, BACK)["Thursdays"]).keys() == chips(cast, asked).keys()


def test_a_refusal_taken_off_lets_such_things_come_again(cast):
    asked = "?q=something to do but not singing"
    assert cast.choir.name not in on_table(cast, asked)
    assert cast.choir.name in on_table(cast, chips(cast, asked)["no singing"])


def test_an_idea_taken_off_is_not_looked_for(cast):
    asked = "?q=a choir and running"
    assert {cast.choir.name, cast.harriers.name} <= set(on_table(cast, asked))
    found = on_table(cast, chips(cast, asked)["sing"])
    assert cast.harriers.name in found and cast.choir.name not in found


def test_a_price_taken_off_does_not_put_the_free_first(cast):
    for number in range(2):
        directory.add_activity(
            name=f"Darts {number}", is_free=number == 1, price_pence=900 * (1 - number), by=cast.worker
        )
    asked = "?q=darts that cost nothing"
    assert on_table(cast, asked)[0] == "Darts 1"
    assert on_table(cast, chips(cast, asked)["free"])[0] == "Darts 0"


def test_how_near_is_kept_to_until_it_is_taken_off(cast):
    far = PlaceDetails(name="Far hall", latitude=53.9, longitude=-1.9)
    add(cast, "Far choir", place=far)
    asked = "?q=a choir in walking distance"
    assert on_table(cast, asked) == [cast.choir.name]
    assert "Far choir" in on_table(cast, chips(cast, asked)["a walk away"])


@pytest.mark.parametrize(
    ("said", "is_near"),
    [
        ("singing somewhere I can walk to", True),
        ("singing close to home", True),
        ("singing, not too far", True),
        ("somewhere I can walk my dog", False),
        ("since she could walk", False),
        ("near misses and football", False),
    ],
)
def test_what_is_said_of_nearness(cast, said, is_near):
    assert bool({"a walk away", "not far"} & set(chips(cast, f"?q={said}"))) == is_near


def test_where_nothing_is_near_it_is_looked_for_further_away(cast):
    assert on_table(cast, "?q=mending things, not far") == [cast.repair.name]


def test_other_words_are_understood_afresh(cast):
    taken = chips(cast, "?q=a choir on Tuesdays")["Tuesdays"]
    assert "Tuesdays" in chips(cast, taken.replace("q=a+choir", "q=the+choir"))


def test_filters_stay_when_a_chip_is_taken_off_and_the_form_remembers_it(cast):
    taken = chips(cast, "?q=a choir on Tuesdays&only=free")["Tuesdays"]
    assert "only=free" in taken
    page = words_of(cast.browsing("idris").get(cast.at(f"table/{taken}")))
    assert 'name="off" value="day"' in page and 'name="off_of" value="a choir on Tuesdays"' in page


@pytest.mark.parametrize(
    "asked", ["?q=choir&off=nonsense&off_of=choir", "?off=day", "?q=choir&off_of=choir&" + "off=x&" * 300]
)
def test_odd_addresses_are_answered(cast, asked):
    assert cast.choir.name in on_table(cast, asked)


def test_nothing_of_what_was_taken_off_is_kept(cast):
    taken = chips(cast, "?q=a choir on Tuesdays")["Tuesdays"]
    on_table(cast, taken)
    assert "Tuesdays" in chips(cast, "?q=a choir on Tuesdays")
