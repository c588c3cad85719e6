"""What we ask about ideas."""

from django.db.models import Max, OuterRef, QuerySet, Subquery, prefetch_related_objects

from kith.access.alongside import alongside
from kith.access.kept import kept
from kith.directory.models import Status

from .models import Idea, KnownPlace


def latest_words(individual, until: int | None = None) -> QuerySet[Idea]:
    """The latest word on each thing to do, kept or set aside. `until`: the key of the last word that counts."""
    said = Idea.objects.filter(individual=individual, **({} if until is None else {"pk__lte": until}))
    newest = said.values("activity").annotate(newest=Max("pk"))
    return Idea.objects.filter(pk__in=newest.values("newest")).select_related("activity", "said_by")


def ideas_of(individual) -> QuerySet[Idea]:
    """What is kept now and lies on the table, the newest first, with its activity, place and times at hand."""
    return _in_full(latest_words(individual).filter(state=Idea.State.KEPT, activity__status=Status.LIVE))


def kept_by_any(individuals, activities) -> QuerySet[Idea]:
    """What any of these keep of these activities (their keys): the newest word of each on each. One look."""
    said = Idea.objects.filter(individual__in=individuals, activity__in=activities).order_by()
    newest = said.values("individual", "activity").annotate(newest=Max("pk")).values("newest")
    kept = Idea.objects.filter(pk__in=newest, state=Idea.State.KEPT)
    return kept.select_related("individual", "activity")


def kept_by_then(individual, until: int) -> set[int]:
    """The keys of the activities that were kept when this word was the last."""
    kept = latest_words(individual, until).filter(state=Idea.State.KEPT)
    return set(kept.values_list("activity_id", flat=True))


def last_word_of(individual) -> int:
    """The key of the last word on anything; 0 where nothing was said."""
    return Idea.objects.filter(individual=individual).aggregate(last=Max("pk"))["last"] or 0


def _in_full(ideas: QuerySet[Idea]) -> QuerySet[Idea]:
    related = ("activity__place", "activity__organisation", "activity__source")
    ideas = ideas.annotate(had_by_name=_worker_who_had_it()).select_related(*related)
    return ideas.prefetch_related("activity__times")


def _worker_who_had_it() -> Subquery:
    """The name of whoever first said it as a worker's idea: later words of others leave it theirs."""
    the_same = Idea.objects.filter(individual=OuterRef("individual"), activity=OuterRef("activity"))
    first = the_same.filter(had_by=Idea.HadBy.WORKER).order_by("pk")
    return Subquery(first.values("said_by__name")[:1])


def kept_and_set_aside(individual) -> tuple[list[Idea], list[Idea]]:
    """Both in one look: what is kept now and lies on the table, with its times in one more, and what is not for them,
    by name alone."""
    words = _latest_in_full(individual)
    kept = [idea for idea in words if idea.state == Idea.State.KEPT and idea.activity.status == Status.LIVE]
    prefetch_related_objects(kept, "activity__times")
    return kept, [idea for idea in words if idea.state == Idea.State.SET_ASIDE]


@kept
def _latest_in_full(individual) -> QuerySet[Idea]:
    return _in_full(latest_words(individual)).prefetch_related(None)


def set_aside(individual) -> QuerySet[Idea]:
    """What is not for this individual as things stand now, the newest first."""
    return latest_words(individual).filter(state=Idea.State.SET_ASIDE)


def places_told_of(individual) -> QuerySet[KnownPlace]:
    """Places they know that nobody has looked at yet, the newest first."""
    return _told_of().filter(individual=individual).select_related("told_to")


def places_told_of_by(individuals) -> QuerySet[KnownPlace]:
    """The same for many people, for a worker's first page. One look."""
    return alongside(_told_of().filter(individual__in=individuals), individual=("public_id", "called"))


def place_told_of(individual, public_id: str) -> KnownPlace | None:
    """One of them."""
    return (
        KnownPlace.objects.filter(individual=individual, public_id=public_id)
        .select_related("told_to", "individual")
        .first()
    )


def _told_of() -> QuerySet[KnownPlace]:
    return KnownPlace.objects.filter(activity__isnull=True, let_go_on__isnull=True)


def set_aside_names(individual) -> dict[str, str]:
    """What is not for this individual, as things stand now: names of activities by public id."""
    aside = set_aside(individual)
    return dict(aside.values_list("activity__public_id", "activity__name"))


def latest_word(individual, activity) -> Idea | None:
    """The latest word on one thing to do."""
    return Idea.objects.filter(individual=individual, activity=activity).select_related("activity").first()
