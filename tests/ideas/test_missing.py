"""What is missing round here, told of places and days alone."""

import re
from datetime import time, timedelta

import pytest

from kith.access import clock
from kith.directory import actions as directory
from kith.directory.models import Activity
from kith.directory.queries import near_any
from kith.directory.reading.entry import PlaceDetails, Slot
from kith.ideas import actions as ideas
from kith.ideas.models import Idea
from tests.ideas.test_community import somebody_likes
from tests.page_words import words_of

PAGE = "/community/missing/"
HERE = PlaceDetails(name="Mill", latitude=53.72, longitude=-1.86)


def page_of(cast, who="idris"):
    return words_of(cast.browsing(who).get(PAGE))


def part(page, title):
    return page.partition(f"<h2>{title}</h2>")[2].partition("</section>")[0]


def liked(page):
    """Without what is another on every page."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", part(page, "Liked, and nothing near"))


@pytest.mark.shows("S27")
def test_interests_with_nothing_near_by_name_and_without_a_number(cast):
    for number in range(10):
        somebody_likes(cast, number, "Dancing with my friend Ann Other")
    told = liked(page_of(cast))
    assert "Dance</a>" in told and " people</span>" not in told and "10 people" not in told
    somebody_likes(cast, 11, "Ballet, a dance")
    page = page_of(cast)
    assert liked(page) == told  # nobody can tell that somebody came
    assert "Person" not in page and "Ann Other" not in page and "Olwen" not in page


def test_where_nothing_is_known_to_be_near_nothing_is_said_to_be_there(cast):
    Activity.objects.update(status="closed")
    page = page_of(cast)
    assert part(page, "Liked, and nothing near").count("Not known") == 1
    assert "Not known: no leaflet near tells its times." in part(page, "Nothing on")
    assert "Not known: no leaflet is known to lie near." in part(page, "Nobody has kept these yet")
    assert "every day" not in page and "kept by somebody" not in page


def test_days_and_parts_of_days_with_nothing_on(cast):
    """The choir is on a Tuesday evening, the run on a Thursday evening."""
    told = part(page_of(cast), "Nothing on")
    assert "<h3>Sundays</h3>" in told and "<h3>Tuesday mornings and afternoons</h3>" in told
    for hour in (10, 14):
        slot = Slot(weekday=1, starts=time(hour))
        directory.add_activity(name=f"Chess {hour}", place=HERE, times=[slot], by=cast.worker)
    far = PlaceDetails(name="Far", latitude=54.9, longitude=-1.86)
    directory.add_activity(name="Far away", place=far, times=[Slot(weekday=6, starts=time(10))], by=cast.worker)
    told = part(page_of(cast), "Nothing on")
    assert "Tuesday" not in told and "<h3>Sundays</h3>" in told


def test_listings_that_nobody_has_kept(cast):
    assert cast.choir.name in part(page_of(cast), "Nobody has kept these yet")
    ideas.keep(individual=cast.individual, activity=cast.choir, reasons=[], by=cast.olwen)
    assert cast.choir.name in part(page_of(cast), "Nobody has kept these yet")  # nobody learns of this day's yes
    Idea.objects.update(said_on=clock.today().replace(day=1) - timedelta(days=1))
    told = part(page_of(cast), "Nobody has kept these yet")
    assert cast.choir.name not in told and cast.harriers.name in told
    assert cast.repair.name not in told  # too far from anybody


@pytest.mark.parametrize("day", ["on_date", "apply_by"])
def test_what_is_over_is_not_among_them(cast, day):
    gone = {day: clock.today() - timedelta(days=1)}
    over = directory.add_activity(name="Over already", place=HERE, by=cast.worker, **gone)
    assert over.name not in part(page_of(cast), "Nobody has kept these yet")
    assert over.pk not in near_any([(HERE.latitude, HERE.longitude)], 1)


@pytest.mark.parametrize(("who", "status"), [("idris", 200), ("mair", 200), ("olwen", 404), ("noor", 404)])
def test_it_is_for_the_team(cast, who, status):
    assert cast.browsing(who).get(PAGE).status_code == status


def test_the_community_leads_there(cast):
    assert PAGE in words_of(cast.browsing("idris").get("/community/"))
