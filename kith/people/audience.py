"""“Who sees this”, in words and with names, worked out from the matrix."""

from kith.access.actor import Role
from kith.access.audience import Audience, audience_of
from kith.access.permissions import NEEDS, Permission

from .models import Individual, User
from .queries import let_in_to_see, worker_of
from .writer import is_their_account


def who_sees(
    row: str, individual: Individual, reader: User | None, *, is_own: bool = False, worker: User | None = None
) -> str:
    """The line beside a box: who sees what is written there. `reader` is spoken to as “you”; with `is_own` the
    individual is, whether they have an account or not. `worker`: their own, where a page knows."""
    audience = audience_of(row)
    names = _names(individual, reader, is_own, worker or worker_of(individual))
    readers = [names[role] for role in audience.reads]
    if audience.may_be_let_in:
        readers += [_name_of(user, reader) for user in let_in_to_see(individual, row)]
    said = [_readers(readers)]
    if audience.says_why:
        said.append(f"{_listed([names[role] for role in audience.says_why])} can, after saying why.")
    if Role.INDIVIDUAL not in audience.reads:
        said.append(_not_the_individual(audience, names[Role.INDIVIDUAL]))
    return " ".join(filter(None, said))


def who_opens(permission: Permission, individual: Individual) -> str:
    """Who opens a page that asks for this permission, told to the individual on it."""
    names = _names(individual, individual.user, is_own=True, worker=worker_of(individual))
    return _readers([names[role] for role in audience_of(NEEDS[permission].row).reads])


def _readers(names: list[str]) -> str:
    """What an author alone sees has no readers to be named."""
    if not names:
        return ""
    verb = "see" if len(names) > 1 or names == ["you"] else "sees"
    return f"{_listed(names)} {verb} this."


def _not_the_individual(audience: Audience, name: str) -> str:
    if name == "you":
        return "You can ask for a copy of this." if audience.individual_may_ask else "You do not see this here."
    ask = f" {name} can ask for a copy." if audience.individual_may_ask else ""
    return f"{name} does not see this here.{ask}"


def _names(individual: Individual, reader: User | None, is_own: bool, worker: User | None) -> dict[Role, str]:
    worker_name = _name_of(worker, reader) if worker else "a worker"
    is_worker = worker_name == "you"
    is_individual = is_own or (reader is not None and is_their_account(reader.pk, individual))
    return {
        Role.INDIVIDUAL: "you" if is_individual else individual.called,
        Role.WORKER: worker_name,
        Role.COVER: "whoever covers for you" if is_worker else f"whoever covers for {worker_name}",
        Role.TEAM: "others in the team",
        Role.MANAGER: "the team’s manager",
        Role.RIGHTS_LEAD: "the information-rights lead",
        Role.ADMINISTRATOR: "the administrator",
    }


def _name_of(user: User, reader: User | None) -> str:
    return "you" if reader is not None and reader.pk == user.pk else user.first_name


def _listed(names: list[str]) -> str:
    """“You, Vish and the manager”, starting with a capital."""
    words = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
    return words[:1].upper() + words[1:]
