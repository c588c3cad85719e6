"""What somebody decides about a letter that asks for them, and what is heard of it afterwards.

The outbox knows neither people nor permissions. Whoever calls these asks for `Permission.ANSWER_MESSAGES` towards
the individual that `individual_ref` names, and writes the trail, in the action of their own.
"""

from datetime import datetime

from django.utils import timezone

from kith.outbox import rules
from kith.outbox.models import Letter
from kith.outbox.receipts import ARRIVED, why_not

from .changing import Somebody, change, kept
from .posting import NotPosted

State = Letter.State
ASKING = (State.UNSURE, State.GAVE_UP, State.CAME_BACK)
MAY_COME_BACK = (State.LEAVING, State.SENT, State.UNSURE)


def send_again(*, letter: Letter, by: Somebody, now: datetime | None = None) -> Letter:
    """It goes again, by somebody's choice, with all its tries before it. Pressed twice it goes once.

    Raises `NotPosted` with a sentence when its words are not here any more.
    """
    now = now or timezone.now()
    if letter.state not in ASKING and letter.seen_to_by == by.who:
        return letter
    if reason := rules.cannot_send_again(letter):
        raise NotPosted(reason)
    again = {"state": State.WAITING, "next_try_at": now, "attempts": 0, "wipe_at": None, "goes_stale_at": None}
    perhaps_twice = letter.perhaps_twice or letter.state == State.UNSURE
    chosen = {"perhaps_twice": perhaps_twice, "their_id": "", "not_before": now, "seen_to_by": by.who, "taken_on": ""}
    change(letter, *ASKING, **again, **chosen, seen_to_at=None)
    return letter


def seen_to(*, letter: Letter, by: Somebody, now: datetime | None = None) -> Letter:
    """Somebody did what there was to do, such as ringing them: it asks for nobody any more."""
    if letter.seen_to_at is None:
        change(letter, *State, seen_to_at=now or timezone.now(), seen_to_by=by.who)
    return letter


def printed(*, letter: Letter, by: Somebody, now: datetime | None = None) -> Letter:
    """It was printed and goes in the post."""
    now = now or timezone.now()
    sent = {"state": State.SENT, "sent_at": now, "seen_to_at": now, "seen_to_by": by.who}
    change(letter, State.TO_PRINT, **sent, **kept(letter, now))
    return letter


def came_back(*, letter: Letter, why: str, now: datetime | None = None) -> bool:
    """It left and did not arrive. `why` is a sentence for staff. False: that was known, or it never left."""
    now = now or timezone.now()
    told = {"state": State.CAME_BACK, "last_problem": why[:300], "seen_to_at": None}
    if change(letter, *MAY_COME_BACK, **told, sent_at=letter.sent_at or now):
        return True
    is_tried_again = letter.state == State.WAITING and letter.attempts > 0
    return is_tried_again and change(letter, State.WAITING, **told, **kept(letter, now))


def receipt(*, reference: str, status: str, now: datetime | None = None, their_id: str = "") -> Letter | None:
    """What a provider tells of a letter later. Told twice, it is the same as once. None: it is no letter of ours."""
    now = now or timezone.now()
    letter = Letter.objects.filter(public_id=reference).first()
    if letter is None or (their_id and letter.their_id and their_id != letter.their_id):
        return letter  # not ours, or of a time before it was sent again
    if status in ARRIVED and letter.arrived_at is None:
        arrived = {"arrived_at": now, "sent_at": letter.sent_at or now, "last_problem": ""}
        arrived |= {} if letter.wipe_at else kept(letter, now)
        change(letter, *MAY_COME_BACK, state=State.SENT, **arrived)
    elif (why := why_not(letter.channel, status)) and letter.arrived_at is None:
        came_back(letter=letter, why=why, now=now)
    return letter
