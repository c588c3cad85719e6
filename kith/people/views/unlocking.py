"""Taking a screen back that was in somebody's hands."""

from django.http import HttpRequest, HttpResponse

from kith.design.pages import show
from kith.people import handing
from kith.people.doors import public_page


@public_page
def unlock(request: HttpRequest) -> HttpResponse:
    """Asks the worker to show that it is them."""
    return show(request, "people/unlock.html", {"is_locked": bool(handing.in_the_hands_of(request))})
