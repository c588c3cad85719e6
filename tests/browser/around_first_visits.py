"""Pages around a first visit that only a link or an act leads to: that morning, a day called off, the day after."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from urllib.parse import urlsplit

from django.test import Client
from django.utils import timezone

from kith.access import clock
from kith.access.actor import Actor
from kith.ideas import queries as ideas
from kith.introductions import actions as introductions
from kith.people import links
from tests.browser.states import State, mark, of, state, waiting_for_a_yes

MEETING = {"meet_at": "The bench by the door", "look_for": "a red jacket", "ask_else": "Joe"}


def planned(world):
    """An introduction of Greg's whose first visit is tomorrow evening, and whose place is asked that morning."""
    activity = ideas.ideas_of(world.individual("greg"))[0].activity
    type(activity).objects.filter(pk=activity.pk).update(email="dawn@harriers.example")
    tomorrow = clock.today() + timedelta(days=1)
    day = {"first_visit_on": tomorrow, "first_visit_time": "6:50pm at the gate", "still_on": "write"}
    introduction = waiting_for_a_yes(world, **day, **MEETING)
    introductions.agree(introduction=introduction, shown=mark(introduction), by=world.actor("greg"))
    return introduction, tomorrow


def at(day, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def path_of(introduction, purpose: str) -> str:
    link = introduction.individual.links.filter(about=introduction.public_id, purpose=purpose).latest("pk")
    return urlsplit(links.address(link)).path


def that_morning(world) -> Iterator[State]:
    """The place is asked; it is not on; and what he sees by his link."""
    introduction, day = planned(world)
    with clock.at(at(day, 10)):
        introductions.ask_whether_still_on(by=Actor.system())
        host, place = Client(), path_of(introduction, "host")
        yield state("is it still on", host.get(place))
        yield state("no answer of ours", host.post(place, {"answer": "perhaps"}), 409)
        yield state("not today", host.post(place, {"answer": "not today"}, follow=True))
        yield state("it is not on", Client().get(path_of(introduction, "check_in")))


def the_day_after(world) -> Iterator[State]:
    """“Did you go?”, not this time, another day, and a kind end."""
    introduction, day = planned(world)
    with clock.at(at(day + timedelta(days=1), 11)):
        introductions.ask_about_visits(by=Actor.system())
        browser, place = Client(), path_of(introduction, "check_in")
        yield state("did you go", browser.get(place))
        yield state("not this time", browser.post(place, {"do": "not this time"}, follow=True))
        yield state("another day", browser.post(place, {"do": "try again"}, follow=True))
        yield state("he went", browser.post(place, {"do": "went"}, follow=True))
        yield state("not for him", browser.post(place, {"do": "ended"}, follow=True))


def with_names(world) -> Iterator[State]:
    """His own page and the two cards, on which names stand."""
    introduction, day = planned(world)
    client, greg = world.client("greg"), world.individual("greg")
    card = of("home:card_page", greg, introduction=introduction.public_id)
    yield state("the card", client.get(card))
    yield state("the second card", client.get(f"{card}?for=along"))
    with clock.at(at(day, 10)):
        introductions.tell_of_the_day(introduction=introduction, kind="not today", by=world.actor("vish"))
        yield state(
            "his page", client.get(of("introductions:introduction_page", greg, introduction=introduction.public_id))
        )
