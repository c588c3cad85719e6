"""A first meeting, from the invitation to the pocket card and the words that stay of it. Presses are counted."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import PHONE
from tests.browser.counting import Counted
from tests.browser.empty_install import letter, sign_in

EMAIL, NUMBER = "robin@home.example", "4826"
QUESTION, ANSWER = "Can my sister come along?", "Yes, bring her. There is room."
SHARED = "We talked about baking, and went through the table."
WISH = "somewhere to play music with others"
MOST_WORDS = 40
# Over two days, from an unopened notebook to a written one: ten minutes for Vish, and two for Robin.
MOST_SECONDS_OF_VISH, MOST_SECONDS_OF_ROBIN = 10 * 60, 2 * 60
SERVICE = re.compile(r"\bkith\b|review|assess|budget|social work|council|support plan", re.IGNORECASE)


@pytest.fixture
def vish(arrive) -> Counted:
    return arrive("Vish", as_a=Counted)


@pytest.fixture
def robin(arrive) -> Counted:
    """On a phone, signed in nowhere."""
    return arrive(as_a=Counted, screen=PHONE)


@pytest.mark.shows("S4", "S6", "S8", "S14", "S38", "S60", "S61", "S64", "S67", "S94")
def test_a_first_meeting(vish: Counted, robin: Counted, served):
    has_a_number_to_unlock_with(vish)
    opens_a_notebook_and_invites(vish, served)
    plans_the_meeting_and_tells_of_it(vish)
    asks_something_first(robin, served)
    sees_it_on_today_and_answers(vish)
    reads_the_answer(robin)
    served.let_days_go_by(1)
    vish.sign_in_as("Vish")
    they_talk(vish)
    place = they_look_at_the_table_together(vish)
    robin_says_yes_on_vishs_phone_and_has_a_card(vish, place)
    writes_up(vish)
    reads_what_we_said(robin, served)
    within_what_is_bearable(vish, robin)


def has_a_number_to_unlock_with(vish: Counted) -> None:
    vish.opens("Vish")
    vish.follows("Unlock number")
    vish.writes("A number you will remember", NUMBER)
    vish.presses("Keep this number")
    vish.sees("Your number is kept.")


def opens_a_notebook_and_invites(vish: Counted, served) -> None:
    vish.follows("People")
    vish.follows("Somebody new")
    vish.writes("What do they like to be called?", "Robin")
    vish.chooses("Email")
    vish.writes("Email, if they have one", EMAIL)
    vish.presses("Open it")
    vish.is_on("Invite Robin")
    vish.presses("Send this letter")
    vish.sees("The letter to Robin is on its way.")
    assert "nothing to fill in" in letter(served, EMAIL)


def plans_the_meeting_and_tells_of_it(vish: Counted) -> None:
    vish.follows("Robin")
    vish.follows("Say when")
    vish.picks("When?", "On a day")
    vish.writes("Which day?", (date.today() + timedelta(days=1)).isoformat())
    vish.writes("What time?", "2pm")
    vish.writes("Where?", "The Kettle Café")
    vish.presses("Save it")
    vish.follows("Tell Robin about the meeting")
    just_as_it_goes = vish.panel("Just as it will go")
    counted = just_as_it_goes.get_by_text(f"of {MOST_WORDS} words").inner_text()
    assert int(counted.split()[0]) <= MOST_WORDS
    vish.sees("Vish here. We meet", within=just_as_it_goes)
    vish.presses("Send it")
    vish.sees("On its way. It leaves between 9am and 7pm.")


def asks_something_first(robin: Counted, served) -> None:
    """By the letter's link, signed in nowhere; the page tells of this visit alone."""
    words = letter(served, EMAIL, "/v/")
    link = re.search(r"/v/\S+", words)[0]
    told = words[: words.index("http")]
    assert len(told.split()) < MOST_WORDS and told.startswith("Vish here.")
    assert not SERVICE.search(told)
    robin.goes_to(link)
    robin.is_on("Meeting Vish")
    for fact in ("2pm", "The Kettle Café", "About an hour", "Bring someone if you like.", "What is not"):
        robin.sees(fact)
    page = robin.page.locator("body").inner_text()
    assert "£" not in page and not SERVICE.search(page)
    robin.writes("Ask me something first", QUESTION)
    robin.presses("Send it")
    robin.sees("Your question has arrived.")


