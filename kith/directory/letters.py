"""The letter to a place that asks whether its listings are right. It says only what the listings say to everybody."""

from collections.abc import Iterable
from datetime import date

from . import asking_links as links
from .ages import LINK_HOLDS
from .models import Activity, Contact
from .publishing.plain import phone_of
from .search.reasons import when_in_words

SUBJECT = "Is this still right?"
MOST_TIMES = 7
OPENING = "We keep a list of things to do nearby. It gives this address for:"
CLOSING = f"Each link opens a page with one button. The links work for {LINK_HOLDS} days."


def body(contact: Contact, listings: Iterable[Activity], day: date) -> str:
    """Three answers, one press each, and how to hear no more."""
    told = [_told(each) for each in listings]
    it, has = ("it", "It has stopped") if len(told) == 1 else ("all of it", "Something has stopped")
    answers = (
        (f"Yes, {it} is still right:", links.RIGHT),
        ("Something has changed:", links.CHANGED),
        (f"{has}:", links.GONE),
        ("Please do not write to us again:", links.STOP),
    )
    asked = [f"{words}\n{links.address(contact, day, answer)}" for words, answer in answers]
    return "\n\n".join(["Hello,", OPENING, *told, "Is this still right?", *asked[:3], CLOSING, asked[3]])


def _told(activity: Activity) -> str:
    """What the listing says in public, a line for each thing."""
    place = activity.place
    where = ", ".join(filter(None, (place.name, place.address, place.postcode))) if place else ""
    slots = [each.words if each.weekday is None else when_in_words(each) for each in activity.times.all()]
    when = ". ".join(filter(None, slots[:MOST_TIMES]))
    cost = "Free" if activity.is_free else activity.cost_words[:120]
    facts = (("Where", where), ("When", when), ("Cost", cost), ("Telephone", phone_of(activity)))
    return "\n".join([activity.name, *(f"{term}: {words}" for term, words in facts if words)])
