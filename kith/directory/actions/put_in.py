"""Puts many rows in at once where nobody asks for their keys: in one statement that is given row after row, without
a model built for each. It is what an import does most."""

from collections.abc import Iterable, Sequence

from django.db import connection, models

PLAIN = frozenset({str, int, bool, float, type(None)})  # kept as they are, but for what is kept as JSON


def put_in(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """`names` are attributes (`activity_id`); every other field of the row must have a default in the database or be
    its key."""
    fields = [_field(model, name) for name in names]
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    table, places = connection.ops.quote_name(model._meta.db_table), ", ".join(["%s"] * len(fields))
    values = list(map(_prepared, fields, zip(*rows, strict=True)))  # column by column: most need no look at each
    if values:
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", list(zip(*values, strict=True)))  # noqa: S608 - our own names


def _field(model: type[models.Model], name: str) -> models.Field:
    return next(field for field in model._meta.concrete_fields if field.attname == name)


def _prepared(field: models.Field, values: Sequence[object]) -> Sequence[object]:
    """As they are written down."""
    if not isinstance(field, models.JSONField) and PLAIN.issuperset(map(type, values)):
        return values
    return [field.get_db_prep_save(value, connection) for value in values]
