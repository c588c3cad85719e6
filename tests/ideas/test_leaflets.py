"""One leaflet, for somebody or for nobody in particular, and a handful on paper."""

import pytest

from kith.about_me import actions as about_me
from kith.directory import actions as directory
from kith.directory.models import Activity
from kith.ideas import actions, queries
from kith.local_knowledge import actions as local_knowledge
from kith.local_knowledge import listings
from tests.page_words import words_of


def at(cast, activity) -> str:
    return cast.at(f"table/{activity.public_id}/")


@pytest.mark.shows("S28")
@pytest.mark.parametrize(
    ("miles", "told"),
    [
        (None, ""),
        (0.04, "Very near"),
        (0.1, "0.1 miles, about 5 minutes on foot"),
        (0.8, "0.8 miles, about 20 minutes on foot"),
        (2.9, "2.9 miles, about 80 minutes on foot"),
        (6.25, "6.2 miles"),
    ],
)
def test_how_far_it_is_and_roughly_how_long_to_walk(miles, told):
    assert listings.how_far(miles) == told


@pytest.mark.shows("S28")
def test_a_leaflet_says_how_to_get_there_from_home(cast):
    Activity.objects.filter(pk=cast.harriers.pk).update(getting_there="Bus 43 stops at the gate.")
    page = words_of(cast.browsing("olwen").get(at(cast, cast.harriers)))
    assert "0.8 miles, about 20 minutes on foot" in page and "Bus 43 stops at the gate." in page
    nobody = words_of(cast.browsing("idris").get(f"/community/table/{cast.harriers.public_id}/"))
    assert "on foot" not in nobody and "Bus 43 stops at the gate." in nobody


@pytest.mark.shows("S34")
def test_a_leaflet_is_ready_to_be_introduced(cast):
    about_me.add_line(individual=cast.individual, kind="interest", words="Singing", by=cast.olwen)
    page = words_of(cast.browsing("idris").get(at(cast, cast.choir)))
    assert f"introductions/new/?activity={cast.choir.public_id}" in page and "Introduce Olwen" in page
    assert "Olwen said: “Singing”" in page and "Checked today" in page
    mine = words_of(cast.browsing("olwen").get(at(cast, cast.choir)))
    assert "Get in touch" in mine and "You said: “Singing”" in mine and "putting it right" not in mine


def test_a_way_back_leads_to_the_same_search(cast):
    page = words_of(cast.browsing("olwen").get(at(cast, cast.choir), {"back": cast.at("table/?q=choir")}))
    assert f'<p class="back"><a href="{cast.at("table/?q=choir")}">' in page
    out = words_of(cast.browsing("olwen").get(at(cast, cast.choir), {"back": "https://elsewhere.example/"}))
    assert "elsewhere" not in out.replace("back=https", "").split('<main id="main"')[1].split('name="next"')[0]


@pytest.mark.shows("S74")
def test_not_for_me_can_be_taken_back_and_both_stay_in_the_story(cast):
    browser = cast.browsing("olwen")
    browser.post(cast.at("table/say/"), {"activity": cast.choir.public_id, "state": "set aside"})
    table = words_of(browser.get(cast.at("table/")))
    assert "Put aside" in table and "Bring it back" in table
    assert "Put aside on 23 November." in words_of(browser.get(at(cast, cast.choir)))
    browser.post(cast.at("table/say/"), {"activity": cast.choir.public_id, "state": "back"})
    assert queries.set_aside_names(cast.individual) == {}
    assert list(queries.ideas_of(cast.individual)) == []
    assert "I like this" in words_of(browser.get(at(cast, cast.choir)))
    assert list(cast.individual.ideas.values_list("state", flat=True)) == ["back", "set aside"]


def test_what_lies_on_the_table_needs_no_bringing_back(cast):
    answer = cast.browsing("olwen").post(cast.at("table/say/"), {"activity": cast.choir.public_id, "state": "back"})
    assert answer.status_code < 500
    assert not cast.individual.ideas.exists()


def test_what_is_over_cannot_be_kept_on_its_leaflet(cast):
    directory.close(activity=cast.choir, by=cast.worker)
    page = words_of(cast.browsing("olwen").get(at(cast, cast.choir)))
    assert "This is not going on any more." in page and "I like this" not in page


def test_a_handful_on_paper_holds_the_places_and_nobodys_words(cast):
    about_me.add_line(individual=cast.individual, kind="interest", words="Singing", by=cast.olwen)
    actions.keep(individual=cast.individual, activity=cast.harriers, reasons=["Olwen said: “Running”"], by=cast.worker)
    local_knowledge.note(activity=cast.harriers, team=cast.team, kind="knows somebody", words="Sam", by=cast.worker)
    page = words_of(cast.browsing("idris").get(cast.at("table/on-paper/"))).split('<main id="main"')[1]
    for told in (cast.harriers.name, "01632 960412", "Thursdays 6:30pm", "£2", "The park gate", "Dawn"):
        assert told in page, told
    for absent in ("Olwen", "Idris", cast.team.name + " team", "Singing", "Running”", cast.choir.name):
        assert absent not in page, absent


def test_nothing_kept_says_what_to_do_first(cast):
    assert "Keep something at the table first." in words_of(cast.browsing("olwen").get(cast.at("table/on-paper/")))


@pytest.mark.parametrize(("who", "status"), [("idris", 200), ("olwen", 200), ("mair", 200), ("noor", 404)])
def test_who_opens_a_leaflet(cast, who, status):
    browser = cast.browsing(who)
    for page in (at(cast, cast.choir), cast.at("table/on-paper/"), f"/community/table/{cast.choir.public_id}/"):
        assert browser.get(page).status_code == status, page
    assert browser.get(cast.at("table/nowhere/")).status_code == 404


def test_reading_it_is_trailed_but_that_of_nobody_names_nobody(cast, django_assert_max_num_queries):
    browser = cast.browsing("idris")
    browser.get(at(cast, cast.choir))
    with django_assert_max_num_queries(25):
        browser.get(at(cast, cast.choir))
