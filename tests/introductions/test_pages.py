"""The pages of introductions: who opens them, what each may do there, and what a mistake leaves standing."""

import re
from datetime import UTC, datetime

import pytest

from kith.access import clock
from kith.introductions import actions, queries, wording
from kith.introductions.models import Introduction
from tests.page_words import words_of

from .conftest import VISIT
from .test_actions import agreed, prepared

CHOICES = {"says": "first name", "gets_in_touch": "worker rings", "goes_along": "host", "host_name": "Dawn"}


def choosing(cast, who, **typed):
    page = cast.at("introductions/new/")
    return cast.browsing(who).post(page, {"activity": cast.harriers.public_id, **CHOICES, **typed})


def mark_in(response) -> str:
    return re.search(r'name="shown" form="introduce" value="(\w+)"', words_of(response))[1]


def test_one_page_three_choices_and_nothing_to_fill_in(cast):
    page = words_of(cast.browsing("idris").get(cast.at(f"introductions/new/?activity={cast.harriers.public_id}")))
    assert len(re.findall(r"<legend>\s*[123]\. ", page)) == 3
    assert page.count("checked>") == 3
    assert "required" not in page
    assert "Hello Dawn. It’s Idris. Somebody I know would like to try Calder Valley Harriers" in page
    assert "Olwen says yes, here with me" in page and "Ask Olwen later" in page


def test_the_words_follow_the_choices_with_and_without_a_script(cast):
    shown = choosing(cast, "idris", do="show")
    assert "Olwen would like to try Calder Valley Harriers" in words_of(shown)
    assert "<h1>" in words_of(shown)
    part = cast.browsing("idris").post(
        cast.at("introductions/new/"),
        {"activity": cast.harriers.public_id, **CHOICES, "do": "show"},
        headers={"HX-Request": "true"},
    )
    assert words_of(part).strip().startswith('<div id="words"')
    assert mark_in(part) == mark_in(shown)
    assert not Introduction.objects.exists()


@pytest.mark.shows("Q-41")
def test_a_yes_here_is_to_the_words_that_were_shown(cast):
    refused = choosing(cast, "idris", do="yes", shown="other words", first_visit_time="6:50 at the gate")
    assert refused.status_code == 422
    assert "The words have changed with the choices" in words_of(refused)
    assert "6:50 at the gate" in words_of(refused)
    assert not Introduction.objects.exists()
    done = choosing(cast, "idris", do="yes", shown=mark_in(choosing(cast, "idris", do="show")))
    introduction = Introduction.objects.get()
    assert done.url == cast.at(f"introductions/{introduction.public_id}/")
    assert introduction.share.how == "here"


@pytest.mark.shows("Q-43")
def test_asking_later_waits_for_the_individual_whose_yes_and_no_are_alike(cast):
    choosing(cast, "idris", do="later")
    introduction = Introduction.objects.get()
    place = cast.at(f"introductions/{introduction.public_id}/")
    page = words_of(cast.browsing("olwen").get(place))
    assert "Waiting for your yes" in page
    assert introduction.words_to_say.replace("’", "’") in page
    yes = re.search(r"<button class=\"([^\"]+)\"[^>]*>Yes, say these words", page)[1]
    no = re.search(r"<button class=\"([^\"]+)\"[^>]*>Not now", page)[1]
    assert yes == no
    mark = wording.digest(introduction.words_to_say, introduction.true_answer)
    cast.browsing("olwen").post(f"{place}yes/", {"shown": mark})
    introduction.refresh_from_db()
    assert introduction.share.how == "in kith"


def test_other_words_can_be_chosen_while_it_waits(cast):
    introduction = prepared(cast)
    place = cast.at(f"introductions/{introduction.public_id}/change/")
    assert "Use these words" in words_of(cast.browsing("olwen").get(place))
    cast.browsing("olwen").post(place, {**CHOICES, "says": "no name", "do": "save"})
    introduction.refresh_from_db()
    assert "Olwen" not in introduction.words_to_say
    agree = {"shown": wording.digest(introduction.words_to_say, introduction.true_answer)}
    cast.browsing("olwen").post(place.replace("change/", "yes/"), agree)
    assert cast.browsing("olwen").get(place).url == place.removesuffix("change/")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"says": "first name and number", "number": ""}, "There is no number for Olwen yet"),
        ({"true_answer": "I am a nurse."}, "could tell them more than was agreed"),
        ({"first_visit_on": "soonish"}, "could not read that as a day"),
        ({"says": "everything"}, "Please choose one of these"),
    ],
)
def test_what_was_typed_stays_when_something_is_to_be_looked_at_again(cast, typed, said):
    page = choosing(cast, "idris", do="later", first_visit_time="by the bandstand", **typed)
    assert page.status_code == 422
    assert said in words_of(page)
    assert "by the bandstand" in words_of(page)
    assert not Introduction.objects.exists()


