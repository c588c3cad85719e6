"""Phones and browsers read calendars with other software than we write them with: ical.js finds the same days."""

import os
import shutil
from datetime import date, time
from pathlib import Path

import pytest

from kith.directory.models import Times
from kith.directory.occurrences import occurrences, rule
from kith.interop.events import Event
from kith.interop.writing import calendar
from tests.interop.test_writing import STAMP
from tests.second_readers import read_by_node

HERE = Path(__file__).parent
BESIDE = Path(__file__).parents[2].parent / "shared" / "data" / "runners" / "node_modules" / "ical.js"
READER = Path(os.environ.get("ICAL_JS", BESIDE)) / "dist" / "ical.es5.cjs"
FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)

pytestmark = pytest.mark.skipif(
    not (shutil.which("node") and READER.is_file()),
    reason="node and ical.js are not here: name the folder of ical.js in ICAL_JS to read with it too",
)


@pytest.mark.parametrize(
    "listing",
    [
        {"starts": time(10)},
        {"starts": time(18, 30), "ends": time(20)},
        {"starts": time(10), "frequency": "fortnightly", "valid_from": date(2027, 1, 10)},
        {"starts": time(10), "frequency": "monthly", "week_of_month": -1},
        {"starts": time(10), "frequency": "monthly", "week_of_month": 2},
        {"starts": time(10), "not_on": ["2027-03-28", "2027-10-31"]},
        {"starts": time(10), "term_times_only": True},
        {"starts": time(1, 30)},
    ],
)
def test_another_reader_finds_every_day_of_a_year(tmp_path, listing):
    times = Times(weekday=6, **listing)
    repeats = rule(times, FIRST, LAST, FIRST)
    file = tmp_path / "calendar.ics"
    file.write_bytes(calendar([Event("u", "Run", repeats.first, repeats.ends, repeats=repeats)], stamp=STAMP))
    answer = read_by_node(HERE / "expand.cjs", READER, file)
    assert answer.returncode == 0, answer.stderr
    expected = [f"{each:%Y-%m-%dT%H:%M:%S}" for each in occurrences(times, FIRST, LAST, FIRST)]
    assert answer.stdout.split() == expected
