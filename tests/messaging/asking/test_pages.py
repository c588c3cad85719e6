"""The pages on which it is chosen: by the individual, or by the worker as told."""

import re
from datetime import time

import pytest
from django.test import Client
from django.urls import reverse

from kith.access import clock
from kith.conversations import actions as conversations
from kith.goals import actions as goals
from kith.goals.models import Goal
from kith.messaging.actions import asking, reminding
from kith.messaging.forms.reminding import RemindersForm
from kith.messaging.models import Ask, ReminderWishes, WorkerWishes
from kith.messaging.queries.wishes import USUAL
from kith.people import actions as people

from .conftest import ask_at, at


def words(response) -> str:
    return " ".join(response.content.decode().split())


def of_goal(cast, goal, name: str) -> str:
    return reverse(f"asking:{name}", args=[cast.individual.public_id, goal.public_id])


def of_reminders(cast, name: str = "reminders") -> str:
    return reverse(f"reminders:{name}", args=[cast.individual.public_id])


@pytest.mark.shows("S98")
def test_it_is_off_until_somebody_presses_ask_like_this(own, cast, boxing):
    assert "Nothing is asked until it is chosen." in words(own.get(of_goal(cast, boxing, "part")))
    page = words(own.get(of_goal(cast, boxing, "ask_me")))
    assert "An hour after it starts" in page
    assert not Ask.objects.exists()
    own.post(of_goal(cast, boxing, "ask_me"), {"weekdays": ["3"], "when": "usual", "channel": ""})
    assert "The next question comes on Friday 2 October, at 10am" in words(own.get(of_goal(cast, boxing, "part")))


def test_the_goal_s_page_leads_there_without_a_script_too(own, cast, boxing):
    page = words(own.get(reverse("goals:goal_page", args=[cast.individual.public_id, boxing.public_id])))
    assert f'href="{of_goal(cast, boxing, "ask_me")}"' in page
    assert f'hx-get="{of_goal(cast, boxing, "part")}"' in page


def test_a_time_at_night_is_answered_with_a_sentence_and_stays_typed(own, cast, boxing):
    sent = {"weekdays": ["3"], "when": "time", "at_time": "10pm", "channel": ""}
    answer = own.post(of_goal(cast, boxing, "ask_me"), sent)
    assert answer.status_code == 422
    assert "Please choose a time in between." in words(answer)
    assert 'value="10pm"' in words(answer)


def test_the_worker_sees_whose_choice_it_was(workers, cast, boxing):
    asking.choose_asking(goal=boxing, by=cast.as_worker)
    assert "As Anwen was told." in words(workers.get(of_goal(cast, boxing, "part")))


def test_it_is_switched_off_by_one_press(own, cast, boxing, asked):
    own.post(of_goal(cast, boxing, "ask_no_more"))
    assert not Ask.objects.get().is_on


def test_asking_again_where_nothing_was_chosen_leads_to_the_choices(own, cast, boxing):
    assert own.post(of_goal(cast, boxing, "ask_again"))["Location"] == of_goal(cast, boxing, "ask_me")


def test_a_target_is_not_asked_about_each_time(own, cast):
    run = goals.set_goal(individual=cast.individual, kind="target", words="Run", by=cast.as_individual)
    assert "Nothing is asked about this one." in words(own.get(of_goal(cast, run, "ask_me")))
    assert words(own.get(of_goal(cast, run, "part"))) == ""


def test_after_two_times_not_my_plan_and_the_goal_offer_to_go_together(own, cast, boxing):
    for day in (1, 8):
        with clock.at(at(day, 20)):
            goals.check_in(goal=boxing, went=False, by=cast.as_individual)
    with clock.at(at(9, 9)):
        plan = words(own.get("/"))
        for offer in ("Not a good time for it?", "Pause it", "Make it smaller", "Ask to go together"):
            assert offer in plan
        own.post(of_goal(cast, boxing, "go_together"), {"next": "/"})
        own.post(of_goal(cast, boxing, "go_together"), {"next": "/"})
    [asked] = cast.individual.asked.all()
    assert (asked.words, asked.pressed) == ("Could we go together? It is about “Go to kick-boxing”.", True)


