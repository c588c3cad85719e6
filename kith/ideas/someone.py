"""For whom the table is laid."""

from dataclasses import dataclass, field

from kith.about_me import queries as about_me
from kith.directory import queries as directory
from kith.local_knowledge import queries as local_knowledge
from kith.people.models import Individual, Team

from . import queries
from .mixing import Mix


@dataclass(frozen=True)
class Person:
    """What the table knows of the individual: their lines, what to keep away, the sorts of people
    that their lines name, and who reads. With nobody chosen it knows only the team and its places."""

    individual: Individual | None = None
    lines: tuple = ()
    avoid: tuple[str, ...] = ()
    sorts: frozenset[str] = frozenset()
    to_individual: bool = False
    team: int | None = None  # its key
    known: frozenset[int] = frozenset()  # keys of activities of which the team knows something good
    new: frozenset[int] = frozenset()  # keys of what came to the table last
    full: frozenset[int] = frozenset()  # keys of activities without room today: they lie last
    set_aside: dict[str, str] = field(default_factory=dict)  # what is not for them: names by public id

    @property
    def near(self):
        """Their point, when it is known."""
        return self.individual.near if self.individual else None

    @property
    def mix(self) -> Mix:
        """What is brought forward for them, and how it is marked."""
        return Mix(self.known, self.new, self.to_individual)


def person(individual, *, to_individual: bool, set_aside: dict[str, str] | None = None) -> Person:
    """One look at what they said about themselves. `set_aside`: when it is at hand already."""
    by_kind = about_me.lines_of(individual)
    everything = [line for lines in by_kind.values() for line in lines]
    matching = sorted((line for line in everything if line.is_used_for_matching), key=lambda line: -line.pk)
    avoid = tuple(line.words for line in by_kind.get("does_not_help", ()))
    sorts = directory.named_in(line.words for line in everything if line.kind != "does_not_help")
    known, new, full = local_knowledge.known_new_and_full(individual.team_id)
    return Person(
        individual,
        tuple(matching),
        avoid,
        sorts,
        to_individual,
        team=individual.team_id,
        known=known,
        new=new,
        full=full,
        set_aside=queries.set_aside_names(individual) if set_aside is None else set_aside,
    )


def nobody(team: Team | None) -> Person:
    """The table with nobody chosen."""
    key = team.pk if team else None
    known, new, full = local_knowledge.known_new_and_full(key)
    return Person(team=key, known=known, new=new, full=full)
