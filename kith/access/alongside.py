"""What stands beside a row, and no more of it than a page shows. A page has two dozen looks, and most of what each
costs is the columns that Django names, sorts out and turns into values, whether or not there is a row."""

from collections.abc import Iterable, Sequence

from django.db.models import Model, QuerySet


def alongside(found: QuerySet, **wanted: tuple[str, ...]) -> QuerySet:
    """Each row whole, with these fields of what it points at: `alongside(steps, goal=("words",))`. A path into
    something further on is written as usual (`goal__activity`), after its beginning. A field that was not named is
    looked up when somebody asks for it, one look for each row."""
    own = [field.name for field in found.model._meta.concrete_fields]
    theirs = [f"{path}__{name}" for path, names in wanted.items() for name in names]
    return found.select_related(*wanted).only(*own, *theirs)


def each_with(rows: Sequence[Model], name: str, found: Iterable[Model], through: str) -> None:
    """Gives each of these rows, under this name, the list of those found that point at it through that field."""
    by_key = {row.pk: row for row in rows}
    for row in rows:
        setattr(row, name, [])
    for each in found:
        row = by_key[getattr(each, f"{through}_id")]
        setattr(each, through, row)
        getattr(row, name).append(each)
