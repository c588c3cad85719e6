"""What we ask about whoever leaves: what is theirs, and who has it afterwards."""

from dataclasses import dataclass

from django.contrib.sessions.models import Session
from django.db.models import Q, QuerySet

from kith.access import clock
from kith.conversations.models import Draft
from kith.messaging.models import Message
from kith.people import queries as people
from kith.people import reaching
from kith.people.models import Individual, Relation, Team, User

OPEN = (Message.State.WAITING, Message.State.READ)
Kind = Relation.Kind


@dataclass(frozen=True)
class Moving:
    """All that somebody has in one team: what moves to others, and what comes to an end."""

    partnerships: list[Relation]
    beside: list[Relation]  # people they help beside a worker, or cover for
    drafts: int
    messages: int

    @property
    def to_tell(self) -> list[Individual]:
        """Who is not written to, so that somebody tells them."""
        return [each.individual for each in self.partnerships if not _is_written_to(each.individual)]

    @property
    def written_to(self) -> int:
        """How many get a letter."""
        return len(self.partnerships) - len(self.to_tell)

    @property
    def numbers(self) -> list[tuple[str, str]]:
        """What moves, in words for a list."""
        counts = (
            (len(self.partnerships), "notebook", "handed over"),
            (self.drafts, "half-written page", "goes along, without private thoughts"),
            (self.messages, "message", "goes along"),
            (len(self.beside), "person they helped beside a worker", "no longer theirs"),
        )
        return [(count_words(count, what), becomes) for count, what, becomes in counts if count]


def count_words(count: int, what: str) -> str:
    """“1 message”, “3 people”."""
    if count == 1:
        return f"1 {what}"
    return f"{count} {what.replace('person', 'people')}" if "person" in what else f"{count} {what}s"


def moving_with(user: User, team: Team) -> Moving:
    """What is theirs in this team now."""
    work = list(people.work_in(team, user).select_related("individual__user"))
    return Moving(
        partnerships=[each for each in work if each.kind == Kind.PARTNERSHIP],
        beside=[each for each in work if each.kind != Kind.PARTNERSHIP],
        drafts=drafts_in(team, user).exclude(typed="", beside="").count(),
        messages=open_messages(user).filter(of_team(team)).count(),
    )


def drafts_in(team: Team, user: User) -> QuerySet[Draft]:
    """What they began to write about people of this team."""
    return Draft.objects.filter(author=user, individual__team=team).select_related("individual").order_by("pk")


def open_messages(user: User) -> QuerySet[Message]:
    """Messages that wait for this user, to be read or to be answered."""
    return Message.objects.filter(owner=user, state__in=OPEN).order_by("pk")


def of_team(team: Team) -> Q:
    """A message from somebody of this team, or to it from somebody not known yet."""
    return Q(individual__team=team) | Q(individual=None, team=team)


def needs_account(user: User) -> bool:
    """Whether there is anything left that they sign in for: a team, an office, their own notebook, somebody
    who lets them in."""
    has_own = people.own_record(user) is not None
    offices = user.is_administrator or user.is_rights_lead
    lasting = people.live_relations(user, clock.now()).exclude(kind=Kind.URGENT_LOOK)
    return has_own or offices or lasting.exists()


def sessions_of(user: User) -> list[Session]:
    """Where they are signed in now. Sessions name nobody outside their own encoding, so each is opened."""
    live = Session.objects.filter(expire_date__gt=clock.now()).iterator()
    return [each for each in live if each.get_decoded().get("_auth_user_id") == str(user.pk)]


def account_called(public_id: str) -> User | None:
    """The account with this public id."""
    return User.objects.filter(public_id=public_id).first()


def works_with_people(user: User) -> bool:
    """Whether anybody would miss them: they work with somebody, or in a team."""
    return people.live_relations(user, clock.now()).exclude(kind=Kind.SUPPORT).exists()


def is_last_administrator(user: User) -> bool:
    """Whether nobody else could wake accounts up."""
    others = User.objects.filter(is_administrator=True, is_active=True).exclude(pk=user.pk)
    return user.is_administrator and not others.exists()


def _is_written_to(individual: Individual) -> bool:
    """Whether a letter about somebody new would reach them and say anything."""
    return reaching.written_to(individual, "Somebody new is there for you.") is not None
