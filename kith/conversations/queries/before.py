"""What we ask about the time before a meeting: its page, its message, and what was asked first."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from kith.access import clock
from kith.access.alongside import alongside
from kith.access.kept import kept
from kith.access.public_ids import ALPHABET, LENGTH
from kith.conversations.before.composing import Facts, compose, how_long
from kith.conversations.before.deciding import Decided, decided_for, in_short
from kith.conversations.before.plain_words import telling_words
from kith.conversations.models import Asked, Meeting, VisitMessage
from kith.conversations.wording import when_in_words
from kith.introductions.wording import first_name
from kith.people import kinds, links, reaching
from kith.people.models import Individual, Link, User

from .whom import instead_words, whom_they_meet

BY_LETTER = ("email", "text")
INTERESTS = 3
SHOWN = 3
QUESTIONS_A_MEETING = 10
AN_ANSWER = "to individual: an answer"


@dataclass(frozen=True)
class BeforeWeMeet:
    """The page before a meeting, as whoever may read it sees it."""

    meeting: Meeting
    worker: User | None
    instead: str  # what is said in place of the name, where the worker is away on that day
    interests: list[str]
    when: str
    how_long: str
    why: str
    decided: Decided

    @property
    def is_off(self) -> bool:
        return self.meeting.state == Meeting.State.CALLED_OFF

    @property
    def name(self) -> str:
        """Whom they meet, by first name alone."""
        return self.worker.first_name if self.worker else "your worker"


def before_we_meet(meeting: Meeting, *, anybody_may_read: bool = False) -> BeforeWeMeet:
    """Who, where, when, how long, why, and what is decided."""
    worker = whom_they_meet(meeting)
    return BeforeWeMeet(
        meeting=meeting,
        worker=worker,
        instead=(instead := instead_words(meeting)),
        interests=list(worker.interests[:INTERESTS]) if worker and not instead else [],
        when=when_in_words(meeting),
        how_long=how_long(minutes_of(meeting)),
        why=_why(meeting, anybody_may_read),
        decided=decided_for(meeting.individual, anybody_may_read=anybody_may_read),
    )


def _why(meeting: Meeting, anybody_may_read: bool) -> str:
    """What it is for; where anybody may read, not in words that would tell of a service."""
    let_through, names = names_in(meeting)
    is_told = not anybody_may_read or not telling_words(meeting.why, apart_from=let_through, names=names)
    return meeting.why if is_told else ""


def meeting_of_link(link: Link) -> Meeting | None:
    """The one meeting that this link is about."""
    mine = link.individual.meetings.filter(public_id=link.about)
    return mine.select_related("partnership__user", "individual__team").first()


def minutes_of(meeting: Meeting) -> int:
    """As was said, or as is usual for the team."""
    return meeting.minutes or kinds.ways_for(meeting.individual).minutes


def link_of(meeting: Meeting) -> Link | None:
    """The live link to the page before this meeting. There is one: a moved meeting keeps it."""
    mine = meeting.individual.links.filter(about=meeting.public_id, purpose=Link.Purpose.VISIT)
    return mine.filter(stopped_at__isnull=True, ends_at__gt=clock.now()).first()


def address_for(meeting: Meeting, public_id: str) -> str:
    """The address of the live link; or the one that a link of this public id will have once it is given."""
    link = link_of(meeting) or Link(purpose=Link.Purpose.VISIT, public_id=public_id)
    return links.address(link)


def is_free(public_id: str) -> bool:
    """Whether a new link may go by this public id."""
    is_one = len(public_id) == LENGTH and set(public_id) <= set(ALPHABET)
    return is_one and not Link.objects.filter(public_id=public_id).exists()


def names_in(meeting: Meeting) -> tuple[list[str], list[str]]:
    """Names that may stand in the words as they are, and the names of services, which never may."""
    individual, worker = meeting.individual, whom_they_meet(meeting)
    first_names = [worker.first_name if worker else "", first_name(individual.called)]
    return [meeting.place, *first_names], [individual.team.name] if individual.team else []


def link_ends_at(meeting: Meeting) -> datetime:
    """When the day after the meeting is over."""
    return timezone.make_aware(datetime.combine(meeting.expected_on + timedelta(days=2), time()))


def message_composed(meeting: Meeting, *, link: str = "") -> str:
    """The words as they are made from what is known; the worker may change them."""
    worker = whom_they_meet(meeting)
    facts = Facts(
        worker=worker.first_name if worker else "Your worker",
        when=when_in_words(meeting),
        place=meeting.place,
        minutes=minutes_of(meeting),
        decided=in_short(meeting.individual),
        link=link,
    )
    return compose(facts)


def way_to_tell(individual: Individual) -> tuple[str, str]:
    """The channel and address a message can leave by; empty where it is printed, said or copied by hand."""
    channel, to = reaching.reached_at(individual)
    return (channel, to) if to and channel in BY_LETTER else ("", "")


def what_to_tell(asked: Asked) -> dict[str, str]:
    """What a letter about the answer says where words may go along, and where it can be read: on their own pages,
    or through the link that was asked through."""
    worker = asked.answered_by.first_name if asked.answered_by else "Your worker"
    words = f"{worker} answered: {asked.answer}" if asked.answer else "When we meet next was changed, as you asked."
    has_link = asked.meeting and asked.through_link and not reaching.can_read_here(asked.individual)
    link = link_of(asked.meeting) if has_link else None
    return {"words": words, "read_at": links.address(link) if link else ""}


def is_told(asked: Asked) -> bool:
    """Whether a letter about the answer can help."""
    return reaching.written_to(asked.individual, takes_replies=True, **what_to_tell(asked)) is not None


def messages_about(meeting: Meeting) -> QuerySet[VisitMessage]:
    """What the individual was told of this meeting, newest first."""
    return meeting.messages.select_related("sent_by")


def message_of(meeting: Meeting, public_id: str) -> VisitMessage | None:
    return messages_about(meeting).filter(public_id=public_id).first()


def still_says_when(message: VisitMessage) -> bool:
    """Whether the meeting is still when the message says."""
    meeting = message.meeting
    return meeting.is_planned and (meeting.day, meeting.at_time) == (message.told_day, message.told_time)


def open_questions(individuals: list[Individual]) -> QuerySet[Asked]:
    """What these people asked and nobody answered yet, of both kinds, the longest ago first. One look."""
    waiting = Asked.objects.filter(individual__in=individuals, answered_at__isnull=True)
    around = {"individual": ("public_id", "called"), "told_by": ("name",)}
    return alongside(waiting, **around, meeting=("public_id",)).order_by("asked_at", "pk")


def question_of(individual: Individual, public_id: str) -> Asked | None:
    """This individual's question, or wish to meet sooner."""
    mine = individual.asked.select_related("meeting", "told_by", "answered_by", "individual__user")
    return mine.filter(public_id=public_id).first()


def asked_lately(individual: Individual) -> list[Asked]:
    """The last few things they asked, with the answers, newest first: for their own page."""
    return _asked_lately(individual)


@kept
def _asked_lately(individual: Individual) -> QuerySet[Asked]:
    asked = alongside(individual.asked.all(), answered_by=("name",), told_by=("name",))
    return asked.order_by("-asked_at", "-pk")[:SHOWN]


def asked_about(meeting: Meeting, *, through_link: bool = False) -> list[Asked]:
    """The latest that was asked before this meeting. Whoever holds a link sees what came through links alone."""
    asked = meeting.asked.filter(kind=Asked.Kind.QUESTION).select_related("answered_by", "told_by")
    asked = asked.filter(through_link=True) if through_link else asked
    return list(reversed(asked.order_by("-asked_at", "-pk")[:QUESTIONS_A_MEETING]))


def wish_to_meet_sooner(individual: Individual) -> Asked | None:
    """That they asked to meet sooner, while it waits for an answer."""
    return individual.asked.filter(kind=Asked.Kind.SOONER, answered_at__isnull=True).first()
