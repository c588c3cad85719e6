"""What happens by itself about people's rights: a copy of everything lies ready for a day, and is then gone."""

from collections.abc import Callable


def take_copies_away(goes_on: Callable[[], bool]) -> None:
    """Files whose day is over, a few hundred at a time."""
    from kith.access.actor import Actor
    from kith.rights import actions

    while goes_on() and actions.remove_ended_copies(by=Actor.system()):
        continue


OF_RIGHTS = (("Taking away copies whose day is over", take_copies_away, 10),)
