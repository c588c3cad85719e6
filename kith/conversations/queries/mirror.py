"""What the record says of how somebody works: counted for each worker, told for one alone or for a team."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import TruncDate
from django.utils import timezone

from kith.access import clock
from kith.people.models import Individual, Relation, Team, User
from kith.people.queries import live

from ..mirror import texts
from ..mirror.signals import SIGNALS, Signal, rows_of
from ..mirror.spans import Span, latest_quarter, past_year, quarter_from
from ..mirror.telling import NOT_TOLD, NOTHING_YET, TOO_FEW, Counted, told_alone, told_of_team
from ..models import GoneThrough, Meeting, Picture
from .looking_back import sentences_in, told_of_sentences

WITHOUT = (NOTHING_YET, TOO_FEW, NOT_TOLD)  # a number


@dataclass(frozen=True)
class Shown:
    """One signal on a page."""

    words: texts.Words
    told: str


@dataclass(frozen=True)
class Mirror:
    """A page of the mirror: what is shown, and of which time."""

    label: str
    when: str
    shown: list[Shown]
    not_told: list[tuple[str, list[str]]]  # why, and what; in a few words, since there is nothing to read
    made_on: date | None = None
    sentences: tuple[tuple[str, str], ...] = ()  # each as a worker says it, and how many gave it 7 to 9


def own_mirror(user: User) -> Mirror:
    """What this worker's own records of the past year say. One look a signal; for nobody's eyes but theirs."""
    span = past_year(clock.today())
    signals = {key: signal for key, signal in SIGNALS.items() if signal.for_oneself}
    told = {key: told_alone(_counted_of(user, signal, span)) for key, signal in signals.items()}
    return Mirror(texts.label(), "The past year", _shown(told), _not_told(told))


def team_mirror(team: Team) -> Mirror | None:
    """The latest picture that was made for this team; None before the first. One look."""
    picture = Picture.objects.filter(team=team).first()
    if picture is None:
        return None
    when, made_on = quarter_from(picture.begins_on).words, timezone.localtime(picture.made_at).date()
    told = picture.told
    return Mirror(texts.label(), when, _shown(told), _not_told(told), made_on, sentences_in(told))


def _shown(told: dict[str, str]) -> list[Shown]:
    return [Shown(words, told[words.key]) for words in texts.every() if told.get(words.key, TOO_FEW) not in WITHOUT]


def _not_told(told: dict[str, str]) -> list[tuple[str, list[str]]]:
    """Those of which there is no number, by why there is none."""
    names = {why: [words.title for words in texts.every() if told.get(words.key) == why] for why in WITHOUT}
    return [(why, titles) for why, titles in names.items() if titles]


def told_of(team: Team, span: Span) -> dict[str, str]:
    """What a team may be told of this time, by signal and by sentence. One look a signal."""
    signals = {key: told_of_team(counted_by_worker(team, signal, span)) for key, signal in SIGNALS.items()}
    return signals | told_of_sentences(team, span.begins)


def counted_by_worker(team: Team, signal: Signal, span: Span) -> dict[int, Counted]:
    """Each worker's records about people of this team. What nobody was the worker for counts for nobody."""
    rows = _of_time(rows_of(signal), span).filter(**{f"{signal.individual}__team": team})
    return _by_worker(rows)


def _counted_of(user: User, signal: Signal, span: Span) -> Counted | None:
    """This worker's alone: of the people whose record is open to them now, who are found first so that nobody else's
    rows are gone through."""
    theirs = Relation.objects.filter(live(clock.now()), user=user, kind=Relation.Kind.PARTNERSHIP)
    theirs = theirs.filter(individual__closed_at__isnull=True).values("individual")
    rows = _of_time(rows_of(signal), span).filter(**{f"{signal.individual}__in": theirs})
    return _by_worker(rows).get(user.pk)


def _of_time(rows: QuerySet, span: Span) -> QuerySet:
    return rows.filter(day_of__gte=span.begins, day_of__lt=span.ends)


def _by_worker(rows: QuerySet) -> dict[int, Counted]:
    counts = {"whole": Count("pk"), "part": Count("pk", filter=Q(is_part=True))}
    grouped = rows.annotate(worker=_worker_on_the_day()).values("worker", "person").annotate(**counts)
    found: dict[int, dict[int, tuple[int, int]]] = {}
    for worker, person, part, whole in grouped.values_list("worker", "person", "part", "whole"):
        found.setdefault(worker, {})[person] = (part, whole)
    return {worker: Counted(by_person) for worker, by_person in found.items() if worker is not None}


def _worker_on_the_day() -> Subquery:
    """Whose partnership with the person it was on that day; the later of two that changed on it."""
    lived = Relation.objects.filter(individual=OuterRef("person"), kind=Relation.Kind.PARTNERSHIP)
    begun = lived.annotate(began=TruncDate("starts_at"), ended=TruncDate("ends_at")).filter(
        Q(ended__isnull=True) | Q(ended__gte=OuterRef("day_of")), began__lte=OuterRef("day_of")
    )
    return Subquery(begun.order_by("-starts_at", "-pk").values("user")[:1])


def teams_without_a_picture() -> QuerySet[Team]:
    """Those that were told nothing of the latest quarter yet."""
    made = Picture.objects.filter(begins_on=latest_quarter(clock.today()).begins).values("team")
    return Team.objects.exclude(pk__in=made)


def meetings_to_ask_after(individual: Individual) -> QuerySet[Meeting]:
    """Those that were shown to them, while they were not asked yet if anybody went through this way of working."""
    answered = GoneThrough.objects.filter(individual=OuterRef("individual"))
    has_met = Meeting.objects.filter(individual=individual, state=Meeting.State.HELD, shown_at__isnull=False)
    return has_met.exclude(Exists(answered))
