"""Asking for a code, and signing in."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.outbox.actions import post
from kith.people import codes
from kith.people.actors import actor_for
from kith.people.models import User
from kith.people.queries import account_of

LETTER = """{code} is your code.

Type it on the page where you asked for it. It works once, and for {minutes} minutes.

If you did not ask for it, you need not do anything. Nobody can use it without this letter.
"""


@action
def send_code(*, email: str, code: str, by: Actor) -> None:
    """Posts a sign-in code to the address of the account. For an unknown address all of it is done
    as well, and the letter taken back: the answer takes as long, and says as little."""
    user = account_of(email)
    with transaction.atomic():
        _post_code((user.email if user else None) or email, code)
        if user is None:
            transaction.set_rollback(True)
    codes.remember(email, code)
    trail.record("sign-in code asked for", by=by, about=user)


def _post_code(to: str, code: str) -> None:
    now = clock.now()
    lasts = timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)
    post(
        kind="sign-in code",
        channel="email",
        to=to,
        subject="Your code",
        body=LETTER.format(code=code, minutes=lasts // timedelta(minutes=1)),
        cause="somebody asked for a code on the sign-in page",
        goes_stale_at=now + lasts,
        wipe_after_sending=True,
        now=now,
    )


@action
def note_sign_in(*, user: User) -> None:
    """Somebody has come in."""
    if user.email:
        codes.use_up(user.email)
    trail.record("signed in", by=actor_for(user, clock.now()), about=user)
