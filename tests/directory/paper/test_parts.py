"""The parts of a draft, from lines as they were read: found, and sure only when nothing speaks against it."""

from dataclasses import replace
from datetime import date, time

import pytest

from kith.directory.paper import facts, naming
from kith.directory.paper.columns import Word, pieces_of
from kith.directory.paper.line import Line
from kith.directory.paper.missed import with_what_was_missed
from kith.directory.paper.page import page_of
from kith.directory.paper.parts import Part, agreed, as_json, from_json, nothing
from kith.directory.paper.reader import parts_in, without_doubts
from kith.directory.paper.when import schedule_in
from kith.directory.reading.entry import Slot

TODAY = date(2026, 11, 26)


def page(*texts: str, height: int = 30):
    """Lines one under another, each a paragraph of its own."""
    return page_of(Line(text, 0, 60 * at, 500, height, of=(at, 0)) for at, text in enumerate(texts))


def table(*rows: tuple[str, ...]):
    """Cells in columns, each column a block of its own, as readers tell tables."""
    cells = [(cell, across, down) for down, row in enumerate(rows) for across, cell in enumerate(row)]
    by_column = sorted(cells, key=lambda each: each[1])
    return page_of(Line(cell, 300 * x, 60 * y, 300 * x + 200, 30, of=(x, y)) for cell, x, y in by_column)


@pytest.mark.parametrize(
    ("line", "number", "sure"),
    [
        ("Tel: 01632 960123", "01632 960123", True),
        ("Ring Len on 07700 900 123 any time", "07700 900123", False),
        ("+44 7700 900123", "07700 900123", False),
        ("07700 900123, or the office on 01632 960123", "01632 960123", False),
        ("Registered charity no. 01632960123", "", False),
        ("01632 960123 or 07700 900123", "01632 960123", False),
        ("Open 10.30 to 12.30, 20 people", "", False),
    ],
)
def test_telephones(line, number, sure):
    found = facts.phone_in(page(line))
    assert (found.value, found.sure) == (number, sure)


@pytest.mark.parametrize(
    ("line", "address", "sure"),
    [
        ("Write to Hello@CalderChoir.example.", "hello@calderchoir.example", True),
        ("hello @calderchoir.example", "hello@calderchoir.example", False),
        ("Write to bina@calder- carers.example", "bina@calder-carers.example", False),
        ("a@one.example b@two.example", "a@one.example", False),
        ("no address here", "", False),
    ],
)
def test_emails(line, address, sure):
    found = facts.email_in(page(line))
    assert (found.value, found.sure) == (address, sure)


def test_web_addresses_and_codes():
    printed = page("See www.calderchoir.example/sing or write to us@calderchoir.example")
    assert facts.url_in(printed, []).value == "https://www.calderchoir.example/sing"
    assert facts.url_in(printed, []).sure
    assert not facts.url_in(printed, ["https://elsewhere.example/"]).sure
    coded = facts.url_in(page("Scan me"), ["https://calderchoir.example/a"])
    assert (coded.value, coded.sure) == ("https://calderchoir.example/a", True)
    assert facts.url_in(page("Come at 7.30pm or ring"), []) == Part()


def test_an_address_that_goes_on_in_the_next_row_is_one():
    read = page("Ring Bina or bina@calder-", "carers.example")
    assert (facts.email_in(read).value, facts.url_in(read, [])) == ("bina@calder-carers.example", Part())


def test_two_addresses_that_differ_by_a_letter_are_looked_at():
    assert facts.url_in(page("www.calderchoir.example", "hello@calderchoir.example"), []).sure
    assert not facts.url_in(page("www.calderchoir.example", "hello@calderchoi.example"), []).sure


def test_a_postcode_over_two_rows_ends_an_address():
    read = page("The Baths", "2 Bath Street, Calderford, CX2", "1AA")
    assert facts.postcode_in(read) == Part("CX2 1AA", "CX2 1AA")
    assert naming.address_in(read, "The Baths").value == "2 Bath Street, Calderford"


@pytest.mark.parametrize(
    ("line", "code", "sure"),
    [
        ("Mill Lane, Calderford CX1 2HP", "CX1 2HP", True),
        ("CX12HP", "CX1 2HP", True),
        ("Mill Lane CXI 2HP", "CX1 2HP", False),
        ("Bath Street, CX2 LAA", "CX2 1AA", False),
        ("CX1 2HP and CX2 7NB", "CX1 2HP", False),
        ("Room B12 at 7pm", "", False),
    ],
)
def test_postcodes(line, code, sure):
    found = facts.postcode_in(page(line))
    assert (found.value, found.sure) == (code, sure)


