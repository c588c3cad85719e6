"""What happens by itself around introductions: first visits, and places that do not answer."""

from collections.abc import Callable

from django.utils import timezone

from kith.access import clock

DAYTIME = range(10, 19)  # hours in which somebody may hear from Kith unasked


def ask_about_visits(goes_on: Callable[[], bool]) -> None:
    """“Did you go?”, the day after, and “still going?” where that was chosen; never early or late in the day."""
    from kith.access.actor import Actor
    from kith.introductions import actions as introductions

    if timezone.localtime(clock.now()).hour in DAYTIME:
        introductions.ask_about_visits(by=Actor.system(), goes_on=goes_on)
        introductions.ask_who_still_goes(by=Actor.system(), goes_on=goes_on)


def let_rest(goes_on: Callable[[], bool]) -> None:
    """Introductions from whose place no word came; somebody hears of it by day."""
    from kith.access.actor import Actor
    from kith.introductions import actions as introductions

    if timezone.localtime(clock.now()).hour in DAYTIME:
        introductions.let_rest_what_nobody_answers(by=Actor.system(), goes_on=goes_on)


def ask_whether_still_on(goes_on: Callable[[], bool]) -> None:
    """On the morning itself, and somebody is rung where a day is not to be; the hours are in the sweep."""
    from kith.access.actor import Actor
    from kith.introductions import actions as introductions

    introductions.ask_whether_still_on(by=Actor.system(), goes_on=goes_on)


# Each with how often it is done, in minutes. That a day is off is looked at every minute: somebody may set out.
OF_INTRODUCTIONS = (
    ("Asking about first visits", ask_about_visits, 10),
    ("Asking whether a visit is still on", ask_whether_still_on, 1),
    ("Letting rest what nobody answers", let_rest, 10),
)
