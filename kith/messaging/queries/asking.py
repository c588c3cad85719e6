"""What we ask of asking: what is due, what was answered, and from whom there was no word."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from kith.access import clock
from kith.access.alongside import alongside
from kith.access.kept import kept
from kith.conversations.models import Asked, Meeting
from kith.design.telling import clock_words, day_words
from kith.goals.models import CheckIn, Goal, Result
from kith.goals.queries import goal_called, offers_something_smaller
from kith.messaging.asking.days import Rhythm
from kith.messaging.models import Ask, Message, Question
from kith.outbox.models import Letter
from kith.people.audience import who_sees
from kith.people.models import Individual
from kith.people.queries import worker_of
from kith.people.wishes import wishes_of

TOO_LONG_AGO = timedelta(days=2)
ANSWERED_WITHIN = timedelta(days=14)
LISTED_FOR = timedelta(days=14)
NO_TIME = time(0)
AROUND_A_QUESTION = ("goal__individual__team", "goal__individual__contact_wishes", "goal__activity", "goal__ask")
WENT_OUT = (Letter.State.SENT, Letter.State.TO_PRINT, Letter.State.IN_TRAY)
GOES_ON = Q(is_on=True, rests_since__isnull=True)


@dataclass(frozen=True)
class NoWord:
    """Somebody was asked twice and nothing came, nor has anything come since."""

    individual: Individual
    since: date
    goal: Goal


def due(now: datetime) -> QuerySet[Ask]:
    """Every ask whose next question is due. One look at an index, however many there are."""
    return Ask.objects.filter(GOES_ON, next_at__lte=now, goal__individual__closed_at__isnull=True)


def out_of_step() -> QuerySet[Ask]:
    """Asks whose goal was moved to another day or time since the next question was worked out."""
    now_on = {"weekday_now": Coalesce("goal__weekday", -1), "time_now": Coalesce("goal__at_time", NO_TIME)}
    asks = Ask.objects.filter(GOES_ON).annotate(**now_on, time_then=Coalesce("planned_time", NO_TIME))
    return asks.exclude(weekday_now=F("planned_weekday"), time_now=F("time_then"))


def held(ask: Ask) -> Ask:
    """The ask as it is now, with its goal and whose it is, kept from others until the action is over. It knows the
    last day that was told of (`told_of`), and the last that was asked about or let be (`asked_of`)."""
    related = ("goal__individual__user", "goal__activity")
    told = CheckIn.objects.filter(goal=OuterRef("goal")).order_by("-on").values("on")[:1]
    asked = Question.objects.filter(goal=OuterRef("goal")).order_by("-day").values("day")[:1]
    asks = Ask.objects.annotate(told_of=Subquery(told), asked_of=Subquery(asked))
    return asks.select_for_update(of=("self",)).select_related(*related).get(pk=ask.pk)


def is_due(ask: Ask, now: datetime) -> bool:
    """Whether it still is, once it is held."""
    is_open = ask.goal.individual.closed_at is None
    return is_open and ask.is_on and ask.rests_since is None and ask.next_at is not None and ask.next_at <= now


def days_to_ask_about(ask, now: datetime) -> list[date]:
    """The days whose question is due, oldest first: of a goal going on, since it began, and not told of yet.
    `ask` is one that is held."""
    goal = ask.goal
    if not goal.is_in_play or ask.next_day is None:
        return []
    known = max(ask.told_of or date.min, ask.asked_of or date.min)
    began = max(goal.set_on, goal.state_changed_on)
    return [day for day in Rhythm.of(ask).due(ask.next_day, now) if day > known and day >= began]


def is_too_long_ago(day: date, today: date) -> bool:
    """Whether nobody wants to be asked about that day any more."""
    return today - day > TOO_LONG_AGO


def last_one(ask: Ask) -> Question | None:
    """The last question since they were chosen, whether it arrived or not."""
    return _since_chosen(ask).first()


def last_two(ask: Ask) -> list[Question]:
    """The last two since then that went out, latest first, each with `was_told`. To one that was held back, given up
    or came back nobody could answer; nor is one still here a silence of theirs."""
    went = Letter.objects.filter(public_id=OuterRef("letter"), state__in=WENT_OUT)
    return list(with_answers(_since_chosen(ask).filter(Exists(went)))[:2])


def _since_chosen(ask: Ask) -> QuerySet[Question]:
    asked = ask.goal.questions.filter(state=Question.State.ASKED, asked_at__gte=ask.chosen_at)
    return asked.select_related("link").order_by("-day")


def with_answers(questions: QuerySet[Question]) -> QuerySet[Question]:
    """Each question with `was_told`: answered, or its goal spoken of since, in whichever way."""
    spoken = Q(on=OuterRef("day")) | Q(recorded_at__gte=OuterRef("asked_at"))
    told = CheckIn.objects.filter(spoken, goal=OuterRef("goal"))
    return questions.annotate(was_told=Exists(told))


def letters_still_asking(letters: Iterable[str]) -> set[str]:
    """Those of these letters, by their public ids, whose question nobody told of, about a goal going on that is to be
    asked about. One look."""
    asked = Question.objects.filter(letter__in=list(letters), goal__state=Goal.State.IN_PLAY, goal__ask__is_on=True)
    return set(with_answers(asked).filter(was_told=False).values_list("letter", flat=True))


def goals_left_be(public_ids: Iterable[str]) -> set[str]:
    """Those of these goals that are asked about no more, until they say so. One look."""
    resting = Ask.objects.filter(goal__public_id__in=list(public_ids), is_on=True, rests_since__isnull=False)
    return set(resting.values_list("goal__public_id", flat=True))


def question_of_link(link) -> Question | None:
    """What this link asks."""
    found = link.individual.goals.filter(questions__public_id=link.about).values("pk")
    asked = Question.objects.filter(goal__in=found, public_id=link.about, state=Question.State.ASKED)
    return asked.select_related(*AROUND_A_QUESTION).first()


def last_question(individual: Individual) -> Question | None:
    """The last one they were asked in two weeks, for an answer that does not say what it answers."""
    return _asked_lately(individual).order_by("-asked_at", "-pk").first()


def question_of_letter(individual: Individual, letter) -> Question | None:
    """What this letter of the last two weeks asked; None for a letter that asked nothing."""
    return _asked_lately(individual).filter(letter=letter.public_id).first()


def is_open(individual: Individual, letter) -> bool:
    """Whether this letter asked about a day, in the last two weeks, that nobody has told of since."""
    asked = _asked_lately(individual).filter(letter=letter.public_id, answer=Question.Answer.NONE)
    return with_answers(asked).filter(was_told=False).exists()


def _asked_lately(individual: Individual) -> QuerySet[Question]:
    lately = Question.objects.filter(state=Question.State.ASKED, asked_at__gte=clock.now() - ANSWERED_WITHIN)
    return lately.filter(goal__individual=individual).select_related("goal")


def own_answer(question: Question) -> CheckIn | None:
    """The individual's own latest word about that day."""
    return question.goal.check_ins.filter(on=question.day, typed_by_individual=True).order_by("-pk").first()


