"""What happens by itself about people's rights: a copy of everything lies ready for a day, and is then gone;
what was begun to be written and left goes after a month; the list of what was removed is whole."""

from collections.abc import Callable


def take_copies_away(goes_on: Callable[[], bool]) -> None:
    """Files whose day is over, a few hundred at a time."""
    from kith.access.actor import Actor
    from kith.rights import actions

    while goes_on() and actions.remove_ended_copies(by=Actor.system()):
        continue


def remove_old_drafts(goes_on: Callable[[], bool]) -> None:
    """What was begun and left for a month, unless something holds it."""
    from kith.access.actor import Actor
    from kith.rights import actions

    while goes_on() and actions.remove_old_drafts(by=Actor.system()):
        continue


def write_down_what_was_removed(goes_on: Callable[[], bool]) -> None:
    """What a process that was ended had left unwritten, and the files that it had left lying."""
    from kith.rights import actions

    actions.write_down_the_rest()
    actions.unlink_the_rest()


OF_RIGHTS = (
    ("Taking away copies whose day is over", take_copies_away, 10),
    ("Removing what was begun and left", remove_old_drafts, 60),
    ("Writing down what was removed", write_down_what_was_removed, 60),
)
