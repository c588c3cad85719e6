"""Getting in and staying in, in a real browser under the strict rules for forms and scripts."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE
from tests.browser.serving import Served, serving
from tests.browser.visitor import Visitor
from tests.people.provider import CLIENT, SECRET, Provider, providing


@pytest.fixture(scope="module")
def council() -> Iterator[Provider]:
    with providing() as provider:
        provider.says = {"email": "vish@kith.example", "email_verified": True}
        yield provider


@pytest.fixture(scope="module")
def with_council(council, neighbourhood, tmp_path_factory) -> Iterator[Served]:
    """The neighbourhood, where staff have an organisation's sign-in of their own."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {
            "URL": council.address,
            "ID": CLIENT,
            "SECRET": SECRET,
            "NAME": "Calderford Council",
        }.items():
            patch.setenv(f"KITH_OIDC_{name}", value)
        with serving(neighbourhood, tmp_path_factory.mktemp("council") / "data") as served:
            yield served


@pytest.mark.parametrize("javascript", [True, False])
def test_staff_come_in_by_their_organisation(browser, with_council, council, javascript):
    vish = Visitor(browser.new_context(java_script_enabled=javascript), with_council.address)
    vish.context.set_default_timeout(PATIENCE)
    vish.goes_to("/account/login/?next=/people/")
    vish.opens("Other ways to sign in")
    vish.presses("Sign in with Calderford Council")
    expect(vish.page).to_have_url(re.compile(rf"^{with_council.address}/people/$"), timeout=PATIENCE)
    vish.is_on("People")
    assert [each for each in vish.wrong if council.address not in each] == []
    vish.context.close()


def test_a_quiet_time_is_told_and_one_press_stays(arrive):
    greg = arrive()
    greg.page.clock.install()
    greg.sign_in_as("Greg")
    greg.is_on("Hello Greg")
    greg.page.wait_for_load_state()
    greg.page.route(
        "**/stay/", lambda route: route.fulfill(json={"left": 60 if route.request.method == "GET" else 9999})
    )
    greg.page.clock.fast_forward("20:00:00")
    warning = greg.page.get_by_text("Are you still here?")
    expect(warning).to_be_visible()
    greg.presses("Stay signed in")
    expect(warning).to_have_count(0)


def test_words_in_a_page_that_is_left_come_back_for_the_same_person_alone(arrive):
    greg = arrive()
    greg.page.clock.install()
    greg.sign_in_as("Greg")
    place = new_goal_of(greg)
    greg.writes("In your own words", WORDS)
    greg.page.route("**/stay/", lambda route: route.fulfill(json={"left": 5}))
    with greg.page.expect_response("**/keep/") as kept:
        greg.page.clock.fast_forward("20:00:00")
    assert kept.value.status == 204
    greg.goes_to(place)
    expect(greg.page.get_by_label("In your own words", exact=True)).to_have_value(WORDS)
    greg.sees("Your words are back on this page.")


WORDS = "Play the guitar again, a little."


def new_goal_of(visitor: Visitor) -> str:
    """The page of a new goal, for whoever is here."""
    visitor.page.locator("main a[href^='/people/']").first.wait_for(state="attached")
    own = re.search(r"/people/(\w+)/", visitor.page.content())[1]
    visitor.goes_to(f"/people/{own}/goals/new/")
    return f"/people/{own}/goals/new/"