def ask_of(goal: Goal) -> Ask | None:
    """How they chose to be asked about this goal, if they ever did."""
    return Ask.objects.filter(goal=goal).first()


def next_in_words(ask: Ask) -> str:
    """When the next question comes: “Friday 2 October, at 10am”; "" when none does."""
    if ask.next_at is None:
        return ""
    here = timezone.localtime(ask.next_at)
    return f"{day_words(here.date())}, at {clock_words(here.time())}"


def resting(individual: Individual) -> list[Ask]:
    """What Kith stopped asking about, because twice there was no answer. One look."""
    return _resting(individual)


@kept
def _resting(individual: Individual) -> QuerySet[Ask]:
    mine = Ask.objects.filter(goal__individual=individual, goal__state=Goal.State.IN_PLAY, is_on=True)
    resting = alongside(mine, goal=("public_id", "words"), goal__activity=("name",))
    return resting.filter(rests_since__isnull=False).order_by("pk")


def asks_of(individual: Individual) -> list[Goal]:
    """The regular goals going on, each with its `ask` where there is one. One look."""
    going = individual.goals.filter(kind=Goal.Kind.COMMITMENT, state=Goal.State.IN_PLAY)
    return list(going.select_related("ask", "activity"))


def not_asked_lately(individual: Individual) -> list[Question]:
    """Days that nobody was asked about, because they were too long ago or there was no way. For staff."""
    let_be = Question.objects.filter(goal__individual=individual, asked_at__gte=clock.now() - LISTED_FOR)
    return list(let_be.exclude(state=Question.State.ASKED).select_related("goal__activity").order_by("-day")[:12])


