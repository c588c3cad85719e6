"""The pages of small measures, as the individual, their worker and others find them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kith.access import clock
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.measures import actions, queries
from kith.measures.models import Deferral, Response
from tests.page_words import words_of

from .conftest import OFFICE
from .test_goals import LEVELS

TRUE = "Nothing here goes by itself to the people who decide about money."


def place(name: str, cast, *more) -> str:
    return reverse(f"measures:{name}", args=[cast.individual.public_id, *(each.public_id for each in more)])


def goal_place(cast, goal) -> str:
    return reverse("goals:goal_page", args=[cast.individual.public_id, goal.public_id])


def rated(cast, goal, *values: int) -> list[Response]:
    """One number a month, the last one today."""
    kept = []
    for back, value in enumerate(reversed(values)):
        on = clock.today() - timedelta(days=30 * back)
        kept.append(actions.rate(goal=goal, value=value, on=on, by=cast.as_individual))
    return kept


@pytest.mark.shows("S58")
def test_one_press_beside_the_goal_and_a_line_from_the_second_on(own, cast, boxing):
    page = words_of(own.get(goal_place(cast, boxing)))
    assert "How is it going with this?" in page and "My worker too" in page
    assert "Anwen too" in words_of(own.get(place("goal", cast, boxing)))
    sent = {"value": "6", "words": "Better.", "next": goal_place(cast, boxing)}
    page = words_of(own.post(place("rate", cast, boxing), sent, follow=True))
    assert "Kept: 6. It can be taken back." in page and "The same in words" not in page
    rated(cast, boxing, 3, 8)
    page = own.get(goal_place(cast, boxing)).content.decode()
    assert "chart-line" in page and "3 on 12 August 2026" in page


def test_a_press_that_cannot_be_kept_loses_no_words(own, cast, boxing):
    for value in ("", "11", "-3", "seven", "٧"):
        answer = own.post(place("rate", cast, boxing), {"value": value, "words": "All my words"})
        assert answer.status_code == 422
        page = words_of(answer)
        assert "Please press one of the numbers from 0 to 10." in page and "All my words" in page
    assert not Response.objects.exists()


def test_only_me_is_only_me(own, client, cast, boxing):
    own.post(place("rate", cast, boxing), {"value": "2", "whose": "only me", "words": "Secretly"})
    page = words_of(own.get(place("goal", cast, boxing)))
    assert "Secretly" in page and "Only you can read this." in page
    client.force_login(cast.worker)
    for address in (place("goal", cast, boxing), place("page", cast), goal_place(cast, boxing)):
        assert "Secretly" not in words_of(client.get(address))
    assert client.get(place("answers", cast, Response.objects.get())).status_code == 404


def test_what_was_said_can_be_taken_back(own, cast, boxing):
    (kept,) = rated(cast, boxing, 4)
    assert "Take it back" in words_of(own.get(place("goal", cast, boxing)))
    back = {"next": place("goal", cast, boxing)}
    page = words_of(own.post(place("take_back", cast, kept), back, follow=True))
    assert "Taken back." in page and "No number yet." in page
    assert own.get(place("answers", cast, kept)).status_code == 404


def test_a_worker_types_in_from_paper_and_the_individual_sees_it_first(workers, client, cast, boxing):
    sent = {"value": "3", "how": "paper"}
    page = words_of(workers.post(place("rate", cast, boxing), sent, follow=True))
    assert "Tomos sees it first" in page and "No number yet." in page
    kept = Response.objects.get()
    assert "Tomos sees it first" in words_of(workers.get(place("answers", cast, kept)))
    client.force_login(cast.user)
    assert "For you to look at first" in words_of(client.get(place("page", cast)))
    assert "Nobody else has seen this." in words_of(client.get(place("answers", cast, kept)))
    client.post(place("let_see", cast, kept))
    client.force_login(cast.worker)
    assert "3 of 10" in words_of(client.get(place("page", cast)))


def test_what_was_typed_wrongly_from_paper_is_taken_back_and_what_both_saw_is_theirs(workers, cast, boxing):
    page = words_of(workers.post(place("rate", cast, boxing), {"value": "4", "how": "together"}, follow=True))
    assert "Kept: 4. Tomos can take it back." in page and "Take it back" not in page
    workers.post(place("rate", cast, boxing), {"value": "3", "how": "paper"})
    kept = Response.objects.get(seen_at=None)
    assert "Take it back" in words_of(workers.get(place("answers", cast, kept)))
    workers.post(place("take_back", cast, kept))
    kept.refresh_from_db()
    assert kept.withdrawn_by == cast.worker


def test_they_may_have_looked_at_it_together(workers, cast, boxing):
    workers.post(place("rate", cast, boxing), {"value": "3", "how": "paper"})
    kept = Response.objects.get()
    workers.post(place("seen", cast, kept))
    assert "3 of 10" in words_of(workers.get(place("page", cast)))
    assert workers.post(place("keep", cast, kept)).status_code == 302
    kept.refresh_from_db()
    assert kept.kept_at is None


@pytest.mark.shows("S104")
def test_own_words_come_first_and_the_result_is_theirs(own, client, cast, ucla):
    page = words_of(own.get(place("ask", cast, ucla)))
    assert page.index("How have things been, in your words?") < page.index("How often do you feel that you lack")
    sent = {"words": "Quiet.", "q0": "some", "q1": "hardly", "q2": "often", "q3": ""}
    page = words_of(own.post(place("ask", cast, ucla), sent, follow=True))
    for words in ("Quiet.", "The first three together, 3 to 9: 6", "Left out", "Nobody else has seen this."):
        assert words in page
    assert "Some of the time" in page and "lonely" in page
    client.force_login(cast.worker)
    assert "UCLA" not in words_of(client.get(place("page", cast))).partition("A few questions")[0]
    kept = Response.objects.get()
    assert client.get(place("answers", cast, kept)).status_code == 404
    client.force_login(cast.user)
    client.post(place("let_see", cast, kept))
    client.force_login(cast.worker)
    assert "The first three together" in words_of(client.get(place("answers", cast, kept)))


def test_what_was_skipped_is_told_as_the_source_says(own, cast, ucla):
    page = words_of(own.post(place("ask", cast, ucla), {"q0": "some"}, follow=True))
    assert "The first three together, 3 to 9: no number" in page
    assert "There is a total of the first three only where all three are answered." in page


@pytest.mark.shows("Q-08", "Q-59")
def test_the_four_of_ons_have_no_total_and_no_colour(own, cast, ons4):
    sent = {"q1": "7", "q2": "8", "q3": "6", "q4": "9"}
    page = words_of(own.post(place("ask", cast, ons4), sent, follow=True))
    assert "The four are never added up." in page
    main = page.partition("<main")[2].partition("</main>")[0]  # the hour stands above it
    for word in (">30<", "medium", "very high", "threshold", "above", "below", "risk"):
        assert word not in main, word


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"q1": "12"}, "This can be 10 or less."),
        ({"q1": "lots"}, "Please write a whole number, like 12."),
    ],
)
def test_answers_that_cannot_be_kept_come_back_with_the_words(own, cast, ons4, sent, sentence):
    answer = own.post(place("ask", cast, ons4), sent | {"words": "All my words", "q2": sent and "5" or ""})
    assert answer.status_code == 422 and "All my words" in words_of(answer)
    assert not Response.objects.exists()
    assert sentence in words_of(answer)


def test_words_stand_alone(own, cast, ons4):
    assert "Nothing is answered yet." in words_of(own.post(place("ask", cast, ons4), {"words": " "}))
    page = words_of(own.post(place("ask", cast, ons4), {"words": "A quiet week."}, follow=True))
    assert "A quiet week." in page and "Who may read it? Besides Anwen that is whoever covers" in page
    for words in ("Left out", "no number", "A number says nothing"):
        assert words not in page, words
    kept = Response.objects.get()
    assert (kept.answers, kept.scores.count()) == ([], 0)
    assert own.get(place("page", cast)).status_code == 200


def test_a_worker_says_how_it_was_answered_before_it_is_kept(workers, cast, boxing, ons4, attainment):
    actions.set_levels(goal=boxing, levels=LEVELS, by=cast.as_individual)
    for address in (place("goal", cast, boxing), place("ask", cast, ons4)):
        assert " checked" not in workers.get(address).content.decode()
    for name, thing, sent in (
        ("rate", boxing, {"value": "6"}),
        ("reach", boxing, {"level": "1"}),
        ("ask", ons4, {"q1": "6"}),
    ):
        answer = workers.post(place(name, cast, thing), sent | {"words": "All their words"})
        page = words_of(answer)
        assert answer.status_code == 422 and "Please say whether you did this together" in page
        assert "All their words" in page
        assert "You pressed 6." in page or answer.content.decode().count(" checked") == 1
    assert not Response.objects.exists()


def test_a_measure_that_is_off_shows_none_of_its_questions(own, cast, ons4):
    actions.switch_off(measure=ons4, by=OFFICE)
    page = words_of(own.get(place("ask", cast, ons4), follow=True))
    assert "This is not in use here." in page and "How have things been, in your words?" not in page


def test_a_measure_that_is_off_is_not_asked(own, cast, ons4):
    actions.switch_off(measure=ons4, by=OFFICE)
    answer = own.post(place("ask", cast, ons4), {"q1": "7"})
    assert answer.status_code == 422 and "This is not in use here." in words_of(answer)


def test_it_is_put_off_in_one_press(own, cast, ons4):
    page = words_of(own.post(place("put_off", cast, ons4), {"why": "not today"}, follow=True))
    assert "That is fine. It is left out." in page
    own.post(place("put_off", cast, ons4), {"why": "not today", "reason": "Tired", "meeting": "abcdef123456"})
    assert [(each.why, each.words) for each in Deferral.objects.all()] == [("own words", "Tired"), ("not today", "")]
    assert "Please press one" in words_of(own.post(place("put_off", cast, ons4), {"why": "x"}, follow=True))


def test_what_was_put_off_and_why_stands_where_both_look(own, client, cast, ons4, ucla):
    page = place("page", cast)
    assert "Left out" not in words_of(own.get(page))
    assert "Whoever may read how you are reads this too." in words_of(own.get(place("ask", cast, ons4)))
    own.post(place("put_off", cast, ons4), {"why": "not today", "reason": "My head is full"})
    client.force_login(cast.worker)
    client.post(place("put_off", cast, ucla), {"why": "does not fit", "reason": "Too sad"})
    for user in (cast.user, cast.worker):
        client.force_login(user)
        words = words_of(client.get(page))
        for said in ("My head is full", "Tomos, 11 September 2026", "It does not fit", "Too sad", "Anwen wrote down"):
            assert said in words, said
    client.force_login(cast.stranger)
    assert client.get(page).status_code == 404


def test_beside_a_meeting_stands_one_and_then_none(own, cast, ons4, ucla):
    wrote = WriteUp(held_on=clock.today(), shared="We talked.")
    meeting = conversations.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)
    address = reverse("conversations:meeting_page", args=[cast.individual.public_id, meeting.public_id])
    page = words_of(own.get(address))
    assert page.count("How have things been?") == 1 and "Not today" in page
    offered = queries.offer_for(cast.individual, f"meeting {meeting.public_id}", clock.today(), is_own=True).measure
    own.post(place("put_off", cast, offered), {"why": "does not fit", "meeting": meeting.public_id, "next": address})
    assert "How have things been?" not in words_of(own.get(address))
    with clock.at(clock.now() + timedelta(days=15)):
        assert "How have things been?" not in words_of(own.get(address))


def test_how_often_is_theirs_to_choose(own, cast):
    assert "3 months after the last answer" in words_of(own.get(place("page", cast)))
    assert "6 months after" in words_of(own.post(place("remind", cast), {"months": "6"}, follow=True))
    assert own.post(place("remind", cast), {"months": "5"}).status_code == 422
    assert "No reminder is sent." in words_of(own.post(place("no_more", cast), follow=True))


def test_everything_off_in_one_press_is_this_too(own, cast):
    own.post(reverse("reminders:none_at_all", args=[cast.individual.public_id]))
    assert queries.wishes_of(cast.individual).stopped_at


@pytest.fixture
def in_use(boxing, ons4, attainment):
    return boxing, ons4


@pytest.mark.parametrize("who", ["user", "worker"])
def test_each_page_says_what_is_true_of_money(client, cast, in_use, who):
    boxing, ons4 = in_use
    kept = actions.answer(
        measure=ons4, individual=cast.individual, answers={"happy": ("5",)}, how="together", by=cast.as_worker
    )
    client.force_login(getattr(cast, who))
    named = (("page",), ("goal", boxing), ("levels", boxing), ("ask", ons4), ("answers", kept))
    for name, *more in named:
        assert words_of(client.get(place(name, cast, *more))).count(TRUE) == 1, name


def test_the_pages_ask_a_bounded_number_of_questions(own, cast, boxing, ons4, attainment):
    rated(cast, boxing, *range(10))
    addresses = (place("page", cast), place("goal", cast, boxing), goal_place(cast, boxing))
    before = [looks_of(own, address) for address in addresses]
    for months in range(1, 30):
        day = clock.today() - timedelta(days=31 * months)
        actions.rate(goal=boxing, value=months % 11, on=day, by=cast.as_individual)
        actions.answer(
            measure=ons4, individual=cast.individual, answers={"happy": ("5",)}, on=day, by=cast.as_individual
        )
    after = [looks_of(own, address) for address in addresses]
    assert max(after) <= 25, after
    assert all(more <= few + 3 for few, more in zip(before, after, strict=True)), (before, after)


def looks_of(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as looks:
        assert client.get(address).status_code == 200
    return len(looks)


def test_strangers_find_nothing(client, cast, boxing, ons4):
    client.force_login(cast.stranger)
    for address in (place("page", cast), place("goal", cast, boxing), place("ask", cast, ons4)):
        assert client.get(address).status_code == 404
    assert client.post(place("rate", cast, boxing), {"value": "3"}).status_code == 404
