"""What the clock does for the table of leaflets. A new one is a line at the end."""

from collections.abc import Callable

from django.utils import timezone

from kith.access import clock

Goes = Callable[[], bool]
DAYTIME = range(10, 19)  # hours in which a place may hear from us unasked


def bring_feeds_up_to_date(goes_on: Goes) -> None:
    """Sessions are over, and others come into sight."""
    from kith.directory import actions

    actions.bring_feeds_up_to_date(goes_on)


def understand_listings(goes_on: Goes) -> None:
    """Where new and changed listings lie among meanings; nothing where the network is left out."""
    from kith.directory.actions.meanings import fill_in_meanings

    fill_in_meanings(goes_on)


def let_listings_age(goes_on: Goes) -> None:
    """What nobody has checked for long comes later, then carries a warning, then leaves the table."""
    from kith.directory import actions

    actions.let_listings_age(goes_on)


def ask_places(goes_on: Goes) -> None:
    """Whether their listings are right, by day only."""
    from kith.access.actor import Actor
    from kith.directory import actions

    if timezone.localtime(clock.now()).hour in DAYTIME:
        actions.ask_places(by=Actor.system(), goes_on=goes_on)


def look_at_websites(goes_on: Goes) -> None:
    """Whether those that listings give still answer: a few a day."""
    from kith.directory import actions

    actions.look_at_websites(goes_on)


OF_THE_TABLE: tuple[tuple[str, Callable[[Goes], None], int], ...] = (  # a name, what is done, every so many minutes
    ("Bringing open feeds up to date", bring_feeds_up_to_date, 5),
    ("Understanding new listings", understand_listings, 1),
    ("Letting listings age", let_listings_age, 30),
    ("Asking places", ask_places, 30),
    ("Looking at websites", look_at_websites, 30),
)
