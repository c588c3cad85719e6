"""My plan on paper: everything that is online, what to do by phone beside it, and no words that only a link tells."""

from datetime import time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kith.access import clock
from kith.conversations import actions as conversations
from kith.design.looks import Look
from kith.directory import actions as directory
from kith.directory.reading.entry import PlaceDetails, Slot
from kith.goals import actions as goals
from kith.home import paper
from kith.home.queries import paper_of
from kith.home.queries.paper import MOST
from kith.introductions import actions as introductions
from kith.people import actions as people
from kith.people.printing import size_for
from tests.architecture.test_words import lists, pattern_of, without_fine_phrases
from tests.home.papers import at, text_of
from tests.letting_in import let_see
from tests.pages.reading import grade_of, is_graded, sentences_of, words_in


@pytest.mark.shows("S97", "S96", "S28", "Q-64")
def test_everything_on_my_plan_is_on_paper_with_what_to_do_by_phone(full, signed_in):
    page = signed_in(full.user).get(at(full)).content.decode()
    for words in (
        "2pm.",
        "The café.",
        "About an hour.",
        "You see Anwen.",
        "To ask something, move it or meet sooner: ring 01632 960414.",
        "Find your shoes",
        "Go to the gym",
        "4 Wharf Road, HX7 0AB",
        "01632 960114",
        "Ask the club",
        "To grow things",
        "01632 960414, Monday to Friday, 9 to 5",
        "see this.",
        "Samaritans 116 123",
    ):
        assert words in page, words
    assert ">Sam<" in page and "Ellery" not in page


@pytest.mark.shows("S97")
def test_it_leads_from_my_plan_and_from_the_workers_page(full, signed_in):
    assert at(full) in signed_in(full.user).get("/").content.decode()
    person = reverse("home:person", args=[full.individual.public_id])
    assert at(full) in signed_in(full.worker).get(person).content.decode()


@pytest.mark.shows("Q-78")
def test_the_name_may_be_left_out(full, signed_in):
    client = signed_in(full.user)
    assert "<h1>Tomos’s plan</h1>" in client.get(at(full)).content.decode()
    assert "<h1>My plan</h1>" in client.get(at(full), {"name": "no"}).content.decode()
    assert "Tomos" not in text_of(paper.document(full.individual, has_name=False))


def test_without_the_name_it_says_that_words_may_still_tell_it_and_leaves_out_what_was_asked(full, signed_in):
    goals.add_step(individual=full.individual, words="Send Tomos a sheet", owner="worker", by=full.as_worker)
    conversations.ask(individual=full.individual, words="Who pays for it?", by=full.as_individual)
    client = signed_in(full.user)
    named, without = (client.get(at(full), {"name": each}).content.decode() for each in ("yes", "no"))
    assert "Who pays for it?" in named and "Who pays for it?" not in without
    told = "Your name may still stand in what was written."
    assert told not in named and told in without
    assert without.index('class="not-printed stack"') < without.index(told) < without.index("When we meet")
    assert "Tomos’s name may still" in signed_in(full.worker).get(at(full), {"name": "no"}).content.decode()
    sheet = text_of(paper.document(full.individual, has_name=False))
    assert "Send Tomos a sheet" in sheet and "Who pays for it?" not in sheet and told not in sheet


def test_it_names_who_really_opens_it(full, signed_in):
    let_see(full.individual, full.stranger, "goals", "meetings", by=full.as_individual)
    assert signed_in(full.stranger).get(at(full)).status_code == 404
    opens = "You, Anwen, whoever covers for Anwen and the team’s manager see this. Noor can see your goals."
    assert opens in signed_in(full.user).get(at(full)).content.decode()
    assert opens in text_of(paper.document(full.individual))


@pytest.mark.shows("Q-63")
def test_it_is_printed_as_large_as_the_individual_likes_whoever_prints_it(full, signed_in):
    people.choose_look(user=full.user, look=Look(paper="large"), by=full.as_individual)
    assert 'data-paper="large"' in signed_in(full.worker).get(at(full)).content.decode()
    assert 'data-paper="large"' in signed_in(full.user).get(at(full)).content.decode()


def wishes_for(cast, size: str) -> None:
    people.keep_wishes(individual=cast.individual, print_size=size, by=cast.as_worker)


def test_it_is_printed_as_large_as_somebody_without_an_account_wished(full, signed_in):
    full.individual.user = None
    full.individual.save()
    assert size_for(full.individual) == ""
    wishes_for(full, "largest")
    assert size_for(full.individual) == "largest"
    assert 'data-paper="largest"' in signed_in(full.worker).get(at(full)).content.decode()


