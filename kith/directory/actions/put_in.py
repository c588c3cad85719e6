"""Puts many rows in at once where nobody asks for their keys: in one statement that is given row after row, without
a model built for each. It is what an import does most."""

from collections.abc import Callable, Iterable, Sequence

from django.db import connection, models

PLAIN = (str, int, float, type(None))  # kept as they are, but for what is kept as JSON


def put_in(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """`names` are attributes (`activity_id`); every other field of the row must have a default in the database or be
    its key."""
    fields = [_field(model, name) for name in names]
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    table, places = connection.ops.quote_name(model._meta.db_table), ", ".join(["%s"] * len(fields))
    ready = [_ready(field) for field in fields]
    prepared = [[make(value) for make, value in zip(ready, row, strict=True)] for row in rows]
    if prepared:
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", prepared)  # noqa: S608 - our own names


def _field(model: type[models.Model], name: str) -> models.Field:
    return next(field for field in model._meta.concrete_fields if field.attname == name)


def _ready(field: models.Field) -> Callable[[object], object]:
    """How a value is written down."""
    if isinstance(field, models.JSONField):
        return lambda value: field.get_db_prep_save(value, connection)
    return lambda value: value if isinstance(value, PLAIN) else field.get_db_prep_save(value, connection)
