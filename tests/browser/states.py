"""Pages that only somebody's acts lead to, as (name, HTML): a screen handed over, paper, signing in, a place's link."""

from collections.abc import Iterator
from datetime import time, timedelta
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kith.access import clock
from kith.access.actor import Actor
from kith.conversations import actions as conversations
from kith.conversations import queries
from kith.conversations.actions.write_up import WriteUp
from kith.goals import actions as goals
from kith.goals.queries import goals_in_play
from kith.ideas import queries as ideas
from kith.introductions import actions as introductions
from kith.introductions import wording
from kith.messaging import actions as messaging
from kith.messaging.actions import asking
from kith.outbox import deliverer
from kith.people import actions as people
from kith.people import links
from kith.people.queries import caseload
from kith.upkeep.actions import beats

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
    yield state("leafing through together", client.get(of("ideas:stuck", greg), {"mood": "quiet"}))
    said = {"q": "I want to die, but I liked swimming"}
    yield state("help comes first", client.post(of("ideas:table", greg), said, follow=True))
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


def asked_whether_he_went(world) -> tuple[Client, str]:
    """Yesterday Greg was asked how his walk went: whoever holds the letter’s link, and the page it opens."""
    greg, now = world.individual("greg"), clock.now()
    yesterday = clock.today() - timedelta(days=1)
    with clock.at(now - timedelta(days=6)):
        by = world.actor("greg", clock.now())
        what = {"kind": "commitment", "words": "Walk to the lock", "weekday": yesterday.weekday(), "at_time": time(10)}
        goals.pause(goal=goals_in_play(greg)[0], by=by)  # three at once are enough
        ask = asking.choose_asking(goal=goals.set_goal(individual=greg, by=by, **what), by=by)
    asking.ask_how_it_went(by=Actor.system(), now=ask.next_at)
    link = ask.goal.questions.get(day=yesterday).link
    return Client(), urlsplit(links.address(link)).path


def did_you_go(world) -> Iterator[State]:
    """The question behind a letter's link, answered, put right, offered help, and switched off."""
    host, place = asked_whether_he_went(world)
    yield state("did you go", host.get(place))
    yield state("no button of ours", host.post(place, {"went": "perhaps"}), 422)
    yield state("went", host.post(place, {"went": "yes"}, follow=True))
    yield state("not this time", host.post(place, {"went": "no"}, follow=True))
    yield state("not asked any more", host.post(place, {"do": "stop"}, follow=True))


def between_meetings(world) -> Iterator[State]:
    """A message on its way from the composer to whoever reads it, and from somebody nobody knows yet."""
    greg, client, worker = world.individual("greg"), world.client("greg"), world.client("vish")
    write = of("messaging:messages_page", greg)
    yield state("no words", client.post(write, {"words": "", "do": "send"}), 422)
    yield state("look sooner", client.post(write, {"words": WORDS, "do": "ask sooner"}))
    message = messaging.write(individual=greg, words=WORDS, by=world.actor("greg"))
    one = of("messaging:message_page", greg, sent=message.public_id)
    yield state("his message waits", client.get(one))
    yield state("one message", worker.get(one))
    yield state("no answer typed", worker.post(of("messaging:answer", greg, sent=message.public_id)), 422)
    client.post(of("messaging:look_sooner", greg, sent=message.public_id))
    yield state("it stands on top", worker.get(reverse("messaging:inbox")))
    messaging.answer(message=message, words=WORDS, by=world.actor("vish"))
    yield state("answered", worker.get(one))
    raw = b"From: cousin@elsewhere.example\r\nSubject: Greg\r\n\r\nIs he all right? Tell him I asked.\r\n"
    arrival = messaging.arrive(way="email", known_as="a stranger", raw=raw, by=Actor.system())
    messaging.take_in(arrival=arrival, by=Actor.system())
    for team in {greg.team, world.vish.relations.filter(team__isnull=False).first().team}:
        yield state("somebody we do not know", worker.get(reverse("messaging:unknown", args=[team.public_id])))


def by_post(world) -> Iterator[State]:
    """Somebody who likes letters: their plan on paper, with the name and without, and what lies in the tray."""
    greg, worker = world.individual("greg"), world.client("vish")
    yield state("a plan on paper", worker.get(of("home:plan_on_paper", greg)))
    yield state("without the name", worker.get(of("home:plan_on_paper", greg), {"name": "no"}))
    yield state("a sheet to write on", worker.get(of("asking:on_paper", greg)))
    reach = {"called": greg.called, "reached_by": "letter"}
    posted = {"channels": ["letter"], "post_to": "4 Lock Row\nCalderford", "may_write_there": True}
    people.keep_wishes(individual=greg, by=world.actor("vish"), reach=reach, **posted)
    messaging.write(individual=greg, words=WORDS, by=world.actor("vish"))
    deliverer.deliver_due(clock.now() + timedelta(days=3))
    tray = state("the tray with a letter", worker.get(reverse("messaging:tray")))
    assert "4 Lock Row" in tray[1]
    yield tray
    yield state("what went out", worker.get(of("messaging:letters_page", greg)))


def the_clock_stands_still(world) -> Iterator[State]:
    """Nothing has left for an hour: a line for staff on every page, and none for anybody else."""
    beats.expect_beats(now=clock.now() - timedelta(hours=1))
    today = state("the clock stands still", world.client("vish").get("/"))
    assert "Letters and reminders" in today[1]
    yield today
    own = state("his plan meanwhile", world.client("greg").get("/"))
    assert "Letters and reminders" not in own[1]
    yield own
