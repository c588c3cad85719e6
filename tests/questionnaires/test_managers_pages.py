"""A manager sees which forms there are, looks at one as people will see it, loads and retires."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kith.questionnaires import actions, queries
from kith.questionnaires.located import MOST_BYTES
from kith.questionnaires.models import AgencyForm
from tests.page_words import words_of
from tests.questionnaires.conftest import OFFICE
from tests.questionnaires.made import item, written
from tests.questionnaires.ours import NAMES, text

FORMS = reverse("questionnaires:forms")
URL = "https://council.example/forms/review"


@pytest.fixture
def managers(client, cast):
    """A browser in which the team's manager is signed in."""
    client.force_login(cast.manager)
    return client


def place(name: str, form: AgencyForm) -> str:
    return reverse(f"questionnaires:{name}", args=[form.public_id])


def hand_over(client, content: str | bytes):
    content = content.encode() if isinstance(content, str) else content
    return client.post(FORMS, {"file": SimpleUploadedFile("form.json", content)}, follow=True)


def test_every_form_stands_in_the_list(managers, review):
    page = words_of(managers.get(FORMS))
    for words in ("A review", "Version 1 · 5 questions", "About me", "First visit", "about money"):
        assert words in page


def test_the_team_page_leads_there_for_a_manager_alone(managers, client, cast):
    team = reverse("people:team_page", args=[cast.team.public_id])
    assert FORMS in managers.get(team).content.decode()
    client.force_login(cast.worker)
    assert FORMS not in client.get(team).content.decode()


def test_a_file_is_loaded_and_shown_as_people_will_see_it(managers):
    page = words_of(
        hand_over(managers, written(item("a", text="What do you like?", required=True), item("b", "boolean")))
    )
    for words in ("A review, version 1 is kept.", "1 What do you like?", "2 Question b", "Yes", "No"):
        assert words in page
    assert "was here already" in words_of(hand_over(managers, queries.form_named(URL, "1").content))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (written(item("a"), item("b", "attachment")), "Kith does not know questions of the type “attachment”."),
        (b"\xff\xfe", "Line 1: the file is not written in UTF-8."),
        (b"", "This file is empty. Please choose another."),
        (b" " * (MOST_BYTES + 1), "This file is larger than 4 MB."),
    ],
)
def test_a_file_that_cannot_be_asked_is_told_of_beside_the_box(managers, content, sentence):
    answer = hand_over(managers, content)
    assert answer.status_code == 422
    assert sentence in words_of(answer)
    assert not AgencyForm.objects.filter(url=URL).exists()


def test_no_file_is_asked_for(managers):
    answer = managers.post(FORMS)
    assert (answer.status_code, "Please choose a file." in words_of(answer)) == (422, True)


def test_a_form_is_retired_and_used_again(managers, review):
    assert "What was begun goes on." in words_of(managers.post(place("retire", review), follow=True))
    assert "already" in words_of(managers.post(place("retire", review), follow=True))
    assert "not used any more" in words_of(managers.get(FORMS))
    assert "in use again" in words_of(managers.post(place("use_again", review), follow=True))


def test_all_versions_are_there(managers, review):
    newer = actions.load_form(content=written(item("z"), version="2"), by=OFFICE).form
    page = managers.get(place("form_page", newer)).content.decode()
    assert place("form_page", review) in page
    assert managers.get(FORMS).content.decode().count("Version 2 ·") == 1


@pytest.mark.parametrize("name", NAMES)
def test_our_own_forms_can_be_looked_at(managers, name):
    kept = actions.load_form(content=text(name), by=OFFICE).form
    assert kept.title in words_of(managers.get(place("form_page", kept)))


def test_a_long_form_is_shown_in_parts(managers, django_assert_max_num_queries):
    content = written(*(item(f"q{n}") for n in range(2_000)))
    kept = actions.load_form(content=content, by=OFFICE).form
    with django_assert_max_num_queries(25):
        page = words_of(managers.get(place("form_page", kept)))
    assert "Question q49" in page and "Question q50" not in page
    assert "Question q1999" in words_of(managers.get(place("form_page", kept), {"part": 40}))
    assert managers.get(place("form_page", kept), {"part": "x"}).status_code == 200


@pytest.mark.parametrize("who", ["worker", "user", "stranger"])
def test_nobody_else_finds_them(client, cast, review, who):
    client.force_login(getattr(cast, who))
    for answer in (
        client.get(FORMS),
        client.post(FORMS),
        client.get(place("form_page", review)),
        client.post(place("retire", review)),
        client.post(place("use_again", review)),
    ):
        assert answer.status_code == 404


def test_a_form_that_is_not_there_is_not_found(managers):
    assert managers.get(reverse("questionnaires:form_page", args=["nowhere"])).status_code == 404
