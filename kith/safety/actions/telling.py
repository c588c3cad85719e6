"""What is told of a worry or of information that went astray: one line each, without a name or a word of it."""

from collections.abc import Iterable

from django.urls import reverse

from kith.people import actions as people
from kith.people import hearing
from kith.people.models import User
from kith.safety.models import Breach, Concern

WORRIED = "Somebody is worried about somebody’s safety"
RAISED = f"{WORRIED}. Please read it now."
NEXT = f"{WORRIED}. Nobody else has seen to it yet, so please read it now."
PUT_ON = "You were asked to help with a worry about somebody’s safety."
TELL_NOW = "Please look again whether somebody can be told of a worry about their safety."
ASK_A_LEAD = "A worry about safety waits, and nobody has seen to it. Please ring whoever looks after safety here."
ASTRAY = "Something went wrong with information"
LOOK_INTO = f"{ASTRAY}. Please look into it: there are 72 hours to decide whom to tell."


def tell_of(concern: Concern, users: Iterable[User], words: str, *, leads_there: bool = True) -> None:
    """Within the action that causes it; each line once for each of them."""
    page = reverse("safety:concern", args=[concern.public_id]) if leads_there else ""
    about = {"cause": f"concern {concern.public_id}", "once": f"{concern.public_id} {_mark(words, concern)}"}
    people.tell_at_once(users, kind=hearing.WORRY, subject=WORRIED, words=words, page=page, **about)


def _mark(words: str, concern: Concern) -> str:
    """What makes such a line the same: it is said once, but for the one that has a new day each time."""
    kinds = (RAISED, NEXT, PUT_ON, TELL_NOW, ASK_A_LEAD)
    day = concern.look_again_on if words == TELL_NOW else ""
    return f"{kinds.index(words)} {day}".strip()


def tell_of_breach(breach: Breach, users: Iterable[User]) -> None:
    """At once, to everybody who looks after rights."""
    page = reverse("safety:breach", args=[breach.public_id])
    about = {"cause": f"breach {breach.public_id}", "once": f"breach {breach.public_id}"}
    people.tell_at_once(users, kind=hearing.GONE_ASTRAY, subject=ASTRAY, words=LOOK_INTO, page=page, **about)
