"""What we ask about letters."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from . import providers
from .models import ASKS_FOR_SOMEBODY, IS_LEAVING, IS_WAITING, Letter

LONG = timedelta(hours=4)
LEFT = (Letter.State.SENT, Letter.State.IN_TRAY)
NOT_ARRIVED = (Letter.State.GAVE_UP, Letter.State.UNSURE, Letter.State.CAME_BACK)
A_MESSAGE_ID = re.compile(r"<[^<>\s]+@[^<>\s]+>")


def has_way_out(channel: str) -> bool:
    """Whether letters by this channel leave from here. Print always does: somebody prints and posts it."""
    if settings.KITH_DEMO or channel == Letter.Channel.PRINT:
        return True
    if channel == Letter.Channel.EMAIL:
        return bool(settings.MAIL_URL)
    return bool(providers.name_for(channel))


def tray() -> QuerySet[Letter]:
    """Everything that was posted, newest first: what the demo would have sent."""
    return _newest_first(Letter.objects.all())


def about(individual_ref: str) -> QuerySet[Letter]:
    """Letters in an individual's record, newest first."""
    return _newest_first(Letter.objects.filter(individual_ref=individual_ref))


def that_left(individual_refs: Iterable[str], *, kind: str) -> set[str]:
    """The causes of those letters of this kind, about any of these individuals, that left and did not come back."""
    left = Letter.objects.filter(individual_ref__in=list(individual_refs), kind=kind, state__in=LEFT)
    return set(left.values_list("cause", flat=True))


def newest(individual_ref: str, *, kind: str, cause: str) -> Letter | None:
    """The newest letter of this kind and cause, whatever became of it."""
    return _newest_first(Letter.objects.filter(individual_ref=individual_ref, kind=kind, cause=cause)).first()


def to_account(tells: str) -> QuerySet[Letter]:
    """Letters to somebody with an account, newest first."""
    return _newest_first(Letter.objects.filter(tells=tells, individual_ref=""))


def that_go_on(individual_ref: str) -> QuerySet[Letter]:
    """The same, without what was held back: it may be written again."""
    return about(individual_ref).exclude(state=Letter.State.HELD)


def was_held_back(public_id: str) -> bool:
    """Whether this letter did not leave at all, so that its words may be sent again."""
    return Letter.objects.filter(public_id=public_id, state=Letter.State.HELD).exists()


def called(public_id: str) -> Letter | None:
    """The letter of this public id."""
    return Letter.objects.filter(public_id=public_id).first()


def all_waiting_long(now: datetime) -> QuerySet[Letter]:
    """Letters that could have left over four hours ago, and are still here; for whoever looks after the machine."""
    return Letter.objects.filter(_still_here(now))


def for_somebody(individual_refs: Iterable[str], now: datetime, tell_if_held: Iterable[str] = ()) -> QuerySet[Letter]:
    """All of these people's letters that somebody should know of, the longest ago first: to print, not arrived, still
    here after hours; and those of the kinds `tell_if_held` that did not leave at all. One look."""
    held = Q(state=Letter.State.HELD, kind__in=list(tell_if_held), seen_to_at=None)
    found = Letter.objects.filter(ASKS_FOR_SOMEBODY | held | _still_here(now))
    return found.filter(individual_ref__in=[ref for ref in individual_refs if ref]).order_by("created_at", "pk")


def accounts_not_reached() -> QuerySet[Letter]:
    """Letters of nobody's record that did not arrive, where an account is to be told; newest first."""
    return _asking(*NOT_ARRIVED).filter(individual_ref="").exclude(tells="")


def for_account(tells: str) -> QuerySet[Letter]:
    """Letters of nobody's record that did not arrive, for the account that is to be told."""
    letters = _asking(*NOT_ARRIVED).filter(individual_ref="", tells=tells)
    return letters if tells else letters.none()


def waits_for_account(kind: str, tells: str) -> bool:
    """Whether a letter of this kind for this account has not left yet."""
    return Letter.objects.filter(IS_WAITING, kind=kind, tells=tells).exists()


def posted_once(once: str | None) -> Letter | None:
    """The letter that was posted for this cause already, if one was."""
    return Letter.objects.filter(once=once).first() if once else None


def posted_for(causes: Iterable[str]) -> QuerySet[Letter]:
    """The letters that were posted already for these causes, each of which posts one."""
    return Letter.objects.filter(once__in=list(causes))


def addresses_not_reached(kind: str) -> dict[str, date]:
    """Addresses from which letters of this kind came back, or where none could be brought, with the newest day."""
    lost = Letter.objects.filter(kind=kind, state__in=(Letter.State.CAME_BACK, Letter.State.GAVE_UP))
    return {to: timezone.localtime(at).date() for to, at in lost.order_by("created_at").values_list("to", "created_at")}


def with_message_id(text: str) -> Letter | None:
    """The newest letter of ours that is named in this text, such as “In-Reply-To” and “References” are."""
    named = A_MESSAGE_ID.findall(text)[-100:]
    return _newest_first(Letter.objects.filter(message_id__in=named)).first() if named else None


def _still_here(now: datetime) -> Q:
    long_ago = now - LONG
    may_leave = Q(created_at__lte=long_ago) & (Q(not_before=None) | Q(not_before__lte=long_ago))
    return (IS_WAITING | IS_LEAVING) & may_leave & Q(seen_to_at=None)


def _asking(*states: Letter.State) -> QuerySet[Letter]:
    return _newest_first(Letter.objects.filter(ASKS_FOR_SOMEBODY, state__in=states))


def _newest_first(letters: QuerySet[Letter]) -> QuerySet[Letter]:
    return letters.order_by("-created_at", "-pk")
