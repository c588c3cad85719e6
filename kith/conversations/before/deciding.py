"""What is decided at a meeting and what is not: short for a message, whole for a page, with who said so and when."""

from dataclasses import dataclass
from datetime import date

from kith.people.kinds import Ways, ways_for
from kith.people.models import Individual, Team

from .composing import first_sentence
from .plain_words import is_plain

SHORT = (
    "We only plan what to try next: nothing about your support or money.",
    "We just plan: nothing about support or money is decided.",
    "Nothing about support or money is decided.",
)
SHORT_OF_A_CHARITY = (
    "We only plan what to try next, and have no say in your support or money.",
    "We just plan, with no say in support or money.",
    "We have no say in support or money.",
)


@dataclass(frozen=True)
class Decided:
    """What the page says. `said_by` and `said_on` are empty where the words are the usual ones."""

    decides: str
    does_not_decide: str
    said_by: str = ""
    said_on: date | None = None


def decided_for(individual: Individual, *, anybody_may_read: bool = False) -> Decided:
    """The team's own words. Where anybody may read, words that would tell of a service give way to the usual."""
    team = individual.team
    ways = ways_for(individual)
    said = Decided(ways.decides, ways.does_not_decide, *_source(team))
    if not anybody_may_read:
        return said
    names = (team.name,) if team else ()
    if not all(is_plain(words, names=names) for words in (said.decides, said.does_not_decide)):
        return Decided("What we write down together, and what you would like to try next.", SHORT[0])
    return said if is_plain(said.said_by, names=names) else Decided(said.decides, said.does_not_decide)


def in_short(individual: Individual) -> tuple[str, ...]:
    """Ways to say it in a message, the fullest first. A team's own words are cut only between sentences; where
    they would tell of a service, or are too long, the usual ones stand for them."""
    team = individual.team
    usual = SHORT_OF_A_CHARITY if team and team.kind == Team.Kind.CHARITY else SHORT
    if team is None or not (team.decides or team.does_not_decide):
        return usual
    own = [each for each in _cut(ways_for(individual)) if is_plain(each, names=(team.name,))]
    return (*own, *usual)


def _cut(ways: Ways) -> list[str]:
    lesser = first_sentence(ways.does_not_decide)
    return [f"{ways.decides} {ways.does_not_decide}", ways.does_not_decide, lesser]


def _source(team: Team | None) -> tuple[str, date | None]:
    if team is None or not (team.decides or team.does_not_decide):
        return "", None
    return team.decides_said_by, team.decides_said_on
