"""Links that open one page and are never a sign-in.

The address is made from the row's public id and a print of it under the install's secret: it can be written
again for a second copy, and the database alone does not hold it.
"""

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac

from kith.access import clock
from kith.access.public_ids import ALPHABET
from kith.design.pages import show

from .models import Link

SALT = "kith.people.links"
PLACES = {Link.Purpose.VISIT: "v", Link.Purpose.HOST: "h", Link.Purpose.CHECK_IN: "c", Link.Purpose.HELPER: "s"}
TELLS_OF_NO_SERVICE = (Link.Purpose.HOST, Link.Purpose.HELPER)


def address(link: Link) -> str:
    """The whole address, on the host that serves links alone."""
    return f"{settings.INTRODUCTION_URL.rstrip('/')}/{PLACES[Link.Purpose(link.purpose)]}/{written(link.public_id)}/"


def opened(held: str, purpose: str) -> Link | None:
    """The live link that somebody holds, or None."""
    public_id = read(held)
    if public_id is None:
        return None
    now = clock.now()
    live = Q(stopped_at__isnull=True, ends_at__gt=now, individual__closed_at__isnull=True)
    return Link.objects.filter(live, public_id=public_id, purpose=purpose).select_related("individual").first()


def is_over(request: HttpRequest) -> HttpResponse:
    """One answer for a link that has ended, was stopped, or never was. Who there is to talk to is told to individuals:
    to a place or a helper such a line would tell of a service."""
    is_for_a_place = request.path.startswith(tuple(f"/{PLACES[purpose]}/" for purpose in TELLS_OF_NO_SERVICE))
    return show(request, "people/link-is-over.html", {"is_for_a_place": is_for_a_place}, status=404)


def read(held: str, salt: str = SALT) -> str | None:
    """The public id in a part of an address that we wrote ourselves; None for any other."""
    public_id, _, _ = held.partition("-")
    return public_id if constant_time_compare(held, written(public_id, salt)) else None


def written(public_id: str, salt: str = SALT) -> str:
    """The public id and a print of it. `salt` says what for: one made for something else opens nothing here."""
    digest = salted_hmac(salt, public_id, algorithm="sha256").digest()
    return f"{public_id}-{''.join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:20])}"