def test_what_was_pressed_is_shown_as_pressed_and_not_as_their_words(own, cast, boxing):
    own.post(of_goal(cast, boxing, "go_together"), {"next": "/"})
    conversations.ask(individual=cast.individual, words="Is it far?", by=cast.as_individual)
    [asked] = cast.individual.asked.filter(pressed=True)
    answer = reverse("conversations:answer_asked", args=[cast.individual.public_id, asked.public_id])
    worker = Client()
    worker.force_login(cast.worker)
    for page in (reverse("home:brief", args=[cast.individual.public_id]), answer):
        seen = worker.get(page).content.decode()
        voices = " ".join(re.findall(r'<figure class="voice">.*?</figure>', seen, re.DOTALL))
        assert "Pressed: could we go together?" in seen and "go together" not in voices
        assert ("Is it far?" in voices) == (page != answer)


@pytest.mark.shows("S98")
def test_what_they_are_reminded_of_is_theirs_to_choose(own, cast):
    page = words(own.get(of_reminders(cast)))
    assert "Nobody has changed it yet" in page
    own.post(of_reminders(cast), {"meeting": ["meeting_week"], "promise": ["promises"]})
    wishes = ReminderWishes.objects.get()
    assert (wishes.meeting_week, wishes.meeting_day, wishes.after_target, wishes.promises) == (True, False, False, True)
    assert "You chose this, 1 October." in words(own.get(of_reminders(cast)))


def test_the_worker_sets_it_as_told_and_the_page_says_so(workers, cast):
    workers.post(of_reminders(cast), {"meeting": ["meeting_morning"]})
    assert "Chosen as Anwen was told, 1 October." in words(workers.get(of_reminders(cast)))


def test_all_of_it_is_off_by_one_press(own, cast, boxing, asked):
    assert "Switch all of it off" in words(own.get(of_reminders(cast)))
    own.post(of_reminders(cast, "none_at_all"))
    assert "Switch all of it off" not in words(own.get(of_reminders(cast)))
    wishes = ReminderWishes.objects.get()
    assert not any(getattr(wishes, name) for name in ("meeting_day", "after_target", "promises", "target_week"))
    assert not Ask.objects.get().is_on


def test_whoever_covers_reads_it_and_changes_nothing(client, cast):
    people.cover(user=cast.stranger, individual=cast.individual, by=cast.as_worker)
    client.force_login(cast.stranger)
    page = words(client.get(of_reminders(cast)))
    assert "Keep this" not in page
    client.post(of_reminders(cast), {"meeting": ["meeting_week"]})
    assert not ReminderWishes.objects.exists()


def test_staff_read_what_did_not_go_out_and_the_individual_is_not_bothered_with_it(client, cast, asked):
    ask_at(at(5, 9))
    with clock.at(at(5, 10)):
        for user, reads in ((cast.worker, True), (cast.user, False)):
            client.force_login(user)
            assert ("that day was too long ago" in words(client.get(of_reminders(cast)))) is reads


def test_a_worker_s_own_page(workers, cast):
    workers.post(reverse("reminders:own"), {"brief_days": "4", "others": ["visits"]})
    wishes = WorkerWishes.objects.get()
    assert (wishes.brief_days, wishes.promises, wishes.visits, wishes.listings) == (4, False, True, False)
    assert "Your reminders" in words(workers.get(reverse("reminders:own")))


def test_an_individual_has_no_such_page_of_a_worker_s(own):
    assert own.get(reverse("reminders:own")).status_code == 404


def test_every_choice_on_the_page_is_kept_and_nothing_is_kept_that_cannot_be_chosen(cast):
    offered = {name for field in RemindersForm.base_fields.values() for name, _ in field.choices}
    assert offered == set(USUAL)
    chosen = dict.fromkeys(offered, True)
    kept = reminding.choose_reminders(individual=cast.individual, by=cast.as_individual, **chosen)
    assert all(getattr(kept, name) for name in offered)


def test_no_day_at_all_is_said_and_not_quietly_another(cast, boxing, own):
    answer = own.post(of_goal(cast, boxing, "ask_me"), {"when": "usual", "channel": ""})
    assert answer.status_code == 422
    assert "Please choose at least one day." in answer.content.decode()


def test_six_that_evening_is_not_offered_for_what_has_hardly_begun_then(cast, boxing, own):
    place = of_goal(cast, boxing, "ask_me")
    assert boxing.at_time == time(18, 30) and "At six that evening" not in words(own.get(place))
    assert own.post(place, {"weekdays": ["3"], "when": "evening", "channel": ""}).status_code == 422
    Goal.objects.filter(pk=boxing.pk).update(at_time=time(14))
    assert "At six that evening" in words(own.get(place))
