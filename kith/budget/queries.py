"""What we ask about a Personal Budget. Nothing here asks about goals, how anybody is, or what was said."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import OuterRef, Q, QuerySet

from kith.access import clock
from kith.people.models import Individual

from .house_words import NOTICE_DAYS
from .models import Answer, Assurance, Decision, House, PlainAnswer, Proposal, Review, Spending, SupportChange
from .plain import OURS_ARE_OF, QUESTIONS, Question, Shown
from .reviews import NextReview, next_review

NEWS_FOR = timedelta(weeks=4)
OBJECTION, INSTEAD, SO, NOT_SO = Answer.Kind.OBJECTION, Answer.Kind.INSTEAD, Answer.Kind.SO, Answer.Kind.NOT_SO


@dataclass(frozen=True)
class Facts:
    """The decision that holds, in words that a page or a form can show as they are. Amounts are in pounds, as words."""

    total: str
    own_part: str
    their_part: str
    how_often: str
    status: str
    decided_here: bool
    decided_by: str
    written_on: date
    told_on: date
    since: date
    starts_on: date
    pays_for: tuple[str, ...]
    next_review: NextReview
    promised: tuple[str, ...]
    has_begun: bool

    @property
    def who_decides(self) -> str:
        """“Calderford Council decides this. This is what they told us on 3 March 2026.”"""
        day = f"{self.told_on.day} {self.told_on:%B %Y}"
        told = f"This was written down on {day}" if self.decided_here else f"This is what they told us on {day}"
        return f"{self.decided_by} decides this. {told}."


def facts(individual: Individual) -> Facts | None:
    """What holds now of their Personal Budget; None where none was written down."""
    decisions = list(Decision.objects.filter(individual=individual).order_by("pk"))
    decision = holding(decisions)
    if decision is None:
        return None
    _, own, theirs = decision.amounts
    since = decisions[0].starts_on
    return Facts(
        total=decision.amounts[0][1],
        own_part=own[1],
        their_part=theirs[1],
        how_often=decision.get_period_display(),
        status=decision.get_status_display(),
        decided_here=decision.decided_here,
        decided_by=decision.decided_by,
        written_on=decision.written_on,
        told_on=decision.told_on,
        since=since,
        starts_on=decision.starts_on,
        pays_for=tuple(decision.things),
        next_review=review_of(individual, decision, since),
        promised=tuple(each.words for each in promised(individual) if each.holds),
        has_begun=decision.starts_on <= clock.today(),
    )


def holds_now(individual: Individual) -> Decision | None:
    """The decision that holds today."""
    return holding(list(Decision.objects.filter(individual=individual)))


def holding(decisions: list[Decision]) -> Decision | None:
    """Of all decisions of one individual, the one that holds today: the last written of those that have started. Where
    none has, the first to start."""
    begun = [each for each in decisions if each.starts_on <= clock.today()]
    if begun:
        return max(begun, key=lambda each: each.pk)
    return min(decisions, key=lambda each: (each.starts_on, -each.pk), default=None)


def still_to_come(decisions: list[Decision], holds: Decision | None) -> list[Decision]:
    """What was written after the one that holds, and has not started. The first to start comes first."""
    after = [each for each in decisions if holds and each.pk > holds.pk and each.starts_on > clock.today()]
    return sorted(after, key=lambda each: (each.starts_on, each.pk))


def decisions_of(individual: Individual) -> list[Decision]:
    """Every decision, the latest first."""
    found = Decision.objects.filter(individual=individual).order_by("-pk")
    return list(found.select_related("recorded_by", "proposed_by").prefetch_related("answers"))


def latest(individual: Individual) -> Decision | None:
    """The last decision that was written down, whether or not it has started: what the next one is compared with."""
    return Decision.objects.filter(individual=individual).order_by("-pk").first()


def decision_called(individual: Individual, public_id: str) -> Decision | None:
    """This decision of this individual."""
    found = Decision.objects.filter(individual=individual, public_id=public_id)
    return found.select_related("recorded_by", "proposed_by", "previous").first()


def to_be_read(individual: Individual | OuterRef) -> QuerySet:
    """The public id of what was decided and is news to them: written down in the last four weeks, or still to start.
    The latest. For one individual, or within a look at many."""
    is_news = Q(recorded_at__gt=clock.now() - NEWS_FOR) | Q(starts_on__gt=clock.today())
    return (
        Decision.objects.filter(is_news, individual=individual).order_by("-pk").values_list("public_id", flat=True)[:1]
    )


def review_of(individual: Individual, decision: Decision, since: date) -> NextReview:
    """When they look again at the latest. `since`: the day the first decision started."""
    held = Review.objects.filter(individual=individual).values_list("held_on", "is_light")
    named, named_in = (decision.review_on, None) if decision.review_on else _named_before(decision)
    found = next_review(paid_as=decision.paid_as, began=since, held=held, named=named)
    return replace(found, named_in=named_in) if found.named else found


def _named_before(decision: Decision) -> tuple[date | None, date | None]:
    """The day that the last letter with one named, and that letter's own day. It is not lost when a later letter names
    none; it stands until it is over."""
    earlier = Decision.objects.filter(individual=decision.individual_id, pk__lt=decision.pk, review_on__isnull=False)
    letter = earlier.order_by("-pk").only("review_on", "written_on").first()
    if letter is None or letter.review_on is None or letter.review_on < clock.today():
        return None, None
    return letter.review_on, letter.written_on


def waiting(individual: Individual) -> Proposal | None:
    """A lower amount that one person wrote down and nobody has confirmed or taken back."""
    open_ones = Proposal.objects.filter(individual=individual, withdrawal__isnull=True, previous__next__isnull=True)
    return open_ones.select_related("proposed_by", "previous").order_by("-pk").first()


def waiting_to_be_read(individual: Individual | OuterRef) -> QuerySet:
    """The public id of what waits for a second person, as the individual may read it from the first moment. For one
    individual, or within a look at many."""
    open_ones = Proposal.objects.filter(individual=individual, withdrawal__isnull=True, previous__next__isnull=True)
    return open_ones.order_by("-pk").values_list("public_id", flat=True)[:1]


def waits_for(user) -> QuerySet:
    """What waits for a second person and was not written by this one. The latest for each individual is the one."""
    open_ones = Proposal.objects.filter(withdrawal__isnull=True, previous__next__isnull=True)
    return open_ones.exclude(proposed_by=user).order_by("-pk")


def proposal_called(individual: Individual, public_id: str) -> Proposal | None:
    """This proposal of this individual."""
    found = Proposal.objects.filter(individual=individual, public_id=public_id)
    return found.select_related("proposed_by", "previous", "withdrawal__taken_back_by").first()


def answers_to(about: Decision | Proposal) -> list[Answer]:
    """What the individual said to it, also while it waited for a second person."""
    if isinstance(about, Proposal):
        return list(Answer.objects.filter(proposal=about).select_related("recorded_by"))
    while_it_waited = Q(proposal=about.proposal_id) if about.proposal_id else Q(pk=None)
    return list(Answer.objects.filter(Q(decision=about) | while_it_waited).select_related("recorded_by"))


@dataclass(frozen=True)
class Promised:
    """One assurance, and who said later that it no longer holds."""

    assurance: Assurance
    ended: Assurance | None

    @property
    def words(self) -> str:
        return (
            f"{self.assurance.said_by}, {self.assurance.said_on.day} {self.assurance.said_on:%B %Y}: {self.assurance}"
        )

    @property
    def holds(self) -> bool:
        return self.ended is None


def promised(individual: Individual) -> list[Promised]:
    """What was promised, the latest first. One look."""
    rows = list(
        Assurance.objects.filter(individual=individual).select_related("recorded_by").order_by("-said_on", "-pk")
    )
    ended = {each.no_longer_id: each for each in rows if each.no_longer_id}
    return [Promised(each, ended.get(each.pk)) for each in rows if not each.no_longer_id]


def assurance_called(individual: Individual, public_id: str) -> Assurance | None:
    """This assurance given to this individual."""
    return Assurance.objects.filter(individual=individual, public_id=public_id, no_longer__isnull=True).first()


def house() -> House | None:
    """What the organisation set last."""
    return House.objects.order_by("-pk").first()


def spending_of(individual: Individual) -> list[Spending]:
    """About how much was used, as told, the latest first. One look."""
    return list(Spending.objects.filter(individual=individual).select_related("recorded_by"))


def plain_answers() -> list[Shown]:
    """Who can ask for what is written: the organisation's own words, and ours where it has none yet. One look."""
    kept = {each.question: each for each in PlainAnswer.objects.all()}  # the latest comes last
    return [_shown(question, kept.get(question.key)) for question in QUESTIONS.values()]


