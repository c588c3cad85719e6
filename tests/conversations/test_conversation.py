"""The conversation: nothing is required, and one press keeps that the two met."""

from datetime import timedelta

import pytest

from kith.about_me import actions as about_me
from kith.about_me.models import Line
from kith.access.refusal import Refused
from kith.conversations import actions, two_places
from kith.conversations.actions.write_up import SavedBefore, WriteUp
from kith.conversations.models import Draft, Meeting
from kith.conversations.queries import draft_of
from kith.conversations.when import on_day
from kith.goals import actions as goals
from tests.conversations.test_before import page, signed_in
from tests.conversations.test_pages import TODAY, one_factor  # noqa: F401 - a fixture for all


def like(cast, words: str):
    return about_me.add_line(individual=cast.individual, kind="interest", words=words, by=cast.as_worker)


@pytest.mark.shows("S6")
def test_a_first_meeting_opens_on_things_to_talk_about_with_nothing_required(cast):
    like(cast, "Running by the canal")
    shown = signed_in(cast.worker).get(page(cast, "conversation"))
    read = shown.content.decode()
    assert "Running by the canal" in read
    assert "What would you want to know?" in read
    assert [name for name, field in shown.context["marks"].fields.items() if field.required] == []
    assert " required" not in read


@pytest.mark.shows("S64")
def test_what_both_like_comes_first(cast):
    like(cast, "Going for a run")
    cast.worker.interests = ["running", "chess"]
    cast.worker.save()
    assert "You both like running." in signed_in(cast.worker).get(page(cast, "conversation")).content.decode()


@pytest.mark.shows("S12", "S67")
def test_one_press_keeps_a_meeting_with_its_date_and_no_more(cast):
    client = signed_in(cast.worker)
    token = client.get(page(cast, "conversation")).context["marks"]["written_from"].value()
    for _ in range(2):
        client.post(page(cast, "met_today"), {"do": "met", "written_from": token})
    meeting = Meeting.objects.get()
    assert (meeting.is_held, meeting.day, meeting.topics) == (True, TODAY, [])
    assert not meeting.notes.exists()


def test_words_written_later_the_same_day_belong_to_the_meeting_that_one_press_kept(cast):
    kept = actions.met_today(individual=cast.individual, by=cast.as_worker, topics=("Football",), written_from="one")
    wrote = WriteUp(held_on=TODAY, shared="We talked about the match.", written_from="two")
    assert actions.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker) == kept
    assert (Meeting.objects.get().topics, kept.notes.count()) == (["Football"], 1)
    again = WriteUp(held_on=TODAY, shared="A second time that day.", written_from="three")
    assert actions.write_up(individual=cast.individual, wrote=again, by=cast.as_worker) != kept


def test_the_press_that_kept_the_day_sent_again_after_more_was_written_keeps_no_second_meeting(cast):
    press = {"individual": cast.individual, "by": cast.as_worker, "written_from": "one"}
    kept = actions.met_today(**press)
    wrote = WriteUp(held_on=TODAY, shared="We talked about the match.", written_from="two")
    actions.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)
    assert actions.met_today(**press) == kept
    assert Meeting.objects.count() == 1


def test_two_write_ups_opened_side_by_side_are_one_meeting_and_the_next_is_another(cast):
    client = signed_in(cast.worker)

    def opened() -> str:
        return client.get(page(cast, "write_up")).context["form"]["written_from"].value()

    here, there = opened(), opened()
    assert here == there != ""
    wrote = WriteUp(held_on=TODAY, shared="We talked.", written_from=here)
    actions.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)
    with pytest.raises(SavedBefore):
        other = WriteUp(held_on=TODAY, shared="We talked about it.", written_from=there)
        actions.write_up(individual=cast.individual, wrote=other, by=cast.as_worker)
    assert opened() != here


@pytest.mark.shows("S3")
def test_how_they_arrived_is_asked_at_the_first_meeting_only(cast):
    client = signed_in(cast.worker)
    assert "How did Tomos arrive?" in client.get(page(cast, "conversation")).content.decode()
    client.post(page(cast, "met_today"), {"do": "met", "arrived": "Very nervous, with his sister"})
    meeting = Meeting.objects.get()
    assert (meeting.is_first, meeting.arrived) == (True, "Very nervous, with his sister")
    assert "How did Tomos arrive?" not in client.get(page(cast, "conversation")).content.decode()


