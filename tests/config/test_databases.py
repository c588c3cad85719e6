"""Where the database is, as settings say it: pages through a pooler, and a replica that is never written to."""

import environ
import pytest
from django.conf import settings
from django.db import OperationalError, connection, connections

from kith.access import replica
from kith.config import databases, in_time
from kith.people.models import User

STRAIGHT, POOLER = "postgres://kith@a.example,b.example/kith", "postgres://kith@pool.example:6432/kith"


@pytest.fixture
def env(monkeypatch):
    monkeypatch.setenv("KITH_DATABASE_URL", STRAIGHT)
    monkeypatch.setenv("KITH_DATABASE_POOLER", POOLER)
    monkeypatch.setenv("KITH_DATABASE_REPLICA", "postgres://kith@b.example/kith?connect_timeout=9")
    return environ.Env()


def test_a_server_that_is_gone_is_noticed_and_one_that_follows_is_passed_over(env, tmp_path):
    default = databases.chosen(env, tmp_path)["default"]
    assert default["HOST"] == "a.example,b.example" and default["CONN_HEALTH_CHECKS"]
    assert default["OPTIONS"]["target_session_attrs"] == "primary"
    beside = databases.chosen(env, tmp_path)[replica.REPLICA]["OPTIONS"]
    assert beside["connect_timeout"] == 9 and "prepare_threshold" not in beside


def test_pages_go_through_the_pooler_which_is_asked_for_nothing_of_a_session(env, tmp_path, settings, monkeypatch):
    settings.DATABASE_POOLER = databases.pooler(env)
    monkeypatch.setitem(connections.settings, "default", databases.chosen(env, tmp_path)["default"])
    in_time.answer_in_time()
    chosen = connections.settings["default"]
    assert (chosen["HOST"], chosen["PORT"], chosen["DISABLE_SERVER_SIDE_CURSORS"]) == ("pool.example", 6432, True)
    assert not {"options", "prepare_threshold", "server_side_binding"} & set(chosen["OPTIONS"])


def test_without_one_each_connection_brings_its_limits(env, tmp_path, settings, monkeypatch):
    settings.DATABASE_POOLER = {}
    monkeypatch.setitem(connections.settings, "default", databases.chosen(env, tmp_path)["default"])
    in_time.answer_in_time()
    assert f"-c lock_timeout={in_time.LOCK}" in connections.settings["default"]["OPTIONS"]["options"]


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite plans each question again")
def test_what_is_asked_again_is_planned_once_whatever_is_looked_for():
    in_time._keep_most_prepared(connection)
    for number in range(databases.PREPARED["prepare_threshold"] + 2):
        assert not User.objects.filter(email=f"{number}@nobody.example").exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        prepared = [words for (words,) in cursor.fetchall() if '"people_user"."email"' in words and "LIMIT" in words]
    assert prepared and not any("nobody" in words for words in prepared)
    assert connection.connection.prepared_max == in_time.MOST_PREPARED


@pytest.fixture
def beside(monkeypatch):
    """A replica stands there, and is well until `standing` says otherwise."""
    monkeypatch.setitem(connections.settings, replica.REPLICA, dict(connections.settings["default"]))
    standing = replica.Standing()
    monkeypatch.setattr(replica, "standing", standing)
    monkeypatch.setattr(replica, "what_is_wrong", lambda: "")
    return standing


def test_only_what_asks_for_it_is_read_there_and_nothing_is_written(beside):
    router, user = replica.Router(), User()
    user._state.db = replica.REPLICA
    assert replica.from_replica(lambda: User.objects.all().db) == replica.REPLICA
    assert User.objects.all().db == "default" == router.db_for_write(User, instance=user)
    assert replica.from_replica(lambda: router.db_for_write(User)) == "default"
    assert router.allow_migrate(replica.REPLICA, "people") is False


def test_one_that_breaks_off_or_is_behind_is_left_alone_in_words(beside, caplog, monkeypatch):
    asked = []

    def breaks_off():
        asked.append(replica.reads_from())
        if asked == [replica.REPLICA]:
            raise OperationalError
        return "told"

    assert replica.from_replica(breaks_off) == replica.from_replica(breaks_off) == "told"
    assert asked == [replica.REPLICA, "default", "default"]
    assert "The replica broke off (OperationalError). What it is for is read from the primary." in caplog.text
    beside.again_at = 0.0
    monkeypatch.setattr(replica, "_seconds_behind", lambda: 31.0)
    monkeypatch.setattr(replica, "what_is_wrong", WHAT_IS_WRONG)
    assert replica.from_replica(replica.reads_from) == "default"
    assert beside.last_words == "The replica is 31 seconds behind."
    beside.again_at = 0.0
    monkeypatch.setattr(replica, "_seconds_behind", lambda: 0.0)
    assert replica.from_replica(replica.reads_from) == replica.REPLICA
    assert "The replica answers, and is read again." in caplog.text


WHAT_IS_WRONG = replica.what_is_wrong


def test_what_is_open_is_read_there_and_a_page_with_a_door_never(db, beside, client, monkeypatch):
    asked = []
    monkeypatch.setattr(replica.Router, "db_for_read", lambda *_, **__: asked.append(replica.reads_from()) or "default")
    monkeypatch.setattr("kith.directory.publishing.kept._stamp", lambda: "a stamp of this test")
    assert client.get("/open/oruk/services").status_code == 200 and set(asked) == {replica.REPLICA}
    asked.clear()
    assert client.get("/account/login/").status_code == 200 and set(asked) <= {"default"}
    assert settings.DATABASE_ROUTERS == ["kith.access.replica.Router"]
