"""Who is offered the eleven sentences, what somebody gave them for themself, and what a team may be told."""

from collections.abc import Mapping
from datetime import date

from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.people.models import Team, User
from kith.people.queries import people_in, teams_where

from ..mirror.sentences import sentences, told_of_sentence
from ..mirror.telling import NOT_TOLD, TOO_FEW
from ..models import LookBack, LooksBack

OF_A_SENTENCE = "sentence "  # before the key of one, in what a picture keeps


def is_on(team: Team) -> bool:
    """Whether this team has them switched on."""
    return LooksBack.objects.filter(team=team, on_since__isnull=False).exists()


def is_offered(by: Actor) -> bool:
    """Whether a team in which they work has them switched on. One look."""
    teams = teams_where(by, Permission.READ_PRACTICE)
    return LooksBack.objects.filter(team__in=teams, on_since__isnull=False).exists()


def given_by(user: User, begins_on: date) -> dict[str, LookBack]:
    """Their own of one quarter, by sentence. One look."""
    return {each.sentence: each for each in LookBack.objects.filter(user=user, begins_on=begins_on)}


def told_of_sentences(team: Team, begins_on: date) -> dict[str, str]:
    """What a team may be told of each sentence in a quarter; nothing where they are off. Two looks."""
    if not is_on(team):
        return {}
    workers = people_in(team).order_by().values("user")
    rows = LookBack.objects.filter(user__in=workers, begins_on=begins_on, number__isnull=False).order_by()
    numbers: dict[str, dict[int, int]] = {}
    for sentence, user, number in rows.values_list("sentence", "user", "number"):
        numbers.setdefault(sentence, {})[user] = number
    return {OF_A_SENTENCE + each.key: told_of_sentence(numbers.get(each.key, {})) for each in sentences()}


def sentences_in(told: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Each sentence of which a picture tells a number, and that."""
    kept = ((each.words, told.get(OF_A_SENTENCE + each.key, NOT_TOLD)) for each in sentences())
    return tuple((words, found) for words, found in kept if found not in (TOO_FEW, NOT_TOLD))
