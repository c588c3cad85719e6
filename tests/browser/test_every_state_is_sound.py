"""States that no link leads to: what was typed does not fit, names without an end, a screen that was handed over, what
is printed, links from outside, and pages for when something is amiss."""

from collections.abc import Callable, Iterator

import pytest
from django.template.loader import render_to_string
from django.test import Client
from playwright.sync_api import Browser, Page

from kith.conversations import queries as conversations
from kith.conversations.queries import before
from kith.people import actions as people
from kith.people import links
from tests.browser import around_first_visits, carrying_on, states
from tests.browser.conftest import DESK, PATIENCE
from tests.browser.keyboard import wrong_by_keyboard
from tests.browser.measured import once_each
from tests.browser.on_paper import wrong_on_paper
from tests.browser.soundness import ON_SCREENS, findings, too_wide, wrong_on_screens, wrong_with_html
from tests.browser.still import shows
from tests.browser.test_the_brief import SHEET
from tests.browser.whole import wrong_as_a_whole
from tests.once import shared_by_all
from tests.pages.addresses import of_individual
from tests.pages.test_bad_input import OF_THE_WORKER, forms_of

AMISS = ("400.html", "403.html", "403_csrf.html", "404.html", "500.html")
AMISS += ("people/tried-too-often.html", "people/organisation-trouble.html", "people/refused.html")
AMISS += ("account/account_inactive.html",)
LED_TO = (states.handed_over, states.said_yes_together, states.on_paper, states.of_the_worker, states.signing_in)
LED_TO += (around_first_visits.with_names, carrying_on.carrying_on)
LED_TO += (states.between_meetings, states.by_post, states.the_clock_stands_still)
WITHOUT_AN_END = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
THEMES = ("dark", "soft", "contrast")


@pytest.fixture
def screen(browser: Browser) -> Iterator[Page]:
    """A screen with nobody at it and no server behind it."""
    context = browser.new_context(viewport=DESK, locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def is_new(tmp_path_factory):
    """Whether anything on a page is met for the first time in any of these states."""
    return once_each(shared_by_all(tmp_path_factory) / "states-measured")


@pytest.fixture
def wrong_on(screen, is_new) -> Callable[[str], list[str]]:
    """As whoever has it before them, or on paper."""

    def wrong(html: str) -> list[str]:
        shows(screen, html)
        found = wrong_with_html(html) + wrong_as_a_whole(screen)
        if not is_new(html):
            return found
        found += wrong_by_keyboard(screen) + wrong_on_screens(screen)
        return found + wrong_on_paper(screen, ends_with_help=False)

    return wrong


@pytest.mark.shows("Q-76")
@pytest.mark.parametrize("led_to", LED_TO, ids=lambda each: each.__name__)
def test_what_somebodys_acts_lead_to(world, wrong_on, led_to):
    wrong = [f"{name}: {each}" for name, html in led_to(world) for each in wrong_on(html)]
    assert not wrong, "\n".join(wrong)


def test_the_page_of_a_place(world, wrong_on):
    for name, html in states.to_a_place(world):
        assert wrong_on(html) == [], name
        tells_nothing(html)


def test_the_page_that_asks_whether_somebody_went(world, wrong_on):
    for name, html in states.did_you_go(world):
        assert wrong_on(html) == [], name
        tells_nothing(html)


@pytest.mark.parametrize("led_to", [around_first_visits.that_morning, around_first_visits.the_day_after])
def test_pages_around_a_first_visit(world, wrong_on, led_to):
    for name, html in led_to(world):
        assert wrong_on(html) == [], name
        tells_nothing(html)


@pytest.mark.parametrize("template", AMISS)
def test_pages_for_when_something_is_amiss(wrong_on, template):
    assert wrong_on(render_to_string(template)) == []


@pytest.mark.parametrize("who", ["greg", "vish"])
def test_what_does_not_fit_comes_back_as_soundly(world, wrong_on, who):
    client, wrong, seen = world.client(who), [], set()
    for name, form in list(forms_of(world, who)):
        boxes = {box: "b" * (limit + 1) for box, limit in form.limits.items()}
        if not boxes or name in seen:
            continue
        seen.add(name)
        answer = client.post(form.address, form.with_button() | boxes)
        assert answer.status_code == 422, (name, form.address)
        wrong += [f"{name} {form.address}: {each}" for each in wrong_on(answer.content.decode())]
    assert len(seen) > 2
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("who", ["greg", "vish"])
def test_names_without_an_end_make_nothing_wider(world, screen, who):
    greg = world.individual("greg")
    goal, meeting = greg.goals.first(), conversations.next_meeting(greg)
    named = [(greg, "called"), (world.vish, "name"), (greg.ideas.first().activity, "name")]
    for one, field in [*named, (goal, "words"), (goal.steps.first(), "words"), (meeting, "place")]:
        type(one).objects.update(**{field: WITHOUT_AN_END})
    client, wrong = world.client(who), []
    places = of_individual(greg) | {"the front page": "/", "the people": "/people/", "the community": "/community/"}
    places |= {name: states.of(name, greg) for name in (*OF_THE_WORKER, "home:person", "people:who", "people:invite")}
    answers = {name: client.get(place) for name, place in places.items()}
    for name, answer in answers.items():
        if answer.status_code != 200:
            continue
        shows(screen, answer.content.decode())
        for width, height in ON_SCREENS.items():
            screen.set_viewport_size({"width": width, "height": height})
            wrong += [f"{name}: {each}" for each in too_wide(screen, width)]
    assert not wrong, "\n".join(wrong)


def test_the_page_behind_a_link_before_a_meeting(world, wrong_on):
    greg = world.individual("greg")
    meeting = conversations.next_meeting(greg)
    about = {"individual": greg, "about": meeting.public_id}
    link = people.give_link(purpose="visit", ends_at=before.link_ends_at(meeting), by=world.actor("vish"), **about)
    html = Client().get(f"/v/{links.address(link).partition('/v/')[2]}").content.decode()
    assert "Vish" in html
    assert wrong_on(html) == []
    tells_nothing(html)


def test_a_link_that_opens_nothing(db, wrong_on):
    html = Client().get("/v/zzzzzzzzzzzzzzzz-zzzzzzzzzzzzzzzzzzzz/").content.decode()
    assert wrong_on(html) == []
    tells_nothing(html)


def tells_nothing(html: str) -> None:
    """Neither the page nor the names of its files name us."""
    assert "kith" not in html.casefold()


@pytest.mark.shows("Q-75")
@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_can_be_read(world, screen, theme):
    client, greg = world.client("vish"), world.individual("greg")
    client.cookies["look"] = f"theme.{theme}"
    named = ("home:brief", "conversations:write_up", "ideas:table", "about_me:about_page", "goals:goals_page")
    for place in ["/", "/people/", "/community/", *(states.of(name, greg) for name in named)]:
        shows(screen, client.get(place).content.decode())
        for scheme in ("light", "dark"):
            screen.emulate_media(color_scheme=scheme)
            assert findings(screen, ["color-contrast"], kind="rule") == [], place


def test_the_brief_stays_one_sheet_with_one_more_on_it(world, screen):
    greg = world.individual("greg")
    assert list(states.on_paper(world)) and list(states.said_yes_together(world))
    brief = world.client("vish").get(states.of("home:brief", greg)).content.decode()
    paper = shows(screen, brief).pdf(format="A4", prefer_css_page_size=True)
    assert len(SHEET.findall(paper)) == 1
