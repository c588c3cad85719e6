"""Before a meeting: at most forty words, previewed as they go, sent once, and held back when the meeting moved."""

import re
from datetime import date, time, timedelta

import pytest
from django.urls import reverse

from kith.access import clock
from kith.access.models import TrailEntry
from kith.access.refusal import Refused
from kith.conversations import actions
from kith.conversations.before.composing import Facts, compose, count, how_long, whole
from kith.conversations.before.plain_words import telling_words
from kith.conversations.models import Meeting, VisitMessage
from kith.conversations.queries import before as queries
from kith.conversations.when import in_window, on_day
from kith.messaging.queries.letters import of_people
from kith.outbox import gates
from kith.outbox.deliverer import deliver_due
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people.composing import ALLOWED_LESS
from kith.people.models import Individual, Link
from tests.conversations.test_pages import TODAY, one_factor, signed_in  # noqa: F401 - a fixture for all
from tests.outbox.conftest import envelope

THURSDAY = TODAY + timedelta(days=2)


@pytest.fixture
def meeting(cast):
    when = on_day(THURSDAY, time(14))
    return actions.plan_next(individual=cast.individual, when=when, place="Corner Café", by=cast.as_worker)


def page(cast, name: str, **ids) -> str:
    return reverse(f"conversations:{name}", kwargs={"individual": cast.individual.public_id} | ids)


def tell(cast, meeting, **other):
    said = {"channel": "email", "to": "tomos@calderford.example", "words": queries.message_composed(meeting)} | other
    return actions.tell_before(meeting=meeting, by=cast.as_worker, **said)


@pytest.mark.shows("S4", "S60", "S94")
def test_the_words_are_made_from_the_facts_with_the_first_name_first(cast, meeting):
    words = queries.message_composed(meeting)
    assert words == (
        "Anwen here. We meet Thursday 20 August, 2pm, Corner Café, for an hour. Bring someone if you like. "
        "Nothing to fill in. We only plan what to try next: nothing about your support or money."
    )
    assert count(words) <= 40
    assert telling_words(words, names=[cast.team.name]) == []


@pytest.mark.parametrize("place", ["", "Hub", "The Old School Hall, Back Room, Upper Mill Street"])
@pytest.mark.parametrize("link", ["", "https://x.example/v/abc/"])
def test_never_more_than_forty_words_whatever_the_place(place, link):
    decided = ("We only plan what to try next: nothing about your support or money.",)
    facts = Facts("Anwen", "Wednesday 25 November, 2:30pm", place, 90, decided, link)
    assert count(whole(compose(facts), link)) <= 40


def test_lengths_are_said_as_people_say_them():
    assert [how_long(each) for each in (30, 45, 60, 90)] == [
        "half an hour",
        "45 minutes",
        "an hour",
        "an hour and a half",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "It is your review.",
        "We assess you on Monday.",
        "Bring £40.",
        "About your 200 pounds.",
        "From the mental health team.",
        "Calder Valley here.",
    ],
)
def test_a_word_that_tells_is_named_and_nothing_goes(cast, meeting, words):
    with pytest.raises(Refused, match="tells what it is about"):
        tell(cast, meeting, words=words)
    assert not Letter.objects.exists()


def test_forty_one_words_are_too_many_and_stay_in_the_box(cast, meeting):
    many = " ".join(["word"] * 41)
    answer = signed_in(cast.worker).post(page(cast, "tell_before"), {"words": many, "link": "no", "do": "send"})
    assert answer.status_code == 422
    assert "This is 41 words, and 40 are enough." in answer.content.decode()
    assert many in answer.content.decode()
    assert not Letter.objects.exists()


@pytest.mark.shows("S60")
def test_what_is_previewed_is_what_goes_in_one_press(cast, meeting):
    client = signed_in(cast.worker)
    telling = client.get(page(cast, "tell_before")).context["telling"]
    shown, sent = telling.body, {field.html_name: field.value() or "" for field in telling.form}
    assert not Link.objects.exists()  # looking makes none
    for _ in range(2):
        client.post(page(cast, "tell_before"), sent | {"do": "send"})
    letter = Letter.objects.get()
    assert (letter.body, letter.to, letter.subject) == (shown, "tomos@calderford.example", "You have a message")
    assert queries.links.address(Link.objects.get()) in letter.body
    assert re.search(r"nothing about (?:your )?support or money", letter.body)
    assert count(letter.body) <= 40


@pytest.mark.shows("S60", "Q-22")
def test_nothing_on_the_envelope_or_in_it_tells_of_a_service(cast, meeting, settings):
    settings.INTRODUCTION_URL = "https://walk.example"
    tell(cast, meeting, with_link=True)
    letter = Letter.objects.get()
    whole_letter = envelope(letter).as_string().replace(letter.to, "").replace("walk.example", "")
    for told in (letter.subject, letter.body.replace(letter.body.split()[-1], "")):
        assert telling_words(told, names=[cast.team.name, "Kith"]) == []
    head = whole_letter.partition("\n\n")[0]
    assert "Calder Valley" not in whole_letter
    assert not {"List-Id", "Organization", "X-Mailer"} & {line.partition(":")[0] for line in head.splitlines()}


def test_it_leaves_by_day_only(cast, meeting):
    with clock.at(clock.now() + timedelta(hours=4)):  # 10pm in the summer
        tell(cast, meeting)
    letter = Letter.objects.get()
    assert (letter.not_before.hour, letter.not_before.date()) == (8, date(2026, 8, 19))  # 9am there


