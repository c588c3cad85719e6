"""Ways back from what was pressed or typed by mistake, and from three goals at once."""

from datetime import date

from kith.goals import actions, queries
from kith.goals.models import Result
from tests.page_words import words_of

from .test_pages import of, place


def test_a_mistyped_result_is_taken_out_and_kept(own, cast, run):
    for day, value in [(2, "31:10"), (9, "2:40"), (9, "27:40")]:
        actions.add_result(goal=run, value=value, on=date(2026, 9, day), by=cast.as_individual)
    wrong = Result.objects.get(value_words="2:40")
    assert "Best so far: <strong>2:40</strong>" in words_of(own.get(of("goal_page", cast, run)))
    for _ in range(2):
        own.post(place("take_back_result", cast, goal=run.public_id, result=wrong.public_id))
    page = words_of(own.get(of("goal_page", cast, run)))
    assert "Taken out: 2:40." in page
    assert "Best so far: <strong>27:40</strong>" in page
    assert "Take this out: 2:40" not in page
    assert queries.best_result(run).value_words == "27:40"
    wrong.refresh_from_db()
    assert wrong.taken_back_at
    told_again = actions.add_result(goal=run, value="2:40", on=date(2026, 9, 9), by=cast.as_individual)
    assert told_again != wrong


def test_a_result_is_taken_out_by_the_two_alone(client, cast, run):
    result = actions.add_result(goal=run, value="2:40", by=cast.as_individual)
    address = place("take_back_result", cast, goal=run.public_id, result=result.public_id)
    for user, answer in [(cast.stranger, 404), (cast.manager, 404), (cast.worker, 302)]:
        client.force_login(user)
        assert client.post(address).status_code == answer
    assert client.post(address.replace(result.public_id, "nothing")).status_code == 404
    result.refresh_from_db()
    assert result.taken_back_at


def test_of_two_results_on_one_day_one_has_words_in_the_line_and_both_are_told(own, cast, run):
    for day, value in [(2, "31:10"), (9, "28:40"), (9, "27:40")]:
        actions.add_result(goal=run, value=value, on=date(2026, 9, day), by=cast.as_individual)
    page = words_of(own.get(of("goal_page", cast, run)))
    line = page[page.index("<svg viewBox") : page.index("The same in words")]
    assert [value in line.split("<polyline")[1] for value in ("31:10", "28:40", "27:40")].count(True) == 2
    for value in ("31:10", "28:40", "27:40"):
        assert f"<h3>{value}</h3>" in page


def test_a_step_ticked_by_mistake_is_opened_again_right_there(own, cast, boxing):
    step = actions.add_step(goal=boxing, words="Look round.", by=cast.as_individual)
    here = place("goals_page", cast)
    page = words_of(own.post(place("finish_step", cast, step=step.public_id), {"next": here}, follow=True))
    undo = place("undo_step", cast, step=step.public_id)
    assert "Done: Look round." in page
    assert f'action="{undo}"' in page
    assert "Undo" in page
    answer = own.post(undo, {"next": here}, follow=True)
    assert answer.redirect_chain[0][0] == here
    step.refresh_from_db()
    assert not step.is_done
    assert "Undo" not in words_of(answer)


def test_a_done_step_is_folded_away_and_may_be_opened_again_later(own, cast, boxing):
    step = actions.add_step(goal=boxing, words="Look round.", by=cast.as_individual)
    actions.finish_step(step=step, by=cast.as_individual)
    page = words_of(own.get(of("goal_page", cast, boxing)))
    assert page.index("Add a small step") > page.index("Done steps") > 0
    assert "Not done yet: Look round." in page
    assert "Change this</span>" not in page


def test_a_step_ticked_in_place_leaves_no_message_for_later(own, cast, boxing):
    step = actions.add_step(goal=boxing, words="Look round.", by=cast.as_individual)
    part = words_of(own.post(place("finish_step", cast, step=step.public_id), headers={"HX-Request": "true"}))
    assert "Undo" in part
    assert place("undo_step", cast, step=step.public_id) in part
    assert "Done: Look round" not in words_of(own.get(of("goal_page", cast, boxing)))


def test_an_answer_given_elsewhere_says_where_there_is_more_to_say(own, cast, boxing):
    answer = own.post(of("check_in", cast, boxing), {"went": "no", "next": "/"}, follow=True)
    link = f"<a href='{of('goal_page', cast, boxing)}'>the page of the goal</a>"
    assert f"Thank you. You can say more about it on {link}." in words_of(answer)


def test_how_it_turned_out_stands_below_the_steps_until_there_is_something_to_tell(own, cast, run):
    page = words_of(own.get(of("goal_page", cast, run)))
    assert page.index("Small steps</h2>") < page.index("How it turned out</h2>")
    actions.add_result(goal=run, value="31:10", by=cast.as_individual)
    page = words_of(own.get(of("goal_page", cast, run)))
    assert page.index("How it turned out</h2>") < page.index("Small steps</h2>")


def test_made_smaller_it_may_be_less_often_in_the_same_form(own, cast, boxing):
    page = words_of(own.get(of("goal_page", cast, boxing)))
    assert 'id="smaller_rhythm_words"' in page
    smaller = {"words": "Watch a class", "weekday": "", "at_time": "", "rhythm_words": "once a month"}
    own.post(of("make_smaller", cast, boxing), smaller)
    boxing.refresh_from_db()
    assert boxing.when_words == "once a month"


def test_a_fourth_goal_is_made_room_for_on_the_same_page(own, cast, boxing, run):
    typed = {"kind": "target", "words": "Paint the shed", "why": "For the cat"}
    own.post(place("new_goal", cast), {"kind": "target", "words": "Third"})
    page = words_of(own.post(place("new_goal", cast), typed))
    for words in ("There are three goals already.", "Pause: Go to kick-boxing", "Pause: Third"):
        assert words in page
    page = words_of(own.post(place("new_goal", cast), typed | {"pause": boxing.public_id}))
    for words in ("“Go to kick-boxing” is paused.", "Paint the shed", "For the cat"):
        assert words in page
    assert "Pause: Third" not in page
    boxing.refresh_from_db()
    assert boxing.is_paused
    assert own.post(place("new_goal", cast), typed).status_code == 302


def test_pausing_before_anything_is_typed_asks_for_nothing(own, cast, boxing, run):
    own.post(place("new_goal", cast), {"kind": "target", "words": "Third"})
    answer = own.post(place("new_goal", cast), {"pause": boxing.public_id, "words": ""}, follow=True)
    assert answer.status_code == 200
    assert "Please choose one" not in words_of(answer)
    assert own.post(place("new_goal", cast), {"pause": "nothing"}).status_code == 404
