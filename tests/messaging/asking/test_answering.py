"""An answer through the link, by a text or an email: opening changes nothing, a press counts once, minds can change."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kith.access import clock
from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.goals import actions as goals
from kith.goals.models import CheckIn
from kith.messaging.actions import answering, asking
from kith.messaging.models import Question
from kith.people import actions as people
from kith.people import links
from kith.people.audience import who_sees
from tests.goals.cast import gather
from tests.letting_in import let_see
from tests.messaging.conftest import answer_to, comes_in

from .conftest import OFFICE, SYSTEM, THURSDAY, ask_at, at, letters

VISITOR = {"HTTP_HOST": "127.0.0.1"}


@pytest.fixture
def cast(db):
    """Its own: other tests here begin with nobody."""
    return gather()


@pytest.fixture
def question(asked) -> Question:
    ask_at(at(2, 9))
    return Question.objects.select_related("link", "goal__individual").get()


@pytest.fixture
def place(question) -> str:
    """Where the link of the question leads."""
    return "/" + links.address(question.link).split("/", 3)[3]


def told() -> list[tuple]:
    rows = CheckIn.objects.order_by("pk")
    return list(rows.values_list("on", "went", "through", "typed_by_individual", "recorded_by"))


def press(place: str, moment=None, **buttons):
    with clock.at(moment or at(2, 10)):
        return Client(**VISITOR).post(place, buttons)


def look(place: str, moment=None) -> str:
    with clock.at(moment or at(2, 10)):
        return Client(**VISITOR).get(place).content.decode()


def test_opening_the_page_changes_nothing_however_often(place):
    before = TrailEntry.objects.count()
    for _ in range(3):
        assert "Did you go?" in look(place)
    with clock.at(at(2, 10)):
        Client(**VISITOR).head(place)
    assert (told(), TrailEntry.objects.count()) == ([], before)
    assert Question.objects.get().answered_at is None


@pytest.mark.shows("S86")
def test_one_press_says_it_with_nobody_signed_in(place, cast):
    answer = press(place, went="yes")
    assert (answer.status_code, answer["Location"]) == (302, place)
    assert told() == [(THURSDAY, True, "link", True, None)]
    page = look(place)
    assert "You said: I went." in page
    assert who_sees("goals", cast.individual, cast.user) in page


def test_pressed_twice_it_is_said_once(place):
    press(place, went="no")
    press(place, went="no", moment=at(2, 12))
    assert told() == [(THURSDAY, False, "link", True, None)]


def test_the_answer_can_be_changed_until_the_next_question(place, question):
    press(place, went="no")
    press(place, went="yes", moment=at(3, 10))
    assert [row[1] for row in told()] == [False, True]
    assert "You said: I went." in look(place)
    ask_at(at(9, 9))
    assert press(place, went="no", moment=at(9, 10)).status_code == 404
    assert len(told()) == 2


@pytest.mark.shows("Q-15")
def test_after_two_weeks_the_link_opens_nothing(place):
    with clock.at(at(2, 9) + timedelta(days=14, seconds=1)):
        assert Client(**VISITOR).get(place).status_code == 404


def test_the_page_names_no_service_no_goal_and_no_team(place, boxing, cast):
    page = look(place)
    for word in ("boxing", "Kith", cast.team.name, "Hollis", "Reed", "goal", "support"):
        assert word not in page, word
    assert "Thursday 1 October" in page


def test_the_goal_is_named_only_where_words_were_allowed_along_and_still_are(place, question, cast):
    question.names_the_goal = True
    question.save()
    assert "Go to kick-boxing" not in look(place)
    people.keep_wishes(individual=cast.individual, says_words=True, by=cast.as_individual)
    assert "Go to kick-boxing" in look(place)


def test_anything_else_that_is_sent_is_answered_calmly_and_keeps_nothing(place):
    answer = press(place, went="perhaps", words="I was ill")
    assert (answer.status_code, told()) == (422, [])
    assert "Please press one of the buttons." in answer.content.decode()


def test_a_made_up_link_opens_nothing(place):
    assert Client(**VISITOR).get(place[:-3] + "aa/").status_code == 404


def test_it_names_everybody_who_reads_the_answer(place, cast):
    let_see(cast.individual, cast.stranger, "goals", by=cast.as_individual)
    everybody = "You, Anwen, whoever covers for Anwen, the team’s manager and Noor see this."
    assert everybody in look(place)
    press(place, went="yes")
    assert everybody in look(place)


@pytest.mark.parametrize("who", ["worker", "stranger", "manager"])
def test_somebody_else_who_is_signed_in_answers_nothing_and_learns_nothing(place, cast, question, who):
    press(place, went="yes")
    question.names_the_goal = True
    question.save()
    with clock.at(at(2, 11)):
        client = Client(**VISITOR)
        client.force_login(getattr(cast, who))
        for answer in (client.get(place), client.post(place, {"went": "no"})):
            page = answer.content.decode()
            assert "This is a link for somebody else" in page
            for words in ("<form", "<button", "boxing", "I went", "Thursday"):
                assert words not in page, words
    assert [row[1] for row in told()] == [True]


def test_they_themselves_answer_it_signed_in_too(place, cast):
    with clock.at(at(2, 11)):
        client = Client(**VISITOR)
        client.force_login(cast.user)
        client.post(place, {"went": "yes"})
    assert [row[1] for row in told()] == [True]


@pytest.mark.parametrize(
    ("wrong", "helps"), [("/c/wrong/", True), ("/v/wrong/", True), ("/h/wrong/", False), ("/s/wrong/", False)]
)
def test_a_link_that_opens_nothing_says_who_to_ring_and_tells_a_place_of_no_service(db, wrong, helps):
    page = Client(**VISITOR).get(wrong).content.decode()
    assert 'href="tel:999"' in page
    assert ('href="tel:116123"' in page) is helps


def test_a_link_to_answer_opens_no_other_page_of_links(place, question):
    written = place.strip("/").partition("/")[2]
    for other in ("visit:visit", "host:answer"):
        assert Client(**VISITOR).get(reverse(other, args=[written])).status_code == 404


def test_it_says_on_the_goal_s_page_that_it_came_through_the_link(own, place, boxing, cast):
    press(place, went="yes")
    with clock.at(at(2, 11)):
        page = own.get(reverse("goals:goal_page", args=[cast.individual.public_id, boxing.public_id]))
    assert "through the link" in page.content.decode()


def test_the_link_s_answer_counts_as_theirs_beside_what_the_worker_told(place, boxing, cast):
    with clock.at(at(2, 10)):
        goals.check_in(goal=boxing, went=False, on=THURSDAY, by=cast.as_worker)
    press(place, went="yes")
    assert [(row[1], row[3]) for row in told()] == [(False, False), (True, True)]


def two_times_not(cast, boxing, place):
    with clock.at(at(2, 9)):
        goals.check_in(goal=boxing, went=False, on=THURSDAY - timedelta(days=7), by=cast.as_individual)
    press(place, went="no")


@pytest.mark.shows("S46")
def test_two_times_not_this_time_bring_an_offer_and_one_does_not(cast, boxing, place):
    press(place, went="no")
    assert "Would something else suit better?" not in look(place)
    two_times_not(cast, boxing, place)
    page = look(place)
    assert "Would something else suit better?" in page
    for offer in ("Pause it", "Make it smaller", "Go together"):
        assert offer in page


def test_pausing_from_the_link_pauses_and_nothing_more_is_asked(cast, boxing, place):
    two_times_not(cast, boxing, place)
    press(place, do="pause")
    boxing.refresh_from_db()
    assert boxing.is_paused
    assert "It is paused." in look(place)
    assert ask_at(at(9, 9))["asked"] == 0


@pytest.mark.parametrize(("button", "words"), [("together", "go together"), ("smaller", "make it smaller")])
def test_the_worker_hears_of_the_other_two_once(cast, boxing, place, button, words):
    two_times_not(cast, boxing, place)
    press(place, do=button)
    press(place, do=button)
    [asked] = cast.individual.asked.all()
    assert words in asked.words
    assert (asked.through_link, asked.typed_by_individual, asked.pressed) == (True, False, True)
    assert "Anwen will see it" in look(place)


def test_no_more_questions_by_one_press_on_the_same_page(place):
    press(place, do="stop")
    assert ask_at(at(9, 9))["asked"] == 0
    assert "You are not asked about this any more." in look(place)
    press(place, do="again", moment=at(9, 12))
    assert ask_at(at(16, 9))["asked"] == 1


def test_a_text_that_says_yes_answers_the_last_question(cast, question):
    with clock.at(at(2, 12)):
        by = Actor.sent_in(cast.individual)
        kept = answering.answer_last(individual=cast.individual, went=True, through="text", by=by)
    assert (kept.on, kept.went, kept.through, kept.typed_by_individual) == (THURSDAY, True, "text", True)


def test_also_from_somebody_who_has_no_account(cast):
    office = {"worker": cast.worker, "team": cast.team, "by": OFFICE}
    other = people.open_partnership(called="Bryn", **office).individual
    other.email = "bryn@home.example"
    other.save()
    goal = goals.set_goal(individual=other, kind="commitment", words="Choir", weekday=3, by=cast.as_worker)
    asking.choose_asking(goal=goal, by=cast.as_worker)
    assert ask_at(at(2, 9))["asked"] == 1
    with clock.at(at(2, 12)):
        kept = answering.answer_last(individual=other, went=False, through="email", by=Actor.sent_in(other))
    assert (kept.went, kept.through, kept.recorded_by, kept.told_words) == (False, "email", None, "by email")


def test_with_nothing_asked_lately_a_yes_answers_nothing(cast, question):
    with clock.at(at(17, 12)):
        by = Actor.sent_in(cast.individual)
        assert answering.answer_last(individual=cast.individual, went=True, through="text", by=by) is None
    assert told() == []


def test_a_machine_that_says_yes_for_ever_is_thanked_five_times_an_hour(cast, question, settings):
    settings.REPLY_ADDRESS = "answers@goodcompany.example"
    [letter] = letters()
    with clock.at(at(2, 10)):
        came = [comes_in(answer_to(letter, "Yes", sender=cast.user.email)) for _ in range(12)]
    assert {(each.state, each.message) for each in came} == {("taken in", None)}
    assert len(letters("to individual: thank you")) == 5


def test_a_text_may_also_stop_it_all(cast, question):
    with clock.at(at(2, 12)):
        asking.stop_asking(individual=cast.individual, by=Actor.sent_in(cast.individual))
    assert ask_at(at(9, 9))["asked"] == 0


def test_the_trail_says_who_asked_and_that_a_link_answered(place, cast):
    press(place, went="yes")
    lines = TrailEntry.objects.filter(chain=cast.individual.public_id).order_by("sequence")
    assert ("asked how it went", "system") in lines.values_list("what", "who")
    assert ("check-in", "visitor with a link") in lines.values_list("what", "who")
    assert SYSTEM.user_id is None
