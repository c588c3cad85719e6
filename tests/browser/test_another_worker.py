"""A worker hands over to another: one notebook, another door, and nothing copied."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.counting import Counted
from tests.browser.empty_install import letter
from tests.browser.serving import open_database

SHARED, REFLECTION = "Greg spoke of his sister, and of the river.", "I was tired, and it showed."
NOT_FOUND = 404
MOST = 6  # presses, from Today to handed over


@pytest.fixture
def vish(arrive) -> Counted:
    return arrive("Vish", as_a=Counted)


@pytest.fixture
def priya(arrive) -> Counted:
    return arrive("Priya", as_a=Counted)


@pytest.fixture
def greg(arrive) -> Counted:
    return arrive("Greg", as_a=Counted, screen=PHONE)


@pytest.mark.shows("S17", "S63")
def test_handing_over(vish: Counted, priya: Counted, greg: Counted, served):
    notebook = writes_up_with_a_reflection(vish)
    before = rows(served)
    is_shut_for(priya, notebook)
    told = hands_over(vish)
    is_shut_for(vish, notebook)
    finds_the_same_notebook(priya, notebook)
    does_not_read_his_reflections(priya)
    assert rows(served) == before
    is_told(greg, told, letter(served, "greg@kith.example", "/who/"))


def writes_up_with_a_reflection(vish: Counted) -> str:
    vish.meets_soon("Greg")
    notebook = vish.page.url
    vish.follows("Write up")
    vish.writes("What you talked about", SHARED)
    vish.opens("Your own reflection")
    vish.writes("Your own reflection", REFLECTION)
    vish.presses("Done")
    vish.is_on("What we said")
    return notebook


def rows(served) -> tuple[int, ...]:
    """How many notebooks, meetings, notes and goals there are."""
    tables = ("people_individual", "conversations_meeting", "conversations_note", "goals_goal")
    with open_database(served.folder) as database:
        return tuple(database.execute(f"select count(*) from {table}").fetchone()[0] for table in tables)


def is_shut_for(worker: Counted, notebook: str) -> None:
    """What is not theirs and what is not there answer alike, on every page of it."""
    for page in ("", "brief/", "said/", "write-up/", "goals/"):
        answer = worker.page.goto(f"{notebook}{page}")
        assert answer.status == NOT_FOUND, page
    worker.wrong[:] = [what for what in worker.wrong if not what.startswith(f"{NOT_FOUND}: {notebook}")]


def hands_over(vish: Counted) -> str:
    """The letter to Greg is shown before anything happens."""
    vish.pressed = 0
    vish.goes_to("/")
    vish.follows("People")
    vish.follows("Greg")
    vish.follows("Who works with Greg, and since when")
    vish.follows("Hand over to another worker")
    vish.chooses("Priya Nadarajah")
    vish.presses("Show what happens")
    told = vish.page.locator(".letter p").nth(1).inner_text()
    vish.sees("From then on you cannot open this notebook.")
    vish.presses("Hand over to Priya")
    vish.is_on("Today")
    vish.sees("Priya is Greg’s worker now.")
    expect(vish.page.get_by_role("link", name="Greg", exact=True)).to_have_count(0)
    assert vish.pressed <= MOST + 1, vish.count
    return told


def finds_the_same_notebook(priya: Counted, notebook: str) -> None:
    priya.goes_to("/")
    priya.follows("People")
    priya.follows("Greg")
    priya.is_on("Greg")
    assert priya.page.url == notebook
    priya.follows("Everything that was said")
    priya.sees(SHARED)


def does_not_read_his_reflections(priya: Counted) -> None:
    pages = [priya.page.url]
    priya.taps(priya.page.get_by_role("main").get_by_role("link", name=re.compile(f"^{date.today():%A}")))
    priya.is_on("What we said")
    pages.append(priya.page.url)
    priya.follows("People")
    priya.follows("Before you meet Greg")
    pages.append(priya.page.url)
    for page in pages:
        priya.page.goto(page)
        expect(priya.page.get_by_text(SHARED).first).to_be_attached()
        assert REFLECTION not in priya.page.content()
    expect(priya.page.get_by_role("heading", name="Your reflection")).to_have_count(0)


def is_told(greg: Counted, told: str, body: str) -> None:
    """By a letter, in the words that were shown; and on his own page, with the dates."""
    assert told in body
    greg.goes_to("/")
    greg.follows("Who works with me")
    greg.sees("Priya", within=greg.panel("Now"))
    greg.sees("Vish", within=greg.panel("Before"))
