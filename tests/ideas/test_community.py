"""Our community: what is new, what is missing, and a box for one thing more."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.about_me import actions as about_me
from kith.about_me.models import Line
from kith.access import clock
from kith.directory import actions as directory
from kith.directory.models import Activity
from kith.directory.reading.entry import PlaceDetails
from kith.ideas.gaps import unmet_interests
from kith.people import actions as people
from kith.people.models import Individual
from tests.introductions.cast import HERE, OFFICE
from tests.page_words import words_of

PAGE = "/community/"


def somebody_likes(cast, number, words, **more):
    """One more person of the team, and what they said last month that they like."""
    opened = {"worker": cast.users["idris"], "team": cast.team, "called": f"Person {number}", "near": HERE}
    individual = people.open_partnership(**opened, by=OFFICE).individual
    line = about_me.add_line(individual=individual, kind="interest", words=words, by=cast.worker, **more)
    line.said_on = clock.today().replace(day=1) - timedelta(days=1)
    line.save()
    return line


@pytest.mark.shows("S27")
def test_what_nobody_near_offers_is_told_when_enough_would_like_it(cast):
    for number in range(9):
        somebody_likes(cast, number, "Dancing, and my friend Ann Other")
    assert unmet_interests([cast.team]) == []
    assert "Talk about it in the team" in words_of(cast.browsing("idris").get("/community/missing/"))
    last = somebody_likes(cast, 9, "I go dancing, or used to sing in the choir")
    assert unmet_interests([cast.team]) == ["dance"]
    Line.objects.filter(pk=last.pk).update(said_on=clock.today().replace(day=1))
    assert unmet_interests([cast.team]) == []  # nobody learns on which day somebody came
    Line.objects.filter(pk=last.pk).update(said_on=last.said_on)
    page = words_of(cast.browsing("idris").get(PAGE))
    assert ">Dance</a>" in page
    for absent in ("Person", "Ann Other", "used to"):
        assert absent not in page, absent
    directory.add_activity(name="Tea dance", by=cast.worker, place=None)
    assert unmet_interests([cast.team]) == ["dance"]
    place = directory_place(HERE)
    directory.add_activity(name="Line dancing", by=cast.worker, place=place)
    assert unmet_interests([cast.team]) == []


def directory_place(near):

    return PlaceDetails(name="Mill", latitude=near[0], longitude=near[1])


def test_what_is_kept_out_of_suggestions_or_is_no_longer_true_is_not_counted(cast):
    lines = [somebody_likes(cast, number, "Dancing") for number in range(10)]
    assert unmet_interests([cast.team]) == ["dance"]
    about_me.hide_from_matching(line=lines[0], by=cast.worker)
    assert unmet_interests([cast.team]) == []


def test_a_topic_does_not_go_on_the_day_on_which_somebody_does(cast):
    first, other = [somebody_likes(cast, number, "Dancing") for number in range(10)][:2]
    began = clock.today().replace(day=1)
    Line.objects.filter(pk=first.pk).update(ended_on=clock.today())
    Individual.objects.filter(pk=other.individual_id).update(closed_at=clock.now())
    assert unmet_interests([cast.team]) == ["dance"]
    Line.objects.filter(pk=first.pk).update(ended_on=began - timedelta(days=1))
    assert unmet_interests([cast.team]) == []
    Line.objects.filter(pk=first.pk).update(ended_on=None)
    Individual.objects.filter(pk=other.individual_id).update(closed_at=clock.now() - timedelta(days=32))
    assert unmet_interests([cast.team]) == []


def test_one_person_who_says_it_three_times_is_one(cast):
    for words in ("Dancing", "Dance", "Ballroom dancing"):
        about_me.add_line(individual=cast.individual, kind="interest", words=words, by=cast.olwen)
    assert unmet_interests([cast.team]) == []
    assert unmet_interests([]) == []


@pytest.mark.shows("S27")
def test_the_newest_stand_there_and_one_more_is_added_by_its_name(cast):
    browser = cast.browsing("idris")
    page = words_of(browser.get(PAGE))
    assert page.index("Repair café") < page.index("Valley Community Choir")
    browser.post("/community/add/", {"name": "Calder Chess"})
    page = words_of(browser.get(PAGE))
    assert page.index("Calder Chess") < page.index("Repair café")


def test_the_box_leads_to_the_table(cast):
    page = words_of(cast.browsing("idris").get(PAGE))
    assert page.count('type="search"') == 1 and 'action="/community/table/"' in page


def test_the_people_we_support_see_neither_the_gaps_nor_the_box(cast):
    for number in range(3):
        somebody_likes(cast, number, "Dancing")
    page = words_of(cast.browsing("olwen").get(PAGE))
    assert "New on the table" in page
    assert "Nothing near" not in page and "Add it" not in page and "Dance" not in page


@pytest.mark.parametrize(("who", "status"), [("idris", 200), ("olwen", 200), ("mair", 200), ("noor", 404)])
def test_who_opens_the_community(cast, who, status):
    assert cast.browsing(who).get(PAGE).status_code == status


def test_the_number_of_queries_does_not_grow(cast):
    browser, counts = cast.browsing("idris"), []
    for number in range(2):
        for each in range(3):
            somebody_likes(cast, number * 3 + each, "Dancing")
            directory.add_activity(name=f"Thing {number} {each}", by=cast.worker)
        browser.get(PAGE)
        with CaptureQueriesContext(connection) as asked:
            browser.get(PAGE)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 25


def test_what_came_two_months_ago_is_not_new_any_more(cast):
    made = directory.add_activity(name="Whittling", by=cast.worker)
    Activity.objects.exclude(pk=made.pk).update(listed_on=clock.today() - timedelta(days=61))
    page = words_of(cast.browsing("idris").get(PAGE))
    assert "Whittling" in page and cast.choir.name not in page
    Activity.objects.update(listed_on=clock.today() - timedelta(days=61))
    page = words_of(cast.browsing("idris").get(PAGE))
    assert "Nothing has come in the last two months." in page and "The table is bare" not in page
    assert "Nothing new in the last two months" in words_of(
        cast.browsing("olwen").get("/community/table/stuck/?mood=new")
    )


def test_what_others_may_read_is_one_press_away(cast):
    assert 'href="/open/"' in words_of(cast.browsing("idris").get(PAGE))
