"""The database has gone, is slow, only lets itself be read, or is held by somebody else: help is there, the page says
what to do, nothing typed is lost, and it goes on by itself."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager

import pytest
from django.db import connection

from tests.cli.running import until
from tests.faults.in_between import InBetween, in_between
from tests.faults.served import Kith
from tests.upkeep.own_database import installed

pytestmark = [pytest.mark.django_db, pytest.mark.soak, pytest.mark.fault("F-06")]
SORRY = "We are not sure that was saved"
of_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no server")


@contextmanager
def held_by_somebody_else(kith: Kith) -> Iterator[None]:
    """The table of messages, or all of a SQLite file, for as long as this lasts."""
    if not (address := kith.install.more.get("KITH_DATABASE_URL")):
        with closing(sqlite3.connect(kith.install.folder / "kith.sqlite3", isolation_level=None)) as held:
            held.execute("BEGIN IMMEDIATE")
            yield
        return
    import psycopg

    with psycopg.connect(address) as held:
        held.execute("LOCK TABLE messaging_message IN EXCLUSIVE MODE")
        yield


def test_while_somebody_else_holds_it_words_come_back_and_no_record_is_read_without_its_line(kith, told):
    """On PostgreSQL one table is held; a SQLite file is held whole, with the trail in it."""
    kith.start()
    with held_by_somebody_else(kith):
        refused = kith.writes("Said while it was held.")
        read, crisis = kith.asks("GET", kith.page), kith.asks("GET", "/crisis/")
    assert refused.status == 503 and SORRY in refused.words and "Said while it was held." in refused.words
    assert (read.status, crisis.status) == (200 if kith.install.more else 503, 200)
    assert kith.writes("Said while it was held.").status == 302
    assert kith.what_is_there()["words"] == ["Said while it was held."]
    told("held for longer than anybody waits: 503 with the words, help open, then kept once")


@pytest.fixture
def between(tmp_path_factory, tmp_path) -> Iterator[tuple[Kith, InBetween]]:
    with ExitStack() as ends:
        install = ends.enter_context(installed(tmp_path_factory, tmp_path / "data"))
        stands = ends.enter_context(in_between(install.more["KITH_DATABASE_URL"]))
        kith = Kith(install, more={"KITH_DATABASE_URL": stands.address})
        ends.callback(kith.stop)
        yield kith, stands


@of_postgresql
def test_a_server_that_has_gone_and_comes_back(between, told):
    kith, stands = between
    kith.start()
    assert kith.writes("Before.").status == 302
    stands.shut()
    refused, page, crisis = kith.writes("While it was gone."), kith.asks("GET", kith.page), kith.asks("GET", "/crisis/")
    assert refused.status == 503 and SORRY in refused.words and "While it was gone." in refused.words
    assert (page.status, crisis.status, kith.asks("GET", "/healthz").status) == (503, 200, 503)
    assert "Traceback" not in refused.words + page.words
    stands.is_shut = False
    assert until(lambda: kith.writes("While it was gone.").status == 302)
    assert sorted(kith.what_is_there()["words"]) == ["Before.", "While it was gone."]
    told("gone: 503 with the words, help open; back: goes on by itself, kept once")


@of_postgresql
def test_a_slow_server_is_waited_for(between, told):
    kith, stands = between
    kith.start()
    stands.slow_by = 0.02
    assert kith.writes("Slowly.").status == 302 and kith.asks("GET", "/crisis/").status == 200
    told("20 ms a piece: slow, and everything works")


@of_postgresql
def test_one_that_may_only_be_read_shows_pages_and_gives_words_back(kith, told):
    import psycopg

    kith.start()
    address = kith.install.more["KITH_DATABASE_URL"]
    with psycopg.connect(address, autocommit=True) as office:
        name = office.execute("SELECT current_database()").fetchone()[0]
        office.execute(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on')
        kith.kill()
        kith.start()
        refused, page = kith.writes("Only read."), kith.asks("GET", "/crisis/")
        assert refused.status == 503 and "Only read." in refused.words and page.status == 200
        office.execute("SET default_transaction_read_only = off")
        office.execute(f'ALTER DATABASE "{name}" RESET default_transaction_read_only')
    kith.kill()
    kith.start()
    assert kith.writes("Only read.").status == 302
    told("only to be read: 503 with the words")
