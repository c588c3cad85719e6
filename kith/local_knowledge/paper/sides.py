"""One leaflet of one or more files: what was read on all of its sides, and which listings it may be."""

from dataclasses import dataclass
from functools import cached_property, reduce

from kith.directory import queries as directory
from kith.directory.paper.parts import Parts, from_json, joined
from kith.local_knowledge.listings import where_words


@dataclass(frozen=True)
class Sides:
    """The front, and what was handed in as its other sides."""

    papers: tuple

    @property
    def is_reading(self) -> bool:
        """Whether one of them still waits to be read."""
        return any(each.state == "waiting" for each in self.papers)

    @property
    def problem(self) -> str:
        """Why it was not read: a sentence of the first side that could not be, where no side could."""
        return "" if any(each.found for each in self.papers) else next((each.problem for each in self.papers), "")

    @cached_property
    def parts(self) -> Parts:
        """What all sides say. A side on which nothing was read says nothing."""
        return reduce(joined, [from_json(each.found) for each in self.papers])

    @cached_property
    def pictures(self) -> list[str]:
        """The ids of those of which there is a picture."""
        return [each.public_id for each in self.papers if each.state != "waiting" and _is_there(each)]

    def like_it(self) -> list[tuple]:
        """Listings that may be the same: by name, by number or address, or by place and time; and where they are."""
        told = {field: self.parts[field].value for field in ("name", "postcode", "phone", "email")}
        same = directory.found_again(**told, slots=self.parts["schedule"].value)
        return [(each, where_words(each)) for each in same]


def _is_there(paper) -> bool:
    return directory.paper_file(paper).is_file()


def sides_of(paper) -> Sides:
    """The leaflet whose front this is."""
    return Sides(tuple(directory.sides_of(paper)))
