"""What we ask of local knowledge. Staff read the rows; individuals meet only the warm sentences."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import CharField, DateField, QuerySet, Value

from kith.access.actor import Role
from kith.access.audience import audience_of
from kith.people.models import Team

from .models import Check, Knowledge, Stayed

STAYED = "stayed"
SMALLEST_NUMBER_TOLD = 5  # fewer people than this could be recognised
GONE_BEFORE = "People have gone from here before, and stayed"
HEARD_GOOD = "The team has heard good things of them"
WELCOMING = "The team has found them welcoming"


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
    if team is None:
        return {}
    ids = list(activity_ids)
    warm: dict[int, list[str]] = defaultdict(list)
    rows = Knowledge.objects.filter(activity__in=ids, team=team).exclude(kind=Knowledge.Kind.WORRY).order_by()
    told = rows.values_list("activity_id", "kind", "words", "noted_by__name", "noted_on", "pk")
    for activity_id, kind, words, name, _, _ in sorted(
        told.union(_gone_before(ids, team), all=True), key=_newest_first
    ):
        sentence = GONE_BEFORE if kind == STAYED else _warm_sentence(kind, words, name)
        if sentence not in warm[activity_id]:
            warm[activity_id].append(sentence)
    return dict(warm)


def _newest_first(row: tuple) -> tuple:
    """What people did comes after what was heard."""
    _, kind, _, _, noted_on, key = row
    return (kind == STAYED, -noted_on.toordinal() if noted_on else 0, -key)


def known_and_new(team: Team | int | None, newest: QuerySet) -> tuple[frozenset[int], frozenset[int]]:
    """The keys of the activities that the team (or the team of this key) knows something good of, and those that came
    last (`newest`: activities). One look for both."""
    good = Knowledge.objects.filter(team=team).exclude(kind=Knowledge.Kind.WORRY).order_by()
    known = good.values_list("activity_id", Value(1)) if team else good.none()
    rows = list(
        known.union(newest.order_by().values_list("pk", Value(0))) if team else newest.values_list("pk", Value(0))
    )
    return frozenset(key for key, is_known in rows if is_known), frozenset(
        key for key, is_known in rows if not is_known
    )


def warm_words(activity, team: Team | int | None) -> list[str]:
    """The same for one place."""
    return reasons_for([activity.pk], team).get(activity.pk, [])


def _warm_sentence(kind: str, words: str, name: str | None) -> str:
    if kind == Knowledge.Kind.KNOWS_SOMEBODY:
        somebody = name.split()[0] if name and name.strip() else "Somebody in the team"
        return f"{somebody} knows {words.rstrip('.')} there"
    return HEARD_GOOD if kind == Knowledge.Kind.HEARD_GOOD else WELCOMING


def _gone_before(ids: list[int], team) -> QuerySet:
    """As rows like those of what is known."""
    enough = Stayed.objects.filter(activity__in=ids, team=team, people__gte=SMALLEST_NUMBER_TOLD).order_by()
    as_words = [Value(words, output_field=CharField()) for words in (STAYED, "", "")]
    return enough.values_list("activity_id", *as_words, Value(None, output_field=DateField()), "pk")
