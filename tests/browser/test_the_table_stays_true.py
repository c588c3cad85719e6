"""A listing is used and said to be still right; time passes, it goes stale and leaves; one press brings it back."""

import subprocess
import sys

import pytest

from tests.browser.conftest import PHONE
from tests.browser.serving import ROOT, Served, own_environment

AGES = """import sys, django; django.setup()
from datetime import timedelta
from django.utils import timezone
from kith.access import clock
from kith.directory.actions import let_listings_age
with clock.at(timezone.now() + timedelta(days=int(sys.argv[1]))): let_listings_age()"""


def days_go_by(served: Served, days: int) -> None:
    """So many days after the beginning, with what the clock does by then."""
    served.let_days_go_by(days)
    environment = own_environment(served.folder) | {"DJANGO_SETTINGS_MODULE": "kith.config.settings"}
    subprocess.run([sys.executable, "-c", AGES, str(days)], check=True, cwd=ROOT, env=environment)


def said_still_right(vish, name: str, how: str) -> None:
    """Two taps on the page of a listing."""
    vish.opens("Yes, it is still right")
    vish.presses(how)
    vish.is_on(name)
    vish.sees("Thank you. Checked today.")


def found(vish) -> list[str]:
    vish.goes_to("/community/table/?q=kites")
    return [name for name in vish.page.locator("article.leaflet h3").all_inner_texts() if "kites" in name.lower()]


@pytest.mark.shows("S26")
def test_used_stale_gone_and_back(arrive, served):
    vish = arrive("Vish", screen=PHONE)
    places = {}
    for name in ("Kites by the mill", "Sewing kites at home"):
        vish.goes_to("/community/")
        vish.writes("What is it called?", name)
        vish.presses("Add it")
        vish.is_on(name)
        own = vish.page.url.partition("?")[0].rstrip("/").rpartition("/")[2]
        places[name] = f"/community/{own}/"
    mill, weir = places.values()
    vish.goes_to(mill)
    said_still_right(vish, "Kites by the mill", "I went")
    vish.sees("Checked today by somebody who went.")
    assert found(vish) == ["Kites by the mill", "Sewing kites at home"]

    days_go_by(served, 280)
    vish.sign_in_as("Vish")
    vish.goes_to(weir)
    said_still_right(vish, "Sewing kites at home", "I rang them")
    assert found(vish) == ["Sewing kites at home", "Kites by the mill"]

    days_go_by(served, 370)
    vish.sign_in_as("Vish")
    vish.goes_to(mill)
    vish.sees("Nobody has checked this for a year.")

    days_go_by(served, 735)
    vish.sign_in_as("Vish")
    assert found(vish) == ["Sewing kites at home"]
    vish.goes_to("/community/off/?name=mill")
    vish.presses("Bring it back to the table")
    vish.sees("It is back on the table, checked today.")
    assert found(vish) == ["Kites by the mill", "Sewing kites at home"]
