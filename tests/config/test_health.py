"""Whatever watches Kith is told in words what is wrong with it."""

from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

from kith.cli import findings
from kith.upkeep.queries import layout


def test_all_is_well(db, client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_a_database_of_another_version_is_not_served_and_says_which_way(db, client):
    newest = MigrationRecorder.Migration.objects.create(app="people", name="9999_of_tomorrow")
    assert client.get("/healthz").json()["reason"] == layout.NEWER
    newest.delete()
    MigrationRecorder.Migration.objects.filter(app="people").order_by("-pk").first().delete()
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["reason"]) == (503, layout.OLDER)
    assert layout.OLDER in [each.words for each in findings.findings() if each.unsafe]


def test_a_database_that_is_away_or_empty_is_told_apart(db, client, monkeypatch):
    def away():
        raise DatabaseError("secret words of the driver")

    monkeypatch.setattr(connection, "ensure_connection", away)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["reason"]) == (503, layout.NO_ANSWER)
    monkeypatch.undo()
    monkeypatch.setattr(layout.MigrationRecorder.Migration._meta, "db_table", "nowhere")
    with connection.cursor() as cursor:  # a savepoint of its own, as PostgreSQL wants one after an error
        cursor.execute("SAVEPOINT here")
        assert client.get("/healthz").json()["reason"] == layout.NOT_SET_UP
        cursor.execute("ROLLBACK TO SAVEPOINT here")
