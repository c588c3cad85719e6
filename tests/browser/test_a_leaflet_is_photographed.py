"""A leaflet is photographed onto the table: in a few presses, with a script and without, and typing never waits."""

import subprocess
import sys

import pytest

from benchmarks.leaflet.drawing import drawn, leaflets
from benchmarks.leaflet.spoiling import as_file
from kith.directory.paper.recognise import can_read_pictures
from tests.browser.conftest import PHONE
from tests.browser.counting import Counted
from tests.browser.serving import ROOT, Served, own_environment

MOST = 4  # presses: open, choose the photograph, read it, put it on the table
A_MINUTE = 60
ERRANDS = "import django; django.setup(); from kith.upkeep.errands import do_errands; do_errands()"

pytestmark = pytest.mark.skipif(not can_read_pictures(), reason="tesseract is not on this machine")


def the_clock_comes_round(served: Served) -> None:
    """What the clock does within a second or two."""
    environment = own_environment(served.folder) | {"DJANGO_SETTINGS_MODULE": "kith.config.settings"}
    subprocess.run([sys.executable, "-c", ERRANDS], check=True, cwd=ROOT, env=environment)


def hand_in(vish: Counted, *keys: str) -> None:
    """As a telephone does it: the box opens the camera, and the photograph is in it."""
    made = {each.key: each for each in leaflets()}
    vish.goes_to("/community/")
    vish.pressed = 0
    vish.follows("Photograph a leaflet")
    vish.pressed += 1
    files = [
        {"name": f"{key}.jpg", "mimeType": "image/jpeg", "buffer": as_file(drawn(made[key]), "photo", seed=5)}
        for key in keys
    ]
    vish.page.get_by_label("Photographs or PDFs of leaflets").set_input_files(files)
    vish.presses("Read it")


@pytest.mark.shows("S30")
def test_from_a_photograph_to_the_table_in_under_a_minute(arrive, served):
    vish: Counted = arrive("Vish", screen=PHONE, as_a=Counted)
    hand_in(vish, "choir")
    vish.sees("It is being read.")
    the_clock_comes_round(served)
    vish.sees("Beside each box stands what the leaflet says.")
    vish.sees("Sure: “01632 960123”")
    vish.presses("Put it on the table")
    vish.is_on("Calder Valley Community Choir")
    vish.sees("On the table: Calder Valley Community Choir.")
    assert (vish.pressed, vish.typed) == (MOST, 0) and vish.seconds < A_MINUTE


@pytest.mark.shows("S30")
def test_several_without_a_script(arrive, served):
    vish: Counted = arrive("Vish", javascript=False, as_a=Counted)
    hand_in(vish, "choir", "shed")
    vish.sees("This takes a few seconds each.")
    the_clock_comes_round(served)
    vish.follows("Look again")
    vish.page.get_by_role("link", name="Look it over").first.click()
    vish.sees("Put it on the table")


def test_typing_never_waits(arrive):
    vish: Counted = arrive("Vish", as_a=Counted)
    hand_in(vish, "choir")
    vish.follows("Type it instead")
    vish.writes("What is it called?", "Calder Kites")
    vish.presses("Add it")
    vish.is_on("Calder Kites")
