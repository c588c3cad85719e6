"""How far each form is stands in the list and beside the meeting, with the one press that comes next."""

import re

import pytest
from django.urls import reverse

from kith.about_me import actions as about_me
from kith.paperwork import actions
from kith.paperwork.models import Filling
from kith.questionnaires.actions import bring_in_ours

from .conftest import begun
from .forms import VISIT, loaded


@pytest.fixture
def workers(client, cast):
    client.force_login(cast.worker)
    return client


def said(client, filling) -> str:
    """The list, in words."""
    page = client.get(reverse("paperwork:forms", args=[filling.individual.public_id])).content.decode()
    return in_words(page)


def in_words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def beside(client, meeting, status: int = 200) -> str:
    """The part beside the meeting."""
    ids = {"individual": meeting.individual.public_id, "meeting": meeting.public_id}
    came = client.get(reverse("paperwork:from_meeting", kwargs=ids))
    assert came.status_code == status
    return came.content.decode()


def answer(filling, link_id: str, words: str, by, based_on: int = 0):
    return actions.answer(filling=filling, key=(link_id, ()), value=(words,), based_on=based_on, by=by)


def whole(filling, cast) -> None:
    answer(filling, "5", "no", cast.as_worker)
    answer(filling, "7", "A bus pass.", cast.as_worker)


def test_what_is_open_and_what_two_wrote_is_counted(workers, cast, visit):
    assert "4 of 6 answered." in said(workers, visit) and "Answer the rest" in said(workers, visit)
    answer(visit, "7", "A bus pass.", cast.as_worker)
    answer(visit, "7", "A bike.", cast.as_individual)
    assert "4 of 6 answered, 1 to look at." in said(workers, visit)


def test_bit_by_bit_the_next_press_opens_the_next_question(workers, cast, known):
    filling = begun(cast, known, loaded("visit", VISIT), way="together")
    page = workers.get(reverse("paperwork:forms", args=[cast.individual.public_id])).content.decode()
    ids = [cast.individual.public_id, filling.public_id]
    assert reverse("paperwork:question", args=[*ids, 5]) in page
    actions.choose_way(filling=filling, way="talk", by=cast.as_worker)
    page = workers.get(reverse("paperwork:forms", args=[cast.individual.public_id])).content.decode()
    assert reverse("paperwork:question", args=[*ids, 5]) not in page


def test_each_state_says_what_comes_next_to_both(client, cast, visit):
    def reads(workers_words: str, own_words: str) -> None:
        for user, words in ((cast.worker, workers_words), (cast.user, own_words)):
            client.force_login(user)
            assert words in said(client, visit)

    whole(visit, cast)
    reads("All 6 answered. Begun by Anwen, 24 November 2026. Show it to Tomos", "You see it before it goes.")
    edition = actions.show_it(filling=visit, by=cast.as_worker)
    reads("Tomos has not looked yet.", "Ready for you to look at. Begun by Anwen, 24 November 2026. Read it")
    actions.say(edition=edition, says="change", words="No.", by=cast.as_individual)
    reads("Tomos says that something should be different.", "You say that something should be different.")
    actions.say(edition=edition, says="agrees", by=cast.as_individual)
    reads("It may go now. Begun by Anwen, 24 November 2026. Take it out", "It has not left yet.")
    actions.take(filling=visit, shape="words", by=cast.as_worker)
    reads("Taken out on 24 November 2026.", "Taken out on 24 November 2026.")
    about_me.add_line(individual=cast.individual, kind="direction", words="To row.", by=cast.as_individual)
    reads("Changed since it was shown.", "Changed since it was shown.")
    actions.put_away(filling=visit, by=cast.as_worker)
    reads("Visit Put away. Begun by", "Visit Put away. Begun by")


def test_the_list_asks_little_however_many_forms_there_are(workers, cast, visit, money, django_assert_max_num_queries):
    address = reverse("paperwork:forms", args=[cast.individual.public_id])
    workers.get(address)
    for count in range(6):
        begun(cast, visit.meeting, loaded(f"visit{count}", VISIT))
    with django_assert_max_num_queries(25):
        page = workers.get(address).content.decode()
    assert page.count("4 of 6 answered") == 7 and "2 of 3 answered" in page


def test_after_a_meeting_each_form_says_how_much_is_there_and_begins_with_one_press(
    workers, cast, known, django_assert_max_num_queries
):
    bring_in_ours()
    beside(workers, known)
    with django_assert_max_num_queries(25):
        page = beside(workers, known)
    assert "First visit 12 of 22 answers are there already. Begin" in in_words(page)
    assert not Filling.objects.exists()
    form = loaded("visit", VISIT)
    begin = reverse("paperwork:begin", args=[cast.individual.public_id])
    came = workers.post(begin, {"form": form.public_id, "meeting": known.public_id})
    filling = Filling.objects.get()
    assert (filling.meeting, filling.way) == (known, "talk")
    assert came.url == reverse("paperwork:filling", args=[cast.individual.public_id, filling.public_id])


def test_it_opens_in_the_way_they_like(workers, cast, known, money):
    actions.choose_way(filling=money, way="together", by=cast.as_individual)
    begin = reverse("paperwork:begin", args=[cast.individual.public_id])
    came = workers.post(begin, {"form": loaded("visit", VISIT).public_id, "meeting": known.public_id})
    assert came.url.endswith("/at/5/")


def test_what_was_begun_waits_there_until_it_has_left(workers, cast, known, visit):
    assert "4 of 6 answered." in beside(workers, known)
    edition = actions.show_it(filling=visit, by=cast.as_worker)
    actions.say(edition=edition, says="agrees", by=cast.as_individual)
    actions.take(filling=visit, shape="words", by=cast.as_worker)
    page = beside(workers, known)
    assert "Visit" not in page and "All forms" in page
    actions.put_away(filling=visit, by=cast.as_worker)
    assert "Visit" not in beside(workers, known)


def test_the_page_of_a_meeting_loads_it_by_itself_and_leads_to_the_list_without(workers, known):
    ids = {"individual": known.individual.public_id, "meeting": known.public_id}
    page = workers.get(reverse("conversations:meeting_page", kwargs=ids)).content.decode()
    assert f'hx-get="{reverse("paperwork:from_meeting", kwargs=ids)}" hx-trigger="load"' in page
    assert "A form to fill in from this" in page


def test_of_a_meeting_that_is_not_there_nothing_is_told(workers, client, cast, known):
    ids = {"individual": cast.individual.public_id, "meeting": "none"}
    assert workers.get(reverse("paperwork:from_meeting", kwargs=ids)).status_code == 404
    client.force_login(cast.stranger)
    beside(client, known, status=404)