@pytest.mark.parametrize(
    ("lines", "words", "sure"),
    [
        (["Cost: £2 a session"], "£2 a session", True),
        (["Free entry"], "Free entry", True),
        (["£4", "£2.50 for those without work"], "£4", False),
        (["We raised £400 last year"], "", False),
        (["Feel free to drop in"], "", False),
        (["Five pounds on the door"], "Five pounds on the door", False),
        (["Suggested donation"], "Suggested donation", False),
        (["£5 a session or £25 for six"], "£5 a session or £25 for six", False),
    ],
)
def test_costs(lines, words, sure):
    found = facts.cost_in(page(*lines))
    assert (found.value, found.sure) == (words, sure)


@pytest.mark.parametrize(
    ("line", "day", "sure"),
    [
        ("Saturday 16 January 2027", "2027-01-16", True),
        ("Saturday 16th January", "2027-01-16", False),
        ("Sunday 16 January 2027", "2027-01-16", False),
        ("16/01/2027", "2027-01-16", True),
        ("16/01/27", "2027-01-16", False),
        ("Sat 5th Sept 2027", "2027-09-05", False),
        ("Calderford Library, 3 Market Square", "", False),
        ("from 16 January 2027", "", False),
        ("31 February 2027", "", False),
        ("16 January 2027 and on 23 January 2027", "2027-01-16", True),
    ],
)
def test_days_of_what_happens_once(line, day, sure):
    found = facts.date_in(page(line), TODAY)
    assert (found.value, found.sure) == (day, sure)


WEEK = [
    (["Tuesdays 7pm - 9pm"], [(1, "19:00", "21:00", "weekly")], True),
    (
        ["Every Monday and Thursday", "10am to 1pm"],
        [(0, "10:00", "13:00", "weekly"), (3, "10:00", "13:00", "weekly")],
        True,
    ),
    (["Tuesday evenings 7 to 9"], [(1, "19:00", "21:00", "weekly")], True),
    (["Last Friday of the month, 2.30pm"], [(4, "14:30", None, "monthly")], True),
    (["Every other Sunday 1.30pm – 4pm"], [(6, "13:30", "16:00", "fortnightly")], True),
    (["Between 2pm and 4pm on Wednesdays"], [(2, "14:00", "16:00", "weekly")], True),
    (["Tuesdays 7pm - 9pm", "Doors open 6.30pm"], [(1, "19:00", "21:00", "weekly")], False),
    (["Tuesdays 1Oam - 12 noon"], [(1, "10:00", "12:00", "weekly")], True),
    (["Mondays"], [(0, None, None, "weekly")], False),
    (["Bring a friend"], [], False),
    (["Last Friday of the month", "7 for 7.30pm", "St Anne's Hall"], [(4, "19:30", None, "monthly")], False),
    (["Wednesdays 2-4"], [(2, "14:00", "16:00", "weekly")], False),
    (["every Weds 10 till 12"], [(2, "10:00", "12:00", "weekly")], False),
    (["TUES & THURS 10AM-NOON"], [(1, "10:00", "12:00", "weekly"), (3, "10:00", "12:00", "weekly")], True),
    (["Thursdays 1900-2100"], [(3, "19:00", "21:00", "weekly")], True),
    (["Starts 8 March 2027", "Mondays 7-8pm"], [(0, "19:00", "20:00", "weekly")], True),
    (["2nd and 4th Tuesdays at 2.15pm"], [(1, "14:15", None, "monthly")] * 2, False),
    (["Thursday", "lpm - 4pm"], [(3, "13:00", "16:00", "weekly")], True),
    (["Thursday xpm - 4pm"], [(3, "16:00", None, "weekly")], False),
    (["ry other Saturday at 10am"], [(5, "10:00", None, "weekly")], False),
    (["Mondays 6pm to 7pm, except in August"], [(0, "18:00", "19:00", "weekly")], False),
]


@pytest.mark.parametrize(("lines", "slots", "sure"), WEEK)
def test_regular_times(lines, slots, sure):
    found = schedule_in(page(*lines))
    plain = [
        (each["weekday"], each["starts"], each["ends"], each["frequency"])
        for each in (one.as_json() for one in found.value)
    ]
    assert (plain, found.sure) == (slots, sure)


