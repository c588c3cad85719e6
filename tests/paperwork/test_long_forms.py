"""A long form, nearly all answered: each look and each saving reads only what it needs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kith.access import clock
from kith.paperwork import actions
from kith.questionnaires.models import Answer

from .forms import item, loaded


@pytest.fixture
def long(cast):
    """Sixty questions, all answered, by two people in turns."""
    form = loaded("many", [item(str(number), f"Question {number}", "string") for number in range(1, 61)])
    filling = actions.begin(individual=cast.individual, form=form, way="together", by=cast.as_worker)
    told = {
        "sheet": filling.sheet,
        "number": 1,
        "words": ["x"],
        "written_at": clock.now(),
        "typed_by_individual": False,
    }
    writers = (cast.worker, cast.user)
    Answer.objects.bulk_create(Answer(link_id=str(n), written_by=writers[n % 2], **told) for n in range(1, 61))
    return filling


def address(name: str, filling) -> str:
    return reverse(f"paperwork:{name}", args=[filling.individual.public_id, filling.public_id])


def test_saving_one_answer_reads_the_others_once_and_nobody_who_wrote_them(client, cast, long):
    client.force_login(cast.worker)
    with CaptureQueriesContext(connection) as asked:
        client.post(address("keep", long), {"link_id": "1", "at": "", "based_on": 1, "answer": "Yes"})
    every = [each["sql"] for each in asked if 'FROM "questionnaires_answer"' in each["sql"] and "EXISTS" in each["sql"]]
    assert len(every) == 1 and "people_user" not in every[0]
    assert long.sheet.answers.get(link_id="1", number=2).value == ("Yes",)


def test_whoever_wrote_an_answer_is_named_and_each_is_read_once(client, cast, long, django_assert_max_num_queries):
    client.force_login(cast.worker)
    with django_assert_max_num_queries(25):
        page = client.get(address("filling", long)).content.decode()
    for writer in (cast.worker, cast.user):
        assert page.count(f"Written by {writer.first_name}") == 25


def test_looking_whether_somebody_else_answered_reads_neither_the_form_nor_what_was_shown(client, cast, long):
    for words in ("Yes", "No"):
        actions.show_it(filling=long, by=cast.as_worker)
        actions.answer(filling=long, key=("1", ()), value=(words,), based_on=99, by=cast.as_worker)
    client.force_login(cast.user)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(address("now", long), {"link_id": "2", "at": "", "seen": 1})
    told = " ".join(each["sql"] for each in asked)
    assert page.content.decode().strip() == ""
    assert '"paperwork_edition"."lines"' not in told and '"questionnaires_answer" U0' not in told
