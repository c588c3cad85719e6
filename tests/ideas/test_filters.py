"""What the table is narrowed to: free, a day, near, once, not a health service; and what comes first."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.about_me import actions as about_me
from kith.directory import actions as directory
from kith.directory.reading.entry import PlaceDetails
from kith.ideas import actions as ideas
from kith.local_knowledge import actions as local_knowledge
from tests.page_words import words_of

MOST_QUERIES = 25


def on_table(cast, asked, who="idris") -> list[str]:
    page = words_of(cast.browsing(who).get(cast.at(f"table/{asked}")))
    return [re.search(r"<h3><a [^>]+>([^<]+)</a>", part)[1] for part in page.split('<article class="leaflet"')[1:]]


def add(cast, name, **more):
    return directory.add_activity(name=name, by=cast.worker, **more)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("?only=free", {"Valley Community Choir", "Repair café"}),
        ("?day=thu", {"Calder Valley Harriers social run"}),
        ("?reach=walk", {"Valley Community Choir", "Calder Valley Harriers social run"}),
        ("?reach=2&only=free", {"Valley Community Choir"}),
        ("?only=free&day=thu", set()),
    ],
)
def test_each_filter_leaves_what_it_says(cast, asked, names):
    assert set(on_table(cast, asked)) == names


@pytest.mark.shows("S29")
def test_what_can_be_tried_once(cast):
    directory.fill_in(activity=cast.harriers, parts={"taster": True}, by=cast.worker)
    assert on_table(cast, "?only=once") == [cast.harriers.name]
    leaflet = words_of(cast.browsing("olwen").get(cast.at(f"table/{cast.harriers.public_id}/")))
    assert "You can try it once" in leaflet


@pytest.mark.shows("S89")
def test_ordinary_things_come_first_and_a_health_service_can_be_left_out(cast):
    add(cast, "Singing for mental health choir", long_text="A choir. Sing, singing choir for wellbeing.")
    assert on_table(cast, "?q=choir") == [cast.choir.name, "Singing for mental health choir"]
    assert on_table(cast, "?q=choir&only=ordinary") == [cast.choir.name]
    assert on_table(cast, "?q=a choir for mental health")[0] == "Singing for mental health choir"


@pytest.mark.shows("S35")
def test_what_people_here_know_comes_first(cast):
    others = [
        add(cast, f"{name} runners", place=PlaceDetails(name="Mill", latitude=53.72, longitude=-1.861))
        for name in ("Morning", "Evening")
    ]
    assert on_table(cast, "?q=running")[0] != "Evening runners"
    local_knowledge.note(
        activity=others[1], team=cast.team, kind="knows somebody", words="Dawn", may_be_named=True, by=cast.worker
    )
    page = words_of(cast.browsing("idris").get(cast.at("table/?q=running")))
    assert on_table(cast, "?q=running")[0] == "Evening runners"
    assert "Idris knows Dawn there" in page


def test_a_worry_brings_nothing_forward(cast):
    add(cast, "A runners", place=PlaceDetails(name="Mill", latitude=53.72, longitude=-1.861))
    before = on_table(cast, "?q=running")
    local_knowledge.note(activity=cast.harriers, team=cast.team, kind="worry", words="Steep", by=cast.worker)
    assert on_table(cast, "?q=running") == before


@pytest.mark.shows("S33")
def test_it_begins_with_their_own_words_and_asks_for_them_first(cast):
    page = words_of(cast.browsing("idris").get(cast.at("table/")))
    assert "Nothing is written yet about what Olwen likes." in page
    about_me.add_line(individual=cast.individual, kind="interest", words="Running a little", by=cast.olwen)
    page = words_of(cast.browsing("idris").get(cast.at("table/")))
    assert "Nothing is written yet" not in page and "Olwen said: “Running a little”" in page
    assert on_table(cast, "")[0] == cast.harriers.name


def test_what_is_on_is_named_on_one_line_and_can_be_taken_off(cast):
    page = words_of(cast.browsing("idris").get(cast.at("table/?q=run&only=free&only=once&reach=2&day=tue")))
    line = page.split("<span>Only:</span>")[1].split("</p>")[0]
    words = re.findall(r"</span>([^<]+)<span aria-hidden", line)
    assert [each.strip() for each in words] == ["Free", "Try it once", "Within 2 miles", "Tuesdays"]
    ways = [each.replace("&amp;", "&") for each in re.findall(r'href="([^"]+)"', line)]
    assert ways[0] == cast.at("table/?q=run&only=once&reach=2&day=tue")
    assert ways[-1] == cast.at("table/?q=run")
    assert "<span>Only:</span>" not in words_of(cast.browsing("idris").get(cast.at("table/?q=run")))


def test_how_far_is_asked_only_where_it_is_known(cast):
    assert "A walk away" in words_of(cast.browsing("idris").get(cast.at("table/")))
    assert "A walk away" not in words_of(cast.browsing("idris").get("/community/table/"))


def test_the_same_table_with_nobody_chosen(cast):
    browser = cast.browsing("idris")
    page = words_of(browser.get("/community/table/?q=running&only=ordinary"))
    assert cast.harriers.name in page and "Look together" in page
    for absent in ("likes this", "Keep it", "Not for", "Olwen"):
        assert absent not in page, absent
    opening = words_of(browser.get("/community/table/"))
    assert opening.count('class="leaflet"') == 3 and "To begin with" in opening
    assert "Nothing like that on the table yet" in words_of(browser.get("/community/table/?q=zzzqqq"))


@pytest.mark.parametrize(("who", "status"), [("idris", 200), ("olwen", 200), ("mair", 200), ("noor", 404)])
def test_who_opens_the_table_with_nobody_chosen(cast, who, status):
    assert cast.browsing(who).get("/community/table/").status_code == status


@pytest.mark.parametrize("asked", ["", "?q=singing and running", "?only=free", "?surprise=3"])
def test_few_queries_and_no_more_of_them_with_more_listings(cast, asked):
    for words in ("Running", "Singing", "Mending", "Chess", "Dancing"):
        about_me.add_line(individual=cast.individual, kind="interest", words=words, by=cast.olwen)
    ideas.set_aside(individual=cast.individual, activity=cast.repair, by=cast.olwen)
    browser = cast.browsing("idris")
    counts = []
    for number in range(2):
        for each in range(6):
            add(cast, f"Singing and running {number} {each}", is_free=True)
        browser.get(cast.at(f"table/{asked}"))
        with CaptureQueriesContext(connection) as queries:
            browser.get(cast.at(f"table/{asked}"))
        counts.append(len(queries))
    assert counts[0] >= counts[1]
    assert counts[1] <= MOST_QUERIES
