"""Who and what is in somebody's life."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from kith.directory.models import Activity
from kith.people.models import Individual

from ..models import Before, Circle, Connection, Kind, Pictured

CIRCLES = Circle.choices


@dataclass(frozen=True)
class Life:
    """Everybody and everything, as one look found it."""

    here: Sequence[Connection | Pictured]
    gone: Sequence[Connection | Pictured]  # not here any more, the latest first
    remembered: Sequence[Connection | Pictured]

    @classmethod
    def of(cls, found: Sequence[Connection | Pictured]) -> "Life":
        """In the order they come."""
        ended = [each for each in found if each.end and not each.is_remembered]
        return cls([each for each in found if not each.end], ended, [each for each in found if each.is_remembered])

    @property
    def circles(self) -> list[tuple[Circle, list[Connection | Pictured]]]:
        """Those who are here, the closest first; an empty circle too."""
        return [(circle, [each for each in self.here if each.circle == circle]) for circle in Circle]

    @property
    def in_words(self) -> list[tuple[str, str]]:
        """Where, and who: “Close”, “Elaine, Mum”. All of it, for one sheet of paper."""
        circles = [(circle.label, found) for circle, found in self.circles]
        every = [*circles, ("Remembered", self.remembered), ("Not here any more", self.gone)]
        return [(where, ", ".join(map(_with_kind, found))) for where, found in every if found]

    @property
    def is_empty(self) -> bool:
        return not (self.here or self.gone or self.remembered)


def life_of(individual: Individual, *, own: bool) -> Life:
    """All of it, people first in each circle. One look."""
    connections = list(seen(individual, own=own).select_related("through", "recorded_by"))
    ended = sorted((each for each in connections if each.end), key=lambda each: each.ended_on, reverse=True)
    return Life.of([*sorted((each for each in connections if not each.end), key=_people_first), *ended])


def who_is_here(individual: Individual, *, own: bool) -> list[Connection]:
    """Who and what is in their life now, the closest first. One look."""
    return list(life_of(individual, own=own).here)


def what_they_give(individual: Individual, *, own: bool) -> list[Connection]:
    """Those to whom they say they give something, with the words in `i_give`. One look."""
    here = seen(individual, own=own).filter(end="").exclude(i_give="")
    return list(here.select_related("through", "recorded_by"))


def connection_called(individual: Individual, public_id: str, *, own: bool) -> Connection | None:
    """This one of theirs, with who wrote it and what brought it."""
    found = seen(individual, own=own).select_related("individual", "through", "recorded_by")
    return found.filter(public_id=public_id).first()


def put_away_of(individual: Individual) -> list[Connection]:
    """What was put away as a mistake, for the individual alone; the latest first. One look."""
    away = individual.connections.filter(put_away_on__isnull=False)
    return list(away.select_related("individual").order_by("-put_away_on", "-pk"))


def before_of(connection: Connection) -> list[Before]:
    """What was said of it before, the latest first, with who changed it. One look."""
    return list(connection.before.select_related("recorded_by", "through"))


def is_there(individual: Individual, activity: Activity, *, own: bool) -> bool:
    """Whether this activity is among them, and goes on. One look."""
    return seen(individual, own=own).filter(through=activity, kind=Kind.ACTIVITY, end="").exists()


def activities_known(here: Iterable[Connection]) -> list[Activity]:
    """The activities that brought somebody or something, by name: more may come through them. No look."""
    found = {each.through_id: each.through for each in here if each.through is not None}
    return sorted(found.values(), key=lambda activity: activity.name)


def _with_kind(each: Connection | Pictured) -> str:
    what = "paid to be there" if each.is_paid else "" if each.is_person else each.kind_words.lower()
    return f"{each.name} ({what})" if what else each.name


def seen(individual: Individual, *, own: bool) -> QuerySet[Connection]:
    """All that whoever asks may see, ended or not."""
    connections = individual.connections.filter(put_away_on__isnull=True)
    return connections if own else connections.filter(is_mine_alone=False)


def _people_first(connection: Connection) -> tuple:
    return connection.circle, not connection.is_person, connection.is_paid, connection.name.casefold(), connection.pk