def no_word_from(individuals: Iterable[Individual]) -> list[NoWord]:
    """Who was asked twice with no answer, and has given no sign of life since; the longest ago first. One look."""
    found: dict[int, NoWord] = {}
    for ask in _in_vain(list(individuals)):
        since = timezone.localtime(ask.no_word_since).date()
        found.setdefault(ask.goal.individual_id, NoWord(ask.goal.individual, since, ask.goal))
    return list(found.values())


@kept
def _in_vain(individuals: list[Individual]) -> QuerySet[Ask]:
    asks = Ask.objects.filter(
        is_on=True, no_word_since__isnull=False, goal__state=Goal.State.IN_PLAY, goal__individual__in=individuals
    )
    around = {"goal": ("public_id", "words"), "goal__individual": ("public_id", "called")}
    quiet = alongside(asks.exclude(_signs_of_life()), **around, goal__activity=("name",))
    return quiet.order_by("no_word_since", "pk")


def _signs_of_life() -> Q:
    """Anything that came from them, or was told of them, or a meeting, since they were asked in vain."""
    theirs, since = OuterRef("goal__individual"), OuterRef("no_word_since")
    said = Message.objects.filter(individual=theirs, said_by=Message.SaidBy.INDIVIDUAL, at__gte=since)
    met = Meeting.objects.filter(individual=theirs, state=Meeting.State.HELD, written_at__gte=since)
    return (
        Q(Exists(CheckIn.objects.filter(goal__individual=theirs, recorded_at__gte=since)))
        | Q(Exists(Result.objects.filter(goal__individual=theirs, recorded_at__gte=since)))
        | Q(Exists(Asked.objects.filter(individual=theirs, asked_at__gte=since)))
        | Q(Exists(said))
        | Q(Exists(met))
    )


@dataclass(frozen=True)
class AnswerPage:
    """What stands on the page of one question. It says no more than it has to."""

    when: str
    name: str
    said: str
    seen_by: str
    worker: str
    offers_help: bool
    help_asked: bool
    is_paused: bool
    is_resting: bool
    is_off: bool
    reached_at: str


def answer_page(question: Question) -> AnswerPage:
    """The page of this question, as it stands now. `offers_help`: after two times “not this time”."""
    goal = question.goal
    said, individual, worker = own_answer(question), goal.individual, worker_of(goal.individual)
    full = goal_called(individual, goal.public_id)
    at = clock_words(goal.at_time)
    return AnswerPage(
        when=", ".join(filter(None, [day_words(question.day), at])),
        name=goal.name if question.names_the_goal and wishes_of(individual).says_words else "",
        said=str(said) if said else "",
        seen_by=who_sees("goals", individual, individual.user),
        worker=worker.first_name if worker else "",
        offers_help=full is not None and offers_something_smaller(full),
        help_asked=individual.asked.filter(asked_at__gte=question.asked_at, through_link=True).exists(),
        is_paused=goal.is_paused,
        is_resting=goal.ask.rests_since is not None,
        is_off=not goal.ask.is_on,
        reached_at=individual.team.reached_at if individual.team else "",
    )
