"""The picture that stands beside a draft: large enough to be read, and no reason to lose what was read."""

import io

import numpy as np
import pytest
from PIL import Image

from kith.directory.paper.__main__ import leave
from kith.directory.reading import pictures

COLOURS = [(200, 0, 0), (0, 150, 0), (0, 0, 200)]


def pages(many: int, noise: int = 0) -> list:
    """Upright pages, each of another colour."""
    made = [np.full((200, 100, 3), colour, np.uint8) for colour in COLOURS[:many]]
    spots = np.random.default_rng(1)
    return [page + spots.integers(0, noise + 1, page.shape, np.uint8) for page in made]


def left(picture) -> Image.Image:
    return Image.open(io.BytesIO(picture.read_bytes()))


@pytest.mark.parametrize(("many", "wide"), [(1, 100), (2, 200), (3, 200)])
def test_no_more_than_two_pages_stand_in_it(tmp_path, many, wide):
    leave(pages(many), tmp_path / "a.jpg")
    assert left(tmp_path / "a.jpg").size == (wide, 200)


def test_pages_of_two_sizes_stand_side_by_side(tmp_path):
    leave([pages(1)[0][:120], *pages(1)], tmp_path / "a.jpg")
    seen = left(tmp_path / "a.jpg")
    assert seen.size == (200, 200) and seen.getpixel((50, 180)) == (255, 255, 255)


def test_where_two_are_too_much_the_first_stands_alone(tmp_path, monkeypatch):
    noisy = pages(2, noise=50)
    whole = io.BytesIO()
    Image.fromarray(noisy[0]).save(whole, "JPEG", quality=90)
    monkeypatch.setattr(pictures, "MOST_BYTES", len(whole.getvalue()))
    leave(noisy, tmp_path / "a.jpg")
    assert left(tmp_path / "a.jpg").size == (100, 200)


def test_where_one_is_too_much_there_is_none_and_nothing_is_lost(tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "MOST_BYTES", 10)
    leave(pages(2), tmp_path / "a.jpg")
    assert not (tmp_path / "a.jpg").exists()
