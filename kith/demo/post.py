"""Letters of the told story leave in it, each at its own time: none of August waits for today."""

from kith.access import clock
from kith.outbox.deliverer import deliver_due
from kith.outbox.models import Letter

AT_MOST = 500  # times looked: far more than the story has letters


def let_letters_leave() -> None:
    """Into the tray, or held back as of no use, as on the day on which they would have left."""
    until = clock.now()
    for _ in range(AT_MOST):
        due = Letter.objects.filter(state=Letter.State.WAITING, next_try_at__lte=until).order_by("next_try_at").first()
        if due is None:
            return
        with clock.at(due.next_try_at):
            deliver_due(now=due.next_try_at)
