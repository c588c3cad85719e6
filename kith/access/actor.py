"""Who is acting: a frozen picture of a person and their live relations, made once a request."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The columns of the matrix. `SYSTEM` and `COMMAND_LINE` have none: each permission names them."""

    INDIVIDUAL = "individual"
    SUPPORTER = "supporter"
    LEGAL = "legal"
    WORKER = "worker"
    COVER = "cover"
    TEAM = "team"
    MANAGER = "manager"
    HOST = "host"
    HELPER = "helper"
    KEEPER = "keeper"
    CONTACT = "contact"
    RIGHTS_LEAD = "rights_lead"
    ADMINISTRATOR = "administrator"
    FUNDER = "funder"
    VISITOR = "visitor"
    NOBODY = "nobody"
    SYSTEM = "system"
    COMMAND_LINE = "command_line"


FOREMOST = (
    Role.INDIVIDUAL,
    Role.WORKER,
    Role.COVER,
    Role.SUPPORTER,
    Role.MANAGER,
    Role.RIGHTS_LEAD,
    Role.TEAM,
    Role.KEEPER,
)
STAFF = frozenset({Role.WORKER, Role.COVER, Role.TEAM, Role.MANAGER, Role.RIGHTS_LEAD, Role.ADMINISTRATOR})


@dataclass(frozen=True)
class Tie:
    """One live relation: a role towards one individual, or a whole team, or neither (an office held)."""

    role: Role
    individual_id: int | None = None
    team_id: int | None = None
    rows: frozenset[str] = frozenset()  # what a legal authority opens
    broke_glass: bool = False  # for an hour, with a reason: opens what the role does not open by itself
    said_why: bool = False  # for the rest of a day: opens what the role reads after saying why

    def reaches(self, individual, team) -> bool:
        """Whether this relation has to do with this individual or this team. An office has to do
        with all; every other relation ends when the record is closed."""
        if self.individual_id is None and self.team_id is None:
            return True
        if individual is not None:
            if individual.closed_at is not None:
                return False
            near_team = self.team_id is not None and self.team_id == individual.team_id
            return near_team or (self.individual_id is not None and self.individual_id == individual.pk)
        return team is None or self.team_id == team.pk


@dataclass(frozen=True)
class Actor:
    """`who` is a public id or the name of a machine; never a person's name, as it is kept in the trail."""

    who: str
    user_id: int | None = None
    sent_in_for: int | None = None  # the individual whose own address or number this came from, not signed in
    ties: tuple[Tie, ...] = ()
    kept_from: frozenset[int] = frozenset()  # individuals whose notebooks are shut to them, whatever they are here

    @classmethod
    def system(cls) -> "Actor":
        return cls(who="system", ties=(Tie(Role.SYSTEM),))

    @classmethod
    def command_line(cls) -> "Actor":
        return cls(who="command line", ties=(Tie(Role.COMMAND_LINE),))

    @classmethod
    def nobody(cls) -> "Actor":
        return cls(who="nobody")

    @classmethod
    def with_link(cls, role: Role, individual_id: int) -> "Actor":
        """Whoever opened a link: a host or a visitor, towards one individual. Who it is, nobody can say."""
        return cls(who=f"{role.value} with a link", ties=(Tie(role, individual_id=individual_id),))

    @classmethod
    def at_own_address(cls) -> "Actor":
        """Whoever answers a letter that went to a place's own public address: it speaks for its listings alone."""
        return cls(who="contact with a link", ties=(Tie(Role.CONTACT),))

    @classmethod
    def sent_in(cls, individual) -> "Actor":
        """The individual, known by the address or number they wrote from: their words, with nobody signed in."""
        who = individual.user.public_id if individual.user else individual.public_id
        ties = (Tie(Role.INDIVIDUAL, individual_id=individual.pk),)
        return cls(who=who, user_id=individual.user_id, sent_in_for=individual.pk, ties=ties)

    @property
    def roles(self) -> frozenset[Role]:
        """Every role held anywhere."""
        return frozenset(tie.role for tie in self.ties)

    @property
    def is_staff(self) -> bool:
        return bool(self.roles & STAFF)

    def ties_to(self, individual=None, team=None) -> tuple[Tie, ...]:
        """The relations that have to do with this individual or team; all of them when neither is named.
        Towards their own record somebody is the individual and nothing else, whatever they do here besides;
        towards one they are kept away from they are nothing."""
        near = tuple(tie for tie in self.ties if tie.reaches(individual, team))
        if individual is None:
            return near
        own = tuple(tie for tie in near if tie.role is Role.INDIVIDUAL)
        return own or (() if individual.pk in self.kept_from else near)

    def works_apart_from(self, individual_id: int | None) -> bool:
        """Whether lists of their work leave this individual out: it is they themselves, or they are kept away."""
        own = {tie.individual_id for tie in self.ties if tie.role is Role.INDIVIDUAL}
        return individual_id is not None and individual_id in self.kept_from | own

    def foremost_role(self, individual=None) -> Role:
        """As what they act here, when they are several things at once; kept in the trail."""
        held = {tie.role for tie in self.ties_to(individual)} or self.roles
        in_order = [role for role in (*FOREMOST, *Role) if role in held]
        return in_order[0] if in_order else Role.NOBODY
