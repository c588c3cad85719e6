"""An empty install to a first useful day: its manager and its first worker, within a quarter of an hour."""

from collections.abc import Iterator

import pytest

from tests.browser.conftest import DESK, PATIENCE
from tests.browser.counting import Counted
from tests.browser.empty_install import MANAGER, built_empty, letter, set_up_the_second_step, sign_in
from tests.browser.serving import Served, open_database, serving

WORKER = "vish@council.example"
PEOPLE = """Chloe, tomorrow 2pm, The Kettle Café
Ben – in 3 months
Dev, spring
Amira K
Ellis, next Friday 10am"""
OLD_NOTES = "Likes the canal. Her sister Bea drives. Mornings are hard."
A_QUARTER_OF_AN_HOUR = 15 * 60  # seconds, of the manager and the worker together


@pytest.fixture
def install(tmp_path, tmp_path_factory) -> Iterator[Served]:
    with serving(built_empty(tmp_path_factory, tmp_path / "empty"), tmp_path / "data") as served:
        yield served


@pytest.fixture
def somebody(browser, install) -> Iterator:
    """Comes to the address that a letter names, on a screen of their own."""
    visitors: list[Counted] = []

    def come() -> Counted:
        context = browser.new_context(viewport=DESK, locale="en-GB", reduced_motion="reduce")
        context.set_default_timeout(PATIENCE)
        visitors.append(Counted(context, install.address))
        visitors[-1].goes_to("/")
        return visitors[-1]

    yield come
    for visitor in visitors:
        visitor.context.close()
    assert [what for visitor in visitors for what in visitor.wrong] == []


@pytest.mark.shows("S2")
def test_from_an_empty_install_to_a_first_useful_day(somebody, install):
    morgan = somebody()
    the_manager_comes_in_and_says_what_the_team_is(morgan, install)
    the_manager_invites_a_worker(morgan, install)
    vish = somebody()
    the_worker_comes_in(vish, install)
    the_worker_brings_in_their_people(vish)
    nobody_was_written_to(install)
    the_worker_opens_a_brief_and_brings_in_old_notes(vish)
    takes_a_quarter_of_an_hour_at_most(morgan, vish)


def the_manager_comes_in_and_says_what_the_team_is(morgan: Counted, install: Served) -> None:
    sign_in(morgan, install, MANAGER)
    set_up_the_second_step(morgan)
    morgan.is_on("Our team")
    morgan.follows("How we work")
    morgan.follows("Change how we work")
    morgan.writes("What is the team called?", "North team")
    morgan.chooses("A community team, weeks between meetings")
    morgan.presses("Keep this")
    morgan.is_on("North team")
    morgan.sees("Today shows the next four weeks. The next meeting is usually a month on")


def the_manager_invites_a_worker(morgan: Counted, install: Served) -> None:
    morgan.follows("Invite somebody")
    morgan.writes("Their name", "Vish Rao")
    morgan.writes("Their email address", WORKER)
    morgan.sees("Morgan has invited you.")
    morgan.presses("Invite them")
    morgan.sees("Vish Rao is in the team. A letter is on its way.")
    assert install.address in letter(install, WORKER, "Morgan has invited you")


def the_worker_comes_in(vish: Counted, install: Served) -> None:
    sign_in(vish, install, WORKER)
    set_up_the_second_step(vish)
    vish.is_on("Today")
    vish.sees("The next four weeks")
    vish.sees("Nobody here yet.")


def the_worker_brings_in_their_people(vish: Counted) -> None:
    vish.follows("Paste your list")
    vish.writes("Your people", PEOPLE)
    vish.presses("Show me what you read")
    vish.is_on("Is this right?")
    for words in ("Nothing is opened yet.", "Chloe", "2pm · The Kettle Café", "In about 3 months", "In the spring"):
        vish.sees(words)
    vish.presses("Open 5 notebooks")
    vish.is_on("People")
    vish.sees("5 notebooks opened. Nobody was written to.")


def nobody_was_written_to(install: Served) -> None:
    """Letters went to those who sign in, and to nobody whose name was pasted."""
    with open_database(install.folder) as database:
        assert {to for (to,) in database.execute('select "to" from outbox_letter')} == {MANAGER, WORKER}


def the_worker_opens_a_brief_and_brings_in_old_notes(vish: Counted) -> None:
    vish.follows("Before you meet Chloe")
    vish.is_on("Before you meet Chloe")
    vish.sees("What would you want to know, if it were you?")
    vish.follows("Bring in notes from before")
    vish.writes("Your old notes", OLD_NOTES)
    vish.presses("Bring it in")
    vish.sees(OLD_NOTES, within=vish.panel("Brought in"))
    vish.follows("Chloe")
    vish.follows("Before you meet")
    vish.sees(OLD_NOTES, within=vish.panel("Brought in"))


def takes_a_quarter_of_an_hour_at_most(morgan: Counted, vish: Counted) -> None:
    print(f"A first day: Morgan {morgan.count}; Vish {vish.count}.")  # noqa: T201 - for whoever asks with -s
    assert morgan.seconds + vish.seconds < A_QUARTER_OF_AN_HOUR
