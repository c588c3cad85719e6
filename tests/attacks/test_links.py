"""What leaves as a link, a token or a code: each opens one thing, looking changes nothing, none is in the log."""

import re
from collections.abc import Iterator
from html import unescape

import pytest

from .visitor import Visitor

PLACES = "vhcks"  # before a meeting, a place, did you go, local knowledge, a helper
TELLING = re.compile(r"mental|health|care\b|support|service|budget|illness|recovery|worker|kith", re.IGNORECASE)
LET_IN = """SELECT recipient FROM people_share JOIN people_individual ON people_individual.id = individual_id
WHERE people_individual.public_id = ? AND revoked_at IS NULL AND ends_at > datetime('now')"""
A_FEED = re.compile(r"/calendar/[a-z0-9-]+\.ics")


@pytest.fixture
def feed(as_) -> str:
    """The address of Maya's calendar, made anew where it was stopped."""
    as_("maya").post("/my-calendar/make/")
    return A_FEED.search(as_("maya").get("/my-calendar/?show=address").text)[0]


def another(token: str) -> Iterator[str]:
    """Neighbours of a token that is good."""
    yield from (token[:-1], token + "a", token[:-1] + ("a" if token[-1] != "a" else "b"))
    yield from (token.partition("-")[0], token.partition("-")[0] + "-" + "a" * 20, token.upper())


@pytest.mark.attack("A-05", "A-18")
def test_a_link_opens_its_one_page_and_signs_nobody_in(kith):
    assert kith.links
    for link in kith.links:
        visitor = Visitor(kith)
        answer = visitor.get(link)
        assert answer.status == 200 and answer.headers["Cache-Control"] == "no-store", link
        assert not visitor.is_in
        token = link.split("/")[2]
        for place in PLACES:
            if f"/{place}/" != link[:3]:
                assert Visitor(kith).get(f"/{place}/{token}/").status == 404, place
        for wrong in another(token):
            assert Visitor(kith).get(f"{link[:3]}{wrong}/").status == 404, wrong
        for path in (f"/calendar/{token}.ics", f"/people/{token}/", f"/account/login/?token={token}"):
            assert not Visitor(kith, dict(visitor.cookies)).get(path).text.count("BEGIN:VCALENDAR"), path


@pytest.mark.attack("A-18", "A-22")
def test_a_machine_that_opens_every_link_twice_changes_nothing_and_the_person_still_gets_in(kith):
    before = kith.as_it_stands()
    for link in kith.links:
        answers = [Visitor(kith).ask(method, link) for method in ("HEAD", "GET", "OPTIONS", "GET", "HEAD")]
        assert [each.status for each in answers] == [200, 200, 405, 200, 200], link
    assert kith.as_it_stands() == before


@pytest.mark.attack("A-05")
def test_every_link_that_works_stands_on_the_page_of_who_may_see_what(kith, as_):
    sees = unescape(as_("greg").get(f"/people/{kith.records['greg']}/sees/").text)
    live = kith.rows(LET_IN, kith.records["greg"])
    assert len(live) > 1
    assert [recipient for (recipient,) in live if recipient not in sees] == []


@pytest.mark.attack("A-27")
def test_neither_the_page_of_a_link_nor_what_comes_with_it_tells_of_a_service(kith):
    for link in (each for each in kith.links if each.startswith(("/s/", "/h/"))):
        answer = Visitor(kith).get(link)
        told = re.sub(r"/static/[^\"]*", "", answer.text) + str(answer.headers)
        assert not TELLING.findall(re.sub(r"(?s)<footer.*?</footer>", "", told)), link


@pytest.mark.attack("A-06")
def test_a_calendar_is_opened_by_its_own_address_alone_and_holds_no_name(kith, as_, feed):
    answer = Visitor(kith).get(feed)
    assert answer.status == 200 and answer.headers.get_content_type() == "text/calendar"
    assert not re.search("Maya|Priya|Greg|Kith", answer.text)
    token = feed.removeprefix("/calendar/").removesuffix(".ics")
    assert len(token.partition("-")[2]) == 20
    for wrong in another(token):
        assert Visitor(kith).get(f"/calendar/{wrong}.ics").status == 404, wrong
    assert as_("greg").post("/my-calendar/stop/", {"feed": token}).status < 500
    assert Visitor(kith).get(feed).status == 200


@pytest.mark.attack("A-06", "A-24")
def test_no_key_is_written_into_the_log(kith, feed):
    """Whatever is pressed wrongly on the page of a link is answered, and noted without its address."""
    for link in [*kith.links, feed]:
        visitor = Visitor(kith)
        for method, body in (("POST", b"x=1"), ("PUT", b""), ("GET", None)):
            visitor.ask(method, link + ("nothing/" if method == "GET" else ""), body=body)
        visitor.post(link, {"words": "x" * 5000, "act": "nothing we know"})
        assert link.split("/")[2].removesuffix(".ics") not in kith.log, kith.log[-300:]


@pytest.mark.attack("A-06")
def test_a_calendar_that_was_stopped_opens_at_once_no_more(kith, feed):
    maya = Visitor(kith).sign_in("maya")
    maya.post("/my-calendar/stop/")
    assert Visitor(kith).get(feed).status == 404
