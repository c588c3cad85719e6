"""Which packs there are, and which are on."""

from datetime import date

from django.db.models import Q, QuerySet

from ..models import Measure
from ..packs import ATTAINMENT, OWN


def measures() -> QuerySet[Measure]:
    """Every version of every pack, by title. Without the files, which are long."""
    return Measure.objects.defer("content")


def newest_of_each() -> list[Measure]:
    """Of each pack the version that is on, else the one that was loaded last; in the order of their titles."""
    chosen: dict[str, Measure] = {}
    for each in measures().order_by("-loaded_at", "-pk"):
        if each.url not in chosen or each.on_since:
            chosen[each.url] = each
    return sorted(chosen.values(), key=lambda each: (each.title.casefold(), each.url))


def measures_on(today: date) -> QuerySet[Measure]:
    """Those that may be asked today."""
    return measures().filter(Q(last_day__isnull=True) | Q(last_day__gte=today), on_since__isnull=False)


def own_rating(today: date) -> Measure | None:
    """The number for one's own goal, where it is on."""
    return measures_on(today).filter(kind=OWN).first()


def attainment_measure(today: date) -> Measure | None:
    """Goal Attainment Scaling, where it is on."""
    return measures_on(today).filter(kind=ATTAINMENT).first()


def measure_called(public_id: str) -> Measure | None:
    return measures().filter(public_id=public_id).first()


def measure_named(url: str, version: str) -> Measure | None:
    return measures().filter(url=url, version=version).first()


def versions_of(measure: Measure) -> QuerySet[Measure]:
    """Every version of the same pack, the latest first."""
    return measures().filter(url=measure.url).order_by("-loaded_at", "-pk")
