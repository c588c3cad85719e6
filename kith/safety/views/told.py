"""What an individual reads of worries about their safety, once they are told."""

from django.http import HttpRequest, HttpResponse

from kith.access.permissions import Permission
from kith.design.pages import show
from kith.people.doors import individual_page
from kith.safety import queries


@individual_page(Permission.READ_WORRIES_TOLD)
def worries_told(request: HttpRequest, individual) -> HttpResponse:
    """Each with the words that were written for them, and where it went as they know."""
    worries = [
        (each, [passed for passed in each.passed_on.all() if passed.knows])
        for each in queries.told_concerns(individual)
    ]
    return show(request, "safety/told.html", {"individual": individual, "worries": worries})
