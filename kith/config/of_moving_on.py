"""What happens by itself for people who have moved on: told that their page ends, asked once how it goes, closed."""

from collections.abc import Callable


def tell_of_the_end(goes_on: Callable[[], bool]) -> None:
    """A month and a week before, by day."""
    from kith.access.actor import Actor
    from kith.moving_on import actions

    actions.tell_all_of_the_end(by=Actor.system(), goes_on=goes_on)


def ask_how_it_goes(goes_on: Callable[[], bool]) -> None:
    """Once, for whoever wanted it."""
    from kith.access.actor import Actor
    from kith.moving_on import actions

    actions.ask_all_how_it_goes(by=Actor.system(), goes_on=goes_on)


def close_pages(goes_on: Callable[[], bool]) -> None:
    """When the last day has passed, and they heard of it before."""
    from kith.access.actor import Actor
    from kith.moving_on import actions

    actions.close_all_that_ended(by=Actor.system(), goes_on=goes_on)


OF_MOVING_ON = (
    ("Telling that a page ends", tell_of_the_end, 30),
    ("Asking how it goes, later", ask_how_it_goes, 60),
    ("Closing pages whose last day has passed", close_pages, 60),
)
