"""A photographed page is found under a shadow and with a dark banner, and set upright before it is read."""

import cv2
import numpy as np
import pytest

from benchmarks.leaflet.drawing import drawn, leaflets
from kith.directory.paper.corners import corners_in
from kith.directory.paper.flatten import flat
from kith.directory.paper.upright import quarter_turns

MADE = {each.key: each for each in leaflets()}
PAGE = np.array([[120, 90], [620, 120], [640, 880], [80, 850]], np.float32)  # top left, then as the clock goes
TABLE, PAPER, BANNER = (92, 64, 44), (248, 247, 243), (32, 40, 90)


def on_a_table(shadow: float = 1.0, banner: bool = False) -> np.ndarray:
    """A sheet on dark wood; the upper left of it all is only `shadow` times as light."""
    picture = np.full((1_000, 750, 3), TABLE, np.uint8)
    cv2.fillConvexPoly(picture, PAGE.astype(np.int32), PAPER)
    if banner:
        down = PAGE[:2] + 0.2 * (PAGE[[3, 2]] - PAGE[:2])
        cv2.fillConvexPoly(picture, np.array([*PAGE[:2], down[1], down[0]], np.int32), BANNER)
    across, down = np.meshgrid(np.arange(750), np.arange(1_000))
    lies = cv2.GaussianBlur((across + down < 800).astype(np.float32), (0, 0), 20)
    return (picture * (1 - (1 - shadow) * lies)[:, :, None]).astype(np.uint8)


@pytest.mark.parametrize("shadow", [1.0, 0.6])
@pytest.mark.parametrize("banner", [False, True])
def test_the_edge_of_a_shadow_or_banner_is_not_the_edge_of_the_page(shadow, banner):
    found = corners_in(on_a_table(shadow, banner))
    assert found is not None and np.abs(found - PAGE).max() < 12


def test_a_shadow_on_a_page_that_fills_the_picture_is_no_page():
    picture = np.full((1_000, 750, 3), PAPER, np.uint8)
    picture[:, :400] = 140
    assert corners_in(cv2.GaussianBlur(picture, (0, 0), 25)) is None


@pytest.mark.parametrize("turned", [0, 1, 2, 3])
@pytest.mark.parametrize("key", ["choir", "small-print"])
def test_a_page_is_set_upright_however_it_was_held(key, turned):
    page = np.asarray(drawn(MADE[key]).convert("L").resize((850, 1_202)))
    held = np.ascontiguousarray(np.rot90(page, turned))
    assert np.array_equal(np.rot90(held, quarter_turns(held)), page)


def test_a_page_without_letters_stays_as_it_is():
    assert quarter_turns(np.full((300, 200), 255, np.uint8)) == 0
    assert flat(np.full((300, 200, 3), 255, np.uint8)).shape == (2_700, 1_800)
