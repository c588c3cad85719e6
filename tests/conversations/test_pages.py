"""The pages of conversations, through the real stack."""

import json
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kith.access import clock
from kith.conversations import actions, queries
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.models import Meeting
from kith.conversations.when import on_day
from kith.goals import actions as goals
from kith.people import actions as people

TODAY = date(2026, 8, 18)


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(cast, name: str, **ids) -> str:
    return reverse(f"conversations:{name}", kwargs={"individual": cast.individual.public_id} | ids)


def page_as_sent(client: Client, cast) -> dict:
    """What a browser would send if nothing on the page were touched."""
    form = client.get(address(cast, "write_up")).context["form"]
    return {field.html_name: "" if field.value() is None else field.value() for field in form}


@pytest.mark.shows("S12", "S67")
def test_the_page_can_be_sent_as_it_opens(cast):
    client = signed_in(cast.worker)
    sent = page_as_sent(client, cast)
    assert sent["held_on"] == TODAY
    response = client.post(address(cast, "write_up"), sent | {"held_on": "2026-08-18"})
    meeting = Meeting.objects.get()
    assert response["Location"] == address(cast, "meeting_page", meeting=meeting.public_id)


def test_the_planned_day_is_filled_in_when_it_has_come(cast):
    tomorrow = on_day(TODAY + timedelta(days=1))
    actions.plan_next(individual=cast.individual, when=tomorrow, place="Café", by=cast.as_worker)
    with clock.at(clock.now() + timedelta(days=2)):
        sent = page_as_sent(signed_in(cast.worker), cast)
    assert (sent["held_on"], sent["place"]) == (TODAY + timedelta(days=1), "Café")


def test_a_planned_day_still_to_come_is_asked_about_and_stands_unless_they_met_early(cast):
    actions.plan_next(individual=cast.individual, when=on_day(TODAY + timedelta(days=7)), by=cast.as_worker)
    client = signed_in(cast.worker)
    page = client.get(address(cast, "write_up")).content.decode()
    assert "Was this the meeting planned for Tuesday 25 August?" in page
    client.post(address(cast, "write_up"), page_as_sent(client, cast) | {"held_on": "2026-08-18"})
    assert queries.next_meeting(cast.individual).day == TODAY + timedelta(days=7)
    again = page_as_sent(client, cast) | {"held_on": "2026-08-18", "met_early": "yes"}
    client.post(address(cast, "write_up"), again)
    assert queries.next_meeting(cast.individual) is None


@pytest.mark.shows("S39", "S48", "S75")
def test_a_full_write_up_saves_every_part(cast):
    helper = goals.add_helper(individual=cast.individual, name="Sam", by=cast.as_worker)
    client = signed_in(cast.worker)
    typed = {
        "held_on": "yesterday",
        "shared": "Running again.",
        "saying": "I used to run.",
        "reflection": "Walk and talk.",
        "prompt": "Check the score",
        "goal_words": "Run a 5km",
        "goal_kind": "target",
        "goal_day": "14 November",
        "step_1": "Find a run",
        "step_1_owner": "worker",
        "step_1_goal": "new",
        "step_2": "Show me round",
        "step_2_owner": helper.public_id,
        "next_when": "3",
    }
    client.post(address(cast, "write_up"), page_as_sent(client, cast) | typed)
    meeting = Meeting.objects.get(state="held")
    steps = [(step.words, step.owner, step.helper, step.goal_id is None) for step in meeting.steps.order_by("pk")]
    assert steps == [("Find a run", "worker", None, False), ("Show me round", "helper", helper, True)]
    assert meeting.goals.get().due_on == date(2026, 11, 14)
    assert [str(saying) for saying in meeting.sayings.all()] == ["I used to run."]
    assert queries.next_meeting(cast.individual).window == "in about 3 months"


@pytest.mark.shows("Q-80")
def test_an_error_keeps_what_was_typed_and_names_no_blame(cast):
    client = signed_in(cast.worker)
    typed = {"held_on": "the day of the match", "shared": "Kept <b>words</b>", "goal_words": "Swim"}
    response = client.post(address(cast, "write_up"), page_as_sent(client, cast) | typed)
    page = response.content.decode()
    assert response.status_code == 422
    assert "the day of the match" in page
    assert "Kept &lt;b&gt;words&lt;/b&gt;" in page
    assert page.count("We could not read that as a day.") == 2  # in the summary and beside the field
    assert "Choose which kind it is." in page
    assert not Meeting.objects.exists()


def test_four_goals_are_refused_beside_everything_that_was_typed(cast):
    for words in ("One", "Two", "Three"):
        goals.set_goal(individual=cast.individual, kind="target", words=words, by=cast.as_worker)
    client = signed_in(cast.worker)
    typed = {"held_on": "2026-08-18", "shared": "Kept", "goal_words": "Four", "goal_kind": "target"}
    response = client.post(address(cast, "write_up"), page_as_sent(client, cast) | typed)
    assert response.status_code == 422
    assert "There are three goals already." in response.content.decode()
    assert not Meeting.objects.exists()


def test_what_is_typed_is_kept_and_comes_back(cast):
    client = signed_in(cast.worker)
    kept = client.post(address(cast, "save_draft"), {"held_on": "2026-08-18", "shared": "Half"}, HTTP_HX_REQUEST="true")
    assert (kept.status_code, kept["Kith-Saved"]) == (200, "Saved at 6pm")
    assert 'name="draft_version" value="1"' in kept.content.decode()
    assert client.get(address(cast, "write_up")).context["form"]["shared"].value() == "Half"
    client.post(address(cast, "start_afresh"))
    assert client.get(address(cast, "write_up")).context["form"]["shared"].value() is None


