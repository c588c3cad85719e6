"""The same write-ups saved twice: by the action, and by the bare statements it wrote, in a copy of the database."""

import os
import shutil
import time
from pathlib import Path

WRITES = ("INSERT", "UPDATE", "DELETE")


def race(saves: int) -> dict[str, float]:
    """Milliseconds of one save each way; and how many statements it asked, and wrote with."""
    _copy()
    saved, counts, kith = _save(saves)
    bare = _write_again(saved)
    writes = sum(map(len, saved)) / saves
    return {
        "kith": kith / saves * 1000,
        "bare": bare / saves * 1000,
        "writes": round(writes),
        "asks": round(counts / saves),
    }


def _copy() -> None:
    """A second database as this one is now, under the name `copy`."""
    from django.db import connection, connections

    own = connection.settings_dict
    connections.close_all()
    if connection.vendor == "sqlite":
        there = Path(os.environ["KITH_DATA_DIR"], "copy.sqlite3")
        shutil.copy(own["NAME"], there)
    else:
        there = "kith_copy"
        _copy_on_postgresql(own, there)
    connections.settings["copy"] = dict(own) | {"NAME": there}


def _copy_on_postgresql(own: dict, there: str) -> None:
    import psycopg

    told = {"host": own["HOST"], "port": own["PORT"], "user": own["USER"], "dbname": "postgres"}
    with psycopg.connect(**told, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {there} TEMPLATE {own['NAME']}")


def _save(saves: int) -> tuple[list[list[tuple]], int, float]:
    """What each wrote; how much was asked in all; and the seconds of all."""
    from django.db import connection

    from kith.access import clock
    from kith.conversations.actions.write_up import WriteUp, write_up
    from kith.people.actors import actor_for
    from kith.people.models import Relation

    ties = list(Relation.objects.filter(kind="partnership").select_related("user", "individual__team")[:saves])
    saved: list[list[tuple]] = []
    asked = 0

    def note(execute, sql, params, many, context):
        nonlocal asked
        asked += 1
        if sql.startswith(WRITES):
            saved[-1].append((sql, params))
        return execute(sql, params, many, context)

    took = 0.0
    with connection.execute_wrapper(note):
        for number in range(saves):
            tie = ties[number % len(ties)]
            wrote = WriteUp(held_on=clock.today(), shared=f"We talked, {number}.", reflection="Slower next time.")
            saved.append([])
            by, began = actor_for(tie.user, clock.now()), time.perf_counter()
            write_up(individual=tie.individual, wrote=wrote, by=by)
            took += time.perf_counter() - began
    return saved, asked, took


def _write_again(saved: list[list[tuple]]) -> float:
    """Seconds. Each save is one transaction, as durable as the first time."""
    from django.db import connections, transaction

    connections["copy"].ensure_connection()
    began = time.perf_counter()
    for statements in saved:
        with transaction.atomic(using="copy"), connections["copy"].cursor() as cursor:
            for sql, params in statements:
                cursor.execute(sql, params)
    return time.perf_counter() - began
