"""Nothing that was written down is taken out by itself: neither by a slip, nor to have a lower amount behind it."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from kith.access import clock
from kith.access.actor import Actor
from kith.budget import actions, queries
from kith.budget.models import Answer, Assurance, Decision, Erasing, Proposal, Scan, ScanTakenOut, Withdrawal
from kith.budget.pages_of.apart import Drawn
from kith.people import actions as people

from .conftest import LESS, terms

STAYS = "stays, until all of it is erased"
PAGES = Drawn(b"%PDF-1.4", 2)


@pytest.fixture
def everything(cast, lower, settings, tmp_path):
    """A row of each kind."""
    settings.DATA_DIR = tmp_path
    record = {"individual": cast.individual, "by": cast.as_worker}
    actions.answer(decision=lower, kind="objection", words="No.", by=cast.as_individual)
    actions.promise(words="As long as you need it.", said_by="Carol", said_on=clock.today(), **record)
    taken = actions.propose(terms=terms(**LESS | {"total": 8_000, "their_part": 6_000}), **record)
    actions.take_back(proposal=taken, by=cast.as_worker)
    scan = actions.keep_scan(letter=lower, drawn=PAGES, by=cast.as_worker)
    actions.take_scan_out(scan=scan, by=cast.as_worker)
    return [ScanTakenOut, Scan, Answer, Withdrawal, Decision, Proposal, Assurance]


def begun(cast, **told) -> Erasing:
    told = {"individual": cast.individual, "begun_by": cast.worker, "agreed_by": cast.manager} | told
    return Erasing.objects.create(because="asked for", begun_at=clock.now(), **told)


def raw_delete(model):
    """A decision and a proposal hold each other by their keys, which the database looks at when all is done."""
    model.objects.all()._raw_delete(model.objects.db)


def test_no_row_goes_by_itself_whoever_deletes_it(everything):
    for model in everything:
        with pytest.raises(IntegrityError, match=STAYS), transaction.atomic():
            raw_delete(model)
        assert model.objects.exists()


def test_another_row_is_not_put_in_its_place(cast, decided):
    names = ", ".join(f'"{field.column}"' for field in Decision._meta.concrete_fields)
    less = names.replace('"total"', "1").replace('"their_part"', "1").replace('"own_part"', "0")
    less = less.replace('"total_a_year"', "52").replace('"their_part_a_year"', "52").replace('"left_a_year"', "52")
    copied = f"INTO budget_decision ({names}) SELECT {less} FROM budget_decision"
    how = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"
    for other in (copied, copied.replace('SELECT "id"', "SELECT 999"), _with_another_name(copied)):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"{how} {other}")
    assert queries.latest(cast.individual).their_part == 10_000


def _with_another_name(copied: str) -> str:
    """Neither its number nor its name: a second first one, of the same individual."""
    begin, select = copied.split(" SELECT ")
    return f"{begin} SELECT {select}".replace('SELECT "id", "public_id"', "SELECT 999, 'another'")


def test_everything_of_one_individual_goes_by_two_people_and_in_one_go(cast, everything):
    with pytest.raises(IntegrityError), transaction.atomic():
        begun(cast, agreed_by=cast.worker)
    with transaction.atomic():
        erasing = begun(cast)
        for model in everything:
            raw_delete(model)
        erasing.delete()
    assert [model for model in everything if model.objects.exists()] == []


def test_it_does_not_end_halfway_and_nothing_is_added_meanwhile(cast, lower):
    erasing = begun(cast)
    with pytest.raises(IntegrityError, match="nothing is added"), transaction.atomic():
        actions.record(individual=cast.individual, terms=terms(), by=cast.as_worker)
    Decision.objects.filter(pk=lower.pk)._raw_delete(Decision.objects.db)
    with pytest.raises(IntegrityError, match="altogether, or not at all"), transaction.atomic():
        erasing.delete()
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        Erasing.objects.update(because="another")


def test_another_individuals_letters_are_none_of_it(cast, decided):
    record = {"worker": cast.worker, "team": cast.team, "called": "Ada", "by": Actor.command_line()}
    begun(cast, individual=people.open_partnership(**record).individual)
    with pytest.raises(IntegrityError, match=STAYS), transaction.atomic():
        decided.delete()
