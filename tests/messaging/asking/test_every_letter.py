"""Every kind of letter to an individual can be answered, and the answer stands with what the letter was about."""

import re
from datetime import date, time, timedelta
from pathlib import Path

import pytest

import kith
from kith.access import clock, trail
from kith.budget import actions as budget
from kith.budget.letters import letter_about
from kith.conversations import actions as conversations
from kith.conversations.actions.telling import tell_of_something_to_read
from kith.conversations.queries import next_meeting
from kith.conversations.when import on_day
from kith.directory import actions as directory
from kith.directory.models import Activity
from kith.goals import actions as goals
from kith.ideas import actions as ideas
from kith.ideas import shortlist
from kith.introductions import actions as introductions
from kith.introductions.actions.telling import tell_of_their_yes, tell_that_it_rests
from kith.measures import actions as measures
from kith.messaging import actions
from kith.messaging.models import Message
from kith.outbox.actions import posted_together
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people.queries import partnership_with
from tests.budget.conftest import terms
from tests.introductions.test_actions import mark
from tests.messaging.conftest import answer_to, comes_in
from tests.outbox.conftest import envelope

from .carrying_on import AND_BESIDES
from .conftest import OFFICE, TUESDAY, ask_at, at, remind_at, wish

TO_INDIVIDUALS = re.compile(r'"(to individual: [^"]+)"')
TAKE_NO_REPLIES = {
    "sign-in code": "It goes to whoever typed an address, which proves nothing: nobody's record is behind it."
}


@pytest.fixture(autouse=True)
def answers_have_a_way_in(settings):
    settings.REPLY_ADDRESS = "answers@goodcompany.example"


def kinds() -> set[str]:
    """Every kind there is, as the code names it."""
    files = (file.read_text() for file in Path(kith.__file__).parent.rglob("*.py"))
    return {kind for words in files for kind in TO_INDIVIDUALS.findall(words)} - {"to individual:"}


def a_meeting(cast):
    planned = {"individual": cast.individual, "when": on_day(TUESDAY, time(14)), "by": cast.as_worker}
    return next_meeting(cast.individual) or conversations.plan_next(**planned)


def an_introduction(cast):
    place = directory.add_activity(name="Harriers", email="dawn@harriers.example", by=cast.as_worker)
    chosen = {"says": "first name", "gets_in_touch": "worker rings", "goes_along": "host"}
    made = introductions.prepare(individual=cast.individual, activity=place, by=cast.as_worker, **chosen)
    return introductions.agree(introduction=made, shown=mark(made), by=cast.as_individual)


def words(cast, goal):
    actions.write(individual=cast.individual, words="How was it?", about=goal, by=cast.as_worker)
    return goal


def it_arrived(cast, goal):
    words(cast, goal)
    comes_in(answer_to(Letter.objects.get(kind="to individual: words"), "It was good."))
    return goal


def did_you_go(cast, goal):
    ask_at(at(2, 9))
    return goal


def leaving_be(cast, goal):
    for day in (2, 9, 16):
        ask_at(at(day, 9))
    return goal


def thank_you(cast, goal):
    ask_at(at(2, 9))
    with clock.at(at(2, 10)):
        comes_in(answer_to(Letter.objects.get(kind="to individual: did you go"), "Yes"))
    return goal


def meeting_reminder(cast, goal):
    a_meeting(cast)
    remind_at(at(19, 9))
    return a_meeting(cast)


def a_race(cast, day: int, **wished):
    race = goals.set_goal(
        individual=cast.individual, kind="target", words="Run 5km", due_on=TUESDAY, by=cast.as_individual
    )
    wish(cast, **wished)
    remind_at(at(day, 9))
    return race


def target_reminder(cast, goal):
    return a_race(cast, 19, target_day=True)


def how_did_it_go(cast, goal):
    return a_race(cast, 21, after_target=True)


def entry_reminder(cast, goal):
    run = directory.add_activity(name="Hebble 5k", by=cast.as_worker)
    Activity.objects.filter(pk=run.pk).update(apply_by=TUESDAY)
    aim = {"individual": cast.individual, "kind": "target", "words": "Run it", "activity": run}
    race = goals.set_goal(**aim, by=cast.as_individual)
    remind_at(at(17, 9))
    return race


def step_reminder(cast, goal):
    step = goals.add_step(goal=goal, words="Buy socks", by_when=date(2026, 10, 12), by=cast.as_individual)
    wish(cast, promises=True)
    remind_at(at(11, 9))
    return step


def invitation(cast, goal):
    about = {"individual": cast.individual, "email": cast.user.email, "channel": "email"}
    people.invite_individual(by=cast.as_worker, **about)


def new_worker(cast, goal):
    priya = people.add_account(email="priya@calderford.example", name="Priya Nair", by=OFFICE)
    people.join_team(user=priya, team=cast.team, by=OFFICE)
    people.hand_over_partnership(relation=partnership_with(cast.individual), to=priya, by=cast.as_worker)


def something_to_read(cast, goal):
    with trail.recorded():
        tell_of_something_to_read(a_meeting(cast), cast.as_worker)
    return a_meeting(cast)


def their_yes(cast, goal):
    introduction = an_introduction(cast)
    Letter.objects.all().delete()
    tell_of_their_yes(introduction)
    return introduction


def it_rests(cast, goal):
    introduction = an_introduction(cast)
    with posted_together([]):
        tell_that_it_rests(introduction)
    return introduction


def not_on(cast, goal):
    introduction = an_introduction(cast)
    introductions.plan_visit(introduction=introduction, on=TUESDAY, by=cast.as_worker)
    introductions.tell_of_the_day(introduction=introduction, kind="not today", by=cast.as_worker)
    return introduction


