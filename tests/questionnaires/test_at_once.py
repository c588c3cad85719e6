"""Many save one answer at the very same moment, where the database lets many write: all that was written is kept."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from kith.access import clock
from kith.questionnaires import actions, queries
from kith.questionnaires.models import AnswerSheet
from tests.goals.cast import gather
from tests.goals.conftest import FRIDAY
from tests.questionnaires.conftest import OFFICE
from tests.questionnaires.made import item, written

AT_ONCE = 8

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="needs a database with many writers"),
]


def all_at_once(act) -> list:
    def in_a_thread(turn):
        try:
            with clock.at(FRIDAY):
                return act(turn)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pressing:
        return list(pressing.map(in_a_thread, range(AT_ONCE)))


def test_one_stands_and_the_others_stand_beside_it():
    with clock.at(FRIDAY):
        cast = gather()
        form = actions.load_form(content=written(item("a")), by=OFFICE).form
        sheet = actions.begin_sheet(form=form, individual=cast.individual, by=cast.as_worker)

    def save(turn):
        by = cast.as_individual if turn % 2 else cast.as_worker
        again = AnswerSheet.objects.get(pk=sheet.pk)
        return actions.save_answer(sheet=again, link_id="a", value=(f"Words {turn}",), based_on=0, by=by)

    told = all_at_once(save)
    found = queries.answered(sheet)
    kept = [found.answers["a", ()], *found.beside["a", ()]]
    assert sorted(each.words[0] for each in kept) == [f"Words {turn}" for turn in range(AT_ONCE)]
    assert sorted(each.number for each in kept) == list(range(1, AT_ONCE + 1))
    assert sum(each.beside is None for each in told) == 1


def test_a_form_loaded_by_many_at_once_is_kept_once():
    told = all_at_once(lambda turn: actions.load_form(content=written(item("a")), by=OFFICE))
    assert len({each.form.pk for each in told}) == sum(each.is_new for each in told) == 1
