"""A pooler in transaction mode before PostgreSQL: limits hold through it, nothing is left to whoever comes next, and
`kith check` says in words what does not fit. With Debian's pgbouncer, and said to be passed over where that is not."""

import os
import shutil
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import environ
import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import OperationalError, connection, connections

from benchmarks.three_beside import running
from kith.cli.of_postgresql import about_postgresql
from kith.config import databases
from kith.config.in_time import LIMITS
from tests.architecture.source import ROOT
from tests.cli.running import spare_port, until

PGBOUNCER = shutil.which("pgbouncer", path="/usr/sbin:/usr/bin")
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no pooler"),
    pytest.mark.skipif(not PGBOUNCER, reason="needs the package pgbouncer, which is not installed here"),
]
NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []


CHANGED = ("pidfile", "auth_type", "server_tls_sslmode")


def settings_of(port: int) -> str:
    """The file under deploy/, for the PostgreSQL of these tests, with one connection for everybody."""
    here, told = connection.settings_dict, (ROOT / "deploy/cluster/pgbouncer.ini").read_text()
    kept = [line for line in told.splitlines() if not line.startswith((*CHANGED, "auth_file"))]
    told = "\n".join([*kept, "auth_type = any", ""]).replace("dbname=kith", f"dbname={here['NAME']} user=kith")
    told = told.replace(
        "[pgbouncer]", f"another = host=127.0.0.1 port={here['PORT']} dbname=template1 user=kith\n[pgbouncer]"
    )
    for name, value in {"PRIMARY_PORT": here["PORT"], "POOLER_PORT": port, "POOL_SIZE": 1}.items():
        told = told.replace(f"${name}", str(value))
    return told


@pytest.fixture
def pooled(settings, monkeypatch):
    """Begins one, with something left out of its settings, and gives connections through it as a page has one."""
    with ExitStack() as ends:

        def line():
            through = connection.copy()
            through.settings_dict.update(settings.DATABASE_POOLER)
            ends.callback(through.close)
            return through

        def begin(without: str = ""):
            port, folder = spare_port(), Path(ends.enter_context(TemporaryDirectory(dir="/tmp")))
            folder.chmod(0o755)
            (folder / "pgbouncer.ini").write_text(settings_of(port).replace(without, ""))
            ends.enter_context(running([*NOBODY, PGBOUNCER, "-q", str(folder / "pgbouncer.ini")]))
            monkeypatch.setenv("KITH_DATABASE_POOLER", f"postgres://kith@127.0.0.1:{port}/kith")
            settings.DATABASE_POOLER = databases.pooler(environ.Env())
            assert until(lambda: answers(line()))
            return line

        yield begin


def answers(through) -> bool:
    try:
        through.ensure_connection()
    except OperationalError:
        return False
    return True


def ask(through, question: str):
    with through.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchall() if cursor.description else []


def said() -> list[str]:
    return [each.words for each in about_postgresql()]


def test_limits_hold_through_it_for_a_statement_a_lock_and_an_open_transaction(pooled):
    line = pooled()
    one = line()
    assert (
        dict(ask(one, "SELECT name, setting::int FROM pg_settings WHERE name LIKE '%_timeout'")).items()
        >= LIMITS.items()
    )
    assert "Pages go through a pooler that holds their time limits." in said()
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE django_content_type IN EXCLUSIVE MODE")
    ask(one, "SET lock_timeout = 50")  # as five seconds would, and sooner
    with pytest.raises(OperationalError, match="lock timeout"):
        ask(one, "UPDATE django_content_type SET model = model")


def test_two_pages_share_one_connection_and_rows_are_read_without_a_cursor(pooled):
    line = pooled()
    one, other = line(), line()
    assert ask(one, "SELECT pg_backend_pid()") == ask(other, "SELECT pg_backend_pid()")
    connections["through"] = one
    try:
        rows = ContentType.objects.using("through").order_by("pk").iterator(chunk_size=2)
        first = next(rows)
        assert ask(other, "SELECT count(*) FROM pg_cursors") == [(0,)]  # one would be left to whoever comes next
        assert [first, *rows] == list(ContentType.objects.order_by("pk"))
    finally:
        del connections["through"]


def test_what_does_not_fit_is_said_in_words(pooled, settings):
    pooled(without="SET lock_timeout = 5000; ")
    assert any("put this into its connect_query: SET lock_timeout = 5000." in words for words in said())
    settings.DATABASE_POOLER["NAME"] = "another"
    assert "KITH_DATABASE_POOLER leads to another database than KITH_DATABASE_URL." in " ".join(said())