def test_pressing_done_on_a_saved_page_that_was_changed_asks_and_loses_nothing(cast):
    client = signed_in(cast.worker)
    sent = page_as_sent(client, cast) | {"held_on": "2026-08-18", "shared": "One"}
    client.post(address(cast, "write_up"), sent)
    again = client.post(address(cast, "write_up"), sent | {"shared": "One and two"})
    assert (again.status_code, "One and two" in again.content.decode()) == (422, True)
    token = again.context["form"]["written_from"].value()
    client.post(address(cast, "write_up"), sent | {"shared": "One and two", "written_from": token})
    assert Meeting.objects.count() == 2


def test_whoever_covers_is_offered_only_what_they_may_do(cast):
    people.cover(user=cast.stranger, individual=cast.individual, by=cast.as_worker)
    page = signed_in(cast.stranger).get(address(cast, "write_up")).content.decode()
    assert ("What you talked about" in page, "What you agreed" in page, "Before I see" in page) == (True, False, False)


def test_without_script_keeping_comes_back_to_the_page(cast):
    client = signed_in(cast.worker)
    response = client.post(address(cast, "save_draft"), {"shared": "Half"})
    assert response["Location"] == address(cast, "write_up")
    assert json.loads(queries.draft_of(cast.individual, cast.worker.pk).typed) == {"shared": "Half"}


@pytest.fixture
def meeting(cast):
    wrote = WriteUp(held_on=TODAY, shared="One.\nTwo.\nThree.\nFour.", reflection="Not for the page", saying="Hm.")
    return actions.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)


@pytest.mark.shows("S8", "S14")
def test_the_individual_reads_three_lines_first_and_no_reflection(cast, meeting):
    response = signed_in(cast.user).get(address(cast, "meeting_page", meeting=meeting.public_id))
    page = response.content.decode()
    assert page.index("One.") < page.index("All of it") < page.index("Four.")
    assert "Not for the page" not in page
    assert "as Anwen remembers" in page
    answers = {"right": "That’s right", "differs": "Not how I remember it", "left": "Leave it"}
    for answer, words in answers.items():  # three of one size
        assert f'<button class="button second" name="answer" value="{answer}">{words}</button>' in page


@pytest.mark.shows("S1", "S14")
def test_not_how_i_remember_it_opens_a_box_and_both_stand_for_the_worker(cast, meeting):
    client, answer = signed_in(cast.user), address(cast, "answer", meeting=meeting.public_id)
    asked = client.post(answer, {"answer": "differs"})
    assert (asked.status_code, "How do you remember it?" in asked.content.decode()) == (200, True)
    again = client.post(answer, {"answer": "differs", "words": ""})
    assert (again.status_code, "One line is enough" in again.content.decode()) == (422, True)
    client.post(answer, {"answer": "differs", "words": "It was the running club."})
    seen = signed_in(cast.worker).get(address(cast, "meeting_page", meeting=meeting.public_id)).content.decode()
    assert "It was the running club." in seen
    assert "As Anwen wrote it" in seen
    assert "As Tomos remembers it" in seen


def test_what_is_not_shown_is_not_there_for_the_individual(cast):
    wrote = WriteUp(held_on=TODAY, shared="Not yet", saying="Not yet either", show_now=False)
    meeting = actions.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)
    for name in ("meeting_page", "meetings_page"):
        ids = {"meeting": meeting.public_id} if name == "meeting_page" else {}
        assert "Not yet" not in signed_in(cast.user).get(address(cast, name, **ids)).content.decode()
    worker = signed_in(cast.worker)
    worker.post(address(cast, "show_note", meeting=meeting.public_id))
    page = signed_in(cast.user).get(address(cast, "meeting_page", meeting=meeting.public_id)).content.decode()
    assert "Not yet" in page


def test_a_meeting_is_planned_moved_and_called_off(cast):
    client = signed_in(cast.worker)
    client.post(address(cast, "plan"), {"next_when": "spring"})
    client.post(address(cast, "plan"), {"next_day": "24 November", "next_time": "2pm", "next_place": "Café"})
    meeting = Meeting.objects.get()
    assert (str(meeting.day), str(meeting.at_time), meeting.place) == ("2026-11-24", "14:00:00", "Café")
    refused = client.post(address(cast, "plan"), {"next_when": "day", "next_time": "half two"})
    assert refused.status_code == 422
    assert "Please give the day" in refused.content.decode()
    client.post(address(cast, "call_off"))
    assert queries.next_meeting(cast.individual) is None


@pytest.mark.shows("S92")
def test_a_meeting_that_went_on_elsewhere_says_so_to_both(cast):
    client = signed_in(cast.worker)
    typed = {"held_on": str(TODAY), "place": "The office, then the gym", "shared": "We went to look at the gym."}
    client.post(address(cast, "write_up"), page_as_sent(client, cast) | typed)
    meeting = Meeting.objects.get()
    for user in (cast.worker, cast.user):
        page = signed_in(user).get(address(cast, "meeting_page", meeting=meeting.public_id)).content.decode()
        assert "The office, then the gym." in page
