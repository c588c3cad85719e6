"""The same on paper: printed, written on, and typed in as told."""

from datetime import date

import pytest
from django.urls import reverse

from kith.access import clock
from kith.goals import actions as goals
from kith.goals.models import CheckIn
from kith.messaging.actions import paper

from .conftest import MORNING, THURSDAY, at

LATER = at(9, 11)


def place(cast, name: str) -> str:
    return reverse(f"asking:{name}", args=[cast.individual.public_id])


def words(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture(autouse=True)
def friday(thursday_morning, cast):
    """A week later; the sheet itself is looked at on the day before it begins."""
    with clock.at(LATER):
        yield


def told() -> list[tuple]:
    rows = CheckIn.objects.order_by("pk")
    return list(rows.values_list("on", "went", "words", "through", "told_by", "typed_by_individual"))


def send(browser, cast, boxing, **more):
    sent = {
        "told_by": "Tomos",
        f"went_{boxing.public_id}_2026-10-08": "yes",
        f"words_{boxing.public_id}_2026-10-08": "Hard, and good.",
        f"went_{boxing.public_id}_2026-10-01": "no",
    }
    return browser.post(place(cast, "as_told"), sent | more)


def test_the_sheet_has_the_coming_days_the_three_questions_and_who_to_give_it_to(own, cast, boxing):
    cast.team.reached_at = "01632 960100, mornings"
    cast.team.save()
    with clock.at(MORNING):
        page = words(own.get(place(cast, "on_paper")))
    for asked in ("Did you go?", "How was it?", "Is there anything you want to change or ask?"):
        assert asked in page
    for day in ("Thu 1 Oct", "Thu 8 Oct", "Thu 5 Nov"):
        assert day in page
    assert "Give it to Anwen Hollis" in page
    assert "01632 960100, mornings" in page


def test_with_nothing_regular_the_sheet_says_so(own, cast):
    assert "Nothing regular is going on." in words(own.get(place(cast, "on_paper")))


def test_the_page_offers_the_days_nobody_told_of_yet(workers, cast, boxing):
    goals.check_in(goal=boxing, went=True, on=date(2026, 10, 8), by=cast.as_individual)
    page = words(workers.get(place(cast, "as_told")))
    assert "Thursday 1 October" in page
    assert "Thursday 8 October" not in page
    assert "Thursday 24 September" not in page  # before the goal began


@pytest.mark.shows("Q-64")
def test_several_days_are_kept_in_one_go_as_told(workers, cast, boxing):
    assert send(workers, cast, boxing).status_code == 302
    assert sorted(told()) == [
        (THURSDAY, False, "", "paper", "Tomos", False),
        (date(2026, 10, 8), True, "Hard, and good.", "paper", "Tomos", False),
    ]


@pytest.mark.shows("Q-64")
def test_words_of_paper_are_shown_as_told_and_never_as_typed_by_them(workers, own, cast, boxing):
    workers.force_login(cast.worker)
    send(workers, cast, boxing, told_by="somebody else", told_by_name="Sam")
    page = words(workers.get(reverse("goals:goal_page", args=[cast.individual.public_id, boxing.public_id])))
    assert "as Sam told Anwen, Thursday 8 October" in page
    assert 'class="voice"' not in page


def test_pressed_twice_it_is_kept_once(workers, cast, boxing):
    send(workers, cast, boxing, question="Another day?")
    send(workers, cast, boxing, question="Another day?")
    assert len(told()) == 2
    assert cast.individual.asked.count() == 1


def test_anything_to_ask_waits_for_the_worker_as_told(workers, cast, boxing):
    workers.post(place(cast, "as_told"), {"told_by": "Tomos", "question": "Could I bring a friend?"})
    [asked] = cast.individual.asked.all()
    assert (asked.words, asked.typed_by_individual, asked.told_by) == ("Could I bring a friend?", False, cast.worker)


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"told_by": "Tomos"}, "Nothing is filled in yet."),
        ({"told_by": "somebody else"}, "Please write a name, so that we know who told it."),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(workers, cast, boxing, sent, sentence):
    answer = workers.post(place(cast, "as_told"), sent)
    assert answer.status_code == 422
    assert sentence in words(answer)


def test_words_without_a_press_stay_in_the_box(workers, cast, boxing):
    sent = {"told_by": "Tomos", f"words_{boxing.public_id}_2026-10-08": "Went well"}
    answer = workers.post(place(cast, "as_told"), sent)
    assert (answer.status_code, told()) == (422, [])
    assert "Went well" in words(answer)


def test_somebody_who_types_their_own_sheet_is_not_told_by_anybody(own, cast, boxing):
    send(own, cast, boxing)
    assert {(row[3], row[4], row[5]) for row in told()} == {("paper", "", True)}


def test_a_goal_without_a_day_asks_which_day_it_was(workers, cast):
    walk = goals.set_goal(individual=cast.individual, kind="commitment", words="Walk", by=cast.as_worker)
    assert "Which day?" in words(workers.get(place(cast, "as_told")))
    sent = {f"went_{walk.public_id}_day": "yes", f"on_{walk.public_id}_day": "2026-10-07", "told_by": "Tomos"}
    workers.post(place(cast, "as_told"), sent)
    assert [row[:2] for row in told()] == [(date(2026, 10, 7), True)]


def test_a_day_still_to_come_is_not_taken(workers, cast):
    walk = goals.set_goal(individual=cast.individual, kind="commitment", words="Walk", by=cast.as_worker)
    sent = {f"went_{walk.public_id}_day": "yes", f"on_{walk.public_id}_day": "2026-10-10", "told_by": "Tomos"}
    answer = workers.post(place(cast, "as_told"), sent)
    assert (answer.status_code, told()) == (422, [])
    assert "That day has not come yet." in words(answer)


def test_what_was_told_on_paper_reaches_the_brief(workers, cast, boxing):
    paper.keep_as_told(
        individual=cast.individual, told=[paper.Told(boxing, THURSDAY, True)], told_by="Sam", by=cast.as_worker
    )
    page = words(workers.get(reverse("home:brief", args=[cast.individual.public_id])))
    assert "as Sam told Anwen" in page
