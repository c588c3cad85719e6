"""What others told the team: of somebody known, or of whoever it may be; and what waits unread."""

from datetime import timedelta

from django.db.models import QuerySet

from kith.access import clock
from kith.messaging.models import Message, WordToTeam
from kith.people.models import Individual, Team

AN_HOUR = timedelta(hours=1)
SHOWN = 100


def words_about(individual: Individual) -> list[WordToTeam]:
    """The latest about one person, newest first. One look."""
    return list(individual.words_to_team.select_related("author", "read_by")[:SHOWN])


def word_about(individual: Individual, public_id: str) -> WordToTeam | None:
    """This one of them."""
    return individual.words_to_team.filter(public_id=public_id).first()


def words_waiting(individuals: list[Individual]) -> QuerySet[WordToTeam]:
    """What nobody has read yet about these people, the longest ago first."""
    return _waiting().filter(individual__in=individuals).order_by("at", "pk")


def words_with_managers(teams: list[Team]) -> QuerySet[WordToTeam]:
    """What nobody read in time, about people of these teams."""
    gone = _waiting().filter(turn=Message.Turn.MANAGER, individual__team__in=teams, individual__closed_at=None)
    return gone.order_by("at", "pk")


def words_of_nobody(team: Team) -> QuerySet[WordToTeam]:
    """What this team is to sort: nobody has said yet about whom it is."""
    return _waiting().filter(individual=None, team=team).order_by("at", "pk")


def word_of_nobody(team: Team, public_id: str) -> WordToTeam | None:
    """This one of them, sorted or not."""
    return WordToTeam.objects.filter(team=team, public_id=public_id).first()


def words_came_lately() -> int:
    """How many came within an hour."""
    return WordToTeam.objects.filter(at__gte=clock.now() - AN_HOUR).count()


def _waiting() -> QuerySet[WordToTeam]:
    return WordToTeam.objects.filter(state=Message.State.WAITING).select_related("individual", "author")
