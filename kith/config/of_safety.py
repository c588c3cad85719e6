"""What happens by itself with worries about safety: one that nobody sees to goes to the next lead, and then higher."""

from collections.abc import Callable


def pass_on(goes_on: Callable[[], bool]) -> None:
    """Once its hours are over."""
    from kith.access.actor import Actor
    from kith.safety import actions

    actions.pass_on_unread(by=Actor.system(), goes_on=goes_on)


OF_SAFETY = (("Passing on worries about safety", pass_on, 5),)
