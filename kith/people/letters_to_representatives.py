"""The letter to somebody whom a legal paper lets see a part: that they can sign in now, and nothing of whose it is."""

from kith.access import clock
from kith.access.one import the_one
from kith.outbox.gates import Answer, Go, HoldBack
from kith.outbox.models import Letter

from .authorities import opens
from .models import LegalAuthority

BY_LAW = "to representative: a paper opens something"
SUBJECT = "Something to read"
WHAT_TO_DO = "Sign in with the address that this came to. If you did not expect it, leave it, and nothing happens.\n"


def by_law(name: str, page: str) -> str:
    """It names nobody else, and no kind of paper: others may read an email."""
    hello = f"Hello {name.split(maxsplit=1)[0]},\n\nYou showed us a paper. Here you can read what it lets you see:"
    return f"{hello}\n\n{page}\n\n{WHAT_TO_DO}"


def still_by_law(letter: Letter) -> Answer:
    """The letter leaves only while the paper opens something."""
    found = LegalAuthority.objects.filter(public_id=letter.cause.removeprefix("legal paper "))
    authority = the_one(found.filter(individual__closed_at__isnull=True))
    is_open = authority is not None and opens(authority, clock.today())
    return Go(to=letter.to) if is_open else HoldBack("The paper opens nothing now.")
