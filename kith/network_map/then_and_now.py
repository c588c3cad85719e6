"""What is different between two days, as people would say it: who is new and through what, who moved, who is gone."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from .models import Connection, Facts, Kind

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NAMED = 6  # names in a sentence; the list has all of them
KINDS = {  # one and several, in the order they are told
    Kind.PERSON.value: ("person", "people"),
    "paid": ("person who is paid to be there", "people who are paid to be there"),
    Kind.GROUP.value: ("group", "groups"),
    Kind.PLACE.value: ("place", "places"),
    Kind.ACTIVITY.value: ("activity", "activities"),
    Kind.PET.value: ("pet", "pets"),
}


@dataclass(frozen=True)
class Stand:
    """One connection on one of the two days."""

    facts: Facts
    end: str

    @property
    def name(self) -> str:
        return self.facts.name

    @property
    def sort(self) -> str:
        return "paid" if self.facts.is_paid else self.facts.kind

    @property
    def from_there(self) -> str:
        """The name of the activity that brought it; "" for an activity, which is its own way here."""
        return "" if self.sort == Kind.ACTIVITY or self.facts.through is None else self.facts.through.name

    @property
    def introduced_to(self) -> str:
        """The name of the activity that an introduction led to, and from which it came."""
        return self.facts.through.name if self.facts.introduction and self.facts.through else ""


@dataclass(frozen=True)
class Changes:
    """Both days, by connection; everything else is worked out from them."""

    then: Mapping[int, Stand]
    now: Mapping[int, Stand]

    @cached_property
    def new(self) -> list[Stand]:
        return [each for key, each in self.now.items() if not each.end and key not in self.then]

    @cached_property
    def back(self) -> list[Stand]:
        return self._of_both(lambda then, now: bool(then.end) and not now.end)

    @cached_property
    def closer(self) -> list[Stand]:
        return self._of_both(lambda then, now: not (then.end or now.end) and now.facts.circle < then.facts.circle)

    @cached_property
    def further(self) -> list[Stand]:
        return self._of_both(lambda then, now: not (then.end or now.end) and now.facts.circle > then.facts.circle)

    @cached_property
    def gone(self) -> list[Stand]:
        return self._of_both(lambda then, now: not then.end and now.end == Connection.End.ENDED)

    @cached_property
    def remembered(self) -> list[Stand]:
        return self._of_both(lambda then, now: not then.end and now.end == Connection.End.DIED)

    def _of_both(self, is_so: Callable[[Stand, Stand], bool]) -> list[Stand]:
        both = [key for key in self.now if key in self.then]
        return [self.now[key] for key in both if is_so(self.then[key], self.now[key])]

    @property
    def sentences(self) -> list[str]:
        """All of it, a sentence each; none when nothing is different."""
        told = new_in_words(self.new)
        told += [f"Here again: {names(self.back)}."] if self.back else []
        told += [f"{names(self.closer)} moved closer."] if self.closer else []
        told += [f"{names(self.further)} moved further out."] if self.further else []
        told += [f"No longer here: {names(self.gone)}."] if self.gone else []
        told += [f"Remembered: {names(self.remembered)}."] if self.remembered else []
        return told


def new_in_words(new: Iterable[Stand]) -> list[str]:
    """“Two new people, both from the running club: Dee and Col.” A sentence for each kind and where it came from; the
    last says which of these places an introduction led to."""
    new = list(new)
    found: dict[tuple[str, str], list[Stand]] = {}
    for each in new:
        found.setdefault((each.sort, each.from_there), []).append(each)
    in_order = sorted(found, key=lambda what: (list(KINDS).index(what[0]), not what[1], -len(found[what])))
    return [*(_new(*what, found[what]) for what in in_order), *_introduced(new)]


def _new(sort: str, through: str, found: list[Stand]) -> str:
    one, several = KINDS[sort]
    what = f"{number(len(found)).capitalize()} new {one if len(found) == 1 else several}"
    from_there = {1: "from", 2: "both from"}.get(len(found), "all from")
    return f"{what}{f', {from_there} {through}' if through else ''}: {names(found)}."


def _introduced(new: list[Stand]) -> list[str]:
    places = list(dict.fromkeys(each.introduced_to for each in new if each.introduced_to))
    what = "an introduction" if len(places) == 1 else "introductions"
    return [f"{listed(places)} came through {what}."] if places else []


def number(count: int) -> str:
    """Small ones as words."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def names(found: list[Stand]) -> str:
    """Theirs, as one says them."""
    return listed([each.name for each in found])


def listed(said: list[str]) -> str:
    """“Dee, Col and Sam”; of many the first few, and how many more."""
    if len(said) > NAMED:
        return f"{', '.join(said[: NAMED - 1])} and {len(said) - NAMED + 1} more"
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