@pytest.mark.shows("S38", "S85")
def test_the_individual_holds_the_card_and_the_number(cast):
    introduction = agreed(cast, gets_in_touch="individual")
    page = words_of(cast.browsing("olwen").get(cast.at(f"introductions/{introduction.public_id}/")))
    assert 'href="tel:01632 960412"' in page
    assert introduction.words_to_say in page
    assert introduction.true_answer in page


def test_what_they_said_is_kept_and_an_empty_box_is_told_of(cast):
    introduction = agreed(cast)
    place = cast.at(f"introductions/{introduction.public_id}/")
    browser = cast.browsing("idris")
    assert "What Dawn said" in words_of(browser.get(place))
    assert browser.post(f"{place}call/", {"words": ""}).status_code == 422
    browser.post(f"{place}call/", {"words": "Meet at the gate", "welcoming": "yes"})
    assert "Meet at the gate" in words_of(browser.get(place))


def test_one_tap_to_say_how_it_went(cast):
    introduction = agreed(cast, first_visit_on=VISIT)
    place = cast.at(f"introductions/{introduction.public_id}/")
    with clock.at(datetime(2026, 12, 2, 9, tzinfo=UTC)):
        browser = cast.browsing("olwen")
        assert "Did you go?" in words_of(browser.get(place))
        browser.post(f"{place}report/", {"kind": "went"})
        page = words_of(browser.get(place))
    assert "You went" in page and "I went again" in page and "I belong here now" in page


def test_a_worker_who_says_belongs_is_told_who_can(cast):
    introduction = agreed(cast)
    place = cast.at(f"introductions/{introduction.public_id}/report/")
    page = cast.browsing("idris").post(place, {"kind": "belongs", "words": "They love it"})
    assert page.status_code == 409
    assert "Only Olwen can say that" in words_of(page)
    assert "They love it" in words_of(page)


def test_a_worker_hears_words_as_told(cast):
    introduction = agreed(cast)
    actions.report(introduction=introduction, kind="went", words="Liked the tea", by=cast.worker)
    page = words_of(cast.browsing("idris").get(cast.at(f"introductions/{introduction.public_id}/")))
    assert "Olwen: went, as told to Idris" in page
    assert "as Idris remembers" in page


@pytest.mark.shows("S44")
def test_a_call_made_together_names_both(cast):
    introduction = agreed(cast, gets_in_touch="together")
    actions.note_call(introduction=introduction, words="Come along", by=cast.worker)
    page = words_of(cast.browsing("olwen").get(cast.at(f"introductions/{introduction.public_id}/")))
    assert "Idris and you: talked with them" in page


def test_going_back_leads_nowhere_else(cast):
    introduction = agreed(cast, first_visit_on=VISIT)
    place = cast.at(f"introductions/{introduction.public_id}/")
    for asked in ("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"):
        done = cast.browsing("olwen").post(f"{place}report/", {"kind": "went", "next": asked})
        assert done.url == place
    done = cast.browsing("olwen").post(f"{place}report/", {"kind": "went", "next": "/"})
    assert done.url == "/"


def test_a_place_that_is_not_there_leads_to_the_table(cast):
    done = cast.browsing("idris").get(cast.at("introductions/new/?activity=nowhere"))
    assert done.url == cast.at("table/")


@pytest.mark.parametrize(
    ("who", "status"), [("idris", 200), ("olwen", 200), ("cai", 200), ("mair", 200), ("noor", 404)]
)
def test_who_opens_the_page_of_an_introduction(cast, who, status):
    introduction = agreed(cast)
    page = cast.browsing(who).get(cast.at(f"introductions/{introduction.public_id}/"))
    assert page.status_code == status


@pytest.mark.parametrize(
    ("who", "status"), [("idris", 200), ("olwen", 200), ("cai", 200), ("mair", 404), ("noor", 404)]
)
def test_who_may_introduce(cast, who, status):
    page = cast.browsing(who).get(cast.at(f"introductions/new/?activity={cast.harriers.public_id}"))
    assert page.status_code == status


def test_somebody_covering_is_not_offered_the_yes(cast):
    page = words_of(cast.browsing("cai").get(cast.at(f"introductions/new/?activity={cast.harriers.public_id}")))
    assert "says yes, here with me" not in page and "Ask Olwen later" in page


def test_an_introduction_of_somebody_else_is_not_found(cast):
    introduction = agreed(cast)
    other = prepared(cast)
    Introduction.objects.filter(pk=other.pk).update(individual=another(cast))
    assert cast.browsing("olwen").get(cast.at(f"introductions/{other.public_id}/")).status_code == 404
    assert queries.introduction(cast.individual, introduction.public_id) == introduction


def another(cast):
    from kith.people import actions as people

    from .cast import OFFICE

    return people.open_partnership(worker=cast.users["noor"], team=cast.team, called="Sefton", by=OFFICE).individual


def test_pages_ask_the_same_number_of_questions_however_much_happened(cast, django_assert_max_num_queries):
    introduction = agreed(cast)
    for _ in range(12):
        actions.report(introduction=introduction, kind="went again", by=cast.olwen)
    browser = cast.browsing("idris")
    with django_assert_max_num_queries(25):
        browser.get(cast.at(f"introductions/{introduction.public_id}/"))
