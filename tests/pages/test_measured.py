"""The table of what was measured is written by the run that measures, and by nobody's hand."""

import re

from benchmarks import drawn, rows, scaling, writing
from benchmarks.__main__ import TITLES
from benchmarks.rows import Measured, Row


def test_the_table_says_what_the_last_runs_found(tmp_path):
    table = tmp_path / "table.md"
    writing.write(rows.kept(), TITLES, table)
    assert table.read_text() == writing.TABLE.read_text()


def test_the_way_from_a_laptop_to_a_nation_says_what_the_last_runs_found(tmp_path):
    page, places = tmp_path / "scaling.md", scaling.PLACE.findall(scaling.WORDS.read_text())
    scaling.write(rows.kept(), page)
    assert page.read_text() == scaling.PAGE.read_text()
    known = {row.name for part in rows.kept().values() for row in part.rows}
    assert places and [name for name, _ in places if name not in known] == []
    scaling.write({}, page)
    assert page.read_text().count(scaling.NOT_YET) == len(places) + scaling.WORDS.read_text().count(scaling.NOT_YET)


def test_what_missed_its_bar_says_so_and_is_kept_as_it_was(tmp_path):
    slow = Row("a page", 3, "times as long", "python -m benchmarks pages", "100 people", most=1.5)
    small = Row("a page", 0.25, "of bare", "python -m benchmarks pages", "100 people", least=0.2)
    parts = {"pages": Measured("2026-11-27", "2 processors", 5, (slow, small))}
    rows.keep(parts, tmp_path / "kept.json")
    assert rows.kept(tmp_path / "kept.json") == parts
    writing.write(parts, TITLES, tmp_path / "table.md")
    told = (tmp_path / "table.md").read_text()
    assert "| 3 times as long | at most 1.5: missed |" in told and "| 0.25 of bare | at least 0.2 |" in told


def test_a_drawing_has_each_line_by_its_name_and_a_tenfold_as_far_across_wherever_it_is():
    told = drawn.lines({"found": [(10, 1), (100, 2), (1000, 5)]}, "listings", "ms")
    across = [float(point.split(",")[0]) for point in re.search(r'points="([^"]+)"', told)[1].split()]
    assert ">found</text>" in told and abs((across[1] - across[0]) - (across[2] - across[1])) < 0.2
