"""Files become drafts: our own leaflets through the real reader, and what is no leaflet."""

import io
import json
from datetime import date
from functools import cache

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image

from benchmarks.leaflet.drawing import drawn, leaflets
from benchmarks.leaflet.marking import right, wrong_but_sure
from benchmarks.leaflet.spoiling import as_file
from kith.access.refusal import Refused
from kith.directory.leaflet_command import drafted
from kith.directory.paper import reader, recognise, sheets
from kith.directory.paper.kinds import cannot_be_paper
from tests.directory.test_commands import run

TODAY = date(2026, 11, 26)
MADE = {each.key: each for each in leaflets()}

reads = pytest.mark.skipif(not recognise.can_read_pictures(), reason="tesseract is not on this machine")


def as_pdf(pages: int = 1) -> bytes:
    """Pages that hold nothing but a picture each."""
    made, page = io.BytesIO(), drawn(MADE["choir"]).resize((620, 877))
    page.save(made, "PDF", save_all=True, append_images=[page] * (pages - 1))
    return made.getvalue()


def a_photograph(key: str = "choir", kind: str = "photo") -> bytes:
    return spoiled(key, kind)


@cache  # to spoil one takes longer than to read it
def spoiled(key: str, kind: str) -> bytes:
    return as_file(drawn(MADE[key]), kind, seed=7)


@reads
@pytest.mark.shows("S30")
@pytest.mark.parametrize("kind", ["clean", "scan", "photo"])
@pytest.mark.parametrize("key", ["choir", "night", "timetable"])
def test_our_own_leaflets_are_read_and_nothing_wrong_is_sure(key, kind):
    told = drafted(reader.read(a_photograph(key, kind), TODAY).parts)
    expects = MADE[key].expects
    assert wrong_but_sure(told["draft"], told["unsure"], expects) == []
    wrong = [field for field in expects if not right(field, told["draft"][field], expects[field])]
    assert len(wrong) <= 1, {field: told["draft"][field] for field in wrong}


@reads
def test_a_square_code_gives_the_page():
    found = reader.read(a_photograph("code"), TODAY).parts["url"]
    assert (found.value, found.sure) == ("https://topmoorgrowers.example/afternoons", True)


@reads
def test_a_pdf_without_words_is_looked_at():
    assert reader.read(as_pdf(), TODAY).parts["phone"].value == "01632 960123"


def test_a_pdf_of_too_many_pages_says_how_many():
    with pytest.raises(Refused, match="This PDF has 9 pages"):
        sheets.sheets_of(as_pdf(9))


@pytest.mark.parametrize("body", [b"", b"no picture", b"%PDF-1.4 and no more", b"\xff\xd8\xff" + b"\x00" * 90])
def test_what_is_no_leaflet_says_so(body):
    with pytest.raises(Refused, match="cannot be read"):
        sheets.sheets_of(body)


def test_a_photograph_as_some_telephones_keep_it_is_named():
    body = b"\x00\x00\x00\x18ftypheic" + b"\x00" * 90
    assert "kept as HEIC" in str(cannot_be_paper(body))
    with pytest.raises(Refused, match="Please save it as JPEG"):
        sheets.sheets_of(body)


def test_too_many_bytes_and_too_many_dots(monkeypatch):
    with pytest.raises(Refused, match="larger than 12 MB"):
        sheets.sheets_of(b"\xff\xd8\xff" + b"\x00" * 12_000_000)
    body = io.BytesIO()
    Image.new("1", (9_000, 6_000)).save(body, "PNG")
    with pytest.raises(Refused, match="50 million dots"):
        sheets.sheets_of(body.getvalue())


@reads
def test_a_photograph_of_nothing_says_so():
    body = io.BytesIO()
    Image.linear_gradient("L").resize((900, 700)).save(body, "JPEG")
    with pytest.raises(Refused, match="We found no words on this"):
        reader.read(body.getvalue(), TODAY)


def test_without_the_program_it_says_so_and_offers_typing(monkeypatch):
    monkeypatch.setattr(recognise.shutil, "which", lambda name: None)
    with pytest.raises(Refused, match="tesseract-ocr is missing. Everything can still be typed"):
        reader.read(a_photograph(), TODAY)


def test_words_that_a_pdf_holds_are_read_without_the_program(monkeypatch, tmp_path):
    from weasyprint import HTML

    monkeypatch.setattr(recognise.shutil, "which", lambda name: None)
    lines = ("Boards and clocks for everybody in town.", "Thursdays 6pm - 8pm", "£2 a session")
    told = "<h1>Calder Chess</h1>" + "".join(f"<p>{line}</p>" for line in lines)
    read = reader.read(HTML(string=told).write_pdf(), TODAY)
    assert (read.parts["name"].value, read.parts["cost"].value) == ("Calder Chess", "£2 a session")
    assert [slot.weekday for slot in read.parts["schedule"].value] == [3]


def test_what_reads_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(recognise, "SECONDS", 0.001)
    monkeypatch.setattr(recognise.shutil, "which", lambda name: "/bin/cat")
    monkeypatch.setattr(recognise.subprocess, "run", _never_ends)
    with pytest.raises(Refused, match="took too long"):
        recognise.lines_in(np.zeros((5, 5), np.uint8))


def _never_ends(words, **how):
    raise recognise.subprocess.TimeoutExpired(words, how["timeout"])


@reads
def test_the_command_prints_one_document(tmp_path, capsys):
    file = tmp_path / "choir.jpg"
    file.write_bytes(a_photograph())
    assert run("leaflet", file, "--json") == 0
    (answer,) = json.loads(capsys.readouterr().out)
    assert list(answer) == ["file", "text", "draft", "unsure"]
    assert answer["file"] == str(file) and "auditions" in answer["text"]
    assert answer["draft"]["schedule"] == [{"day": "tue", "starts": "19:00", "ends": "21:00", "frequency": "weekly"}]
    assert set(answer["unsure"]) <= set(answer["draft"])
    assert answer["draft"]["url"] == "" and "url" in answer["unsure"]
    run("leaflet", file)
    assert "phone        01632 960123" in capsys.readouterr().out


@reads
def test_the_command_goes_on_after_a_bad_file_and_ends_with_its_sentence(tmp_path, capsys):
    good, bad = tmp_path / "choir.jpg", tmp_path / "notes.txt"
    good.write_bytes(a_photograph())
    bad.write_text("just words")
    with pytest.raises(Refused, match="notes.txt”: This picture cannot be read."):
        run("leaflet", bad, tmp_path / "gone.jpg", good, "--json")
    assert [answer["file"] for answer in json.loads(capsys.readouterr().out)] == [str(good)]


def test_pages_of_a_pdf_are_bounded_in_dots():
    document = pdfium.PdfDocument.new()
    document.new_page(50_000, 80)
    body = io.BytesIO()
    document.save(body)
    (sheet,) = sheets.sheets_of(body.getvalue())
    assert max(sheet.picture.shape) <= sheets.LONGEST_SIDE
