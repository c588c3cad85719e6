"""Reading a long list in: looks do not grow with it, and the room it is given is given back."""

import gc

import pytest
from django.db import connection

from kith.directory.models import Organisation, Source

from .conftest import service
from .test_importing import take_in

pytestmark = pytest.mark.django_db


def test_looks_and_writes_do_not_grow_with_the_file(machine, write, django_assert_max_num_queries):
    with django_assert_max_num_queries(60):
        take_in(write([service(number) for number in range(400)]), machine)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has settings of its own")
def test_the_room_for_many_entries_is_given_back_however_it_ends(machine, write, monkeypatch):
    def room() -> int:
        with connection.cursor() as cursor:
            return cursor.execute("PRAGMA cache_size").fetchone()[0]

    seen, usual = [], room()
    monkeypatch.setattr("kith.directory.actions.roomy.MANY", 1)
    take_in(write([service()]), machine, progress=lambda done, total: seen.append(room()))

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    tidied = gc.get_threshold()
    with pytest.raises(KeyboardInterrupt):
        take_in(write([service(2)]), machine, progress=stop)
    assert (seen, room(), gc.get_threshold()) == ([-100_000], usual, tidied)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="how PostgreSQL looks depends on how much there is")
def test_organisations_of_a_large_source_are_looked_up_by_an_index(machine, write):
    """Else each batch goes over all that came before, and twice as many take four times as long."""
    take_in(write([service()]), machine)
    some = [str(number) for number in range(400)]
    asked = Organisation.objects.filter(source=Source.objects.get(), external_id__in=some)
    assert "external_id=?" in asked.explain()