@pytest.mark.parametrize(("wish", "look", "size"), [("large", "largest", "large"), ("", "largest", "largest")])
def test_what_was_wished_of_paper_goes_before_how_their_pages_print(full, wish, look, size):
    people.choose_look(user=full.user, look=Look(paper=look), by=full.as_individual)
    wishes_for(full, wish)
    assert size_for(full.individual) == size


@pytest.mark.shows("S97")
def test_every_wish_step_promise_and_place_is_on_it(full, signed_in):
    by, goal = full.as_worker, full.individual.goals.get()
    words = [f"{kind} number {number}" for kind in ("Wish", "Step", "Promise", "Loose") for number in range(1, 9)]
    for each in words:
        kind = each.split()[0]
        if kind == "Wish":
            goals.keep_wish(individual=full.individual, words=each, by=by)
        else:
            owner = "worker" if kind == "Promise" else "individual"
            goals.add_step(
                individual=full.individual, goal=goal if kind == "Step" else None, words=each, owner=owner, by=by
            )
    page = signed_in(full.user).get(at(full)).content.decode()
    printed = text_of(paper.document(full.individual))
    assert [each for each in words if each not in page or each not in printed] == []


def test_what_no_sheet_can_bear_is_said_to_be_more(full, signed_in):
    for number in range(MOST + 3):  # one is there already
        goals.keep_wish(individual=full.individual, words=f"Wish number {number}.", by=full.as_worker)
    page = signed_in(full.user).get(at(full)).content.decode()
    assert "And 4 more, on your pages, or ask Anwen." in page
    assert f"Wish number {MOST - 2}." in page and f"Wish number {MOST - 1}." not in page


def goes_to(cast, name: str) -> None:
    """One more goal at a place of its own, and an introduction to another."""
    by = cast.as_worker
    for place, begins in ((name, begins_goal), (f"{name} too", begins_introduction)):
        details, times = PlaceDetails(place, "4 Wharf Road", "HX7 0AB"), [Slot(weekday=3, starts=time(18, 30))]
        begins(cast, directory.add_activity(name=place, place=details, times=times, email="dawn@club.example", by=by))


def begins_goal(cast, activity) -> None:
    what = {"kind": "commitment", "words": f"Go to the {activity.name}", "activity": activity}
    goals.set_goal(individual=cast.individual, by=cast.as_worker, **what)


def begins_introduction(cast, activity) -> None:
    how = {"says": "first name", "gets_in_touch": "worker writes", "goes_along": "nobody"}
    introductions.prepare(individual=cast.individual, activity=activity, by=cast.as_worker, **how)


def test_a_plan_of_many_places_asks_as_much_as_one_of_one(cast):
    cast.team.reached_at = "01632 960123"  # for the letter to a place
    cast.team.save()
    asked = []
    for name in ("Harriers", "Choir", "Garden"):
        goes_to(cast, name)
        with CaptureQueriesContext(connection) as questions:
            paper_of(cast.individual)
        asked.append(len(questions))
    assert asked[0] == asked[2]


def test_an_empty_plan_prints_too(cast, signed_in):
    page = signed_in(cast.user).get(at(cast)).content.decode()
    assert "No meeting is planned yet. Anwen will say when." in page
    assert len(paper.document(cast.individual).pages) == 1


@pytest.mark.shows("S97")
def test_the_whole_of_gregs_plan_fits_on_two_sheets(world):
    greg = world.individual("greg")
    assert len(paper.document(greg).pages) <= 2
    assert len(paper.document(greg, "large").pages) <= 5


def test_its_words_can_be_read_by_a_nine_year_old(world):
    page = world.client("greg").get(f"/people/{world.individual('greg').public_id}/plan/paper/").content.decode()
    told = sentences_of(page)
    assert [each for each in told if words_in(each) > 20] == []
    assert [each for each in told if is_graded(each) and grade_of(each) > 7] == []
    avoided = lists()["everywhere"] | lists()["on_pages"]
    assert [each for each in told for word in avoided if pattern_of(word).search(without_fine_phrases(each))] == []


@pytest.mark.shows("Q-78")
def test_no_line_of_it_can_be_read_only_by_pressing_it(full, signed_in):
    page = signed_in(full.user).get(at(full)).content.decode()
    sheets = page[page.index("When we meet") : page.index('<div class="page-aside')]
    assert "<a " not in sheets


def test_a_day_off_is_told(full):
    [goal] = paper_of(full.individual).goals
    off = clock.today() + timedelta(days=9)
    assert ("Not on", f"{off.day} {off:%B}" + ("" if off.year == clock.today().year else f" {off.year}")) in goal.facts
