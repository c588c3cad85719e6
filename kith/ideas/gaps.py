"""What people here would like and the town has nothing of nearby: topics alone, never who said so."""

from collections import defaultdict
from dataclasses import dataclass

from kith.about_me.models import FOR_MATCHING, Line
from kith.directory import queries as directory
from kith.directory.search.own_words import bring_up_to_date
from kith.directory.search.vocabulary import Concept, heard_in
from kith.directory.search.words import stem, tokens

FEWEST_PEOPLE = 3  # fewer could be recognised
FEWEST_IN_TROUBLE = 10  # of what people like only because something is hard: it is guessed more easily, and hurts more
MANY = 10
MOST_TOPICS = 12  # looked for; what most people like comes first
MILES = 5
NEEDED = ("words", "individual", "individual__latitude", "individual__longitude")


@dataclass(frozen=True)
class Wished:
    """One topic: the people who like it, and where they live, as far as that is known."""

    concept: Concept
    people: frozenset[int]
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Missing:
    """A topic, and whether ten people or more like it. How many is told nowhere: from one day to the next the number
    would tell of whoever came."""

    name: str
    is_liked_by_many: bool = False


def unmet_interests(team) -> list[str]:
    """Topics that at least three people of this team like and that nothing near them is about."""
    return [each.name for each in missing_interests(team)]


def missing_interests(team) -> list[Missing]:
    """The same, by name: their order tells no more than their names do."""
    if team is None:
        return []
    wished = _wished_by_enough(team)
    points = list(dict.fromkeys(point for each in wished for point in each.points))
    missing = directory.not_near([each.concept for each in wished], points, MILES)
    found = sorted((each for each in wished if each.concept.name in missing), key=lambda each: each.concept.name)
    return [Missing(each.concept.name, len(each.people) >= MANY) for each in found]


def _wished_by_enough(team) -> list[Wished]:
    bring_up_to_date()
    people: dict[str, dict] = defaultdict(dict)
    concepts: dict[str, Concept] = {}
    for line in _lines(team):
        for heard in heard_in([(word, stem(word)) for word in tokens(line.words)]):
            concepts[heard.concept.name] = heard.concept
            people[heard.concept.name][line.individual_id] = line.individual.near
    enough = [_of(concepts[name], near) for name, near in people.items() if len(near) >= _fewest(concepts[name])]
    return sorted(enough, key=lambda each: (-len(each.people), each.concept.name))[:MOST_TOPICS]


def _fewest(concept: Concept) -> int:
    return FEWEST_IN_TROUBLE if concept.kind == "support" else FEWEST_PEOPLE


def _of(concept: Concept, near: dict) -> Wished:
    return Wished(concept, frozenset(near), tuple(point for point in near.values() if point))


def _lines(team):
    """What people say they like and let be used for this; one look."""
    live = {"ended_on__isnull": True, "individual__closed_at__isnull": True, "is_hidden_from_matching": False}
    lines = Line.objects.filter(individual__team=team, kind__in=FOR_MATCHING, **live)
    return lines.select_related("individual").only(*NEEDED)
