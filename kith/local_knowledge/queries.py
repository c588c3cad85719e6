"""What we ask of local knowledge. Staff read the rows; individuals meet only the warm sentences."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import (
    Case,
    Count,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
    Window,
)
from django.db.models.functions import Coalesce

from kith.access import clock
from kith.access.actor import Role
from kith.access.audience import audience_of
from kith.access.kept import kept
from kith.directory import aging
from kith.directory import queries as directory
from kith.directory.models import Doubt
from kith.people import queries as people
from kith.people.models import Team, User

from .cautions import doubt_words
from .models import AskedAround, Check, FromPlace, Full, Knowledge, Stayed
from .warmth import (
    COUNTED,
    FULL,
    GONE_BEFORE,
    HEARD_GOOD,
    HEARD_OF,
    HELPED,
    VISITOR,
    WELCOMING,
    full_words,
    heard_of_words,
    sentences,
)

__all__ = ["GONE_BEFORE", "HEARD_GOOD", "HELPED", "WELCOMING"]

SMALLEST_NUMBER_TOLD = 5  # fewer people than this could be recognised
IS_KNOWN, IS_NEW, IS_FULL = 1, 0, 2
LONG_FULL = timedelta(days=60)
TOLD_OF_ROOM = timedelta(days=14)


def known_of(activity, team) -> QuerySet[Knowledge]:
    """Everything the team knows of a place, worries too, the newest first. For staff only."""
    found = _standing(team).filter(activity=activity) if team else Knowledge.objects.none()
    return found.select_related("noted_by").annotate(is_author_here=Exists(_authors_in_team()))


def is_author_here(known: Knowledge) -> bool:
    """Whether whoever noted it is in the team still."""
    return Knowledge.objects.filter(Exists(_authors_in_team()), pk=known.pk).exists()


def one_known(activity, team, public_id: str) -> Knowledge | None:
    """One of these."""
    return known_of(activity, team).filter(public_id=public_id).first()


def room_again_lately(today: date) -> set[int]:
    """The keys of the activities that were full, and have had room again for two weeks at most. One look."""
    return set(_room_again(today))


@kept
def _room_again(today: date) -> QuerySet:
    since = today - TOLD_OF_ROOM
    by_itself = Q(ended_on__isnull=True, opens_on__gt=since, opens_on__lte=today)
    said = Q(ended_on__gt=since)
    opened = Full.objects.filter(by_itself | said).exclude(activity__in=_full_today().values("activity"))
    return opened.order_by().values_list("activity_id", flat=True)


def names_of_people(team) -> list[str]:
    """What the people this team supports are called, and their full names: they stand in no word of a place."""
    names = people.names_in(team) if team else ()
    return [name for both in names for name in both if name.strip()]


def full_now(activity) -> Full | None:
    """That the place has no room today."""
    return _full_today().filter(activity=activity).first()


def full_of(activities: Iterable) -> dict[int, list[str]]:
    """The one sentence on those of these without room today, by their keys. One look for any number."""
    found = _full_today().filter(activity__in=list(activities)).values_list("activity_id", "opens_on")
    return {key: [full_words(opens_on)] for key, opens_on in found}


def last_check(activity) -> Check | None:
    """The newest time somebody said a listing is still true."""
    return Check.objects.filter(activity=activity).select_related("user").first()


def who_sees_knowledge() -> str:
    """The line beside what the team knows, from the matrix."""
    reads = audience_of("local_knowledge").reads
    return "The people we support see this too." if Role.INDIVIDUAL in reads else "Only the team sees this."


def reasons_for(activity_ids: Iterable[int], team: Team | int | None) -> dict[int, list[str]]:
    """Warm sentences by the activity's key, fit for anybody to read. One look for any number."""
    return reasons_and_doubts(activity_ids, team)[0] if team is not None else {}


