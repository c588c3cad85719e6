"""What happens by itself around small measures: one quiet reminder."""

from collections.abc import Callable


def remind_to_look(goes_on: Callable[[], bool]) -> None:
    """Some months after the last answer, by day, to the individual alone."""
    from kith.access.actor import Actor
    from kith.measures import actions

    actions.nudge_all(by=Actor.system(), goes_on=goes_on)


OF_MEASURES = (("Reminding to look how things are", remind_to_look, 30),)
