"""What a camera writes into a photograph is gone before the file is kept, and the picture is the same."""

import io

import pytest
from PIL import Image

from kith.access.actor import Actor
from kith.directory import actions, queries
from kith.directory.paper.bare import without_camera_notes

TELEPHONE, SAYS = "Zqtelephone", "Zqcomment"
LAYING = 6  # as a telephone that was held upright writes it


def taken_somewhere() -> Image.Exif:
    """At a place, with a telephone, on its side."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = TELEPHONE, LAYING
    exif.get_ifd(0x8825).update({1: "N", 2: (53.0, 24.0, 36.5), 3: "W", 4: (2.0, 17.0, 1.25)})
    return exif


def photograph(kind: str, **more) -> bytes:
    made = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(made, kind, exif=taken_somewhere(), **more)
    return made.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("more", [{"comment": SAYS}, {"progressive": True}, {"quality": 100}])
def test_a_photograph_keeps_its_dots_and_which_way_up_it_is(more):
    data = photograph("JPEG", **more)
    bare = without_camera_notes(data)
    assert opened(data).getexif().get_ifd(0x8825)  # it was there
    exif = opened(bare).getexif()
    assert dict(exif) == {0x0112: LAYING} and not exif.get_ifd(0x8825)
    assert TELEPHONE.encode() not in bare and SAYS.encode() not in bare
    assert opened(bare).tobytes() == opened(data).tobytes()


def test_a_second_picture_behind_the_first_goes_with_its_notes():
    first, second = photograph("JPEG"), photograph("JPEG", quality=50)
    bare = without_camera_notes(first + second)
    assert bare == without_camera_notes(first) and TELEPHONE.encode() not in bare


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_other_pictures_lose_their_notes_whole(kind):
    data = photograph(kind)
    bare = without_camera_notes(data)
    assert TELEPHONE.encode() in data and TELEPHONE.encode() not in bare
    assert not opened(bare).getexif() and opened(bare).tobytes() == opened(data).tobytes()


def test_what_is_cut_short_or_no_picture_is_left_for_whoever_reads_it():
    whole = photograph("JPEG")
    for data in (whole[:40], b"%PDF-1.4", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBPVP"):
        assert len(without_camera_notes(data)) <= len(data)


@pytest.mark.shows("S30")
def test_a_leaflet_lies_there_without_its_place_before_anybody_reads_it(db, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    paper = actions.hand_in(called="IMG_1.jpg", data=photograph("JPEG"), by=Actor.command_line())
    kept = queries.paper_file(paper).read_bytes()
    assert TELEPHONE.encode() not in kept and not opened(kept).getexif().get_ifd(0x8825)
