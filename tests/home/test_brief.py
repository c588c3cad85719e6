"""The Brief: one thing to say first, then promises, then how they like to do this."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kith.about_me import actions as about_me
from kith.access import clock
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.models import Prompt
from kith.goals import actions as goals
from kith.home.queries import brief_of
from kith.people import actions as people


@pytest.fixture
def met(cast):
    """They met ten weeks ago."""
    with clock.at(clock.now() - timedelta(days=70)):
        wrote = WriteUp(
            held_on=clock.today(),
            shared="The derby.\nWho decides what.",
            reflection="Walk, do not sit.",
            steps=[{"words": "Find a run", "owner": "worker", "helper": None}],
        )
        return conversations.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)


def running(cast):
    return goals.set_goal(
        individual=cast.individual, kind="target", words="Run a 5km", measured_in="time", by=cast.as_worker
    )


@pytest.mark.shows("S20", "S21")
def test_the_workers_own_prompt_comes_first(cast, met):
    conversations.add_prompt(individual=cast.individual, words="Check the football", by=cast.as_worker)
    goals.add_result(goal=running(cast), value="27:40", words="Did it!", by=cast.as_individual)
    brief = brief_of(cast.individual, cast.worker)
    assert (brief.start_prompt.words, brief.start_voice) == ("Check the football", None)


@pytest.mark.shows("S20", "S86", "S88")
def test_without_one_their_latest_words_come_first_and_only_words_they_typed(cast, met):
    goal = running(cast)
    goals.add_result(goal=goal, value="31:10", words="Slow but done", by=cast.as_individual)
    goals.check_in(goal=goal, went=True, words="Said it was hard", by=cast.as_worker)
    voice = brief_of(cast.individual, cast.worker).start_voice
    assert (voice.words, voice.about) == ("Slow but done", "Run a 5km")


def test_with_nothing_to_go_on_it_asks(cast, signed_in):
    address = reverse("home:brief", args=[cast.individual.public_id])
    page = signed_in(cast.worker).get(address).content.decode()
    assert "What would Tomos like to talk about?" in page
    assert "No next meeting yet." in page


@pytest.mark.shows("S9", "S18", "S19", "S53", "S54")
def test_it_holds_what_a_worker_forgets_in_three_months(cast, met, signed_in):
    about_me.add_line(individual=cast.individual, kind="how_i_like", words="Just talk", by=cast.as_individual)
    about_me.add_line(individual=cast.individual, kind="helps", words="Exercise", by=cast.as_individual)
    about_me.add_line(individual=cast.individual, kind="does_not_help", words="Sitting in", by=cast.as_worker)
    conversations.add_prompt(
        individual=cast.individual, words="The council decides", kind=Prompt.Kind.OPEN_ABOUT, by=cast.as_worker
    )
    page = signed_in(cast.worker).get(reverse("home:brief", args=[cast.individual.public_id])).content.decode()
    said = ["Find a run", "Just talk", "The council decides", "The derby.", "Walk, do not sit.", "Exercise"]
    assert [words for words in said if words not in page] == []
    assert "as Anwen remembers" in page  # what she wrote of him is not his own


def test_a_reflection_is_its_authors_alone(cast, met):
    assert brief_of(cast.individual, cast.worker).reflection.words == "Walk, do not sit."
    assert brief_of(cast.individual, cast.manager).reflection is None


@pytest.mark.shows("S1", "S87")
def test_a_difference_stands_in_the_brief_unresolved(cast, met, signed_in):
    words = "It was the running club."
    conversations.give_account(meeting=met, answer="differs", words=words, by=cast.as_individual)
    page = signed_in(cast.worker).get(reverse("home:brief", args=[cast.individual.public_id])).content.decode()
    assert "Tomos remembers it another way" in page
    assert words in page


def brief_page(cast, signed_in) -> str:
    return signed_in(cast.worker).get(reverse("home:brief", args=[cast.individual.public_id])).content.decode()


@pytest.mark.shows("S7")
def test_before_the_first_time_it_holds_what_both_like_and_what_one_would_want_to_know(cast, signed_in):
    people.show_interests(user=cast.worker, interests=["Football, and United above all"], by=cast.as_worker)
    about_me.add_line(individual=cast.individual, kind="interest", words="Watching football", by=cast.as_worker)
    page = brief_page(cast, signed_in)
    assert "You both like football" in page.replace("Football", "football")
    assert "What would you want to know, if it were you?" in page
    assert reverse("conversations:tell_before", args=[cast.individual.public_id]) in page
    assert "Nothing has come in since" not in page


def test_old_notes_open_the_first_brief_marked_and_are_gone_from_the_second(cast, signed_in):
    conversations.bring_in_notes(individual=cast.individual, words="Likes it quiet. Ring first.", by=cast.as_worker)
    first = brief_page(cast, signed_in)
    assert "Brought in" in first and "Ring first." in first
    wrote = WriteUp(held_on=clock.today(), shared="We met.")
    conversations.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)
    assert "Ring first." not in brief_page(cast, signed_in)


@pytest.mark.shows("S18")
def test_you_wrote_and_since_then_stand_apart(cast, signed_in):
    wrote = WriteUp(held_on=clock.today() - timedelta(days=20), shared="The derby.", topics=("The allotment",))
    conversations.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)
    goals.add_result(goal=running(cast), value="27:40", words="Did it!", by=cast.as_individual)
    page = brief_page(cast, signed_in)
    wrote_panel = page[page.index("You wrote") :]
    since_panel = page[page.index("Since then") : page.index("You wrote")]
    assert "The allotment" in wrote_panel and "The derby." in wrote_panel
    assert "Did it!" in since_panel and "The derby." not in since_panel


@pytest.mark.shows("S61")
def test_what_they_asked_stands_there_until_it_is_answered(cast, signed_in):
    asked = conversations.ask(individual=cast.individual, words="Who decides?", by=cast.as_individual)
    assert "Who decides?" in brief_page(cast, signed_in)
    conversations.answer_asked(asked=asked, words="The council does.", by=cast.as_worker)
    assert "Who decides?" not in brief_page(cast, signed_in)


def test_words_are_said_to_be_by_whoever_wrote_them(cast, met, signed_in):
    people.cover(user=cast.stranger, individual=cast.individual, by=cast.as_worker)
    address = reverse("home:brief", args=[cast.individual.public_id])
    own, covers = (signed_in(user).get(address).content.decode() for user in (cast.worker, cast.stranger))
    assert ("You wrote" in own, "You wrote" in covers, "Anwen wrote" in covers) == (True, False, True)
