"""Places that have room again, and whoever waits for one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from kith.directory.models import Activity
from kith.ideas import queries as ideas
from kith.introductions import queries as introductions
from kith.introductions.models import Introduction, Report
from kith.local_knowledge.queries import room_again_lately
from kith.people.models import Individual

KIND = Report.Kind
NO_LONGER_WAITS = (KIND.WENT, KIND.WENT_AGAIN, KIND.BELONGS, *introductions.OVER)


@dataclass(frozen=True)
class RoomAgain:
    """Somebody who keeps this idea, or is being introduced there."""

    individual: Individual
    activity: Activity


def room_again(individuals: Iterable[Individual], today: date) -> list[RoomAgain]:
    """For a worker, by name: one look where no place has room again, which is nearly always; else three."""
    opened, people = room_again_lately(today), list(individuals)
    if not opened:
        return []
    told = Report.objects.filter(introduction=OuterRef("pk"), kind__in=NO_LONGER_WAITS)
    introduced = Introduction.objects.filter(~Exists(told), individual__in=people, activity__in=opened)
    waits = [*introduced.select_related("individual", "activity"), *ideas.kept_by_any(people, opened)]
    found = {(each.individual_id, each.activity_id): RoomAgain(each.individual, each.activity) for each in waits}
    return sorted(found.values(), key=lambda each: (each.individual.called, each.activity.name))
