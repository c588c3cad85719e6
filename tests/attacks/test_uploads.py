"""Files that are handed in: small ones that unfold to huge ones, two kinds in one, and names that lead elsewhere."""

import io
import struct
import time
import zipfile
import zlib
from collections.abc import Callable

import pytest

from .standing import Standing
from .visitor import Answer, Visitor

SLOW, MUCH = 10, 120  # seconds, and megabytes: what is looked for takes minutes and gigabytes
NAMES = (
    "../../../outside.csv", "/etc/cron.d/outside.csv", "..\\..\\outside.csv", "a\x00b.csv", "n" * 300 + ".csv",
    "\u202evsc.exe", "CON", "trailing...", "<img src=x onerror=alert(1)>.csv", "list.csv", "list.csv",
)  # a table, a row a line # fmt: skip
A_LIST = b"Name,Day,Time\r\nChoir,Monday,7pm\r\n"
SCRIPT = b"<script>alert(1)</script>"


def png(width: int, height: int) -> bytes:
    """A picture of one colour, as small as it can be written."""

    def piece(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = piece(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    dots = zlib.compress(bytes((width // 8 + 2) * height), 9)
    return b"\x89PNG\r\n\x1a\n" + head + piece(b"IDAT", dots) + piece(b"IEND", b"")


def workbook(inside: bytes) -> bytes:
    """A spreadsheet whose only sheet is this."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", b"<Types/>")
        book.writestr("xl/workbook.xml", b"<workbook/>")
        book.writestr("xl/worksheets/sheet1.xml", inside)
    return packed.getvalue()


def pdf(pages: int) -> bytes:
    kids = " ".join(f"{number + 3} 0 R" for number in range(pages))
    parts = ["1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj", f"2 0 obj<</Type/Pages/Count {pages}/Kids[{kids}]>>endobj"]
    parts += [f"{number + 3} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj" for number in range(pages)]
    return ("%PDF-1.4\n" + "\n".join(parts) + "\ntrailer<</Root 1 0 R>>\n%%EOF").encode()


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + level, b"&%c;" % (97 + level) * 10) for level in range(12)
)
BOMB = ENTITIES + b"]><worksheet>&m;</worksheet>"
HOSTILE: dict[str, tuple[str, str, Callable[[], bytes]]] = {
    "a picture of fifty million dots": ("paper", "leaflet.png", lambda: png(7_200, 7_200)),
    "a picture of four hundred million dots": ("paper", "leaflet.png", lambda: png(20_000, 20_000)),
    "a document of ten thousand pages": ("paper", "leaflet.pdf", lambda: pdf(10_000)),
    "a page of script that says it is a picture": ("paper", "leaflet.jpg", lambda: SCRIPT * 100),
    "a drawing with entities": ("paper", "leaflet.svg", lambda: b"<svg>" + BOMB),
    "a spreadsheet that unfolds to three hundred megabytes": (
        "list",
        "list.xlsx",
        lambda: workbook(bytes(300_000_000)),
    ),
    "a spreadsheet with entities": ("list", "list.xlsx", lambda: workbook(BOMB)),
    "a spreadsheet and a page in one": ("list", "list.xlsx", lambda: SCRIPT + workbook(b"<worksheet/>")),
    "a form with entities": ("form", "form.xml", lambda: BOMB),
    "a form a hundred thousand deep": ("form", "form.json", lambda: b"[" * 100_000),
    "a pack with a number without end": ("pack", "pack.json", lambda: b'{"a": ' + b"9" * 1_000_000 + b"}"),
}


def hand_in(as_, kind: str, *files: tuple[str, bytes]) -> Answer:
    """Where each kind of file is handed in, by whoever may."""
    who, path, box = {
        "paper": ("vish", "/community/paper/", "files"),
        "list": ("vish", "/community/lists/", "file"),
        "form": ("morgan", "/forms/", "file"),
        "pack": ("morgan", "/measures/", "file"),
    }[kind]
    sent = {"said": "Calder list", "licence": "unknown", "are_one": "yes"}
    return as_(who).hand_in(path, sent, [(box, name, content) for name, content in files])


def inside(kith: Standing) -> set[str]:
    """Every file that lies where Kith keeps its own."""
    found = (each.relative_to(kith.folder) for each in kith.folder.rglob("*") if each.is_file())
    return {str(each) for each in found if each.suffix not in (".sqlite3", "") and each.parts[0] != "static"}


@pytest.mark.attack("A-11", "A-12")
@pytest.mark.parametrize("what", HOSTILE)
def test_what_unfolds_to_too_much_is_told_so_soon_and_with_little_memory(kith, as_, what):
    kind, name, content = HOSTILE[what]
    before, made = kith.megabytes(), content()
    as_("vish"), as_("morgan")
    begun = time.perf_counter()
    answer = hand_in(as_, kind, (name, made))
    assert answer.status in (302, 413, 422), answer.status
    assert "Traceback" not in answer.text
    assert time.perf_counter() - begun < SLOW
    assert kith.megabytes() - before < MUCH
    assert Visitor(kith).get("/healthz").status == 200


@pytest.mark.attack("A-12")
def test_more_files_than_anybody_chooses_are_told_so(as_):
    assert hand_in(as_, "paper", *[(f"{number}.png", png(8, 8)) for number in range(101)]).status in (400, 422)


@pytest.mark.attack("A-13", "A-03")
@pytest.mark.usefixtures("put_back")
def test_a_name_leads_nowhere_and_is_shown_as_words(kith, as_):
    before = inside(kith)
    for name in NAMES:
        answer = hand_in(as_, "list", (name, A_LIST))
        assert answer.status in (200, 302, 422), name
        assert b"<img src=x" not in answer.body
        shown = as_("vish").get(answer.onwards) if answer.onwards else answer
        assert b"<img src=x" not in shown.body and "\u202e" not in shown.text, name
    new = inside(kith) - before
    assert not any("outside" in each or "CON" in each or "list.csv" in each for each in new), new
    assert not list(kith.folder.parent.glob("outside*"))
