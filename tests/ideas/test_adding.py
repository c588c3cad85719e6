"""Places that are not on the table yet: added by their name, or told of by the individual."""

import pytest

from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.directory.actions import add_activity
from kith.directory.models import Activity
from kith.ideas import actions, queries
from tests.page_words import words_of

ADD = "/community/add/"


def told(cast, by=None, words="Chess at the Crown, ask for Bet"):
    return actions.tell_of_a_place(individual=cast.individual, words=words, by=by or cast.olwen)


@pytest.mark.shows("S31", "S27")
def test_a_place_is_made_with_one_press_and_only_its_name_and_is_ready_to_be_introduced(cast):
    browser = cast.browsing("idris")
    page = words_of(browser.get(cast.at("table/?q=Calder Chess")))
    assert "Add “Calder Chess”" in page
    done = browser.post(ADD, {"name": "Calder Chess", "whose": cast.individual.public_id})
    made = Activity.objects.get(name="Calder Chess")
    assert done.url == cast.at(f"table/{made.public_id}/")
    assert (made.organisation, made.place, made.source, made.last_checked_on) == (None, None, None, None)
    leaflet = words_of(browser.get(done.url))
    assert "Introduce Olwen" in leaflet and "Nobody has checked it yet" in leaflet
    assert "Only its name is known so far." in leaflet
    assert "Added by the team, by hand." in words_of(browser.get(f"/community/{made.public_id}/"))
    assert "Calder Chess" in words_of(browser.get(cast.at("table/?q=chess")))


def test_what_only_says_what_would_be_good_is_not_taken_for_a_name(cast):
    page = words_of(cast.browsing("idris").get(cast.at("table/?q=sing with others")))
    assert "Add “" not in page and "Add a place" in page


def test_what_is_much_like_it_is_pointed_out_first_and_leads_on(cast):
    browser = cast.browsing("idris")
    page = words_of(browser.post(ADD, {"name": "valley choir", "whose": cast.individual.public_id}))
    assert "Is it one of these?" in page and cast.at(f"table/{cast.choir.public_id}/") in page
    assert 'value="valley choir"' in page
    assert not Activity.objects.filter(name="valley choir").exists()
    sure = {"name": "valley choir", "whose": cast.individual.public_id, "sure": "yes"}
    assert browser.post(ADD, sure).status_code == 302
    assert Activity.objects.filter(name="valley choir").exists()


def test_with_nobody_chosen_it_goes_on_to_its_leaflet(cast):
    done = cast.browsing("idris").post(ADD, {"name": "Calder Chess"})
    assert done.url == f"/community/table/{Activity.objects.get(name='Calder Chess').public_id}/"


def test_somebody_elses_table_is_never_gone_on_to(cast):
    """Not theirs and not there answer alike."""
    answers = []
    for name, whose in (("One thing", cast.individual.public_id), ("Another thing", "zzzzzzzzzzzzzzzz")):
        cast.individual.relations.filter(user=cast.users["idris"]).update(
            ends_at=cast.individual.relations.first().starts_at
        )
        done = cast.browsing("idris").post(ADD, {"name": name, "whose": whose})
        answers.append(done.url.replace(Activity.objects.get(name=name).public_id, ""))
    assert answers == ["/community/table//", "/community/table//"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 301])
def test_a_name_that_cannot_be_kept_stays_in_the_box(cast, name):
    answer = cast.browsing("idris").post(ADD, {"name": name})
    assert answer.status_code == 422 and "x" * 301 not in name or name in answer.content.decode()
    assert Activity.objects.count() == 3


@pytest.mark.parametrize(("who", "status"), [("idris", 302), ("mair", 302), ("olwen", 404), ("noor", 404)])
def test_only_staff_add_to_the_directory(cast, who, status):
    assert cast.browsing(who).post(ADD, {"name": "Calder Chess"}).status_code == status


def test_the_individual_is_not_offered_it_and_may_say_that_they_know_a_place(cast):
    page = words_of(cast.browsing("olwen").get(cast.at("table/?q=Calder Chess")))
    assert "Add “" not in page and "I know a place" in page


