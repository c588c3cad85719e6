"""My plan, who has looked, and the first page of every role."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from kith.access import clock
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.when import on_day
from kith.goals import actions as goals
from kith.home.queries import looks_at, plan_of
from kith.people import actions as people


@pytest.mark.shows("S75", "S97")
def test_the_next_small_step_is_on_top(cast, signed_in):
    goal = goals.set_goal(individual=cast.individual, kind="target", words="Run a 5km", by=cast.as_worker)
    goals.add_step(goal=goal, words="Find your shoes", by=cast.as_worker)
    page = signed_in(cast.user).get("/").content.decode()
    assert page.index("Your next small step") < page.index("Find your shoes") < page.index("My goals")


def test_every_other_way_stands_in_one_list_and_none_strays_below_it(cast, signed_in):
    page = signed_in(cast.user).get("/").content.decode()
    listed = page.partition("<h2>My notes</h2>")[2].partition("</section>")[0]
    ways = re.findall(r"<a [^>]*>([^<]+)</a>", listed)
    assert ways[:5] == ["What we said", "My goals and wishes", "People and places", "About me", "How it is going"]
    assert {"Looking for something to do?", "Who has looked", "My forms", "My Personal Budget"} <= set(ways)
    below = page.partition("<h2>My notes</h2>")[2].partition("</section>")[2].partition("</main>")[0]
    assert "<a " not in below


@pytest.mark.shows("S8", "S94", "S96", "Q-71")
def test_what_happens_next_is_always_said(cast, signed_in):
    client = signed_in(cast.user)
    assert "No meeting is planned yet. Anwen will say when." in client.get("/").content.decode()
    when = on_day(clock.today() + timedelta(days=90))
    conversations.plan_next(individual=cast.individual, when=when, place="The café", minutes=60, by=cast.as_worker)
    page = client.get("/").content.decode()
    assert "The café. About an hour." in page
    assert "Nothing to fill in." in page and "may change" not in page
    people.say_they_know(individual=cast.individual, by=cast.as_worker)
    assert "The team looks for another worker, so this may change." in client.get("/").content.decode()


@pytest.mark.shows("S48")
def test_the_workers_promises_stand_on_my_plan(cast):
    goals.add_step(individual=cast.individual, words="Ask the club", owner="worker", by=cast.as_worker)
    assert [step.words for step in plan_of(cast.individual).promises] == ["Ask the club"]


def test_my_plan_can_be_done_with_by_one_press_and_comes_back(cast, signed_in):
    goal = goals.set_goal(individual=cast.individual, kind="target", words="Run a 5km", by=cast.as_worker)
    step = goals.add_step(goal=goal, words="Find your shoes", by=cast.as_worker)
    done = reverse("goals:finish_step", args=[cast.individual.public_id, step.public_id])
    assert signed_in(cast.user).post(done, {"next": "/"})["Location"] == "/"
    assert plan_of(cast.individual).next_step is None


@pytest.mark.shows("Q-13")
def test_who_has_looked_tells_each_thing_once_a_day_by_name(cast, signed_in):
    client = signed_in(cast.worker)
    for _ in range(3):
        client.get(reverse("home:person", args=[cast.individual.public_id]))
    wrote = WriteUp(held_on=clock.today(), shared="Private words")
    conversations.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)
    told = [(look.name, look.role, look.what) for look in looks_at(cast.individual)[0]]
    assert told == [
        ("Anwen Hollis", "the worker", "Wrote up a meeting"),
        ("Anwen Hollis", "the worker", "Told you that there is something to read"),
        ("Anwen Hollis", "the worker", "Read: Name and how to reach them"),
        ("Kith itself", "Kith", "Began to work together"),
    ]
    page = signed_in(cast.user).get(reverse("home:looked", args=[cast.individual.public_id])).content.decode()
    assert "Private words" not in page


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("worker", "Today"),
        ("user", "Hello Tomos"),
        ("manager", "Calder Valley"),
        ("stranger", "Nothing is open to you"),
    ],
)
def test_the_first_page_is_each_ones_own(cast, signed_in, who, words):
    assert words in signed_in(getattr(cast, who)).get("/").content.decode()


def test_somebody_with_two_roles_is_asked(cast, signed_in):
    cast.manager.is_rights_lead = True
    cast.manager.save()
    client = signed_in(cast.manager)
    page = client.get("/").content.decode()
    assert "Where would you like to go?" in page
    assert "Nothing is open." in client.get("/?as=requests").content.decode()
    assert "Where would you like to go?" in client.get("/?as=accounts").content.decode()


def test_an_administrator_sees_accounts_and_nobodys_notebook(cast, signed_in):
    cast.stranger.is_administrator = True
    cast.stranger.save()
    page = signed_in(cast.stranger).get("/").content.decode()
    assert "anwen@calderford.example" in page
    assert cast.individual.public_id not in page


def test_ones_own_visits_never_crowd_others_out(cast, signed_in):
    signed_in(cast.worker).get(reverse("home:person", args=[cast.individual.public_id]))
    for _ in range(4):
        signed_in(cast.user).get("/")
    looks, has_more = looks_at(cast.individual, most=1)
    assert ([look.name for look in looks], has_more) == (["Anwen Hollis"], True)
