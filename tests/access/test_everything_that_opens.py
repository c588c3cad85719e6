"""Every address and code that leaves Kith is tried by nobody signed in: what opens anything stands on the page of who
may see what, and what stands there opens something, until it is stopped there."""

import re
from datetime import timedelta
from functools import cached_property

import pytest
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from kith.access import clock
from kith.access.actor import Actor
from kith.access.public_ids import new_public_id
from kith.conversations import queries as conversations
from kith.conversations.actions import tell_before
from kith.conversations.queries import before
from kith.directory import actions as directory
from kith.goals import actions as goals
from kith.introductions import actions as introductions
from kith.introductions import wording
from kith.messaging.actions import asking
from kith.outbox.models import Letter
from kith.people.models import Individual, SignInCard
from kith.people.openings import openings_of
from tests.architecture.test_matrix_walk import Walk
from tests.pages.addresses import of_individual

OURS = re.compile(r"/[\w./-]*?([a-z0-9]+)-[a-z0-9]{20}[\w./-]*")  # an address with a print of ours in it
CODE = re.compile(r"\b(?:[a-z0-9]{4}-){2}[a-z0-9]{4}\b")


class World:
    """One individual with one of everything; whatever left for anybody, in letters and on pages."""

    def __init__(self, walk: Walk):
        self.walk, self.individual, self.cast = walk, walk.individual, walk.cast
        self._ask_a_place()
        self._tell_of_a_meeting()
        self._ask_how_it_went()

    @cached_property
    def pages(self) -> str:
        """What the individual and their worker read, while everything was open."""
        return "".join(self._pages())

    def _ask_a_place(self) -> None:
        cast, by = self.cast, self.cast.as_worker
        self.individual.team.reached_at = "01632 960414"  # a letter to a place names a number to ring
        self.individual.team.save()
        place = directory.add_activity(name="Harriers", email="dawn@harriers.example", by=by)
        chosen = {"says": "first name", "gets_in_touch": "worker writes", "goes_along": "nobody"}
        made = introductions.prepare(individual=self.individual, activity=place, by=by, **chosen)
        shown = wording.digest(made.words_to_say, made.true_answer)
        introductions.agree(introduction=made, shown=shown, by=cast.as_individual)
        introductions.send_message(introduction=made, by=by)

    def _tell_of_a_meeting(self) -> None:
        meeting, link_id = conversations.next_meeting(self.individual), new_public_id()
        words = before.message_composed(meeting, link=before.address_for(meeting, link_id))
        said = {"words": words, "with_link": True, "link_id": link_id, "to": self.cast.user.email}
        tell_before(meeting=meeting, channel="email", by=self.cast.as_worker, **said)

    def _ask_how_it_went(self) -> None:
        tomorrow = clock.today() + timedelta(days=1)
        weekly = {"kind": "commitment", "words": "Swim", "weekday": tomorrow.weekday()}
        goal = goals.set_goal(individual=self.individual, by=self.cast.as_individual, **weekly)
        asking.choose_asking(goal=goal, by=self.cast.as_individual)
        asking.ask_how_it_went(by=Actor.system(), now=clock.now() + timedelta(days=2))

    def _pages(self):
        """Every page of the individual that they or their worker open, but what is made for paper; and the addresses of
        their calendars, which are shown once."""
        for user in (self.cast.user, self.cast.worker):
            browser = Client()
            browser.force_login(user)
            yield browser.post(reverse("interop:make_feed"), follow=True).content.decode()
            helpers = reverse("goals:helper_page", args=[self.individual.public_id, self.walk.named["page"].public_id])
            for name, address in (of_individual(self.individual) | {"a helper's page": helpers}).items():
                if "paper" not in name:
                    yield browser.get(address).content.decode()

    def addresses(self) -> dict[str, set[str]]:
        """By what they name: a public id of ours, and every address with it."""
        said = self.pages + "\n".join(Letter.objects.values_list("body", flat=True))
        found: dict[str, set[str]] = {}
        for match in OURS.finditer(said):
            found.setdefault(match[1], set()).add(match[0])
        return found

    def opening(self) -> set[str]:
        """What opens anything to nobody signed in."""
        return {public_id for public_id, found in self.addresses().items() if any(map(opens, found))}

    def listed(self) -> set[str]:
        """What the page says opens something."""
        individual = Individual.objects.get(pk=self.individual.pk)
        groups = openings_of(individual)
        return {each.opened_by for _, found in groups for each in found if each.opened_by}


def opens(address: str) -> bool:
    """Whether it answers with more than a page that is open to everybody, which shows nothing about anybody."""
    try:
        door = resolve(address).func.door
    except (Resolver404, AttributeError):
        return False
    response = Client().get(address)
    if door.kind == "public":
        assert "Tomos" not in response.content.decode(), address
        return False
    return response.status_code == 200


@pytest.fixture(autouse=True)
def ten_in_the_morning():
    with clock.at(clock.now().replace(hour=10)):
        yield


@pytest.fixture
def world(db, settings) -> World:
    settings.SECOND_FACTOR_FOR_STAFF = False
    return World(Walk())


@pytest.mark.shows("Q-09")
def test_what_opens_and_what_is_listed_are_the_same_until_it_is_stopped_there(world):
    opening = world.opening()
    assert opening == world.listed()
    assert len(opening) >= 6  # a helper's, a place's, a meeting's, a question's and two calendars
    own = Client()
    own.force_login(world.cast.user)
    for _, found in openings_of(world.individual):
        for each in found:
            if each.stop:
                assert own.post(each.stop).status_code == 302, each
    own.post(reverse("interop:stop_feed"))
    assert world.opening() == world.listed()
    still = {each.who for _, found in openings_of(world.individual) for each in found if each.opened_by}
    assert still == {"The calendar of Anwen"}  # whose it is stops it


@pytest.mark.shows("Q-09")
def test_a_card_stands_there_while_it_lets_in(world):
    world.cast.user.email = None
    world.cast.user.save()
    workers = Client()
    workers.force_login(world.cast.worker)
    there = reverse("people:print_card", args=[world.individual.public_id])
    code = CODE.search(workers.post(there).content.decode())[0]
    card = SignInCard.objects.get()
    assert card.public_id in world.listed()
    assert Client().post(reverse("people:use_card"), {"code": code}).status_code == 302
    workers.post(reverse("people:stop_card", args=[world.individual.public_id]))
    assert card.public_id not in world.listed()
    assert Client().post(reverse("people:use_card"), {"code": code}).status_code == 422
