"""One whole turn of the wheel, as Vish and Greg play it in a browser: with JavaScript, and without."""

import pytest

from tests.browser.conftest import PHONE
from tests.browser.individual import ACCOUNT, RESULT, RESULT_WORDS, Individual
from tests.browser.worker import NEXT_PROMPT, STEPS, Worker


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def javascript(request: pytest.FixtureRequest) -> bool:
    return request.param


@pytest.fixture
def vish(arrive, javascript: bool) -> Worker:
    return Worker(arrive("Vish", javascript=javascript))


@pytest.fixture
def greg(arrive, javascript: bool) -> Individual:
    return Individual(arrive("Greg", javascript=javascript, screen=PHONE))


@pytest.mark.shows("S1", "S14", "S20", "S34", "S37", "S39", "S40", "S75", "S86", "S87")
def test_the_wheel_turns(vish: Worker, greg: Individual, served):
    before_and_after_they_meet(vish, greg)
    activity = they_find_something_and_make_an_introduction(vish, greg)
    what_comes_of_it(greg, served, activity)
    the_next_brief_tells_it_in_gregs_words(vish, activity)


def before_and_after_they_meet(vish: Worker, greg: Individual) -> None:
    vish.opens_greg_from_today()
    vish.reads_the_brief_and_ticks_the_first_prompt()
    vish.agrees_that_the_run_is_reached()
    vish.writes_up_the_meeting()
    vish.reads_how_it_is_kept()
    greg.at.goes_to("/")
    greg.remembers_the_meeting_otherwise()
    vish.reads_both_accounts(ACCOUNT)


def they_find_something_and_make_an_introduction(vish: Worker, greg: Individual) -> str:
    greg.looks_on_the_table_for("somewhere to play music with others")
    activity = greg.keeps_one_and_puts_one_aside()
    vish.introduces(activity)
    vish.says_yes_with_greg_to_the_words_shown()
    vish.notes_what_the_host_said()
    return activity


def what_comes_of_it(greg: Individual, served, activity: str) -> None:
    served.let_days_go_by(1)
    greg.tells_by_one_tap_that_he_went(activity)
    greg.goes_again_and_belongs(activity)
    greg.checks_in_by_one_tap()
    greg.adds_a_result()
    greg.sees_that_vish_has_looked()


def the_next_brief_tells_it_in_gregs_words(vish: Worker, activity: str) -> None:
    vish.opens_the_brief_of_greg()
    for words in (NEXT_PROMPT, RESULT, RESULT_WORDS, ACCOUNT, activity, STEPS[1][0]):
        vish.at.sees(words)
