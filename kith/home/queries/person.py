"""A person at a glance."""

from dataclasses import dataclass

from kith.about_me import queries as about_me
from kith.about_me.models import Doing, Kind
from kith.conversations import queries as conversations
from kith.conversations.models import Meeting
from kith.goals import queries as goals
from kith.goals.models import Goal, Helper
from kith.introductions import queries as introductions
from kith.introductions.states import state_words
from kith.people import queries as people
from kith.people.models import Relation


@dataclass(frozen=True)
class Glance:
    """What stands on the page of one person."""

    lines: dict
    doing: list[Doing]
    goals: list[Goal]
    helpers: list[Helper]
    introductions: list[tuple[object, str]]
    next: Meeting | None
    last: Meeting | None
    working_with: list[Relation]
    is_begun: bool
    both_like: list[str]


def glance_at(individual, user) -> Glance:
    """Everything at a glance, in a fixed number of looks."""
    lines = about_me.lines_of(individual)
    return Glance(
        lines=lines,
        doing=about_me.doing_of(individual),
        goals=goals.goals_in_play(individual),
        helpers=goals.helpers_of(individual),
        introductions=_with_state(individual, most=6),
        next=conversations.next_meeting(individual),
        last=conversations.last_meeting(individual),
        working_with=list(people.working_with(individual)),
        is_begun=conversations.draft_of(individual, user.pk) is not None,
        both_like=about_me.shared_in(lines.get(Kind.INTEREST, []), user),
    )


def _with_state(individual, most: int) -> list[tuple[object, str]]:
    """The newest introductions, each with where it stands."""
    found = introductions.introductions_of(individual)[:most]
    return [(each, state_words(each)) for each in found]
