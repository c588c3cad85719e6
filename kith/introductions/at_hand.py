"""What is brought along with introductions: all of it for a page of one, and a few names where they stand in a list."""

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from kith.access.alongside import alongside
from kith.access.kept import kept

from .models import Introduction, Report

IN_SHORT = {
    "activity": ("public_id", "name"),
    "share": ("revoked_at", "ends_at"),
    "partnership": ("user",),
    "partnership__user": ("name",),
}
TO_REACH_THEM = {
    "individual": ("public_id", "called", "reached_by", "email", "phone", "contact_wishes"),
    "individual__user": ("email", "is_active"),
}


def in_full(found: QuerySet[Introduction]) -> QuerySet[Introduction]:
    """With all that it points at, and what was reported in order."""
    related = (
        "individual__team",
        "activity__organisation",
        "activity__place",
        "share",
        "goal",
        "partnership__user",
        "along_with__user",
    )
    reports = Prefetch("reports", Report.objects.select_related("by_user"))
    return found.select_related(*related).prefetch_related(reports)


def introductions_in_short(individual) -> list[Introduction]:
    """Every one, for a page that tells where they stand in a few words each: names, the yes and the reports."""
    return with_reports(NAMES_IN_SHORT(individual))


def names_in_short(individual) -> QuerySet[Introduction]:
    """The same before its reports are brought along."""
    return alongside(individual.introductions.all(), **IN_SHORT)


NAMES_IN_SHORT = kept(names_in_short)


def with_reports(found: list[Introduction]) -> list[Introduction]:
    """These, each with what was reported, and by whom. One look, where there is any."""
    prefetch_related_objects(found, Prefetch("reports", alongside(Report.objects.all(), by_user=("name",))))
    return found


def with_ways_to_reach(found: QuerySet[Introduction]) -> QuerySet[Introduction]:
    """With the place's name, and how the individual is reached."""
    return alongside(found, activity=("name",), **TO_REACH_THEM).select_related("individual__contact_wishes")


def with_names(found: QuerySet[Introduction]) -> QuerySet[Introduction]:
    """With its names and what was reported at hand, the oldest first."""
    found = alongside(found, individual=("public_id", "called"), activity=("name",))
    return found.prefetch_related("reports").order_by("opened_at", "pk")