def still_going(cast, goal):
    introduction = an_introduction(cast)
    introductions.report(introduction=introduction, kind="went", by=cast.as_individual)
    introductions.choose_to_be_asked(introduction=introduction, by=cast.as_individual)
    with clock.at(at(27, 10) + timedelta(weeks=4)):
        introductions.ask_who_still_goes(by=OFFICE.system())
    return introduction


def pocket_card(cast, goal):
    return introductions.send_card(introduction=an_introduction(cast), words="Harriers", by=cast.as_worker)


def a_shortlist(cast, goal):
    place = directory.add_activity(name="Harriers", by=cast.as_worker)
    ideas.keep(individual=cast.individual, activity=place, reasons=[], by=cast.as_individual)
    shown = shortlist.mark(shortlist.letter_of(cast.individual, shortlist.kept_and_going_on(cast.individual)))
    ideas.send_shortlist(individual=cast.individual, shown=shown, by=cast.as_worker)


def visit_question(cast, goal):
    introduction = an_introduction(cast)
    introductions.plan_visit(introduction=introduction, on=TUESDAY, by=cast.as_worker)
    with clock.at(at(21, 9)):
        introductions.ask_about_visits(by=OFFICE.system())
    return introduction


def before_a_meeting(cast, goal):
    way = {"channel": "email", "to": cast.user.email, "words": "Anwen here. We meet on Tuesday."}
    conversations.tell_before(meeting=a_meeting(cast), by=cast.as_worker, **way)
    return a_meeting(cast)


def an_answer(cast, goal):
    said = {"words": "Is there a lift?", "meeting": a_meeting(cast)}
    asked = conversations.ask(individual=cast.individual, by=cast.as_individual, **said)
    conversations.answer_asked(asked=asked, words="There is.", by=cast.as_worker)
    return a_meeting(cast)


def what_was_decided(cast, goal):
    decision = budget.record(individual=cast.individual, terms=terms(), by=cast.as_worker)
    budget.tell_of(decision=decision, shown=letter_about(decision).body, by=cast.as_worker)


def how_are_things(cast, goal):
    measures.bring_in_ours()
    measures.rate(goal=goal, value=6, by=cast.as_individual)
    with clock.at(at(20, 9) + timedelta(weeks=20)):
        measures.nudge_all(by=OFFICE.system())


POSTED_BY = [
    ("to individual: words", words),
    ("to individual: it arrived", it_arrived),
    ("to individual: did you go", did_you_go),
    ("to individual: leaving be", leaving_be),
    ("to individual: thank you", thank_you),
    ("to individual: before meeting reminder", meeting_reminder),
    ("to individual: target reminder", target_reminder),
    ("to individual: how did it go", how_did_it_go),
    ("to individual: entry reminder", entry_reminder),
    ("to individual: step reminder", step_reminder),
    ("to individual: invitation", invitation),
    ("to individual: new worker", new_worker),
    ("to individual: something to read", something_to_read),
    ("to individual: something to read", their_yes),
    ("to individual: an introduction rests", it_rests),
    ("to individual: pocket card", pocket_card),
    ("to individual: not on today", not_on),
    ("to individual: still going", still_going),
    ("to individual: shortlist", a_shortlist),
    ("to individual: visit question", visit_question),
    ("to individual: before a meeting", before_a_meeting),
    ("to individual: an answer", an_answer),
    ("to individual: what was decided", what_was_decided),
    ("to individual: how are things", how_are_things),
    *AND_BESIDES,
]
NAMES = [posts.__name__ for _, posts in POSTED_BY]


def test_there_is_no_other_kind():
    assert kinds() == {kind for kind, _ in POSTED_BY}


@pytest.mark.shows("S101", "Q-51")
@pytest.mark.parametrize(("kind", "posts"), POSTED_BY, ids=NAMES)
def test_an_answer_to_it_stands_with_what_it_is_about(cast, boxing, asked, kind, posts):
    about = posts(cast, boxing)
    letter = Letter.objects.filter(kind=kind).latest("pk")
    assert "answers+" in envelope(letter)["Reply-To"]
    with clock.at(letter.created_at):
        message = comes_in(answer_to(letter, "Here is what I think of it.")).message
    assert (message.individual, message.typed_by_individual) == (cast.individual, True)
    assert message.owner is not None and message.about == about


@pytest.mark.parametrize(("kind", "posts"), POSTED_BY, ids=NAMES)
def test_a_machine_that_answers_it_hears_nothing(cast, boxing, asked, kind, posts):
    posts(cast, boxing)
    letter = Letter.objects.filter(kind=kind).latest("pk")
    before = Letter.objects.count(), Message.objects.count()
    comes_in(answer_to(letter, "I am away.", Auto_Submitted="auto-replied"))
    assert (Letter.objects.count(), Message.objects.count()) == before


def test_a_code_to_sign_in_takes_no_answer(cast):
    people.send_code(email=cast.user.email, code="123 456", by=OFFICE)
    letter = Letter.objects.get()
    assert TAKE_NO_REPLIES[letter.kind]
    assert envelope(letter)["Reply-To"] is None


def test_whatever_a_machine_says_to_our_thanks_a_few_lines_an_hour_are_all(cast, boxing, asked):
    letter = it_arrived(cast, boxing) and Letter.objects.get(kind="to individual: it arrived")
    for number in range(12):
        comes_in(answer_to(letter, f"Thank you for your message {number}"))
        letter = Letter.objects.filter(kind="to individual: it arrived").latest("pk")
    assert Letter.objects.filter(kind="to individual: it arrived").count() == 5