def test_a_letter_about_a_meeting_that_moved_stays_here(cast, meeting):
    tell(cast, meeting)
    letter = Letter.objects.get()
    assert isinstance(gates.ask(letter), gates.Go)
    actions.plan_next(individual=cast.individual, when=on_day(THURSDAY + timedelta(days=7)), by=cast.as_worker)
    assert isinstance(gates.ask(letter), gates.HoldBack)
    told = signed_in(cast.worker).get(page(cast, "tell_before")).content.decode()
    assert "moved since" in told


def test_words_that_stayed_here_are_told_of_and_may_be_sent_again(cast, meeting, settings):
    settings.KITH_DEMO = True
    people.keep_wishes(individual=cast.individual, says_words=True, by=cast.as_individual)
    first = tell(cast, meeting)
    people.keep_wishes(individual=cast.individual, says_words=False, by=cast.as_individual)
    deliver_due(now=Letter.objects.get().next_try_at)
    held = Letter.objects.get()
    assert (held.state, held.last_problem) == ("held", ALLOWED_LESS)
    assert [each.letter for each in of_people([cast.individual]).to_see_to] == [held]
    again = tell(cast, Meeting.objects.get(pk=meeting.pk))
    assert (again != first, tell(cast, Meeting.objects.get(pk=meeting.pk)) == again) == (True, True)
    deliver_due(now=Letter.objects.latest("pk").next_try_at)
    assert Letter.objects.latest("pk").state == "in the tray"


def test_a_meeting_that_moves_keeps_its_link_and_the_link_its_page(cast, meeting):
    tell(cast, meeting, with_link=True)
    later = THURSDAY + timedelta(days=60)
    actions.plan_next(individual=cast.individual, when=on_day(later), by=cast.as_worker)
    meeting.refresh_from_db()
    tell(cast, meeting, words=queries.message_composed(meeting), with_link=True)
    link = Link.objects.get()
    assert link.ends_at.date() == later + timedelta(days=1)  # midnight in summer time


def test_a_season_has_nothing_to_tell_yet(cast):
    season = actions.plan_next(individual=cast.individual, when=in_window("3", TODAY), by=cast.as_worker)
    with pytest.raises(Refused, match="no day yet"):
        tell(cast, season)
    assert "Choose a day first." in signed_in(cast.worker).get(page(cast, "tell_before")).content.decode()


@pytest.mark.parametrize(("liked", "do"), [("phone", "said"), ("letter", "print"), ("text", "said")])
def test_without_a_way_out_the_words_are_printed_or_said(cast, meeting, liked, do):
    Individual.objects.update(reached_by=liked)
    client = signed_in(cast.worker)
    shown = client.get(page(cast, "tell_before"))
    assert "Copy the words, print them or say them." in shown.content.decode()
    sent = {field.html_name: field.value() or "" for field in shown.context["telling"].form}
    client.post(page(cast, "tell_before"), sent | {"do": do})
    assert VisitMessage.objects.get().channel == do
    assert not Letter.objects.exists()


def test_a_text_has_no_link_unless_it_is_asked_for(cast, meeting, settings):
    settings.KITH_DEMO = True
    Individual.objects.update(reached_by="text", phone="+447700900123")
    telling = signed_in(cast.worker).get(page(cast, "tell_before")).context["telling"]
    assert (telling.channel, telling.to, telling.subject) == ("text", "+447700900123", "")
    assert "http" not in telling.body


def test_the_printed_letter_has_the_words_and_where_help_is(cast, meeting):
    message = tell(cast, meeting, channel="print", to="")
    letter = signed_in(cast.worker).get(page(cast, "before_letter", message=message.public_id)).content.decode()
    assert "Anwen here." in letter
    assert "Samaritans 116 123" in letter


@pytest.mark.shows("S8", "S94")
def test_how_long_and_why_are_the_workers_to_say(cast, meeting):
    client = signed_in(cast.worker)
    client.post(page(cast, "explain"), {"minutes": "45", "why": "To see how the running goes."})
    read = signed_in(cast.user).get(page(cast, "before_page")).content.decode()
    assert "About 45 minutes" in read
    assert "To see how the running goes." in read
    assert "for 45 minutes" in queries.message_composed(type(meeting).objects.get())


@pytest.mark.shows("S4", "S61", "S64")
def test_their_own_page_says_what_is_decided_who_said_so_and_what_the_worker_likes(cast, meeting):
    cast.team.decides, cast.team.does_not_decide = "What to try.", "Your Personal Budget is not decided here."
    cast.team.decides_said_by, cast.team.decides_said_on = "Calderford Council", date(2026, 6, 1)
    cast.team.save()
    cast.worker.interests = ["chess", "tea", "running"]
    cast.worker.save()
    read = signed_in(cast.user).get(page(cast, "before_page")).content.decode()
    assert "Your Personal Budget is not decided here." in read
    assert "From: Calderford Council, 1 June 2026." in read
    assert "Likes: chess · tea · running" in read


def test_telling_is_in_the_trail_and_only_the_worker_tells(cast, meeting):
    tell(cast, meeting)
    assert TrailEntry.objects.filter(what="told of a meeting").count() == 1
    assert signed_in(cast.user).get(page(cast, "tell_before")).status_code == 404
    assert signed_in(cast.stranger).get(page(cast, "before_page")).status_code == 404