def reasons_and_doubts(
    activity_ids: Iterable[int], team: Team | int | None
) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """The same, and what to look at before setting out: that there is no room, and the one sentence of what somebody
    doubts and nobody has looked at. One look for all."""
    ids = list(activity_ids)
    warm: dict[int, list[str]] = defaultdict(list)
    doubted: dict[int, set[str]] = defaultdict(set)
    first: dict[int, list[str]] = defaultdict(list)
    for activity_id, kind, words, who, more, day in _all_that_is_told(ids, team):
        if kind in (FULL, HEARD_OF):
            first[activity_id].append(_caution(kind, words, day))
        elif kind in Doubt.Kind:
            doubted[activity_id].add(kind)
        else:
            first_name = User(name=who).first_name if who else ""
            told = sentences(kind, words, first_name, more)
            warm[activity_id] += [each for each in told if each not in warm[activity_id]]
    doubts = {key: doubt_words(Doubt.Kind.GONE in kinds) for key, kinds in doubted.items()}
    both = {key: [*first.get(key, ()), *doubts.get(key, ())] for key in first.keys() | doubts.keys()}
    return {key: told for key, told in warm.items() if told}, both


def _all_that_is_told(ids: list[int], team: Team | int | None) -> list[tuple]:
    """What somebody noted, the newest first; after it, where enough people have gone and stayed, open doubts, and what
    is full."""
    rows = _told_in_any_order(ids, team)
    return [row[:6] for row in sorted(rows, key=lambda row: row[5:], reverse=True)]


@kept
def _told_in_any_order(ids: list[int], team: Team | int | None) -> QuerySet:
    enough = Stayed.objects.filter(activity__in=ids, team=team, people__gte=SMALLEST_NUMBER_TOLD).order_by()
    doubts = Doubt.objects.filter(activity__in=ids, seen_to_on__isnull=True).order_by()
    full = _full_today().filter(activity__in=ids).order_by()
    none = {"said": Value(""), "who": Value(""), "more": Value(""), "since": Value(date.min, DateField())}
    columns = ("activity_id", "says", *none, "pk")
    opens = none | {"since": Coalesce("opens_on", Value(date.min), output_field=DateField())}
    others = [
        enough.annotate(says=Value(COUNTED), **none).values_list(*columns),
        doubts.annotate(says=F("kind"), **none).values_list(*columns),
        full.annotate(says=Value(FULL), **opens).values_list(*columns),
        _unproven(ids, team).annotate(says=Value(HEARD_OF), **none | {"said": F("whom")}).values_list(*columns),
    ]
    noted = _noted(team).filter(activity__in=ids).order_by()
    return noted.annotate(**_of_noted()).values_list(*columns).union(*others, all=True)


def _caution(kind: str, words: str, day: date) -> str:
    return heard_of_words(words) if kind == HEARD_OF else full_words(None if day == date.min else day)


def _unproven(ids: Iterable[int], team: Team | int | None) -> QuerySet[AskedAround]:
    """What a team heard of through somebody, and nobody has checked yet."""
    unchecked = {"activity__in": ids, "activity__last_checked_on__isnull": True}
    return AskedAround.objects.filter(team=team, **unchecked).order_by()


def through_whom(teams: QuerySet | tuple[int, ...]) -> Coalesce:
    """To annotate activities with: through whom one of these teams heard of it, “somebody” where another one did; None
    for most."""
    heard = AskedAround.objects.filter(activity=OuterRef("pk"))
    another = heard.values(told=Value("somebody"))[:1]
    return Coalesce(Subquery(heard.filter(team__in=teams).values("whom")[:1]), Subquery(another))


def unproven_words(activity, team: Team | int | None) -> list[str]:
    """Through whom the team heard of a place that nobody has checked yet. No look at all where somebody has."""
    if activity.last_checked_on is not None:
        return []
    whom = _unproven([activity.pk], team).order_by("-pk").values_list("whom", flat=True)
    return list(dict.fromkeys(map(heard_of_words, whom)))


def asked_lately(team, limit: int) -> list[AskedAround]:
    """Whom the team asked, the newest first."""
    return list(AskedAround.objects.filter(team=team).select_related("activity", "asked_by")[:limit]) if team else []


def heard_of(activity, team) -> list[AskedAround]:
    """How the team came to hear of a place, the newest first."""
    return list(AskedAround.objects.filter(activity=activity, team=team).select_related("asked_by")) if team else []


