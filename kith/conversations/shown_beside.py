"""Beside a time away: the meetings of those days, so that each is moved, called off or taken over."""

from django.http import HttpRequest

from kith.access.permissions import Permission
from kith.access.permit import may

from .queries.whom import meetings_while_away


def while_away(request: HttpRequest, away) -> dict | None:
    """Those that whoever looks may move, and how many there are besides; nothing where there are none."""
    found = meetings_while_away(away.user, away.first_day, away.last_day)
    movable = [each for each in found if may(request.actor, Permission.PLAN_MEETING, each.individual)]
    about = {"meetings": movable, "others": len(found) - len(movable), "away": away}
    return about | {"is_own": request.user.pk == away.user_id} if found else None
