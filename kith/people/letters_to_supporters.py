"""The letter to somebody who is let in, and the question before it ends, which goes to the individual alone."""

from kith.access import clock
from kith.outbox.gates import Answer, Go, HoldBack
from kith.outbox.models import Letter

from .models import Share, SupporterNeeds
from .queries import live_shares

INVITATION = "to supporter: invitation"
ENDS = "to individual: letting in ends"
ENDS_WORKER = "to worker: letting in ends"
SUBJECT = "Something to read"


def invitation(name: str, page: str, needs: SupporterNeeds | None) -> str:
    """It names nobody, and says nothing of what is to be seen: others may read an email."""
    hello = f"Hello {name.split(maxsplit=1)[0]},\n\nSomebody you know would like you to see something.\n\n{page}\n"
    if needs is not None and needs.easy_words:
        return hello
    return f"{hello}\nThat page says what happens next. If you would rather not, leave it, and nothing happens.\n"


def ends(name: str, until: str) -> str:
    """To the individual: what happens if they do nothing is that it ends."""
    return (
        f"{name} can see something of yours until {until}. "
        "If it is to go on, say so on your page “Who may see what”. If you do nothing, it ends."
    )


def still_invited(letter: Letter) -> Answer:
    """The letter leaves only while the yes stands and nobody has come."""
    public_id = letter.cause.removeprefix("share ")
    live = Share.objects.filter(live_shares(clock.now()), individual__closed_at__isnull=True, public_id=public_id)
    stands = live.exclude(email="").exists()
    return Go(to=letter.to) if stands else HoldBack("What was to be seen was taken back, or they came already.")
