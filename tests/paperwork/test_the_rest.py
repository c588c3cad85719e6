"""Talk, then write up: a worker is asked for the rest on one page, and each answer of it is saved alone."""

import pytest
from django.urls import reverse

from kith.paperwork import actions
from kith.paperwork.filled import filled
from tests.page_words import words_of
from tests.pages.forms_on import forms_on

from .conftest import begun
from .forms import MONEY, item, loaded


@pytest.fixture
def workers(client, cast):
    client.force_login(cast.worker)
    return client


def page_of(filling, name="rest") -> str:
    return reverse(f"paperwork:{name}", args=[filling.individual.public_id, filling.public_id])


def sends(client, filling, place="", **typed):
    place = place or page_of(filling)
    (form,) = [each for each in forms_on(client.get(place).content.decode(), place) if "answer_1" in each.ids]
    return client.post(place, form.values | typed)


def written(filling) -> dict[str, str]:
    return {line.question.link_id: line.words for line in filled(filling).questions if line.answer}


@pytest.mark.shows("S13")
def test_all_that_is_open_stands_on_one_page_and_what_is_left_empty_stays_open(workers, visit):
    assert page_of(visit) in words_of(workers.get(page_of(visit, "filling")))
    page = words_of(workers.get(page_of(visit)))
    assert "5 Is anything urgent?" in page and "7 Anything else?" in page and "1 Where they want to go" not in page
    answer = sends(workers, visit, answer_2="A lift home.")
    assert written(visit) == {"7": "A lift home."}
    assert answer["Location"] == page_of(visit, "filling")
    assert "One answer is kept." in words_of(workers.get(answer["Location"]))


def test_an_answer_that_asks_for_more_leads_there(workers, visit):
    answer = sends(workers, visit, answer_1="yes", answer_2="No.")
    page = words_of(workers.get(answer["Location"]))
    assert "6 What is urgent?" in page and "7 Anything else?" not in page
    sends(workers, visit, answer["Location"], answer_1="The rent.")
    assert written(visit) == {"5": "Yes", "6": "The rent.", "7": "No."}


def test_one_that_cannot_be_kept_comes_back_and_the_others_are_kept(workers, cast, known):
    form = begun(cast, known, loaded("days", [item("1", "From which day?", "date"), item("2", "Why?")]))
    answer = sends(workers, form, answer_1="some day", answer_2="To rest.")
    assert answer.status_code == 422
    assert written(form) == {"2": "To rest."}
    page = words_of(answer)
    assert "One answer is kept." in page and 'value="some day"' in page and "2 Why?" not in page


def test_nobodys_words_are_written_over(workers, cast, visit):
    place = page_of(visit)
    (form,) = [each for each in forms_on(workers.get(place).content.decode(), place) if "answer_1" in each.ids]
    actions.answer(filling=visit, key=("7", ()), value=("Theirs.",), based_on=0, by=cast.as_individual)
    answer = workers.post(place, form.values | {"answer_2": "Mine."})
    assert written(visit) == {"7": "Theirs."}
    assert "Its own page asks which is right." in words_of(workers.get(answer["Location"]))
    assert "7 Anything else?" not in words_of(workers.get(place)).partition("On a page of their own")[0]


def test_lines_that_they_pick_have_a_page_of_their_own(workers, cast, known):
    """And where nothing else is open, the way leads there at once."""
    asks = [*MONEY, item("4", "Anything else?")]
    money = begun(cast, known, loaded("review", asks, about_money=True))
    page = words_of(workers.get(page_of(money)))
    assert "3 What would you like us to know?" in page.partition("On a page of their own")[2]
    sends(workers, money, answer_1="No.")
    left = words_of(workers.get(page_of(money, "filling")))
    assert page_of(money) not in left and "Answer the rest" in left
    assert workers.get(page_of(money)).status_code == 302


def test_a_long_form_goes_on_page_after_page_and_passes_what_was_left(workers, cast, known):
    form = begun(cast, known, loaded("long", [item(str(count), f"Question {count}?") for count in range(1, 42)]))
    first = sends(workers, form, answer_1="One.")
    second = sends(workers, form, first["Location"], answer_1="Twenty-one.")
    assert "Question 41?" in words_of(workers.get(second["Location"]))
    last = sends(workers, form, second["Location"], answer_1="The last.")
    assert last["Location"] == page_of(form, "filling")
    assert written(form) == {"1": "One.", "21": "Twenty-one.", "41": "The last."}


def test_the_individual_is_asked_one_at_a_time(client, cast, visit):
    client.force_login(cast.user)
    assert page_of(visit) not in words_of(client.get(page_of(visit, "filling")))
