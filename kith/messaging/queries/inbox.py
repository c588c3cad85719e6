"""Messages as they are looked for: of one person, waiting for somebody, past their time, of nobody known yet."""

from datetime import date, datetime, timedelta

from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet

from kith.access import clock
from kith.access.alongside import alongside
from kith.access.kept import kept
from kith.access.one import the_one
from kith.introductions import held
from kith.introductions.models import Report
from kith.introductions.states import WENT
from kith.messaging.models import ABOUT, Message, Phrase
from kith.people.models import Individual, Relation, Team, User
from kith.people.queries import caseload, live
from kith.people.there import working_there
from kith.people.writer import is_their_account

from .words_to_team import words_of_nobody

GOES_ON = Q(individual__isnull=True) | Q(individual__closed_at__isnull=True)
MOMENT = timedelta(minutes=1)
SHOWN = 100
RELATED = ("individual__user", "author", "owner", "goal__activity", "step__goal", "introduction__activity", "meeting")
TOLD_IN_A_LIST = {
    "individual": ("public_id", "called", "full_name", "user", "team", "closed_at"),
    "author": ("name",),
    "owner": ("name",),
    "goal": ("public_id", "words"),
    "goal__activity": ("name",),
    "step": ("public_id", "words"),
    "step__goal": ("public_id",),
    "introduction": ("public_id", "first_visit_on", "called_off_on", "still_on_asked_on"),
    "introduction__activity": ("name",),
    "meeting": ("public_id",),
}


def _messages() -> QuerySet[Message]:
    return Message.objects.select_related(*RELATED).prefetch_related("attachments")


def _in_a_list() -> QuerySet[Message]:
    return alongside(Message.objects.all(), **TOLD_IN_A_LIST)


def messages_of(individual: Individual, reader_id: int | None = None) -> list[Message]:
    """The latest of one person, newest first, with all that a page shows; as far as this reader may know, where one is
    named. Two looks."""
    return list(_messages().filter(readable(individual, reader_id), individual=individual)[:SHOWN])


def message_called(individual: Individual, public_id: str, reader_id: int | None = None) -> Message | None:
    """This message of this person, where this reader may know of it."""
    found = _messages().filter(readable(individual, reader_id), individual=individual, public_id=public_id)
    return found.first()


def readable(individual: Individual, reader_id: int | None) -> Q:
    """What a place writes back before somebody went there is an answer to the worker, who reads it first and passes on
    what is worth it: the individual finds that with the introduction. What comes later is theirs as well."""
    if not is_their_account(reader_id, individual):
        return Q()
    went = Report.objects.filter(introduction=OuterRef("introduction"), kind__in=WENT, noted_at__lte=OuterRef("at"))
    return ~Q(said_by=Message.SaidBy.HOST) | Exists(went)


def is_held(message: Message) -> bool:
    """Whether a place wrote it, and the individual reads it only once it is passed on."""
    if not message.is_from_place:
        return False
    them = message.individual
    is_theirs = message_called(them, message.public_id, them.user_id) if them.user_id else None
    return is_theirs is None and not held.is_passed_on(message.introduction, message.words)


def waiting_for(individuals: list[Individual]) -> list[Message]:
    """What waits to be read of these people: asked to be looked at sooner first, then the longest ago. Two looks."""
    return _waiting_for(individuals)


@kept
def _waiting_for(individuals: list[Individual]) -> QuerySet[Message]:
    waiting = _in_a_list().filter(individual__in=individuals, state=Message.State.WAITING)
    return waiting.prefetch_related("attachments").order_by(F("sooner_at").asc(nulls_last=True), "at", "pk")


def coming_to(user: User) -> QuerySet[Message]:
    """What waits to be read of everybody they work with."""
    return Message.objects.filter(individual__in=caseload(user), state=Message.State.WAITING)


def latest_for(individual: Individual, since: datetime) -> Message | None:
    """The latest that the team wrote to them since then."""
    return the_one(_latest_for(individual, since))


@kept
def _latest_for(individual: Individual, since: datetime) -> QuerySet[Message]:
    written = individual.messages.filter(said_by=Message.SaidBy.TEAM, at__gte=since)
    return alongside(written, author=("name",))[:1]


def since(individual: Individual, day: date) -> list[Message]:
    """What came from them, or from a place about them, on or after this day, newest first,
    without what came along. One look."""
    return _since(individual, day)


