"""The pages of goals: what each of the two sees and sends, and what comes back when something is missing."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kith.about_me.actions import add_line
from kith.goals import actions, queries
from kith.goals.models import CheckIn, Goal, Result, Step
from tests.page_words import words_of

BUDGET = "Nothing here goes by itself to the people who decide about money. You are shown a review form before it goes."
WENT = {"went": "yes", "on": "2026-09-10"}


def place(name, cast, **kwargs) -> str:
    return reverse(f"goals:{name}", kwargs={"individual": cast.individual.public_id, **kwargs})


def of(name, cast, goal) -> str:
    return place(name, cast, goal=goal.public_id)


@pytest.mark.shows("S97")
def test_an_empty_page_says_what_to_do_first(own, cast):
    page = words_of(own.get(place("goals_page", cast)))
    assert "No goal is going on." in page
    assert place("new_goal", cast) in page
    assert BUDGET in page


@pytest.mark.shows("S42", "S47", "S86", "S97")
def test_the_individual_sees_the_question_first_and_answers_in_one_tap(own, cast, boxing, run):
    page = words_of(own.get(place("goals_page", cast)))
    assert page.index("Go to kick-boxing, Thursday 6:30pm. Did you go?") < page.index("Run 5km")
    for words in ("I went", "Not this time", "Either is fine."):
        assert words in page
    answer = own.post(of("check_in", cast, boxing), WENT | {"next": place("goals_page", cast)})
    assert answer["Location"] == place("goals_page", cast)
    check_in = CheckIn.objects.get()
    assert (check_in.went, check_in.on, check_in.typed_by_individual) == (True, date(2026, 9, 10), True)
    assert "Did you go?" not in words_of(own.get(place("goals_page", cast)))


def test_the_worker_answers_by_name(workers, cast, boxing):
    page = words_of(workers.get(place("goals_page", cast)))
    assert "Did Tomos go?" in page
    assert "Tomos went" in page
    workers.post(of("check_in", cast, boxing), {"went": "no", "words": "Off with a cold"})
    page = words_of(workers.get(of("goal_page", cast, boxing)))
    assert "as Anwen remembers" in page


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "javascript:x", ""])
def test_the_way_back_never_leads_elsewhere(own, cast, boxing, elsewhere):
    answer = own.post(of("check_in", cast, boxing), WENT | {"next": elsewhere})
    assert answer["Location"] == of("goal_page", cast, boxing)


@pytest.mark.shows("S42", "S57", "S75")
def test_a_new_goal_asks_two_things_and_takes_the_rest(own, cast):
    typed = {
        "kind": "commitment",
        "words": "Sing with others",
        "weekday": "1",
        "at_time": "7 pm",
        "steps": "Find out where\n\n  Go and listen  ",
    }
    answer = own.post(place("new_goal", cast), typed)
    goal = Goal.objects.get()
    assert answer["Location"] == of("goal_page", cast, goal)
    assert goal.when_words == "every Tuesday, 7pm"
    assert [step.words for step in goal.steps.all()] == ["Find out where", "Go and listen"]
    page = words_of(own.get(answer["Location"]))
    for words in ("Sing with others", "Something I do regularly", "In your own words", BUDGET):
        assert words in page


def test_what_was_typed_stays_when_something_is_missing(own, cast):
    typed = {"words": "Sing <with> others", "why": "For company", "at_time": "late", "steps": "Ask"}
    answer = own.post(place("new_goal", cast), typed)
    page = words_of(answer)
    assert answer.status_code == 422
    for words in ("Please choose one. Either is a fine start.", "Try it like 2pm or 14:30.", "late"):
        assert words in page
    for words in ("Sing &lt;with&gt; others", "For company", "Ask"):
        assert words in page
    assert not Goal.objects.exists()


def test_a_fourth_goal_is_answered_with_a_sentence_and_keeps_the_words(own, cast, boxing, run):
    for words in ("Third", "Fourth"):
        answer = own.post(place("new_goal", cast), {"kind": "target", "words": words})
    assert answer.status_code == 422
    assert "There are three goals already. Pause or finish one first." in words_of(answer)
    assert "Fourth" in words_of(answer)
    assert "Three goals at once is plenty." in words_of(own.get(place("goals_page", cast)))


@pytest.mark.shows("S40", "S48", "S75", "S79", "S91")
def test_steps_on_the_goal_s_page(own, cast, boxing):
    form = {"words": "Look round", "owner": "individual", "worry": "New faces"}
    own.post(of("add_step", cast, boxing), form)
    own.post(of("add_step", cast, boxing), {"words": "Ring", "owner": "worker"})
    own.post(
        of("add_step", cast, boxing),
        {"words": "Meet me", "owner": "somebody else", "helper_name": "Sam"},
    )
    page = words_of(own.get(of("goal_page", cast, boxing)))
    for words in ("New faces", "Anwen goes along", "Sam goes along", "I visit first, to look"):
        assert words in page
    step = Step.objects.get(words="Look round")
    own.post(place("finish_step", cast, step=step.public_id))
    again = own.post(place("finish_step", cast, step=step.public_id), follow=True)
    assert "This step is already done." in words_of(again)
    own.post(place("undo_step", cast, step=step.public_id))
    own.post(place("move_step", cast, step=step.public_id), {"way": "down"})
    assert [each.words for each in boxing.steps.all()] == ["Ring", "Look round", "Meet me"]


def test_a_step_without_a_name_for_somebody_else_keeps_what_was_typed(own, cast, boxing):
    answer = own.post(of("add_step", cast, boxing), {"words": "Meet me", "owner": "somebody else"})
    assert answer.status_code == 422
    assert "Please write a name, so that we know who it is." in words_of(answer)
    assert "Meet me" in words_of(answer)
    assert not Step.objects.exists()


def test_htmx_gets_the_steps_alone(own, cast, boxing):
    form = {"words": "Look round", "owner": "individual"}
    answer = own.post(of("add_step", cast, boxing), form, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "<h1>" not in words_of(answer)
    assert "Look round" in words_of(answer)


@pytest.mark.shows("S58", "S88", "S99")
def test_results_are_drawn_told_and_may_be_hidden(own, cast, run):
    for day, value, words in [("2026-09-02", "31:10", "Legs like lead"), ("2026-09-09", "27:40", "")]:
        own.post(of("add_result", cast, run), {"value": value, "on": day, "words": words})
    page = words_of(own.get(of("goal_page", cast, run)))
    for words in ("Best so far: <strong>27:40</strong>", "<svg viewBox", "9 September 2026", "Legs like lead"):
        assert words in page
    own.post(of("show_line", cast, run), {"line": "hide"})
    page = words_of(own.get(of("goal_page", cast, run)))
    assert "polyline" not in page
    assert "Show the line" in page
    own.post(of("change_target", cast, run), {"due_on": "2026-12-01", "aiming_for": "27:00"})
    page = words_of(own.get(of("goal_page", cast, run)))
    assert "Tomos changed what to aim for" in page
    assert "aiming for 29:00" in page


def test_a_result_that_is_no_time_comes_back_with_an_example_and_the_words(own, cast, run):
    answer = own.post(of("add_result", cast, run), {"value": "fast", "on": "31/12/2026", "words": "Windy"})
    page = words_of(answer)
    assert answer.status_code == 422
    for words in ("Write the time like 27:40.", "That day has not come yet.", "fast", "Windy"):
        assert words in page
    assert not Result.objects.exists()


@pytest.mark.shows("S46", "S58")
def test_pause_start_again_smaller_other_words_reached_let_go(own, cast, boxing):
    own.post(of("pause_goal", cast, boxing), {"words": "After half-term"})
    page = words_of(own.get(of("goal_page", cast, boxing)))
    assert "“After half-term” Nothing is asked about it for now." in page
    assert "Did you go?" not in page
    own.post(of("start_again", cast, boxing))
    assert own.post(of("make_smaller", cast, boxing), {"words": " "}).status_code == 422
    own.post(of("make_smaller", cast, boxing), {"words": "Watch a class"})
    own.post(of("reword_goal", cast, boxing), {"words": "See a class", "weekday": "0"})
    own.post(of("reach_goal", cast, boxing))
    page = words_of(own.get(of("goal_page", cast, boxing)))
    for words in ("See a class", "every Monday", "Before, in Tomos’s words: “Watch a class”", "What next?"):
        assert words in page
    own.post(of("start_again", cast, boxing))
    own.post(of("let_go_of_goal", cast, boxing))
    assert Goal.objects.get().state == "let_go"


@pytest.mark.shows("S43")
def test_what_gets_in_the_way_stands_on_the_goal_in_their_words_for_the_two_alone(own, cast, boxing):
    assert own.post(of("note_barrier", cast, boxing), {"words": ""}).status_code == 422
    own.post(of("note_barrier", cast, boxing), {"words": "Mornings are low", "tried": "Evenings"})
    page = words_of(own.get(of("goal_page", cast, boxing)))
    assert "Mornings are low" in page
    assert "Tried: Evenings" in page
    own.force_login(cast.stranger)
    assert own.get(of("goal_page", cast, boxing)).status_code == 404


@pytest.mark.shows("S87")
def test_two_accounts_of_a_day_stand_side_by_side(own, cast, boxing):
    actions.check_in(goal=boxing, went=False, on=date(2026, 9, 10), by=cast.as_worker)
    own.post(of("check_in", cast, boxing), WENT | {"words": "I was there!"})
    page = words_of(own.get(of("goal_page", cast, boxing)))
    for words in ("I was there!", "as Anwen remembers", "Not this time"):
        assert words in page


@pytest.mark.shows("S59")
def test_a_goal_without_a_direction_is_shown_gently_and_tied_in_one_press(own, cast, boxing):
    add_line(individual=cast.individual, kind="direction", words="Be outdoors", by=cast.as_individual)
    assert "Not tied to a direction yet" in words_of(own.get(of("goal_page", cast, boxing)))
    own.post(of("tie_goal", cast, boxing))
    page = words_of(own.get(of("goal_page", cast, boxing)))
    assert "Not tied to a direction yet" not in page
    assert "How it was before" not in page
    assert "Be outdoors" in page


@pytest.mark.shows("S41")
def test_the_page_says_whose_words_stand_now_and_whose_stood_before(client, cast, boxing):
    client.force_login(cast.worker)
    client.post(of("reword_goal", cast, boxing), {"words": "Attend weekly"})
    for user in (cast.user, cast.worker):
        client.force_login(user)
        page = words_of(client.get(of("goal_page", cast, boxing)))
        assert "As Anwen wrote it down." in page
        assert (
            "Anwen put it in other words on 11 September 2026. Before, in Tomos’s words: “Go to kick-boxing.”" in page
        )
    actions.reword_goal(goal=boxing, words="Hit the pads", by=cast.as_individual)
    page = words_of(client.get(of("goal_page", cast, boxing)))
    assert "In Tomos’s words." in page
    assert "Before, as Anwen wrote it down: “Attend weekly”" in page


@pytest.mark.shows("S46", "Q-70")
def test_no_figure_of_attendance_no_streak_and_no_red_on_the_page(own, cast, boxing):
    for day in (3, 4, 5, 6):
        actions.check_in(goal=boxing, went=day > 3, on=date(2026, 9, day), by=cast.as_individual)
    page = words_of(own.get(of("goal_page", cast, boxing)))
    assert "Most weeks lately." in page
    for words in ("3 of 4", "75%", "75 per cent", "streak", "missed", "in a row", "overdue"):
        assert words not in page.lower()


def test_reading_is_for_those_let_in_and_writing_for_fewer(client, cast, boxing):
    addresses = [place("goals_page", cast), place("new_goal", cast), of("goal_page", cast, boxing)]
    for user, answers in [(cast.stranger, [404, 404, 404]), (cast.manager, [200, 404, 200])]:
        client.force_login(user)
        assert [client.get(address).status_code for address in addresses] == answers
        assert client.post(of("check_in", cast, boxing), WENT).status_code == 404
    client.force_login(cast.manager)
    assert "I went" not in words_of(client.get(of("goal_page", cast, boxing)))
    assert not CheckIn.objects.exists()


def test_a_goal_or_step_that_is_not_there_looks_like_nothing(own, cast, boxing):
    assert own.get(place("goal_page", cast, goal="nothing")).status_code == 404
    assert own.post(place("finish_step", cast, step="nothing")).status_code == 404
    assert own.get(of("check_in", cast, boxing))["Location"] == of("goal_page", cast, boxing)


def test_the_pages_cost_the_same_after_a_long_history(own, cast, boxing, run):
    def cost(address):
        with CaptureQueriesContext(connection) as looks:
            assert own.get(address).status_code == 200
        return len(looks)

    addresses = [place("goals_page", cast), of("goal_page", cast, run)]
    actions.add_step(goal=run, words="One", worry="Hills", by=cast.as_individual)
    wish = actions.keep_wish(individual=cast.individual, words="More air", by=cast.as_individual)
    actions.add_option(wish=wish, words="The canal", by=cast.as_individual)
    addresses.append(place("wish_page", cast, wish=wish.public_id))
    short = [cost(address) for address in addresses]
    for day in range(1, 11):
        actions.add_result(goal=run, value="30:00", on=date(2026, 9, day), by=cast.as_individual)
        actions.check_in(goal=run, went=True, on=date(2026, 9, day), words="x", by=cast.as_worker)
        actions.add_step(goal=run, words=f"More {day}", worry="Rain", by=cast.as_individual)
        actions.lend_a_hand(goal=run, name=f"Friend {day}", by=cast.as_individual)
        actions.keep_wish(individual=cast.individual, words=f"Wish {day}", by=cast.as_individual)
        actions.add_option(wish=wish, words=f"Way {day}", by=cast.as_individual)
    assert [cost(address) for address in addresses] == short
    assert max(short) <= 30
    assert queries.next_step(cast.individual).words == "One"
