"""The browser: one for each process of the tests, whichever folder asks first, as its driver stands no second one."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
QUIET += ["--disable-background-networking", "--disable-component-update"]
QUIET += ["--in-process-gpu", "--disable-software-rasterizer"]  # nothing is drawn that needs more
QUIET += ["--js-flags=--no-maglev --no-turbofan"]  # scripts run once a page: making them quicker takes longer
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def installed() -> str | None:
    """The path of a browser: the one that KITH_BROWSER names, or one that is installed."""
    named = os.environ.get("KITH_BROWSER")
    return next(filter(None, map(shutil.which, (named, *NAMES) if named else NAMES)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = installed()
    if not found:
        pytest.fail("The browser tests need Chromium or Chrome, and none was found.", pytrace=False)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield opened
        opened.close()
