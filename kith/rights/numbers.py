"""Numbers of rows that were removed are never given to another: the list of what was removed names rows by them."""

from django.apps import apps
from django.db import connection

UP_TO = {
    "sqlite": (
        "UPDATE sqlite_sequence SET seq = MAX(seq, %(last)s) WHERE name = %(table)s",
        "INSERT INTO sqlite_sequence (name, seq) SELECT %(table)s, %(last)s"
        " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = %(table)s)",
    ),
    "postgresql": (
        "SELECT setval(given, GREATEST(%(last)s, nextval(given)))"
        " FROM (SELECT pg_get_serial_sequence(%(table)s, %(column)s)::regclass AS given) AS of_table"
        " WHERE given IS NOT NULL",
    ),
}


def never_give_again(last: dict[str, int]) -> None:
    """`last`: the highest number that was removed, by model. A database that was brought back is older than they are,
    and would give them out anew; the next one that is brought back would then lose what has nothing to do with it."""
    with connection.cursor() as cursor:
        for label, number in last.items():
            about = apps.get_model(label)._meta
            named = {"table": about.db_table, "column": about.pk.column, "last": number}
            for statement in UP_TO[connection.vendor]:
                cursor.execute(statement, named)
