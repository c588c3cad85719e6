"""What few leaflets say: whom to ask for, getting in and there, a first time, the last day. And two sides as one."""

from datetime import date

import pytest

from kith.directory.paper import naming, reader
from kith.directory.paper.besides import besides_in
from kith.directory.paper.line import Line
from kith.directory.paper.page import page_of
from kith.directory.paper.parts import EVERY, Part, joined, nothing
from kith.directory.reading.entry import Slot

TODAY = date(2026, 11, 26)


def told(*lines: str, address: str = "") -> dict:
    page = page_of(Line(line, of=(number, 0)) for number, line in enumerate(lines))
    found = besides_in(page, Part(address, address), TODAY)
    assert not any(part.sure for part in found.values())
    return {field: part.value for field, part in found.items() if part.is_found}


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Ring Hetty on 01632 960 158", "Hetty"),
        ("Any questions, speak to Deacon Alan after Mass", "Deacon Alan"),
        ("Contact: Joan Peel, 01632 960139", "Joan Peel"),
        ("Phone Derek 01632 960 199", "Derek"),
        ("Rev. Joan Peel, 01632 960 139", "Rev. Joan Peel"),
        ("Ring Paws on the Moor 01632 960 173", ""),
        ("Call Reception on 01632 960 162", ""),
        ("Contact us for details", ""),
        ("Tel 01632 960123", ""),
    ],
)
def test_whom_to_ask_for(line, who):
    assert told(line).get("host_name", "") == who


def test_getting_in_and_getting_there_are_told_in_the_leaflets_own_words():
    found = told("Buses 4 and 43 stop at the gates. The paths are fit for wheelchairs.", "Cakes and tea. Free parking.")
    assert found == {
        "getting_there": "Buses 4 and 43 stop at the gates. Free parking",
        "access_words": "The paths are fit for wheelchairs",
    }


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Please book by 9 January 2027", "2027-01-09"),
        ("Closing date for entries is 3rd December", "2026-12-03"),
        ("Applications close on 1 February 2027", "2027-02-01"),
        ("Saturday 9 January 2027", ""),
        ("Starts by the gate, 9 January 2027", ""),
    ],
)
def test_the_last_day_to_put_a_name_down(line, day):
    assert told(line).get("apply_by", "") == day


def test_a_first_time_that_is_free_and_the_name_of_the_place():
    assert told("£5 drop in, first class free")["taster"]
    assert told("Hello", address="Wool Exchange, 2 Cloth Hall Street")["place_name"] == "Wool Exchange"
    assert told("Hello", address="2 Cloth Hall Street, Calderford") == {}


@pytest.mark.parametrize(
    ("words", "ordinary"),
    [
        ("UKULELE FOR BEGINNERS", "Ukulele for Beginners"),
        ("THE MEN'S SHED", "The Men's Shed"),
        ("NHS TALKING GROUP", "NHS Talking Group"),
        ("KNIT & NATTER", "Knit & Natter"),
        ("Jog Scotch", "Jog Scotch"),
        ("BSL", "BSL"),
        ("CALDER U3A", "Calder U3A"),
    ],
)
def test_a_name_in_capitals_is_put_in_ordinary_case(words, ordinary):
    assert naming.in_ordinary_case(words) == ordinary


def test_what_the_two_looks_see_otherwise_is_no_writing():
    one, other = (page_of([Line(words)]) for words in ("Rox vlah tqq ceem", "Bnn vluh sem rok"))
    assert not reader.says_something(one, other)
    assert reader.says_something(*(page_of([Line("Chess Club"), Line(more)]) for more in ("xx", "yy")))
    doubted = page_of([Line("Chess Club", doubted=("Chess", "Club"))])
    assert not reader.says_something(doubted, doubted)


def sides(**found: Part):
    return {field: found.get(field, nothing(field)) for field in EVERY}


def test_two_sides_say_more_than_one():
    tuesday, friday = Slot(1, words="Tuesdays"), Slot(4, words="Fridays")
    front = sides(name=Part("Kites", "Kites"), phone=Part("1", "1", sure=True), schedule=Part((tuesday,), "Tuesdays"))
    back = sides(
        phone=Part("2", "2", sure=True),
        email=Part("a@b.example", "a@b.example", sure=True),
        schedule=Part((Slot(1, words="Tue"), friday), "Tue and Fridays"),
    )
    both = joined(front, back)
    assert (both["name"].value, both["phone"]) == ("Kites", Part("1", "1", sure=False))
    assert both["email"].sure and both["schedule"].value == (tuesday, friday)
    assert not joined(both, sides(phone=Part("1", "1", sure=True)))["phone"].sure
    assert joined(back, back)["phone"].sure