def _of_noted() -> dict:
    """The columns of what somebody noted: of a name only one that may be told, of a worry only what was agreed."""
    kind = Knowledge.Kind
    named = When(kind=kind.KNOWS_SOMEBODY, may_be_named_on__isnull=False, then=F("words"))
    more = Case(When(by_a_visitor=True, then=Value(VISITOR)), default=F("hurdle"))
    said = Case(named, When(kind=kind.WORRY, then=F("agreed")), default=Value(""))
    return {"says": F("kind"), "said": said, "who": F("noted_by__name"), "more": more, "since": F("noted_on")}


def _standing(team: Team | int | None) -> QuerySet[Knowledge]:
    """What a team knows still: not taken back, and whoever knows somebody is in the team."""
    knows = Q(kind=Knowledge.Kind.KNOWS_SOMEBODY)
    return Knowledge.objects.filter(~knows | Exists(_authors_in_team()), team=team, ended_on__isnull=True)


def _authors_in_team() -> QuerySet:
    return people.in_teams().filter(user=OuterRef("noted_by"), team=OuterRef("team"), user__is_active=True)


def _noted(team: Team | int | None) -> QuerySet[Knowledge]:
    """What of it is fit for anybody: of worries only those that say what helps."""
    return _standing(team).exclude(kind=Knowledge.Kind.WORRY, hurdle="", agreed="")


def _full_today() -> QuerySet[Full]:
    still = Q(opens_on__isnull=True) | Q(opens_on__gt=clock.today())
    return Full.objects.filter(still, ended_on__isnull=True)


def known_new_and_full(team: Team | int | None) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    """The keys of the activities that the team (or the team of this key) knows something good of, of those that came
    to the table last, and of those without room today. One look for all."""
    rows = _known_new_and_full(team)
    known, new, full = (frozenset(key for key, what in rows if what == one) for one in (IS_KNOWN, IS_NEW, IS_FULL))
    return known, new, full


@kept
def _known_new_and_full(team: Team | int | None) -> QuerySet:
    new = directory.newest_ones().order_by().values_list("pk", Value(IS_NEW))
    full = _full_today().order_by().values_list("activity_id", Value(IS_FULL))
    good = (
        _standing(team)
        .exclude(kind__in=(Knowledge.Kind.WORRY, Knowledge.Kind.GO_ALONG))
        .order_by()
        .values_list("activity_id", Value(IS_KNOWN))
    )
    return good.union(new, full) if team else new.union(full)


def warm_words(activity, team: Team | int | None) -> list[str]:
    """The same for one place."""
    return reasons_for([activity.pk], team).get(activity.pk, [])


def used_and_old(limit: int) -> list:
    """Listings that nobody has checked for a while, each with `age_from`: the most used first, where so many people
    stayed that it tells of none, and then the oldest."""
    stayed = Stayed.objects.filter(activity=OuterRef("pk")).values("activity").annotate(all=Sum("people")).values("all")
    old = aging.old_enough_to_ring(clock.today()).annotate(used=Subquery(stayed)).select_related("source")
    many = Case(When(used__gte=SMALLEST_NUMBER_TOLD, then="used"), default=0)
    return list(old.annotate(many=many).order_by("-many", aging.FROM, "pk")[:limit])


def written_by_places(limit: int) -> list[FromPlace]:
    """What places wrote of what to expect, while nobody here has looked at it: the longest ago first."""
    unseen = FromPlace.objects.filter(seen_to_on=None).select_related("activity__source")
    return list(unseen.order_by("said_on", "pk")[:limit])


def long_full(limit: int) -> list[Full]:
    """What is full until nobody knows when, and was neither said nor checked for two months: the longest first. Each
    knows `how_many` there are, however few are shown. One look."""
    since = clock.today() - LONG_FULL
    old = Full.objects.filter(opens_on=None, ended_on=None, said_on__lt=since)
    unchecked = old.exclude(activity__last_checked_on__gte=since).filter(activity__status="live")
    counted = unchecked.select_related("activity__source").annotate(how_many=Window(Count("pk")))
    return list(counted.order_by("said_on", "pk")[:limit])
