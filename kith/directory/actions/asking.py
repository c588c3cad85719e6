"""Places are asked by email whether their listings are right: three letters, then no more. One letter for all of an
address's listings, and none after it asked for none or after one came back."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.access.sweeping import go_through
from kith.directory import ages, aging, asking_links, letters, rules
from kith.directory.models import Activity, Asked, Contact, Status
from kith.outbox import queries as outbox
from kith.outbox.actions import NotPosted, post

from .checking import confirm, say_changed, say_gone, say_still_on

LISTINGS = "to place: still right"
MOST_IN_A_LETTER = 20
A_PIECE = 500
OF_USE_FOR = timedelta(days=10)
THEY_SAID_SO = "they said so"


def ask_places(*, by: Actor, goes_on: Callable[[], bool]) -> int:
    """Posts one letter to each address that is due. Gives how many. Safe to be killed anywhere: who was asked is kept
    with the letter."""
    today = clock.today()
    _rest_those_that_came_back()
    if not outbox.has_way_out("email"):
        return 0
    _note_contacts(today, goes_on)

    def ask(contact: Contact) -> str:
        return "asked" if ask_place(contact=contact, today=today, by=by) else "not due"

    return go_through(_open_to_letters(today), ask, goes_on)["asked"]


def _rest_those_that_came_back() -> None:
    """Only what is new is written: most came back long ago, and that is known."""
    back = {address.lower(): day for address, day in outbox.addresses_not_reached(LISTINGS).items()}
    for some in _in_pieces(sorted(back)):
        for contact in Contact.objects.filter(email__in=some):
            if contact.rests_since is None or contact.rests_since < back[contact.email]:
                contact.rests_since = back[contact.email]
                contact.save(update_fields=["rests_since"])


def _in_pieces(every: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(every), A_PIECE):
        yield every[start : start + A_PIECE]


def _note_contacts(today: date, goes_on: Callable[[], bool]) -> None:
    new = aging.addresses_to_ask(today).exclude(address__in=Contact.objects.values("email")).distinct()
    while goes_on() and (some := list(new[:A_PIECE])):
        Contact.objects.bulk_create([Contact(email=each) for each in some], ignore_conflicts=True)


def _open_to_letters(today: date):
    """Who may be written to today, if anything of theirs is due."""
    recent, rested = today - timedelta(days=ages.SAME_CONTACT), today - timedelta(days=ages.RESTS)
    open_to_it = Contact.objects.filter(stopped_on__isnull=True, email__in=aging.addresses_to_ask(today))
    return open_to_it.exclude(asked_on__gt=recent).exclude(rests_since__gt=rested)


@action
def ask_place(*, contact: Contact, today: date, by: Actor) -> bool:
    """One letter about everything of theirs that is due, and what soon will be. Gives whether one was posted."""
    permit(by, Permission.ASK_CONTACTS)
    hold(contact)
    refuse_if(rules.cannot_ask(contact, today))
    listings = _to_ask_about(contact, today)
    if not listings:
        return False
    contact.asked_on = today
    contact.save(update_fields=["asked_on"])
    Asked.objects.bulk_create([Asked(contact=contact, activity=each, on=today) for each in listings])
    is_posted = _post(contact, listings, today)
    trail.record("place asked" if is_posted else "place asked: the letter could not be posted", by=by, about=contact)
    return is_posted


def _to_ask_about(contact: Contact, today: date) -> list[Activity]:
    due = {each: on for each in aging.of_contact(contact) if (on := aging.due_on(each))}
    if not any(on <= today for on in due.values()):
        return []
    soon = today + timedelta(days=ages.TOGETHER)
    first = [each for each, on in sorted(due.items(), key=lambda pair: (pair[1], pair[0].pk)) if on <= soon]
    keys = [each.pk for each in first[:MOST_IN_A_LETTER]]
    return list(Activity.objects.filter(pk__in=keys).select_related("place").prefetch_related("times").order_by("name"))


def _post(contact: Contact, listings: list[Activity], today: date) -> bool:
    try:
        post(
            kind=LISTINGS,
            channel="email",
            to=contact.email,
            subject=letters.SUBJECT,
            body=letters.body(contact, listings, today),
            cause=f"contact {contact.public_id}",
            once=f"still right {contact.public_id} {today}",
            now=clock.now(),
            goes_stale_at=clock.now() + OF_USE_FOR,
            is_news=True,
            stop_url=asking_links.address(contact, today, asking_links.STOP),
        )
    except NotPosted:  # what the listing gives as an address is none
        return False
    return True


@action
def answer_as_place(*, contact: Contact, activity: Activity, answer: str, by: Actor, words: str = "") -> None:
    """One press on the page of a link. `answer`: right, changed or gone; asked again, it stays so."""
    permit(by, Permission.CONFIRM_LISTING)
    refuse_if(rules.cannot_answer(contact, activity))
    if answer == asking_links.CHANGED:
        say_changed(activity=activity, words=words, by=by)
    elif answer == asking_links.GONE:
        say_gone(activity=activity, by=by)
    elif activity.status == Status.LIVE:
        confirm(activity=activity, how=THEY_SAID_SO, by=by)
    else:
        say_still_on(activity=activity, by=by)


@action
def stop_asking(*, contact: Contact, by: Actor) -> None:
    """They want no more letters. Kept for ever, for this address."""
    permit(by, Permission.CONFIRM_LISTING)
    hold(contact)
    if contact.stopped_on is None:
        contact.stopped_on = clock.today()
        contact.save(update_fields=["stopped_on"])
        trail.record("place asked for no letters", by=by, about=contact)