def test_marks_wait_in_the_write_up_and_are_there_again(cast):
    like(cast, "Football")
    client = signed_in(cast.worker)
    client.post(page(cast, "met_today"), {"do": "keep", "topics": ["Football", "home"]})
    assert not Meeting.objects.exists()
    assert client.get(page(cast, "write_up")).context["form"]["topics"].value() == "Football, home"
    assert client.get(page(cast, "conversation")).context["marks"]["topics"].value() == ["Football", "home"]
    client.post(page(cast, "met_today"), {"do": "met", "topics": ["Football"]})
    assert Meeting.objects.get().topics == ["Football"]
    assert not Draft.objects.exists()


def test_a_write_up_that_was_begun_is_not_passed_over(cast):
    actions.save_draft(individual=cast.individual, typed={"shared": "Half a sentence"}, by=cast.as_worker)
    with pytest.raises(Refused, match="Go on there"):
        actions.met_today(individual=cast.individual, by=cast.as_worker)
    sent = signed_in(cast.worker).post(page(cast, "met_today"), {"do": "met"})
    assert sent.status_code == 422
    assert two_places.typed_in(draft_of(cast.individual, cast.worker.pk))["shared"] == "Half a sentence"
    actions.keep_marks(individual=cast.individual, topics=["home"], by=cast.as_worker)
    kept = two_places.typed_in(draft_of(cast.individual, cast.worker.pk))
    assert (kept["shared"], kept["topics"]) == ("Half a sentence", "home")


def test_a_write_up_that_is_open_already_does_not_write_over_what_was_marked(cast):
    open_page = {"shared": "Half", "page": "one", "draft_version": "0", "topics": ""}
    first = actions.save_draft(individual=cast.individual, typed=open_page, by=cast.as_worker)
    actions.keep_marks(individual=cast.individual, topics=["home"], by=cast.as_worker)
    later = open_page | {"shared": "Half a sentence", "draft_version": str(first.version)}
    actions.save_draft(individual=cast.individual, typed=later, by=cast.as_worker)
    draft = draft_of(cast.individual, cast.worker.pk)
    assert two_places.typed_in(draft)["topics"] == "home"
    assert two_places.beside(draft)["one"]["shared"] == "Half a sentence"


def test_a_meeting_planned_for_later_stands_unless_they_met_early(cast):
    when = on_day(TODAY + timedelta(days=7))
    actions.plan_next(individual=cast.individual, when=when, place="Café", by=cast.as_worker)
    actions.met_today(individual=cast.individual, by=cast.as_worker, written_from="one")
    assert Meeting.objects.filter(state="planned").count() == 1
    met = actions.met_today(individual=cast.individual, by=cast.as_worker, met_early=True, written_from="two")
    assert (met.place, Meeting.objects.filter(state="planned").count()) == ("Café", 0)


@pytest.mark.shows("S68")
def test_what_they_like_is_kept_in_their_words_and_labels_follow(cast):
    client = signed_in(cast.worker)
    kept = client.post(page(cast, "add_like"), {"like": "Kicking a football about in the park"}, follow=True)
    line = Line.objects.get()
    assert (line.kind, line.words) == ("interest", "Kicking a football about in the park")
    assert "The table looks under: football" in kept.content.decode()
    plain = client.post(page(cast, "add_like"), {"like": "Wibbling"}, follow=True).content.decode()
    assert "Kept, in these words." in plain
    assert "looks under" not in plain
    assert client.post(page(cast, "add_like"), {"like": ""}).status_code == 422


def test_the_card_holds_nothing_that_is_private_to_one_of_them(cast):
    like(cast, "Football")
    step = goals.add_step(individual=cast.individual, words="Find the boots", owner="worker", by=cast.as_worker)
    wrote = WriteUp(held_on=TODAY, shared="Said here", reflection="My own worry", prompt="Check the score")
    actions.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker).steps.add(step)
    about_me.add_line(individual=cast.individual, kind="worry", words="Crowds", by=cast.as_worker)
    read = signed_in(cast.worker).get(page(cast, "prompt_card")).content.decode()
    assert "Football" in read
    assert "Find the boots" in read
    for hidden in ("My own worry", "Check the score", "Crowds", "Said here", "£"):
        assert hidden not in read


def test_nobody_but_the_worker_opens_the_conversation(cast):
    for user in (cast.user, cast.manager, cast.stranger):
        assert signed_in(user).get(page(cast, "conversation")).status_code == 404
    assert signed_in(cast.user).get(page(cast, "prompt_card")).status_code == 200


def test_the_page_asks_as_much_after_many_meetings_as_after_one(cast, django_assert_max_num_queries):
    for days in range(12):
        wrote = WriteUp(held_on=TODAY - timedelta(days=days), topics=("home",), written_from=f"page {days}")
        actions.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)
        like(cast, f"Like number {days}")
    client = signed_in(cast.worker)
    with django_assert_max_num_queries(40):
        assert client.get(page(cast, "conversation")).status_code == 200
