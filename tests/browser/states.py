"""Pages that only somebody's acts lead to, as (name, HTML): a screen handed over, paper, signing in, a place's link."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kith.access import clock
from kith.conversations import actions as conversations
from kith.conversations import queries
from kith.conversations.actions.write_up import WriteUp
from kith.ideas import queries as ideas
from kith.introductions import actions as introductions
from kith.introductions import wording
from kith.people import actions as people
from kith.people import links
from kith.people.queries import caseload

State = tuple[str, str]
CHOICES = {"says": wording.AND_NUMBER, "gets_in_touch": wording.WORKER_RINGS, "goes_along": wording.WORKER}
NUMBER, WRONG = "271828", "000000"
PASTED = "Amira Khan\t24 November 2027, 10am\nBen\tsoonish\nGreg\tin spring"
WORDS = "Anwen here. We meet on Tuesday at ten, in the library. Bring somebody if you like."


def state(name: str, answer: HttpResponse, expected: int = 200) -> State:
    """A page that is there as it should be."""
    assert answer.status_code == expected, (name, answer.status_code, answer.headers.get("Location"))
    return name, answer.content.decode()


def of(name: str, individual, **more: str) -> str:
    """Where this page of theirs is."""
    return reverse(name, kwargs={"individual": individual.public_id, **more})


def waiting_for_a_yes(world, **chosen):
    """An introduction of Greg's to what was suggested first."""
    greg = world.individual("greg")
    about = {"individual": greg, "activity": ideas.ideas_of(greg)[0].activity}
    return introductions.prepare(by=world.actor("vish"), **about, **CHOICES | chosen)


def mark(introduction) -> str:
    return wording.digest(introduction.words_to_say, introduction.true_answer)


def handed_over(world) -> Iterator[State]:
    """What stands on a screen in the individual's hands, and how the worker takes it back."""
    greg, client = world.individual("greg"), world.client("vish")
    client.post(of("ideas:look_together", greg))
    yield state("the table together", client.get(of("ideas:table", greg)))
    yield state("looking for something", client.get(of("ideas:table", greg), {"words": "running"}))
    leaflet = ideas.ideas_of(greg)[0].activity.public_id
    yield state("a leaflet together", client.get(of("ideas:leaflet", greg, activity=leaflet)))
    yield state("unlock, without a number", client.get(reverse("people:unlock")))
    people.set_unlock_number(user=world.vish, number=NUMBER, by=world.actor("vish"))
    yield state("unlock", client.get(reverse("people:unlock")))
    yield state("not the number", client.post(reverse("people:unlock"), {"number": WRONG}), 422)


def said_yes_together(world) -> Iterator[State]:
    """The individual presses on the worker's screen, and leaves with a card."""
    introduction, client = waiting_for_a_yes(world), world.client("vish")
    named = {"individual": introduction.individual, "introduction": introduction.public_id}
    client.post(of("introductions:hand", **named))
    there = of("introductions:together", **named)
    yield state("the words together", client.get(there))
    client.post(there, {"answer": "yes", "shown": mark(introduction)})
    yield state("said yes together", client.get(there))
    yield state("the pocket card", client.get(of("home:card_page", **named)))
    people.set_unlock_number(user=world.vish, number=NUMBER, by=world.actor("vish"))
    client.post(reverse("people:unlock"), {"number": NUMBER})
    yield state("the worker's card", client.get(of("home:card_page", **named)))
    yield state("the introduction", client.get(of("introductions:introduction_page", **named)))


def to_a_place(world) -> Iterator[State]:
    """The page behind a letter's link, before and after its answer."""
    activity = ideas.ideas_of(world.individual("greg"))[0].activity
    type(activity).objects.filter(pk=activity.pk).update(email="dawn@harriers.example")
    introduction = waiting_for_a_yes(world, gets_in_touch=wording.WORKER_WRITES)
    introductions.agree(introduction=introduction, shown=mark(introduction), by=world.actor("greg"))
    introductions.send_message(introduction=introduction, by=world.actor("vish"))
    link = introduction.individual.links.get(about=introduction.public_id)
    place, host = urlsplit(links.address(link)).path, Client()
    yield state("the place's page", host.get(place))
    yield state("answered with too much", host.post(place, {"answer": "welcome", "words": "b" * 20_000}), 422)
    host.post(place, {"answer": "welcome", "words": "Come on Tuesday."})
    yield state("the place has answered", host.get(place))


def on_paper(world) -> Iterator[State]:
    """What is printed and handed over."""
    greg, client = world.individual("greg"), world.client("vish")
    yield state("the prompt card", client.get(of("conversations:prompt_card", greg)))
    yield state("places on paper", client.get(of("ideas:on_paper", greg)))
    told = {"channel": "print", "to": "", "words": WORDS, "by": world.actor("vish")}
    message = conversations.tell_before(meeting=queries.next_meeting(greg), **told)
    letter = of("conversations:before_letter", greg, message=message.public_id)
    yield state("a letter before we meet", client.get(letter))
    without_email = caseload(world.vish).filter(user=None).first()
    yield state("a card to sign in", client.post(of("people:print_card", without_email)))


def of_the_worker(world) -> Iterator[State]:
    """What a worker comes to by pasting, by sending a reflection on, and by words that came too late."""
    greg, client = world.individual("greg"), world.client("vish")
    team = world.vish.relations.filter(team__isnull=False).first().team.public_id
    there = reverse("first_day:paste", args=[team])
    yield state("the first day", client.get(there))
    yield state("what was understood", client.post(there, {"paste": PASTED}))
    yield state("to put right", client.post(there, {"paste": PASTED, "do": "again"}))
    wrote = WriteUp(held_on=clock.today(), shared="We talked.", reflection="I talked too much.")
    meeting = conversations.write_up(individual=greg, wrote=wrote, by=world.actor("vish"))
    client.post(of("conversations:send_to_supervision", greg, meeting=meeting.public_id))
    yield state("supervision", world.client("morgan").get(of("conversations:supervision", greg)))
    yield state("typed words", client.get(reverse("people:typed_words")))
    goal = greg.goals.first().public_id
    yield state("show this", world.client("greg").get(of("goals:show_this", greg, goal=goal)))


def signing_in(world) -> Iterator[State]:
    """Nobody is signed in yet, or what they typed does not fit."""
    client, sign_in, card = world.client(), reverse("account_login"), reverse("people:use_card")
    yield state("sign in", client.get(sign_in, {"next": "/people/"}))
    yield state("no address", client.post(sign_in, {"login": "nobody"}))
    yield state("a card's code", client.get(card))
    yield state("no code", client.post(card, {"code": ""}), 422)
    yield state("another code", client.post(card, {"code": "AAAA-BBBB-CCCC"}), 422)
    client.post(sign_in, {"login": world.greg.email})
    confirm = reverse("account_confirm_login_code")
    yield state("the code that was sent", client.get(confirm))
    yield state("not the code", client.post(confirm, {"code": "ABC123"}))
