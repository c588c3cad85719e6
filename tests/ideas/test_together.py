"""Looking together: the screen is in the individual's hands, and shows nothing but the table."""

import re

import pytest
from django.urls import resolve

from kith.about_me import actions as about_me
from kith.ideas import actions, queries
from kith.local_knowledge import actions as local_knowledge
from tests.page_words import words_of

WORKER_UNLOCKS = {"introductions:new"}  # unless it is made for two as well
LINK = re.compile(r'<(?:a|form)[^>]*?(?:href|action)="([^"]+)"')


def handed_over(cast):
    """Idris's browser, with the screen in Olwen's hands."""
    browser = cast.browsing("idris")
    assert browser.post(cast.at("table/together/")).url == cast.at("table/")
    return browser


def main_of(response) -> str:
    return response.content.decode().split('<main id="main"')[1].split("</main>")[0]


def whole_table(cast):
    """Something kept, something put aside, something kept away, something told of, and what the team knows."""
    actions.keep(individual=cast.individual, activity=cast.choir, reasons=[], by=cast.olwen)
    actions.set_aside(individual=cast.individual, activity=cast.repair, by=cast.olwen)
    actions.tell_of_a_place(individual=cast.individual, words="Chess at the Crown", by=cast.olwen)
    about_me.add_line(individual=cast.individual, kind="interest", words="Running", by=cast.olwen)
    note = {"activity": cast.harriers, "team": cast.team, "by": cast.worker}
    local_knowledge.note(kind="worry", words="The stairs are steep", **note)
    local_knowledge.note(kind="heard good", words="Mrs Pugh loved it", heard_from="Mrs Pugh", **note)


def test_everything_that_can_be_reached_is_made_for_two_and_the_rest_asks_to_unlock(cast):
    whole_table(cast)
    browser, seen, waiting = handed_over(cast), set(), [cast.at("table/"), cast.at("table/?q=running&only=free")]
    while waiting:
        place = waiting.pop()
        view = resolve(place.partition("?")[0]).func
        if place in seen or getattr(view.door, "kind", "") == "public":
            continue
        seen.add(place)
        answer = browser.get(place)
        if resolve(place.partition("?")[0]).view_name in WORKER_UNLOCKS and not view.door.together:
            assert answer.url.startswith("/unlock/")
            continue
        assert view.door.together, place
        if answer.status_code == 200 and len(seen) < 60:
            found = (each.replace("&amp;", "&").partition("#")[0] for each in LINK.findall(main_of(answer)))
            waiting += [each for each in found if each.startswith("/")]
            assert not re.search(r'href="https?:', main_of(answer)), place
    assert len(seen) > 8


def test_every_other_address_leads_to_unlock(cast):
    browser = handed_over(cast)
    for place in (
        "/",
        "/people/",
        "/community/",
        f"/community/{cast.choir.public_id}/",
        cast.at("about/"),
        cast.at(""),
    ):
        answer = browser.get(place)
        assert answer.status_code == 302 and answer.url.startswith("/unlock/"), place
    assert browser.post(cast.at("table/together/")).url.startswith("/unlock/")


def test_the_page_speaks_to_you_and_shows_nobody_else(cast):
    whole_table(cast)
    browser = handed_over(cast)
    page = main_of(browser.get(cast.at("table/")))
    assert "I like this" in page and "You said: “Running”" in page and "I know a place" in page
    for absent in ("Olwen", "my idea", "3 things", "Look together", "knows a place", "Begin with"):
        assert absent not in page, absent
    found = main_of(browser.get(cast.at("table/?q=choir")))
    assert "Kept (" not in found and "<span>Kept</span>" in found


def test_what_the_team_keeps_to_itself_is_not_on_the_screen(cast):
    whole_table(cast)
    browser = handed_over(cast)
    for place in (
        cast.at("table/?q=running"),
        cast.at(f"table/{cast.harriers.public_id}/"),
        cast.at("table/on-paper/"),
    ):
        page = browser.get(place).content.decode()
        assert "steep" not in page and "Pugh" not in page and "For the team" not in page, place
        assert "putting it right" not in page


def test_what_was_going_to_be_said_to_the_worker_alone_is_not_said(cast):
    browser = cast.browsing("idris")
    browser.post(cast.at("table/say/"), {"activity": cast.choir.public_id, "state": "my idea"})
    browser.post(cast.at("table/together/"))
    assert "Kept: Valley Community Choir." not in browser.get(cast.at("table/")).content.decode()


def test_a_press_on_the_shared_screen_is_theirs_as_told_to_the_worker(cast):
    browser = handed_over(cast)
    browser.post(cast.at("table/say/"), {"activity": cast.choir.public_id, "state": "my idea"})
    idea = queries.ideas_of(cast.individual).get()
    assert (idea.had_by, idea.said_by) == ("individual", cast.users["idris"])
    assert "you liked it, as told to Idris" in words_of(browser.get(cast.at("table/")))


def test_another_record_stays_shut(cast):
    browser = handed_over(cast)
    assert browser.get("/people/somebodyelse00000/table/").url.startswith("/unlock/")


def test_with_nobody_chosen_no_record_opens(cast):
    browser = cast.browsing("idris")
    assert browser.post("/community/table/together/").url == "/community/table/"
    page = main_of(browser.get("/community/table/?q=running"))
    assert "things to do" not in page and cast.harriers.name in page
    leaflet = browser.get(f"/community/table/{cast.harriers.public_id}/")
    assert leaflet.status_code == 200 and "putting it right" not in leaflet.content.decode()
    for place in ("/community/", cast.at("table/"), f"/community/{cast.harriers.public_id}/", "/community/add/"):
        assert browser.get(place).url.startswith("/unlock/"), place


def test_nobody_hands_over_their_own_table(cast):
    browser = cast.browsing("olwen")
    assert browser.post(cast.at("table/together/")).url == cast.at("table/")
    assert browser.get("/").status_code == 200
    assert "Look together" not in browser.get(cast.at("table/")).content.decode()


@pytest.mark.parametrize(("who", "status"), [("idris", 302), ("cai", 302), ("mair", 404), ("noor", 404)])
def test_who_may_hand_the_screen_over(cast, who, status):
    assert cast.browsing(who).post(cast.at("table/together/")).status_code == status
