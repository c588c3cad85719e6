"""A worker's landing page: who comes next, what they promised, what waits for them."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from kith.access import clock
from kith.access.alongside import alongside
from kith.access.kept import kept
from kith.budget import coming
from kith.budget import queries as budget
from kith.conversations import queries as conversations
from kith.conversations.models import Account, Asked, Draft, Note
from kith.conversations.queries import Ahead, before
from kith.goals.models import Goal, Role, Step
from kith.goals.queries import SaidByOthers, Workers, own_and_others
from kith.ideas import queries as ideas
from kith.ideas.models import KnownPlace
from kith.introductions import in_person
from kith.introductions import queries as introductions
from kith.introductions.models import Introduction, Report
from kith.introductions.waiting import Waiting, waiting_for
from kith.messaging import queries as messaging
from kith.messaging.models import Message, Phrase
from kith.messaging.queries import asking, letters
from kith.people import queries as people
from kith.people.kinds import Ways, ways_of_worker
from kith.people.models import Individual

from .room import RoomAgain, room_again

SOON = timedelta(days=7)
THIS_MONTH = timedelta(days=31)
KIND = Report.Kind
# After any of these nobody needs to ring. A “not now” before the yes, or a call nobody answered, is none of them.
REACHED = (KIND.PREPARED, KIND.WROTE, KIND.NOT_THIS_TIME, KIND.WENT, KIND.WENT_AGAIN, KIND.BELONGS, *introductions.OVER)

TEAMS = kept(people.teams_of)
OPEN_QUESTIONS = kept(before.open_questions)
NOTES_WAITING = kept(conversations.notes_waiting_for_a_talk)
DRAFTS = kept(conversations.drafts_of)
PLACES = kept(ideas.places_told_of_by)
NEWS_FROM_PLACES = kept(introductions.news_from_places)
NO_HOST_ANSWER = kept(introductions.without_a_host_answer)
UNANSWERED = kept(introductions.without_an_answer)


@dataclass(frozen=True)
class Today:
    """Everything on the page. Groups are (words, people)."""

    day: date
    ways: Ways
    promises: list[Step]
    of_others: list[SaidByOthers]
    messages: list[Message]
    phrases: list[Phrase]
    not_arrived: list[letters.About]
    to_print: int
    still_here: list[str]
    asked: list[Asked]
    host_answers: list[Introduction]
    resting: list[Introduction]
    visits: Waiting
    no_host_answer: list[Introduction]
    to_talk_about: list[Note]
    differing: list[Account]
    unanswered: list[Introduction]
    nobody_asked: frozenset[int]
    still_going: list[Introduction]
    to_ring: list[Introduction]
    drafts: list[Draft]
    places: list[KnownPlace]
    no_word: list[asking.NoWord]
    room_again: list[RoomAgain]
    groups: list[tuple[str, list[Ahead]]]
    without_meeting: list[Ahead]
    later: int
    caseload: int
    to_confirm: list[Individual]
    reviews: list[tuple[Individual, coming.Coming]]

    @property
    def sooner(self) -> list[Message]:
        """What somebody asked to be looked at sooner: it stands before all else."""
        return [message for message in self.messages if message.sooner_at]

    @property
    def other_messages(self) -> list[Message]:
        return [message for message in self.messages if not message.sooner_at]

    @property
    def is_waiting(self) -> bool:
        post = self.not_arrived or self.to_print or self.still_here
        news = self.asked or self.host_answers or self.no_host_answer or self.resting or self.room_again or self.visits
        own = self.to_confirm or self.reviews or self.drafts or self.places or self.to_ring or self.no_word
        to_ask = self.unanswered or self.still_going
        return bool(post or news or own or self.to_talk_about or self.differing or to_ask)


def today_for(user) -> Today:
    """Today for this worker. The same number of looks for one individual and for two hundred."""
    individuals = _caseload(user)
    ways = ways_of_worker(user, TEAMS(user))
    today = clock.today()
    lines = conversations.ahead(individuals)
    planned = [line for line in lines if line.meeting]
    own, others = own_and_others(user, _open_promises(individuals), Workers(individuals))
    near = [line for line in planned if line.meeting.expected_on <= today + timedelta(days=ways.ahead_days)]
    return Today(
        day=today,
        ways=ways,
        promises=own,
        of_others=others,
        **_post(user, individuals),
        asked=OPEN_QUESTIONS(individuals),
        **_from_places(individuals, today),
        visits=waiting_for(individuals, today),
        to_talk_about=NOTES_WAITING(individuals),
        differing=list(conversations.differing(individuals)),
        **_to_ask(individuals, today),
        to_ring=_to_ring(individuals),
        drafts=DRAFTS(user.pk, individuals),
        places=PLACES(individuals),
        groups=_grouped(near, today),
        without_meeting=[line for line in lines if not line.meeting],
        later=len(planned) - len(near),
        caseload=len(individuals),
        **_of_money(individuals),
    )


@kept
def _caseload(user) -> QuerySet[Individual]:
    """The people this worker works with; and in the same look, by its public id, what was written down about money
    and waits for a second person, who may be this one, and what a coming review is reckoned from."""
    waits = budget.waits_for(user).filter(individual=OuterRef("pk")).values("public_id")[:1]
    to_reckon_from = coming.to_reckon_from(OuterRef("pk"), clock.today())
    return people.caseload(user).annotate(to_confirm=Subquery(waits), **to_reckon_from)


def _of_money(individuals) -> dict:
    """What waits for a second person, and reviews that come. No amount."""
    return {
        "to_confirm": [each for each in individuals if each.to_confirm],
        "reviews": _reviews_ahead(individuals),
    }


def _reviews_ahead(individuals: list[Individual]) -> list[tuple[Individual, coming.Coming]]:
    """Whose Personal Budget is looked at again soon, the first to come first."""
    found = [(each, coming.coming_review(each, clock.today())) for each in individuals]
    return sorted(((each, review) for each, review in found if review), key=lambda pair: pair[1].day)


def _post(user, individuals) -> dict:
    """What people wrote, what did not reach them, and from whom there is no word."""
    post = letters.of_people(individuals)
    return {
        "messages": messaging.waiting_for(individuals),
        "phrases": messaging.phrases_of(user),
        "not_arrived": post.to_see_to,
        "to_print": len(post.to_print),
        "still_here": sorted({each.for_whom for each in post.waiting_long}),
        "no_word": asking.no_word_from(individuals),
    }


def _from_places(individuals, today: date) -> dict:
    """What places answered, those from whom no word came, and those that have room again."""
    news = NEWS_FROM_PLACES(individuals)
    resting = [each for each in news if introductions.is_resting(each)]
    return {
        "host_answers": [each for each in news if each not in resting],
        "resting": resting,
        "no_host_answer": NO_HOST_ANSWER(individuals, today),
        "room_again": room_again(individuals, today),
    }


def _to_ask(individuals, today: date) -> dict:
    """How a first visit was, and whether they still go; and of whom no letter asked it."""
    unanswered = UNANSWERED(individuals, today)
    return {
        "unanswered": unanswered,
        "nobody_asked": in_person.nobody_asked(unanswered),
        "still_going": in_person.still_to_ask(individuals, today),
    }


@kept
def _to_ring(individuals) -> QuerySet[Introduction]:
    """A yes was given, and nobody has talked with the place yet."""
    who = Introduction.GetsInTouch
    rings = (who.WORKER_RINGS, who.TOGETHER, who.WORKER_WRITES)
    moved_on = Report.objects.filter(introduction=OuterRef("pk"), kind__in=REACHED)
    agreed = Introduction.objects.filter(
        individual__in=individuals, share__revoked_at=None, share__isnull=False, gets_in_touch__in=rings
    )
    found = alongside(agreed, individual=("public_id", "called"), activity=("name",))
    return found.exclude(Exists(moved_on)).order_by("opened_at")


@kept
def _open_promises(individuals) -> QuerySet[Step]:
    """What workers said they would do in these partnerships and have not yet, the soonest first."""
    in_play = Q(goal__isnull=True) | Q(goal__state=Goal.State.IN_PLAY)
    theirs = Step.objects.filter(in_play, individual__in=individuals, owner=Role.WORKER, done_on__isnull=True)
    still = alongside(theirs, individual=("public_id", "called"), promised_by=("name",))
    return still.order_by(F("by_when").asc(nulls_last=True), "set_on", "pk")


def _grouped(lines: list[Ahead], today: date) -> list[tuple[str, list[Ahead]]]:
    groups: dict[str, list[Ahead]] = {}
    for line in lines:
        groups.setdefault(_group(line.meeting.expected_on, today), []).append(line)
    return list(groups.items())


def _group(expected: date, today: date) -> str:
    if expected <= today + SOON:
        return "In the next week" if expected >= today else "Have you met?"
    return "In the next month" if expected <= today + THIS_MONTH else "After that"
