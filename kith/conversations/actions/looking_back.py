"""Eleven sentences to look back with: a team switches them on, and a worker gives each a number for themself alone."""

from collections.abc import Mapping

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.models import Team
from kith.people.writer import account_of

from .. import rules
from ..mirror.spans import running_quarter
from ..models import LookBack, LooksBack
from ..queries.looking_back import is_offered

Given = tuple[int | None, str]  # a number, and an example


@action
def switch_sentences(*, team: Team, is_on: bool, by: Actor) -> LooksBack:
    """Whether the workers of this team are offered them. What was given stays theirs when it is switched off."""
    permit(by, Permission.MANAGE_TEAM, team=team)
    hold(team)
    kept, _ = LooksBack.objects.get_or_create(team=team)
    if bool(kept.on_since) == is_on:
        return kept
    kept.on_since = clock.now() if is_on else None
    kept.save(update_fields=["on_since"])
    trail.record(f"sentences to look back with {'on' if is_on else 'off'}", by=by, about=team)
    return kept


@action
def look_back(*, given: Mapping[str, Given], by: Actor) -> int:
    """Keeps what a worker gave in this quarter, in place of what they gave before in it; gives how many sentences."""
    permit(by, Permission.LOOK_BACK)
    refuse_if(rules.cannot_look_back(is_offered(by), given))
    same = {"user_id": account_of(by), "begins_on": running_quarter(clock.today())}
    for sentence, (number, example) in given.items():
        told = {"number": number, "example": example.strip(), "said_at": clock.now()}
        LookBack.objects.update_or_create(**same, sentence=sentence, defaults=told)
    trail.record("looked back", by=by)  # not at what, nor with which numbers
    return len(given)
