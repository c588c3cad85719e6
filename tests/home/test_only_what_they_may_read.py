"""Pages made of many modules show each part only to who may read it, and speak to the individual alone as “you”."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from kith.about_me import actions as about_me
from kith.access import clock
from kith.conversations import actions as conversations
from kith.conversations.when import on_day
from kith.directory import actions as directory
from kith.goals import actions as goals
from kith.introductions import actions as introductions
from kith.messaging import actions as messaging
from tests.letting_in import let_see

WRITTEN = "See you at the allotment."


@pytest.fixture
def full(cast):
    """Words between the two, a goal, a place where they belong, and a day to meet."""
    by = cast.as_worker
    goals.set_goal(individual=cast.individual, kind="target", words="Run a 5km", by=by)
    goals.add_step(individual=cast.individual, words="Find your shoes", owner="individual", by=by)
    about_me.add_line(individual=cast.individual, kind="interest", words="Steam trains", by=by)
    conversations.plan_next(individual=cast.individual, when=on_day(clock.today() + timedelta(days=9)), by=by)
    conversations.ask(individual=cast.individual, words="May I bring my sister?", by=cast.as_individual)
    choir = directory.add_activity(name="Town choir", by=by)
    agreed = {"says": "first name", "gets_in_touch": "individual", "goes_along": "nobody"}
    introductions.prepare(individual=cast.individual, activity=choir, by=by, **agreed)
    messaging.write(individual=cast.individual, words=WRITTEN, by=by)
    return cast


def plan_as(cast, user, signed_in) -> str:
    return signed_in(user).get(reverse("home:plan", args=[cast.individual.public_id])).content.decode()


@pytest.mark.shows("S97")
def test_no_words_of_a_message_and_no_way_to_them_on_the_plan_for_a_manager(full, signed_in):
    assert WRITTEN in plan_as(full, full.user, signed_in)
    page = plan_as(full, full.manager, signed_in)
    assert WRITTEN not in page
    assert reverse("messaging:messages_page", args=[full.individual.public_id]) not in page
    assert "May I bring my sister?" not in page


def test_every_link_of_the_plan_opens_for_whoever_reads_it(full, signed_in):
    for user in (full.user, full.worker, full.manager):
        client, page = signed_in(user), plan_as(full, user, signed_in)
        body = page[page.index("<main") : page.index("</main>")]
        links = set(re.findall(r'href="(/[^"#]*)', body))
        assert [each for each in sorted(links) if client.get(each).status_code not in (200, 302)] == [], user.name


def test_a_plan_is_about_its_individual_for_anybody_else(full, signed_in):
    own = plan_as(full, full.user, signed_in)
    assert "You see Anwen." in own and "My goals" in own and "Waiting for your yes" in own
    for user in (full.manager, full.worker):
        page = plan_as(full, user, signed_in)
        assert "Tomos sees Anwen." in page and "Tomos’s goals" in page and "Waiting for Tomos’s yes" in page
        for words in ("You see", "My goals", "Your next small step", "your yes", "My notes", "You asked"):
            assert words not in page, (user.name, words)


@pytest.mark.shows("Q-12")
def test_a_supporter_sees_when_they_meet_and_neither_where_nor_anything_else(full, signed_in):
    share = let_see(full.individual, full.stranger, "meetings", by=full.as_individual)
    page = signed_in(full.stranger).get(reverse("home:let_see", args=[share.public_id])).content.decode()
    assert "When we meet next" in page
    for words in ("Run a 5km", "Find your shoes", "Town choir", "Steam trains", WRITTEN, "May I bring"):
        assert words not in page, words
    for name in ("home:plan", "home:person"):
        assert signed_in(full.stranger).get(reverse(name, args=[full.individual.public_id])).status_code == 404
