"""What people here would like and the town has nothing of nearby: topics alone, never who said so."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kith.about_me.models import FOR_MATCHING, Line
from kith.access import clock
from kith.access.few import LEAST
from kith.directory import queries as directory
from kith.directory.search.own_words import bring_up_to_date
from kith.directory.search.vocabulary import Concept, heard_in
from kith.directory.search.words import stem, tokens
from kith.people.models import Team

MOST_TOPICS = 12  # looked for; what most people like comes first
MILES = 5
NEEDED = ("words", "individual", "individual__latitude", "individual__longitude")


@dataclass(frozen=True)
class Wished:
    """One topic: the people who like it, and where they live, as far as that is known."""

    concept: Concept
    people: frozenset[int]
    points: tuple[tuple[float, float], ...]


def unmet_interests(teams: Iterable[Team]) -> list[str]:
    """What is missing for any of these teams, each topic once."""
    return sorted({name for team in teams for name in missing_interests(team)})


def missing_interests(team: Team) -> list[str]:
    """Topics that at least ten people of this team like and that nothing near them is about. By name and without a
    number: their order tells no more than they do."""
    wished = _wished_by_enough(team)
    points = list(dict.fromkeys(point for each in wished for point in each.points))
    missing = directory.not_near([each.concept for each in wished], points, MILES)
    return sorted(each.concept.name for each in wished if each.concept.name in missing)


def _wished_by_enough(team: Team) -> list[Wished]:
    bring_up_to_date()
    people: dict[str, dict] = defaultdict(dict)
    concepts: dict[str, Concept] = {}
    for line in _lines(team):
        for heard in heard_in([(word, stem(word)) for word in tokens(line.words)]):
            concepts[heard.concept.name] = heard.concept
            people[heard.concept.name][line.individual_id] = line.individual.near
    enough = [_of(concepts[name], near) for name, near in people.items() if len(near) >= LEAST]
    return sorted(enough, key=lambda each: (-len(each.people), each.concept.name))[:MOST_TOPICS]


def _of(concept: Concept, near: dict) -> Wished:
    return Wished(concept, frozenset(near), tuple(point for point in near.values() if point))


def _lines(team: Team):
    """What people said they like before this month, and let be used for this: a topic does not come on the day on which
    somebody came. One look."""
    live = {
        "said_on__lt": clock.today().replace(day=1),
        "ended_on__isnull": True,
        "individual__closed_at__isnull": True,
        "is_hidden_from_matching": False,
    }
    lines = Line.objects.filter(individual__team=team, kind__in=FOR_MATCHING, **live)
    return lines.select_related("individual").only(*NEEDED)
