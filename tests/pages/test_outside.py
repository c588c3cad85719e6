"""What every answer carries, and that no page asks anything of anybody else."""

import re

import pytest

from kith.access.permissions import MATRIX
from kith.people.audience import who_sees
from tests.pages.addresses import SIGNED_OUT, of_individual
from tests.pages.forms_on import forms_on

ELSEWHERE = re.compile(r"<(?:script|link|img|iframe|form|source)[^>]+(?:src|href|action)=\"(?:https?:)?//")
INLINE = re.compile(r"<style|\sstyle=|\son\w+=\"|<script(?![^>]*(?:\ssrc=|application/json))")
HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
WHO = re.compile(r"class=\"who(?: only)?\"[^>]*>([^<]+)<|<p class=\"muted\">([^<]*see this\.[^<]*)</p>")
OF_A_PLACE = "a listing"  # what the team knows of a place is about nobody
SAID_OTHERWISE = {
    OF_A_PLACE: "Whoever keeps the table reads it.",
    "my diary": "Only you can see this. Nobody checks it.",
    "my information": "Your worker does not see what you ask here.",
    "letting somebody in": "Those who work with you read this too.",
    "a new introduction": "Nothing is said until you say yes to exactly these words.",
}


def everything(world):
    for name, place in SIGNED_OUT.items():
        yield name, world.client().get(place)
    for who in ("greg", "vish", "tom"):
        client = world.client(who)
        for name, place in of_individual(world.individual("greg")).items():
            yield f"{who}: {name}", client.get(place)


def test_every_answer_is_closed_to_the_outside(world):
    for name, answer in everything(world):
        policy = answer.get("Content-Security-Policy", "")
        assert "default-src 'none'" in policy and "unsafe" not in policy, name
        assert {header: answer.get(header) for header in HEADERS} == HEADERS, name


@pytest.mark.shows("Q-22")
def test_no_page_asks_anybody_else_and_none_has_script_or_style_of_its_own(world):
    for name, answer in everything(world):
        page = answer.content.decode()
        assert not ELSEWHERE.search(page), name
        assert not INLINE.search(page), name


@pytest.mark.shows("Q-67")
def test_two_cookies_and_no_more(world):
    visitor = world.client()
    visitor.get("/demo/sign-in/")
    visitor.post("/demo/sign-in/", {"who": "greg"})
    for place in of_individual(world.individual("greg")).values():
        assert visitor.get(place).status_code == 200
    assert set(visitor.cookies) == {"kith", "kith-form"}
    assert all(cookie["httponly"] and cookie["samesite"] == "Lax" for cookie in visitor.cookies.values())


def test_pages_about_somebody_are_not_kept_by_anybody_between(world):
    answer = world.client("greg").get("/")
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.shows("Q-04", "Q-06", "Q-71")
@pytest.mark.parametrize("who", ["greg", "vish"])
def test_every_line_on_who_sees_this_is_what_the_matrix_says(world, who):
    """And the individual finds one wherever there is a box to write in."""
    greg, reader = world.individual("greg"), getattr(world, who)
    true = {who_sees(row, greg, reader) for row in MATRIX["rows"]}
    client, told, silent = world.client(who), [], []
    places = of_individual(greg) | {"write-up": f"/people/{greg.public_id}/write-up/"}
    for name, place in places.items():
        page = client.get(place).content.decode()
        found = WHO.findall(page) if name != OF_A_PLACE else []
        told += [(first or second).strip() for first, second in found]
        has_boxes = any(form.limits for form in forms_on(page, place))
        is_said = found or (name in SAID_OTHERWISE and SAID_OTHERWISE[name] in page)
        silent += [name] if has_boxes and not is_said else []
    assert len(told) > 5
    assert set(told) <= true
    assert who == "vish" or silent == []
