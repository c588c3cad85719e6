"""What few leaflets say: whom to ask for, getting in and there, a first time, the last day. And two sides as one."""

from datetime import date
from functools import partial

import numpy as np
import pytest

from kith.directory.paper import facts, naming, reader
from kith.directory.paper.besides import besides_in
from kith.directory.paper.brinks import with_brinks_doubted
from kith.directory.paper.columns import Word, pieces_of
from kith.directory.paper.line import Line
from kith.directory.paper.page import page_of
from kith.directory.paper.parts import EVERY, Part, joined, nothing
from kith.directory.paper.when import schedule_in
from kith.directory.reading.entry import Slot
from kith.local_knowledge.paper.draft import Draft

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


LONG = "we walk slowly over the moor, and whoever is last sets the pace."


def of_lines(*lines: str):
    return page_of(Line(line, top=60 * at, right=400, height=20, of=(at, 0)) for at, line in enumerate(lines))


@pytest.mark.parametrize(
    ("lines", "slot"),
    [
        (("We walk every Sunday and stop for tea.", "Meet: 9.30am, Moor Gate"), (6, "09:30", None)),
        ((f"Every Sunday {LONG}", "Office hours 9am to 5pm"), (6, None, None)),
        ((f"Every Sunday {LONG}", "Doors 2pm", "Tea 4pm"), (6, None, None)),
        (("Saturday mornings 10 till 12",), (5, "10:00", "12:00")),
        (("Fridays 10.15am –- 12.15pm",), (4, "10:15", "12:15")),
    ],
)
def test_days_and_their_time_that_stand_apart(lines, slot):
    found = schedule_in(of_lines(*lines))
    told = [(each["weekday"], each["starts"], each["ends"]) for each in (one.as_json() for one in found.value)]
    assert told == [slot]


def test_a_time_that_is_apart_or_has_a_stroke_too_many_is_not_sure():
    assert schedule_in(of_lines("Every Sunday at 2pm")).sure
    for lines in ((f"Every Sunday {LONG}", "Meet: 9.30am"), ("Every Sunday 10am-1ipm",)):
        assert schedule_in(of_lines(*lines)).value and not schedule_in(of_lines(*lines)).sure


@pytest.mark.parametrize(
    ("lines", "cost"),
    [
        (("Costs nothing",), "Costs nothing"),
        (("Just the price of a cuppa",), "Just the price of a cuppa"),
        (("COST:  None",), "None"),
        (("COST:", "None"), "None"),
        (("None of us is an expert",), ""),
    ],
)
def test_costs_told_without_a_sum(lines, cost):
    found = facts.cost_in(of_lines(*lines))
    assert (found.value, found.sure) == (cost, False)


def test_a_one_and_a_small_l_beside_a_figure_are_not_sure():
    found = facts.email_in(of_lines("plotl2@grow.org.uk"))
    assert (found.value, found.sure) == ("plot12@grow.org.uk", False)
    assert facts.email_in(of_lines("plot@grow.org.uk")).sure


def test_who_presents_it_and_a_parish_run_it():
    assert naming.organization_in(of_lines("Highmoor Band presents"), "").value == "Highmoor Band"
    assert naming.organization_in(of_lines("Parish of St Bede, Topmoor"), "").value == "Parish of St Bede, Topmoor"


def test_words_up_the_side_are_no_name_and_a_time_before_an_address_is_cut_off():
    stub = Line("ADMIT ONE", left=900, right=950, height=300)
    assert naming.name_in(page_of([stub, Line("A Brassy Evening", right=500, height=40)])).value == "A Brassy Evening"
    page = of_lines("Meet: 9.30am, Moor Gate, Fell Road,", "Highmoor, CX7 4RD")
    page = page_of(Line(each.text, top=30 * at, height=20, of=(0, 0)) for at, each in enumerate(page.lines))
    assert naming.address_in(page, "").value == "Moor Gate, Fell Road, Highmoor"


def test_what_stands_at_the_brink_of_a_dark_patch_is_in_doubt():
    grey = np.full((100, 400), 255, np.uint8)
    line = Line("nch@repair.example 01632", left=100, top=40, right=300, height=20)
    assert with_brinks_doubted([line], grey)[0].doubted == ()
    grey[:, :100] = 0
    assert with_brinks_doubted([line], grey)[0].doubted == ("nch@repair.example",)


def test_the_words_of_a_typewriter_are_one_row():
    word = partial(Word, top=0, height=10, trust=90.0)
    row = [word("Any", left=0, right=30), word("questions,", left=46, right=150), word("speak", left=166, right=220)]
    assert [line.text for line in pieces_of(row, (0, 0))] == ["Any questions, speak"]
    far = [*row, word("Tea", left=300, right=330)]
    assert [line.text for line in pieces_of(far, (0, 0))] == ["Any questions, speak", "Tea"]


def sides(**found: Part):
    return {field: found.get(field, nothing(field)) for field in EVERY}


@pytest.mark.parametrize("field", ["access_words", "getting_there"])
def test_what_two_sides_say_of_one_thing_fits_its_box_of_one_line(field):
    front, back = sides(**{field: Part("Ramp at the side.", "a")}), sides(**{field: Part("Toilets downstairs", "b")})
    assert joined(front, back)[field].value == "Ramp at the side. Toilets downstairs"
    long = sides(**{field: Part("r" * 290, "a")}), sides(**{field: Part("t" * 300, "b")})
    parts = joined(*long)
    assert parts[field].value == f"{'r' * 290}. {'t' * 8}"
    read = Draft(parts=parts).initial
    assert field not in Draft({name: value for name, value in read.items() if value}, parts=parts).errors


def test_two_descriptions_stay_apart_and_are_no_longer_than_their_box():
    front, back = (sides(description=Part(letter * 1_200, letter)) for letter in "ab")
    told = joined(front, back)["description"].value
    assert told.startswith(f"{'a' * 1_200}\nb") and len(told) == 2_000


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
