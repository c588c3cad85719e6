"""Setting up: when something cannot be done yet, and why. Says nothing about anybody else who is here."""

from datetime import date, time, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q

from kith.access.actor import Actor, Role
from kith.access.permissions import Permission
from kith.access.permit import may

from .models import Individual, Relation, Team, User
from .queries import kept_away_from

LONGEST_COVER = timedelta(days=14)
MOST_INTERESTS = 3
LONGEST_ANSWER = 10  # working days
NOT_THIS_ADDRESS = "This address cannot be used here. Another one can, or a printed code."


def is_no_address(email: str) -> str | None:
    """Whether this is a whole address at all."""
    try:
        validate_email(email)
    except ValidationError:
        return "This does not look like a whole email address. Try it like name@place.example."
    return None


def cannot_use_address(email: str, individual: Individual | None = None) -> str | None:
    """An address belongs to one person; whose it is already, is not said. None at all is fine."""
    email = email.strip().lower()
    if not email:
        return None
    own = individual.user_id if individual else None
    taken = User.objects.filter(email__iexact=email).exclude(pk=own).exists()
    others = Individual.objects.filter(email__iexact=email, closed_at__isnull=True)
    if individual is not None:
        others = others.exclude(pk=individual.pk)
    return is_no_address(email) or (NOT_THIS_ADDRESS if taken or others.exists() else None)


def cannot_be_met_by_address(user: User, by: Actor) -> str | None:
    """That somebody is supported here, or was let in by one who is, nobody learns who merely types their address: only
    whoever sees them anyway. A worker is known to be one."""
    works_here = (
        user.is_administrator or user.is_rights_lead or user.relations.exclude(kind=Relation.Kind.SUPPORT).exists()
    )
    if works_here:
        return None
    near = Individual.objects.filter(Q(user=user) | Q(relations__user=user))
    sees_them = any(may(by, Permission.SEE_PERSON, each) for each in near)
    return None if sees_them or not near else NOT_THIS_ADDRESS


def cannot_invite(individual: Individual, email: str) -> str | None:
    """An account needs an address that nobody else has, and somebody who is in already needs no invitation."""
    account = individual.user
    if account and account.email and account.last_login:
        return f"{individual.called} has signed in already."
    if not email.strip():
        return "To sign in they need an email address, or a printed code."
    return cannot_use_address(email, individual)


def cannot_join_by_themselves(user: User, by: Actor, team: Team) -> str | None:
    """Whoever looks after accounts opens no team's notebooks to themselves."""
    is_manager = Role.MANAGER in {tie.role for tie in by.ties_to(team=team) if tie.team_id == team.pk}
    return None if user.pk != by.user_id or is_manager else "Nobody can invite themselves. Please choose somebody else."


def cannot_make_team(name: str, others: list[str]) -> str | None:
    if not name.strip():
        return "A team needs a name. Any name that people know will do."
    if name.strip().casefold() in (other.casefold() for other in others):
        return f"You have a team called {name.strip()} already."
    return None


def cannot_say_what_is_decided(words: str, said_by: str, said_on: date | None, today: date) -> str | None:
    """What is decided and what is not comes from somewhere, and from some day."""
    if words and not (said_by.strip() and said_on):
        return "Please write who said what is decided, and when. People can then ask."
    if said_on and said_on > today:
        return "This day is still to come. When was it said?"
    return None


def cannot_read(days: list[int], begins: time, ends: time, within: int) -> str | None:
    """Some hour of some day, and an answer that people can count on."""
    if not days or set(days) - set(range(7)):
        return "Please choose the days on which you read messages."
    if begins >= ends:
        return "You read from one hour to a later one. Please look at both."
    return None if 1 <= within <= LONGEST_ANSWER else "An answer takes one working day at least, and ten at most."


def cannot_leave(still_with: int, is_last_manager: bool) -> str | None:
    """Nobody is left without a worker, and no team without a manager."""
    if still_with:
        people = "one person" if still_with == 1 else f"{still_with} people"
        return f"They still work with {people}. Hand over first, then they can leave."
    return "A team needs a manager. Invite another one first." if is_last_manager else None


def cannot_work_with_themselves(worker: User, individual_user: User | None) -> str | None:
    is_same = individual_user is not None and worker.pk == individual_user.pk
    return "Nobody can be their own worker. Please choose somebody else." if is_same else None


def cannot_work_together(user: User, individual: Individual) -> str | None:
    """Whoever is kept away from a notebook is not let in by another way."""
    is_apart = kept_away_from(individual).filter(user=user).exists()
    return "These two do not work together here. Please choose somebody else." if is_apart else None


def cannot_hand_over(relation: Relation, to: User, is_theirs: bool, is_in_team: bool) -> str | None:
    """The worker hands over their own partnership, or the manager does, within the team."""
    name = relation.user.first_name
    if relation.kind != Relation.Kind.PARTNERSHIP:
        return "Only the worker’s own place can be handed over."
    if not is_theirs:
        return f"{name} can hand this over, or the team’s manager."
    if to.pk == relation.user_id:
        return f"{name} is the worker already. Please choose somebody else."
    return None if is_in_team else f"{to.first_name} does not work in this team."


def cannot_be_their_address(email: str, individual: Individual) -> str | None:
    """The individual's own address would make them their own worker, account or not."""
    is_theirs = email.strip().lower() == individual.written_to_at.lower()
    return f"This is where {individual.called} is written to. Please give another address." if is_theirs else None


def cannot_cover_until(until: date, today: date) -> str | None:
    if until < today:
        return "This day has been. Until when does somebody cover?"
    if until > today + LONGEST_COVER:
        return "Cover lasts two weeks at most. It can begin again after that."
    return None


def cannot_show_interests(interests: list[str]) -> str | None:
    return "Three interests are plenty. Which three?" if len(interests) > MOST_INTERESTS else None