def test_a_place_they_know_waits_in_their_words_and_becomes_their_idea(cast):
    browser = cast.browsing("olwen")
    browser.post(cast.at("table/know-a-place/"), {"words": "Chess at the Crown, ask for Bet"})
    known = queries.places_told_of(cast.individual).get()
    assert known.typed_by_individual
    worker = cast.browsing("idris")
    table = words_of(worker.get(cast.at("table/")))
    assert "Olwen knows a place" in table and "Chess at the Crown, ask for Bet" in table
    place = cast.at(f"table/known/{known.public_id}/")
    assert 'value="Chess at the Crown, ask for Bet"' in words_of(worker.get(place))
    done = worker.post(place, {"name": "Chess at the Crown"})
    idea = queries.ideas_of(cast.individual).get()
    assert done.url == cast.at(f"table/{idea.activity.public_id}/")
    assert (idea.had_by, idea.activity.name, idea.activity.last_checked_on) == (
        "individual",
        "Chess at the Crown",
        None,
    )
    assert "knows a place" not in words_of(worker.get(cast.at("table/")))


def test_a_place_they_know_may_be_on_the_table_already(cast):
    known, browser = told(cast, words="valley choir"), cast.browsing("idris")
    place = cast.at(f"table/known/{known.public_id}/")
    assert "It is this one" in words_of(browser.post(place, {"name": "valley choir"}))
    browser.post(place, {"activity": cast.choir.public_id})
    assert queries.ideas_of(cast.individual).get().activity == cast.choir
    assert Activity.objects.count() == 3


def test_a_place_can_be_let_go(cast):
    known, browser = told(cast), cast.browsing("idris")
    browser.post(cast.at(f"table/known/{known.public_id}/"), {"let_go": "yes"})
    assert not queries.places_told_of(cast.individual).exists()
    known.refresh_from_db()
    with pytest.raises(Refused):
        actions.take_up(known=known, name="Chess", by=cast.worker)


def test_what_a_worker_wrote_down_is_not_shown_as_their_words(cast):
    told(cast, by=cast.worker)
    assert "as Idris remembers" in words_of(cast.browsing("idris").get(cast.at("table/")))


def test_the_individual_does_not_put_it_on_the_table(cast):
    known = told(cast)
    with pytest.raises(NotPermitted):
        actions.take_up(known=known, name="Chess", by=cast.olwen)
    answer = cast.browsing("olwen").post(cast.at(f"table/known/{known.public_id}/"), {"name": "Chess"})
    assert answer.url == cast.at("table/")


@pytest.mark.parametrize("words", ["", "  ", "x" * 301])
def test_words_that_cannot_be_kept(cast, words):
    with pytest.raises(Refused):
        told(cast, words=words)
    answer = cast.browsing("olwen").post(cast.at("table/know-a-place/"), {"words": words})
    assert answer.status_code == 422 and words.strip() in answer.content.decode()


def test_places_told_of_for_many_in_one_look(cast, django_assert_num_queries):
    known = told(cast)
    with django_assert_num_queries(1):
        assert [each.individual.called for each in queries.places_told_of_by([cast.individual])] == ["Olwen"]
    assert known.waits


@pytest.mark.shows("S45")
def test_a_class_is_chosen_by_itself_and_says_who_runs_it(cast):
    """One club, two classes: keeping the one says nothing of the other."""
    boxing, swimming = (
        add_activity(name=name, organisation="Mill Street Leisure", by=cast.worker)
        for name in ("Kick-boxing for beginners", "Evening swim")
    )
    assert boxing.organisation == swimming.organisation
    actions.keep(individual=cast.individual, activity=boxing, reasons=(), by=cast.olwen)
    assert "Mill Street Leisure" in words_of(cast.browsing("olwen").get(cast.at(f"table/{boxing.public_id}/")))
    kept, _ = queries.kept_and_set_aside(cast.individual)
    assert [idea.activity for idea in kept] == [boxing]
