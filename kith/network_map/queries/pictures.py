"""The pictures somebody kept, and what is different since."""

from django.db.models import QuerySet

from kith.people.models import Individual

from ..models import Connection, Picture, Pictured
from ..then_and_now import Changes, Stand, new_in_words


def pictures_of(individual: Individual) -> list[Picture]:
    """The latest first, with who kept them. One look."""
    return list(individual.pictures_of_life.select_related("recorded_by"))


def picture_called(individual: Individual, public_id: str) -> Picture | None:
    """This picture of theirs."""
    return individual.pictures_of_life.filter(public_id=public_id).first()


def pictured_in(picture: Picture, *, own: bool) -> list[Pictured]:
    """Everybody and everything in it, the closest first. What the individual keeps to themself now is left out for
    others, and what was put away since for all. One look."""
    rows = list(_seen(picture, own=own).select_related("through"))
    return sorted(rows, key=lambda row: (row.circle, not row.is_person, row.is_paid, row.name.casefold(), row.pk))


def changes_since(then: list[Pictured], now: list[Connection] | list[Pictured]) -> Changes:
    """From a picture until another, or until now. No look: both are at hand."""
    return Changes(dict(map(_stand, then)), dict(map(_stand, now)))


def new_since(then: list[Pictured], here: list[Connection]) -> list[str]:
    """Who and what came since, in sentences. No look."""
    return new_in_words(changes_since(then, here).new)


def _seen(picture: Picture, *, own: bool) -> QuerySet[Pictured]:
    rows = picture.pictured.filter(connection__put_away_on__isnull=True)
    return rows if own else rows.filter(connection__is_mine_alone=False)


def _stand(row: Connection | Pictured) -> tuple[int, Stand]:
    return row.connection_id if isinstance(row, Pictured) else row.pk, Stand(row, row.end)