def test_what_happens_once_has_its_time_too():
    read = parts_in(page("Repair day", "Saturday 16 January 2027", "10am - 3pm"), [], TODAY)
    assert [slot.as_json() for slot in read["schedule"].value] == [
        Slot(5, time(10), time(15), words="Saturday 10am - 3pm").as_json()
    ]
    assert (read["date"].value, read["schedule"].sure) == ("2027-01-16", False)


def test_what_was_hardly_told_is_not_sure():
    read = replace(page("Tel 01632 960123"), lines=(Line("Tel 01632 960123", doubted=("960123",)),))
    assert not without_doubts(parts_in(read, [], TODAY), read)["phone"].sure
    assert without_doubts(parts_in(page("Tel 01632 960123"), [], TODAY), page("x"))["phone"].sure


def test_a_clear_row_that_one_look_passed_over_is_put_where_it_stands():
    top, last = Line("Choir", 0, 0, 300, 60), Line("Free", 0, 300, 300, 30)
    seen = [Line("Choir", 0, 2, 300, 58), Line("CX1 2HP", 0, 150, 200, 30), Line("i]", 400, 100, 410, 30, trust=30)]
    assert [line.text for line in with_what_was_missed([top, last], seen)] == ["Choir", "CX1 2HP", "Free"]


def test_a_table_is_read_across():
    found = schedule_in(table(("Monday", "10.30am - 12 noon"), ("Wednesday", "6pm - 7.30pm")))
    assert [(slot.weekday, f"{slot.starts:%H:%M}") for slot in found.value] == [(0, "10:30"), (2, "18:00")]


def test_the_largest_words_are_the_name_but_not_what_calls_out():
    lines = [
        Line("FREE!", 0, 0, 300, 90, of=(0, 0)),
        Line("Calder Valley", 0, 100, 300, 70, of=(1, 0)),
        Line("Community Choir", 0, 180, 300, 68, of=(1, 0)),
        Line("Run by the Highmoor Residents Association.", 0, 300, 300, 20, of=(2, 0)),
        Line("The Old Mill", 0, 330, 300, 20, of=(3, 0)),
        Line("Mill Lane, Calderford CX1 2HP", 0, 360, 300, 20, of=(3, 0)),
    ]
    read = page_of(lines)
    name = naming.name_in(read)
    assert (name.value, name.sure) == ("Calder Valley Community Choir", False)
    assert naming.organization_in(read, name.words).value == "Highmoor Residents Association"
    assert naming.address_in(read, name.words).value == "The Old Mill, Mill Lane, Calderford"


def test_a_word_far_above_an_address_is_none_of_it():
    read = page_of([Line("Library", 0, 0, 200, 30), Line("The Hall, Mill Lane CX1 2HP", 0, 240, 500, 30)])
    assert naming.address_in(read, "").value == "The Hall, Mill Lane"


def test_dots_of_a_list_and_specks_are_no_words():
    assert page_of([Line("e It's free"), Line("• Mondays")]).text == "It's free\nMondays"
    speck, word = Word("aa:", 0, 0, 30, 30, 40), Word("Free", 40, 0, 90, 30, 96)
    assert [line.text for line in pieces_of([speck, word], of=(0, 0))] == ["Free"]


def test_a_speck_or_a_sentence_is_not_the_name():
    lines = [
        Line("Mase'", 0, 0, 90, 60, trust=5),
        Line("Acorns", 0, 90, 300, 50),
        Line("Come and play with us.", 0, 170, 500, 60),
    ]
    assert naming.name_in(page_of(lines)).value == "Acorns"


def test_two_looks_have_to_agree():
    same, other = Part("01632 960123", "x", sure=True), Part("01632 960128", "x", sure=True)
    empty = {field: nothing(field) for field in parts_in(page("Nothing here to find"), [], TODAY)}
    assert agreed(empty | {"phone": same}, empty | {"phone": same})["phone"].sure
    assert agreed(empty | {"phone": same}, empty | {"phone": other})["phone"] == Part("01632 960123", "x")
    assert agreed(empty, empty | {"phone": other})["phone"] == Part("01632 960128", "x")


def test_parts_are_kept_as_json_and_come_back_the_same():
    parts = parts_in(page("Choir", "Tuesdays 7pm - 9pm", "£4"), [], TODAY)
    assert from_json(as_json(parts)) == parts
    assert from_json({})["schedule"] == Part(())
