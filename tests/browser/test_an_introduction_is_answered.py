"""What becomes of an introduction: a place comes round, nobody answers, and a mind that changes after the letter."""

import re

from tests.browser.conftest import PHONE
from tests.browser.counting import Counted
from tests.browser.test_no_time_like_the_present import link_in_the_letter, with_an_address

TOGETHER, OTHERWISE = 4, 6


def choosing(arrive, served) -> Counted:
    """Vish has a listing before him and opens the page of three choices: the first press."""
    vish: Counted = arrive("Vish", as_a=Counted, javascript=False, screen=PHONE)
    vish.goes_to("/people/")
    vish.follows("Greg")
    vish.goes_to(f"{vish.page.url.removeprefix(vish.address)}introductions/new/?activity={with_an_address(served)}")
    vish.pressed = 1
    return vish


def writes(vish: Counted) -> None:
    """To the place, with a first name, once Greg has said yes."""
    vish.chooses("First name")
    vish.taps(vish.page.get_by_role("radio", name=re.compile("^I write to")))
    vish.presses("Show the words")
    vish.presses("Greg says yes, here with me")
    vish.presses("Send it")
    vish.sees("On its way. Their answer comes back here.")


def test_together_a_name_and_a_yes_take_four_presses(arrive, served):
    vish = choosing(arrive, served)
    vish.chooses("First name")
    vish.presses("Show the words")
    vish.presses("Greg says yes, here with me")
    vish.sees("What to say")
    assert (vish.pressed, vish.typed) == (TOGETHER, 0), vish.count


def test_a_letter_takes_six_presses_and_a_mind_that_changes_afterwards_closes_its_page(arrive, served):
    vish = choosing(arrive, served)
    writes(vish)
    assert (vish.pressed, vish.typed) == (OTHERWISE, 0), vish.count
    host = arrive(javascript=False, screen=PHONE)
    host.goes_to(link_in_the_letter(served))
    host.is_on("Greg would like to come along")
    greg = arrive("Greg", javascript=False, screen=PHONE)
    greg.goes_to(vish.page.url.removeprefix(vish.address))
    greg.presses("I have changed my mind")
    greg.sees("Ended. That is fine. Nobody there is told.")
    host.presses("Yes, they are welcome")
    host.is_on("This link does not open anything now")
    host.does_not_see("Greg")
    host.wrong[:] = [what for what in host.wrong if not what.startswith("404: ")]  # a link that has ended is not there


def test_a_letter_that_nobody_answers_is_told_after_a_week(arrive, served):
    vish = choosing(arrive, served)
    writes(vish)
    served.let_days_go_by(8)
    vish.sign_in_as("Vish")
    vish.goes_to("/")
    vish.sees(re.compile("No word from .+ yet. Ring them?"))


def test_nobody_answers_the_telephone_then_a_place_is_reluctant_and_comes_round(arrive, served):
    vish = choosing(arrive, served)
    vish.presses("Greg says yes, here with me")
    for came_of_it in ("Nobody answered", "Not this time"):
        vish.chooses(came_of_it)
        vish.presses("Keep this")
    vish.sees("Places do come round: ring again another day.")
    vish.opens("Something else happened")
    vish.chooses("Just turn up")
    vish.presses("Keep this")
    vish.sees("They said: just turn up")
    vish.sees("Choose the day of the first visit")
