"""What happens by itself with looks in an emergency: one that nobody went over is told of higher up."""

from collections.abc import Callable


def climb(goes_on: Callable[[], bool]) -> None:
    """Three days after."""
    from kith.access.actor import Actor
    from kith.people import actions

    actions.climb_looks(by=Actor.system(), goes_on=goes_on)


OF_URGENT_LOOKS = (("Telling of looks that nobody went over", climb, 30),)
