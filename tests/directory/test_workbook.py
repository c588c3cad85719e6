"""Spreadsheets as they come out of an office: Excel workbooks, and headings of their own."""

import re
import zipfile
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook

from kith.access.refusal import Refused
from kith.directory.actions import import_directory
from kith.directory.models import Activity
from kith.directory.reading import spreadsheet, workbook


@pytest.fixture
def book(tmp_path):
    """Writes rows to a workbook and gives its path."""

    def writing(rows, name="list.xlsx"):
        made = Workbook()
        for row in rows:
            made.active.append(row)
        made.save(tmp_path / name)
        return tmp_path / name

    return writing


def test_a_workbook_is_read_like_the_same_rows_as_csv(db, machine, book, write):
    rows = [
        ["id", "name", "day", "starts", "cost", "phone", "date"],
        [7, "Calder chess", "Tue", time(19, 30), 2, "01632 960123", None],
        ["b", "Summer fair", None, None, "free", None, datetime(2027, 6, 5)],
    ]
    import_directory(source_path=book(rows), by=machine)
    headings, first = "id,name,day,starts,cost,phone,date", "7,Calder chess,Tue,19:30,2,01632 960123,"
    as_csv = f"{headings}\n{first}\nb,Summer fair,,,free,,2027-06-05\n"
    report = import_directory(source_path=write(as_csv, "list.csv"), source_name="list", by=machine)
    assert (report.created, report.unchanged) == (0, 2)
    chess, fair = Activity.objects.order_by("name")
    assert (chess.price_pence, chess.times.get().starts) == (200, time(19, 30))
    assert (fair.on_date, fair.is_free) == (date(2027, 6, 5), True)


def test_their_headings_are_named_as_ours(db, machine, book):
    rows = [["Activity Title", "Run by", "Name"], ["Calder chess", "Mill Social", "Pat Illingworth"]]
    path = book(rows)
    with pytest.raises(Refused, match="no heading “name”.*activity title"):
        import_directory(source_path=book([["Activity Title"], ["Calder chess"]], "other.xlsx"), by=machine)
    named = {"Activity Title": "name", "run by": "organization"}
    assert import_directory(source_path=path, named=named, by=machine).created == 1
    chess = Activity.objects.get()
    assert (chess.name, chess.organisation.name) == ("Calder chess", "Mill Social")


def test_the_headings_and_first_rows_are_there_to_be_named(book):
    headings, rows = spreadsheet.headings_of(book([["What", "Where"], ["Chess", "Mill"], [None, None], ["Go", "Hall"]]))
    assert (headings, rows) == (["What", "Where"], [["Chess", "Mill"], ["Go", "Hall"]])


@pytest.mark.parametrize("content", [b"PK\x03\x04 and then nothing of the kind", b"PK\x03\x04" + b"\x00" * 500])
def test_what_only_begins_like_a_workbook_is_refused(db, machine, tmp_path, content):
    (tmp_path / "sheet.xlsx").write_bytes(content)
    with pytest.raises(Refused, match="Excel file cannot be read"):
        import_directory(source_path=tmp_path / "sheet.xlsx", by=machine)


@pytest.mark.attack("A-12")
def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_UNPACKED", 1_000_000)
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"0" * 3_000_000)
    with pytest.raises(Refused, match="more than 200 MB"):
        list(workbook.lines_of(tmp_path / "bomb.xlsx"))


@pytest.mark.attack("A-11")
def test_a_workbook_with_entities_of_its_own_is_refused(book, tmp_path):
    path = book([["name"], ["Chess"]])
    with zipfile.ZipFile(path) as parts:
        held = {name: parts.read(name) for name in parts.namelist()}
    held["xl/worksheets/sheet1.xml"] = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + held["xl/worksheets/sheet1.xml"]
    with zipfile.ZipFile(tmp_path / "grows.xlsx", "w") as parts:
        for name, body in held.items():
            parts.writestr(name, body)
    with pytest.raises(Refused, match="cannot be read"):
        list(workbook.lines_of(tmp_path / "grows.xlsx"))


@pytest.mark.parametrize("claimed", ["A1:XFD1048576", "", "A1:A1"])
def test_what_a_sheet_says_of_its_own_size_is_not_believed(book, tmp_path, claimed):
    path = _changed(book([["name", "cost"], ["Chess", 2]]), tmp_path, claimed)
    assert list(workbook.lines_of(path)) == [["name", "cost"], ["Chess", "2"]]


def test_a_cell_far_away_does_not_fill_up_what_lies_between(book, tmp_path):
    far = b'<row r="999999999999"><c r="A999999999999" t="inlineStr"><is><t>far</t></is></c></row>'
    wide = b'<row r="4"><c r="A4" t="inlineStr"><is><t>Go</t></is></c><c r="XFD4"><v>1</v></c></row>'
    path = _changed(book([["name"], ["Chess"], [None]]), tmp_path, "A1:A2", more=wide + far)
    assert list(workbook.lines_of(path)) == [["name"], ["Chess"], ["Go"]]


def test_the_first_sheet_that_holds_anything_is_read(tmp_path):
    made = Workbook()
    made.create_sheet("list").append(["name"])
    made.save(tmp_path / "list.xlsx")
    assert list(workbook.lines_of(tmp_path / "list.xlsx")) == [["name"]]


def _changed(path, tmp_path, claimed: str, more: bytes = b""):
    """The same workbook with another size claimed, and more rows at its end."""
    sheet = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(path) as parts:
        held = {name: parts.read(name) for name in parts.namelist()}
    size = f'<dimension ref="{claimed}"/>'.encode() if claimed else b""
    held[sheet] = re.sub(rb"<dimension[^>]*/>", size, held[sheet]).replace(b"</sheetData>", more + b"</sheetData>")
    with zipfile.ZipFile(tmp_path / "changed.xlsx", "w") as parts:
        for name, body in held.items():
            parts.writestr(name, body)
    return tmp_path / "changed.xlsx"