def plain_answer(key: str) -> Shown | None:
    """The answer to one of them."""
    return next((each for each in plain_answers() if each.key == key), None)


def _shown(question: Question, kept: PlainAnswer | None) -> Shown:
    if kept is None:
        return Shown(question.key, question.title, question.words, "", OURS_ARE_OF)
    return Shown(question.key, question.title, kept.words, kept.owner, kept.set_on)


def notice_days() -> int:
    """How many days of notice the organisation gives at the least."""
    set_last = house()
    return set_last.notice_days if set_last else NOTICE_DAYS


def support_of(individual: Individual) -> list[SupportChange]:
    """Support that began or ended, the oldest first. One look."""
    return list(SupportChange.objects.filter(individual=individual).select_related("recorded_by"))


@dataclass(frozen=True)
class PaidFor:
    """One thing that was paid for, from a day until another; `until` is None while it goes on. No amount."""

    words: str
    since: date
    until: date | None


def paid_for(individual: Individual) -> list[PaidFor]:
    """What was paid for and when, as one decision followed another. One look."""
    decisions = list(Decision.objects.filter(individual=individual).order_by("pk").only("pays_for", "starts_on"))
    found: list[PaidFor] = []
    running: dict[str, date] = {}
    for decision in decisions:
        things = {each.casefold(): each for each in decision.things}
        for words in [each for each in running if each.casefold() not in things]:
            found.append(PaidFor(words, running.pop(words), decision.starts_on))
        known = {each.casefold() for each in running}
        running |= {words: decision.starts_on for key, words in things.items() if key not in known}
    return found + [PaidFor(words, since, None) for words, since in running.items()]


def how_many_had_one(team, before: date) -> int:
    """How many people of a team had one written down here before this day."""
    here = Individual.objects.filter(team=team, closed_at__isnull=True)
    first = Decision.objects.filter(individual__in=here, previous__isnull=True)
    return first.filter(recorded_at__date__lt=before).count()
