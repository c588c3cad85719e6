"""Of a file that comes along, only a picture's dots are kept; everything else has a plain reason."""

import io
import struct
import zipfile
import zlib

import pytest
from PIL import Image, ImageChops, ImageFile, ImageOps

from kith.messaging.reading import Kept, keep_picture
from kith.messaging.reading.files import LONGEST_SIDE, MOST_BYTES, NOT_READ, TOO_MANY_DOTS, shown_name
from tests.messaging.reading.bounds import megabytes, seconds


def picture(how: str = "JPEG", size=(40, 30), mode: str = "RGB", **more) -> bytes:
    made = io.BytesIO()
    colour = {"1": 1, "I;16": 40_000, "RGBA": (255, 128, 0, 90)}.get(mode, "orange")
    Image.new(mode, size, colour).save(made, how, **more)
    return made.getvalue()


def from_a_telephone() -> Image.Exif:
    """On its side, taken by somebody's telephone, and where."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Somebody's telephone", 6
    exif.get_ifd(0x8825)[1] = "N"
    return exif


def with_notes(*entries: tuple[int, int, int, bytes]) -> bytes:
    """A JPEG, on its side, with a camera's notes as given, so that they may be wrong: tag, type, count and value."""
    held = (0x0112, 3, 1, struct.pack("<HH", 6, 0))
    written = b"".join(struct.pack("<HHI4s", *each) for each in sorted([*entries, held]))
    notes = b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", len(entries) + 1) + written + bytes(200)
    plain = picture()
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(notes) + 2) + notes + plain[2:]


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(width: int, height: int) -> bytes:
    """A PNG of very many dots in very few bytes."""
    row, packer = b"\x00" + bytes((width + 7) // 8), zlib.compressobj(9)
    data = b"".join(packer.compress(row) for _row in range(height if height < 10_000 else 0)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.fixture
def nothing_is_unpacked(monkeypatch):
    """Whoever unpacks a dot is found out."""

    def unpacked(*_args, **_more):
        pytest.fail("It was unpacked.")

    monkeypatch.setattr(ImageFile.ImageFile, "load", unpacked)


def packed(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, data in files.items():
            folder.writestr(name.replace("__", "/"), data)
    return made.getvalue()


@pytest.mark.parametrize(
    ("how", "mode", "kept_as"),
    [
        ("JPEG", "RGB", "JPEG"),
        ("JPEG", "CMYK", "JPEG"),
        ("JPEG", "L", "JPEG"),
        ("PNG", "RGBA", "PNG"),
        ("PNG", "1", "PNG"),
        ("PNG", "P", "PNG"),
        ("PNG", "I;16", "PNG"),
        ("GIF", "RGB", "PNG"),
        ("WEBP", "RGB", "JPEG"),
        ("WEBP", "RGBA", "PNG"),
    ],
)
def test_a_picture_is_kept_as_one_of_two_kinds(how, mode, kept_as):
    kept = keep_picture("sun.exe", picture(how, mode=mode))
    assert Image.open(io.BytesIO(kept.data)).format == kept_as
    assert kept.name == {"JPEG": "sun.jpg", "PNG": "sun.png"}[kept_as]
    assert kept.size == len(kept.data)


@pytest.mark.parametrize(
    "odd",
    [
        (0x0100, 1, 4, b"\n\n\x1d\xe3"),
        (0x0100, 4, 1, b"\xff\xff\xff\xff"),
        (0x0106, 4, 1, b"\xff\xff\xff\xff"),
        (0x010F, 11, 1, b"\n(\xbd\x12"),
        (0x010F, 10, 2, b"n\0\0\0"),
    ],
)
def test_odd_notes_of_a_camera_do_not_lose_the_picture(odd):
    kept = keep_picture("IMG_0001.jpg", with_notes(odd))
    assert isinstance(kept, Kept)
    assert Image.open(io.BytesIO(kept.data)).size == (30, 40)


@pytest.mark.parametrize("way", [1, 2, 3, 4, 5, 6, 7, 8])
def test_however_the_camera_was_held_it_is_as_the_library_turns_it(way):
    exif, made = Image.Exif(), io.BytesIO()
    exif[0x0112] = way
    corner = Image.new("RGB", (40, 30), "white")
    corner.paste("black", (0, 0, 16, 12))
    corner.save(made, "PNG", exif=exif)
    kept = Image.open(io.BytesIO(keep_picture("a.png", made.getvalue()).data))
    turned = ImageOps.exif_transpose(Image.open(io.BytesIO(made.getvalue())))
    assert ImageChops.difference(kept, turned.convert("RGB")).getbbox() is None


@pytest.mark.parametrize("problem", [struct.error, AttributeError, RecursionError])
def test_whatever_a_broken_picture_makes_of_the_library_it_is_left_out_with_a_reason(monkeypatch, problem):
    def breaks(*_args):
        raise problem

    monkeypatch.setattr(ImageFile.ImageFile, "load", breaks)
    assert keep_picture("a.jpg", picture()) == NOT_READ


def test_where_and_by_what_it_was_taken_is_gone_and_it_is_the_right_way_up():
    kept = keep_picture("IMG_0001.jpg", picture(exif=from_a_telephone()))
    shown = Image.open(io.BytesIO(kept.data))
    assert shown.size == (30, 40)
    assert not shown.getexif()
    assert b"telephone" not in kept.data


@pytest.mark.parametrize("how", ["PNG", "WEBP"])
def test_no_other_kind_keeps_what_cameras_write_either(how):
    kept = keep_picture("a", picture(how, exif=from_a_telephone()))
    assert not Image.open(io.BytesIO(kept.data)).getexif()


def test_words_inside_a_picture_are_gone():
    assert b"secret" not in keep_picture("a", picture(comment=b"secret")).data


def test_a_large_photograph_is_made_smaller_and_takes_little_memory():
    photograph = picture(size=(8_000, 6_000))
    kept = keep_picture("a.jpg", photograph)
    assert max(Image.open(io.BytesIO(kept.data)).size) == LONGEST_SIDE
    assert seconds(lambda: keep_picture("a.jpg", photograph)) < 3


def test_of_a_moving_picture_the_first_is_kept():
    made = io.BytesIO()
    red, blue = Image.new("RGB", (8, 8), "red"), Image.new("RGB", (8, 8), "blue")
    red.save(made, "GIF", save_all=True, append_images=[blue] * 20)
    shown = Image.open(io.BytesIO(keep_picture("a.gif", made.getvalue()).data))
    assert not getattr(shown, "is_animated", False)
    assert shown.convert("RGB").getpixel((0, 0)) == (255, 0, 0)


def test_fifty_million_dots_in_few_bytes_are_never_unpacked(nothing_is_unpacked):
    small = bomb(7_072, 7_072)
    assert len(small) < 40_000
    assert keep_picture("a.png", small) == TOO_MANY_DOTS


@pytest.mark.parametrize("size", [(4_001, 4_000), (10_000, 10_000), (60_000, 60_000)])
def test_too_many_dots_are_never_unpacked(nothing_is_unpacked, size):
    assert keep_picture("a.png", bomb(*size)) == TOO_MANY_DOTS


def test_a_photograph_that_would_have_to_be_held_whole_may_have_fewer_dots(nothing_is_unpacked):
    assert keep_picture("a.jpg", picture(size=(4_800, 3_600), progressive=True)) == TOO_MANY_DOTS


@pytest.mark.parametrize("how", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_that_did_not_arrive_whole_is_left_out(how, monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as once a letter was drawn as PDF
    whole = picture(how, size=(400, 300))
    for end in (12, len(whole) // 4, len(whole) // 2):
        assert keep_picture("a", whole[:end]) == NOT_READ


@pytest.mark.parametrize("more", [b"%PDF-1.4", packed(a=b"x"), b"<script>alert(1)</script>", b"MZ program"])
def test_nothing_that_hides_behind_a_picture_is_kept(more):
    for how in ("JPEG", "PNG", "GIF"):
        assert more not in keep_picture("a.html", picture(how) + more).data


OTHERS = [
    (b"", "There is nothing in it."),
    (b"%PDF-1.7 ...", "A PDF cannot be kept here yet."),
    (packed(word__document=b"x" * 1_000_000), "A Word file cannot be kept here yet."),
    (packed(xl__workbook=b"x"), "An Excel file cannot be kept here yet."),
    (packed(ppt__slides=b"x"), "A PowerPoint file cannot be kept here yet."),
    (packed(mimetype=b"x") + b"application/vnd.oasis.opendocument.text", "A LibreOffice file cannot be kept here yet."),
    (packed(photo=b"x"), "A packed folder cannot be kept here yet."),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "A Word or Excel file cannot be kept here yet."),
    (b"<svg xmlns='x'/>", "This kind of picture cannot be kept here yet. JPEG or PNG works."),
    (b"<?xml version='1.0'?>\n<svg/>", "This kind of picture cannot be kept here yet. JPEG or PNG works."),
    (b"<html><img src=x>", "A web page cannot be kept here yet."),
    (
        b"\x00\x00\x00\x18ftypheic" + bytes(20),
        "A photo in the iPhone's own kind (HEIC) cannot be kept here yet. JPEG works.",
    ),
    (b"\x00\x00\x00\x18ftypisom" + bytes(20), "A film cannot be kept here yet."),
    (b"\x00\x00\x00\x18ftypM4A " + bytes(20), "A sound cannot be kept here yet."),
    (b"OggS" + bytes(20), "A sound cannot be kept here yet."),
    (b"BEGIN:VCARD\n", "A contact card cannot be kept here yet."),
    (b"MZ\x90\x00", "A program cannot be kept here."),
    (b"hello", "A text file cannot be kept here yet."),
    ("é".encode() * 4_000, "A text file cannot be kept here yet."),
    (bytes(100), "This kind of file cannot be kept here yet. A picture can."),
    (b"\xff\xd8\xff", NOT_READ),
    (b"\x89PNG\r\n\x1a\n" + bytes(100), NOT_READ),
    (bytes(MOST_BYTES + 1), "It is larger than 10 MB."),
]


@pytest.mark.parametrize(("data", "reason"), OTHERS, ids=[f"{number}" for number in range(len(OTHERS))])
def test_everything_else_has_a_plain_reason(data, reason):
    assert keep_picture("photo.jpg", data) == reason


def test_a_packed_file_is_never_unpacked():
    zeros = packed(word__document=bytes(100_000_000))
    assert megabytes(lambda: keep_picture("a.docx", zeros)) < 1


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("sun.jpeg", "sun.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\Users\\greg\\sun.jpg", "sun.jpg"),
        ("sun\u202egpj.exe", "sungpj.jpg"),
        ("sun.jpg.exe", "sun.jpg"),
        ("a\x00b\r\nSet-Cookie: x.png", "ab Set-Cookie x.jpg"),
        ("<script>.png", "script.jpg"),
        ("...", "Picture.jpg"),
        ("", "Picture.jpg"),
        (".jpg", "jpg.jpg"),
        ("café 日本.png", "café 日本.jpg"),
        ("x" * 500 + ".png", "x" * 76 + ".jpg"),
        ("Dr. Adams 2.5 km", "Dr. Adams 2.5 km.jpg"),
    ],
)
def test_a_name_is_cleaned(name, shown):
    assert shown_name(name, ".jpg") == shown


def test_what_is_kept_is_a_plain_record():
    kept = keep_picture("sun.jpg", picture())
    assert isinstance(kept, Kept)
    with pytest.raises(AttributeError):
        kept.name = "other"
