"""What we ask of local knowledge. Staff read the rows; individuals meet only the warm sentences."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Case, DateField, F, OuterRef, QuerySet, Subquery, Sum, Value, When

from kith.access import clock
from kith.access.actor import Role
from kith.access.audience import audience_of
from kith.directory import aging
from kith.directory.models import Doubt
from kith.people.models import Team, User

from .cautions import doubt_words
from .models import Check, Knowledge, Stayed

SMALLEST_NUMBER_TOLD = 5  # fewer people than this could be recognised
GONE_BEFORE = "People have gone from here before, and stayed"
HEARD_GOOD = "The team has heard good things of them"
COUNTED = "counted"
WELCOMING = "The team has found them welcoming"
HELPED = "They have helped people from here"
WARM = {Knowledge.Kind.HEARD_GOOD: HEARD_GOOD, Knowledge.Kind.WELCOME: WELCOMING, Knowledge.Kind.HELPED: HELPED}


def known_of(activity, team) -> QuerySet[Knowledge]:
    """Everything the team knows of a place, worries too, the newest first. For staff only."""
    found = Knowledge.objects.filter(activity=activity, team=team) if team else Knowledge.objects.none()
    return found.select_related("noted_by")


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
    """The same, and the one sentence of what somebody doubts and nobody has looked at. One look for both."""
    ids = list(activity_ids)
    warm: dict[int, list[str]] = defaultdict(list)
    doubted: dict[int, set[str]] = defaultdict(set)
    for activity_id, kind, words, who in _noted_counted_and_doubted(ids, team):
        if kind in Doubt.Kind:
            doubted[activity_id].add(kind)
        elif (sentence := _warm_sentence(kind, words, who)) not in warm[activity_id]:
            warm[activity_id].append(sentence)
    return dict(warm), {key: doubt_words(Doubt.Kind.GONE in kinds) for key, kinds in doubted.items()}


def _noted_counted_and_doubted(ids: list[int], team: Team | int | None) -> list[tuple]:
    """What somebody noted, the newest first; after it, where enough people have gone and stayed, and open doubts."""
    noted = Knowledge.objects.filter(activity__in=ids, team=team).exclude(kind=Knowledge.Kind.WORRY).order_by()
    enough = Stayed.objects.filter(activity__in=ids, team=team, people__gte=SMALLEST_NUMBER_TOLD).order_by()
    doubts = Doubt.objects.filter(activity__in=ids, seen_to_on__isnull=True).order_by()
    none = {"said": Value(""), "who": Value(""), "since": Value(date.min, DateField())}
    told = {"says": F("kind"), "said": F("words"), "who": F("noted_by__name"), "since": F("noted_on")}
    columns = ("activity_id", *told, "pk")
    counted = enough.annotate(says=Value(COUNTED), **none).values_list(*columns)
    doubted = doubts.annotate(says=F("kind"), **none).values_list(*columns)
    rows = noted.annotate(**told).values_list(*columns).union(counted, doubted, all=True)
    return [row[:4] for row in sorted(rows, key=lambda row: row[4:], reverse=True)]


def known_and_new(team: Team | int | None, newest: QuerySet) -> tuple[frozenset[int], frozenset[int]]:
    """The keys of the activities that the team (or the team of this key) knows something good of, and those that came
    last (`newest`: activities). One look for both."""
    new = newest.order_by().values_list("pk", Value(0))
    good = Knowledge.objects.filter(team=team).exclude(kind=Knowledge.Kind.WORRY).order_by()
    rows = list(good.values_list("activity_id", Value(1)).union(new) if team else new)
    known = frozenset(key for key, is_known in rows if is_known)
    return known, frozenset(key for key, is_known in rows if not is_known)


def warm_words(activity, team: Team | int | None) -> list[str]:
    """The same for one place."""
    return reasons_for([activity.pk], team).get(activity.pk, [])


def _warm_sentence(kind: str, words: str, who: str | None) -> str:
    if kind == COUNTED:
        return GONE_BEFORE
    if kind == Knowledge.Kind.KNOWS_SOMEBODY:
        first_name = User(name=who).first_name if who is not None else "Somebody in the team"
        return f"{first_name} knows {words.rstrip('.')} there"
    return WARM[Knowledge.Kind(kind)]


def used_and_old(limit: int) -> list:
    """Listings that nobody has checked for a while, each with `age_from`: the most used first, where so many people
    stayed that it tells of none, and then the oldest."""
    stayed = Stayed.objects.filter(activity=OuterRef("pk")).values("activity").annotate(all=Sum("people")).values("all")
    old = aging.old_enough_to_ring(clock.today()).annotate(used=Subquery(stayed))
    many = Case(When(used__gte=SMALLEST_NUMBER_TOLD, then="used"), default=0)
    first = list(old.annotate(many=many).order_by("-many", aging.FROM, "pk").values_list("pk", flat=True)[:limit])
    rows = {each.pk: each for each in aging.regular().filter(pk__in=first).select_related("source")}
    return [rows[pk] for pk in first]
