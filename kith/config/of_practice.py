"""What the clock does for teams that look back: a picture and reports of each quarter, once it is over."""

from collections.abc import Callable


def make_pictures(goes_on: Callable[[], bool]) -> None:
    """A team's totals are counted here, and never while somebody waits for a page."""
    from kith.access.actor import Actor
    from kith.conversations import actions as conversations

    conversations.make_pictures(by=Actor.system(), goes_on=goes_on)


def prepare_reports(goes_on: Callable[[], bool]) -> None:
    """Totals for teams and for whoever pays for the work, of every quarter that has settled."""
    from kith.access.actor import Actor
    from kith.reports import actions as reports

    reports.prepare_what_is_due(by=Actor.system(), goes_on=goes_on)


OF_PRACTICE = (("Looking back at quarters", make_pictures, 60), ("Preparing reports", prepare_reports, 60))
