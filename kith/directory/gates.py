"""Asked at the last moment: may this place still be written to, and does anything still give its address?"""

from datetime import timedelta

from kith.access import clock
from kith.outbox import gates
from kith.outbox.models import Letter

from . import ages
from .aging import giving
from .models import Contact, Status


def still_to_be_asked(letter: Letter) -> gates.Answer:
    """It stays here once they asked for none, one came back, or all was answered or gives another address."""
    contact = Contact.objects.filter(email=letter.to.lower()).first()
    if contact is None or contact.stopped_on:
        return gates.HoldBack("They asked not to be written to.")
    if contact.rests_since and contact.rests_since > clock.today() - timedelta(days=ages.RESTS):
        return gates.HoldBack("A letter to this address came back.")
    listed = giving(contact).filter(asked__contact=contact, status=Status.LIVE, keep_to_ourselves=False)
    if not listed.exists():
        return gates.HoldBack("Nothing gives this address any more.")
    return gates.Go(to=contact.email)