def sees_it_on_today_and_answers(vish: Counted) -> None:
    vish.follows("Today")
    vish.follows("Robin", within=vish.panel("Waiting for you"))
    vish.sees(QUESTION)
    vish.writes("Your answer", ANSWER)
    vish.presses("Answer")
    vish.sees("Answered.")


def reads_the_answer(robin: Counted) -> None:
    robin.page.reload()
    robin.sees(ANSWER)


def they_talk(vish: Counted) -> None:
    vish.meets_soon("Robin")
    vish.follows("Meet")
    vish.is_on("With Robin")
    vish.sees("The first time. Just talk: there is nothing to fill in.")


def they_look_at_the_table_together(vish: Counted) -> str:
    vish.follows("The table")
    vish.presses("Look together")
    vish.sees("What would you like to do?")
    vish.writes("What would be good to do?", WISH)
    vish.presses("Look")
    vish.sees(f"What fits “{WISH}”")
    expect(vish.page.get_by_role("navigation", name="Main")).to_have_count(0)
    first = vish.page.get_by_role("article").first
    place = first.get_by_role("heading").inner_text()
    vish.taps(first.get_by_role("button", name="I like this"))
    vish.sees(f"Kept: {place}")
    takes_it_back(vish)
    return place


def takes_it_back(vish: Counted) -> None:
    vish.follows("Give it back")
    vish.writes("Your number", NUMBER)
    vish.presses("Take it back")


def robin_says_yes_on_vishs_phone_and_has_a_card(vish: Counted, place: str) -> None:
    vish.is_on("The table")
    vish.opens("Kept")
    vish.taps(vish.page.get_by_role("link", name=re.compile("^Introduce")))
    vish.presses("Hand the screen over")
    vish.is_on("May we say this for you?")
    vish.presses("Yes, say these words")
    vish.is_on("You said yes")
    vish.follows("Pocket card")
    vish.sees(place)
    the_card_has_what_is_needed(vish.page.locator("main"))
    takes_it_back(vish)
    vish.is_on(place)
    vish.sees("said yes to these words, on Vish’s screen")


def the_card_has_what_is_needed(card: Locator) -> None:
    expect(card.get_by_text("Next", exact=True)).to_be_visible()
    expect(card.get_by_text("In danger: 999. To talk: 111 then 2, or 116 123.", exact=True)).to_be_visible()
    expect(card.get_by_text("We meet next", exact=True)).to_have_count(0)  # that is today, and no other day is settled
    expect(card.get_by_role("button", name="Print the card")).to_be_visible()
    assert not SERVICE.search(card.inner_text())


def writes_up(vish: Counted) -> None:
    vish.follows("People")
    vish.follows("Robin")
    vish.follows("Write up")
    vish.writes("What you talked about", SHARED)
    vish.presses("Done")
    vish.is_on("What we said")
    vish.sees("Your first meeting.")


def reads_what_we_said(robin: Counted, served) -> None:
    robin.goes_to("/")
    sign_in(robin, served, EMAIL)
    robin.is_on("Hello Robin")
    robin.taps(robin.panel("My notes").get_by_role("link", name=re.compile("^What we said on")))
    robin.is_on("What we said")
    robin.sees(SHARED)
    robin.sees("You do not have to answer.")


def within_what_is_bearable(vish: Counted, robin: Counted) -> None:
    print(f"A first meeting: Vish {vish.count}, Robin {robin.count}.")  # noqa: T201 - for whoever asks with -s
    assert vish.seconds < MOST_SECONDS_OF_VISH, vish.count
    assert robin.seconds < MOST_SECONDS_OF_ROBIN, robin.count