@kept
def _since(individual: Individual, day: date) -> QuerySet[Message]:
    said = (Message.SaidBy.INDIVIDUAL, Message.SaidBy.HOST)
    return _in_a_list().filter(individual=individual, said_by__in=said, at__date__gte=day)[:SHOWN]


def with_somebody_gone(now: datetime, kind: type[Model] = Message) -> QuerySet:
    """What waits for somebody who no longer works with that person, whose account rests, or who is away. `kind`: of
    messages, or of what others told the team."""
    there = working_there(now).filter(individual=OuterRef("individual"), user=OuterRef("owner"))
    known = {"owner__isnull": False, "individual__isnull": False, "individual__closed_at__isnull": True}
    waiting = kind._default_manager.filter(state=Message.State.WAITING, **known)
    return waiting.filter(~Exists(there)).order_by("at", "pk")


def past_its_time(now: datetime, kind: type[Model] = Message) -> QuerySet:
    """What waits unread past its time, the longest ago first. A notebook that is closed asks for nobody any more."""
    waiting = kind._default_manager.filter(GOES_ON, state=Message.State.WAITING, read_by_day__lte=now)
    return waiting.order_by("read_by_day", "pk")


def gone_on_to_managers(teams: list[Team]) -> QuerySet[Message]:
    """What nobody read in time, of people of these teams: facts for a manager, who does not see the words."""
    with_managers = Q(turn=Message.Turn.MANAGER) | Q(owner__isnull=True)
    waiting = Message.objects.filter(GOES_ON, with_managers, state=Message.State.WAITING, individual__team__in=teams)
    return waiting.select_related("individual", "owner").order_by("at", "pk")


def with_no_manager() -> QuerySet[Message]:
    """What waits for a manager where there is none: facts for whoever looks after accounts."""
    managing = Relation.objects.filter(live(clock.now()), kind=Relation.Kind.MANAGEMENT, user__is_active=True)
    manages = managing.filter(team=OuterRef("individual__team"))
    waiting = Message.objects.filter(GOES_ON, state=Message.State.WAITING, owner=None, individual__isnull=False)
    return waiting.filter(~Exists(manages))


def not_yet_known(team: Team) -> list[Message]:
    """What came in from somebody we do not know yet, for this team to sort; the longest ago first."""
    unknown = _messages().filter(team=team, said_by=Message.SaidBy.UNKNOWN, state=Message.State.WAITING)
    return list(unknown.order_by("at", "pk")[:SHOWN])


def how_many_unknown(team: Team) -> int:
    """How many of them, and of what others told the team about nobody knows whom. Two looks."""
    unknown = Message.objects.filter(team=team, said_by=Message.SaidBy.UNKNOWN, state=Message.State.WAITING)
    return unknown.count() + words_of_nobody(team).count()


def unknown_called(team: Team, public_id: str) -> Message | None:
    """This one of them."""
    return _messages().filter(team=team, said_by=Message.SaidBy.UNKNOWN, public_id=public_id).first()


def written_just_now(individual: Individual, words: str, about, **said) -> Message | None:
    """The same words, about the same, a moment ago: a button pressed twice. `said`: by which account, as whose words
    and in which way (`author_id`, `said_by`, `way`)."""
    lately = individual.messages.filter(at__gt=clock.now() - MOMENT, words=words.strip(), **said)
    kinds = dict.fromkeys(ABOUT) | ({about._meta.model_name: about} if about is not None else {})
    return lately.filter(**kinds).first()


def answered_just_now(message: Message, words: str, user_id: int | None) -> Message | None:
    """The same answer to it, from the same person, a moment ago: a button pressed twice."""
    lately = message.answered_with.filter(at__gt=clock.now() - MOMENT)
    return lately.filter(words=words.strip(), author_id=user_id).first()


def phrases_of(user: User) -> list[Phrase]:
    """A worker's own short answers, in the order in which they wrote them."""
    return _phrases_of(user)


@kept
def _phrases_of(user: User) -> QuerySet[Phrase]:
    return Phrase.objects.filter(user=user, put_away_at__isnull=True)


def phrase_called(user: User, public_id: str) -> Phrase | None:
    """One of them."""
    return Phrase.objects.filter(user=user, public_id=public_id, put_away_at__isnull=True).first()
