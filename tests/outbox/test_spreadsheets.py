"""A table for other programs: words stay words, and come back as they were."""

import csv
import io

import pytest

from kith.outbox.spreadsheets import as_csv, as_it_was, harmless

RUN = "=1+1"
HOSTILE = [
    RUN,
    "+1",
    "-1",
    "@SUM(1)",
    "%0A",
    "|cmd",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\ufeff=1",
    "\u00a0=1",
    "\u200b=1",
    "\x00=1",
    "＝1",
    "＋1",
    "－1",
    "＠SUM(1)",
    '"=1',
    "'=1",
    "' =1",
    "\u3000＝1",
    "=1;2",
    '="a"&"b"',
    "'",
]  # fmt: skip - a list of signs reads best close together
PLAIN = ["", "Calder Valley", "12", "fewer than 10 people", "a=b", "“That’s right”", "Ynys-hir", "50% of it"]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.attack("A-09")
def test_what_a_spreadsheet_would_run_is_shown_as_words(words):
    assert harmless(words) == f"'{words}"


@pytest.mark.parametrize("words", PLAIN)
def test_other_words_are_left_alone(words):
    assert harmless(words) == words


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.attack("A-09")
def test_everything_comes_back_as_it_was_from_any_line_and_column(place):
    rows = [[words, "x"] if place else ["x", words] for words in [*HOSTILE, *PLAIN]]
    read = csv.reader(io.StringIO(as_csv(rows).decode("utf-8-sig"), newline=""))
    assert [[as_it_was(cell) for cell in row] for row in read] == rows


def test_no_cell_can_break_out_of_its_marks():
    assert as_csv([['a","=1', "b"]]).decode("utf-8-sig") == '"a"",""=1","b"\r\n'
