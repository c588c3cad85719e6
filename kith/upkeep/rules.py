"""When somebody cannot leave, or an account cannot rest, and why."""

from collections.abc import Mapping

from kith.people.models import Individual, Relation, User


def cannot_leave(
    user: User, partnerships: list[Relation], takes_over: Mapping[str, User], is_manager: bool
) -> str | None:
    """`takes_over` names somebody for each notebook, by the individual's public id."""
    if partnerships and not is_manager:
        return "The team’s manager names who takes over. Then they can leave."
    for individual in (each.individual for each in partnerships if each.individual):
        to = takes_over.get(individual.public_id)
        if to is None:
            return f"Who takes over with {individual.called}? Please choose somebody for everybody."
        if to.pk == user.pk:
            return f"{user.first_name} is leaving. Please choose somebody else for {individual.called}."
        if _is_them(to, individual):
            return f"Nobody can be their own worker. Please choose somebody else for {individual.called}."
    return None


def _is_them(user: User, individual: Individual) -> bool:
    return individual.user_id is not None and individual.user_id == user.pk


def cannot_rest(user: User, by_user_id: int | None, is_last_administrator: bool) -> str | None:
    if user.pk == by_user_id:
        return "This is your own account. Somebody else can let it rest."
    if is_last_administrator:
        return "Somebody has to look after accounts. Name another administrator first."
    return None if user.is_active else f"{user.first_name}’s account rests already."


def cannot_wake(user: User) -> str | None:
    return f"{user.first_name}’s account is awake already." if user.is_active else None
