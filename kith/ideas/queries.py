"""What we ask about ideas."""

from django.db.models import Max, QuerySet

from kith.people.models import User

from .models import Idea


def latest_words(individual) -> QuerySet[Idea]:
    """The latest word on each thing to do, kept or set aside."""
    newest = Idea.objects.filter(individual=individual).values("activity").annotate(newest=Max("pk"))
    return Idea.objects.filter(pk__in=newest.values("newest")).select_related("activity", "said_by")


def ideas_of(individual) -> QuerySet[Idea]:
    """What is kept now, the newest first, with its activity, place and times at hand."""
    kept = latest_words(individual).filter(state=Idea.State.KEPT)
    related = ("activity__place", "activity__organisation")
    return kept.select_related(*related).prefetch_related("activity__times")


def set_aside_ids(individual) -> set[str]:
    """Public ids of the activities that are not for this individual, as things stand now."""
    aside = latest_words(individual).filter(state=Idea.State.SET_ASIDE)
    return set(aside.values_list("activity__public_id", flat=True))


def set_aside_names(individual) -> dict[str, str]:
    """The same with their names."""
    aside = latest_words(individual).filter(state=Idea.State.SET_ASIDE)
    return dict(aside.values_list("activity__public_id", "activity__name"))


def latest_word(individual, activity) -> Idea | None:
    """The latest word on one thing to do."""
    return Idea.objects.filter(individual=individual, activity=activity).select_related("activity").first()


def workers_who_had(individual) -> dict[int, User]:
    """Who first said each idea that was a worker's, by the activity's key: later words leave it theirs."""
    had = Idea.objects.filter(individual=individual, had_by=Idea.HadBy.WORKER, said_by__isnull=False)
    return {idea.activity_id: idea.said_by for idea in had.select_related("said_by").order_by("-pk")}
