"""After a first visit, on a phone: not yet, then with someone; once and not again; and a place where he belongs."""

import pytest

from tests.browser.conftest import PHONE
from tests.browser.serving import open_database
from tests.browser.visitor import Visitor

SINCE = "update introductions_introduction set first_visit_on = date('now', '-1 day') where public_id = ?"
FRESH = (
    "select public_id, name from directory_activity where status = 'live' "
    "and id not in (select activity_id from introductions_introduction)"
)
GREG = "select public_id from people_individual where called = 'Greg'"
GYM = "select public_id from introductions_introduction where goes_along = 'worker' order by id"


def says_yes_to_somewhere_new(greg: Visitor, served) -> tuple[str, str]:
    """The public id of what he began, and the name of the place."""
    with open_database(served.folder) as database:
        activity, name = database.execute(FRESH).fetchone()
    greg.goes_to(f"{his(served)}introductions/new/?activity={activity}")
    greg.presses("Yes, say these words")
    greg.is_on(name)
    return greg.page.url.rstrip("/").rpartition("/")[2], name


def his(served) -> str:
    """Where his own pages begin."""
    with open_database(served.folder) as database:
        return f"/people/{database.execute(GREG).fetchone()[0]}/"


@pytest.mark.shows("S34", "S95")
def test_not_yet_and_then_with_someone(arrive, served):
    greg = arrive("Greg", screen=PHONE)
    introduction, place = says_yes_to_somewhere_new(greg, served)
    with open_database(served.folder) as database:
        database.execute(SINCE, [introduction])
        database.commit()
    greg.goes_to("/")
    greg.sees(f"Did you go to {place}?")
    greg.presses("Not this time")
    greg.goes_to(f"{his(served)}introductions/{introduction}/")
    greg.sees("Each is fine, and so is none.")
    greg.presses("Go with someone")
    greg.sees("You would like to go with someone. Vish will see it.")
    vish = arrive("Vish")
    vish.sees("Would like to go with someone.")


@pytest.mark.shows("S34")
def test_once_and_not_again_is_a_fine_end(arrive, served):
    greg = arrive("Greg", screen=PHONE, javascript=False)
    says_yes_to_somewhere_new(greg, served)
    greg.page.get_by_text("Something else happened").click()
    greg.presses("I went")
    greg.presses("Yes, ask me again")
    greg.sees("You are asked once more, in")
    greg.presses("Not for me, and that is fine")
    greg.sees("You tried it, and that counts. Not everything is for everybody.")
    greg.does_not_see("You are asked once more, in")


@pytest.mark.shows("S34")
def test_that_he_belongs_is_his_to_say(arrive, served):
    with open_database(served.folder) as database:
        gym = database.execute(GYM).fetchone()[0]
    vish = arrive("Vish")
    greg = arrive("Greg", screen=PHONE)
    page = f"{his(served)}introductions/{gym}/"
    vish.goes_to(page)
    vish.does_not_see("belong here now")
    greg.goes_to(page)
    greg.presses("I belong here now")
    greg.sees("You belong here")
    vish.page.reload()
    vish.sees("Belongs, Greg says")
