"""What happens by itself with letting somebody in: before it ends, the individual is asked whether it is to go on."""

from collections.abc import Callable


def ask_before_the_end(goes_on: Callable[[], bool]) -> None:
    """Two weeks before."""
    from kith.access.actor import Actor
    from kith.people import actions

    actions.ask_before_the_end(by=Actor.system(), goes_on=goes_on)


OF_SUPPORTERS = (("Asking whether somebody let in may go on seeing it", ask_before_the_end, 30),)
