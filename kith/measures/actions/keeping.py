"""Packs are loaded from files, and switched on and off. Those that come with Kith are here from the beginning."""

from dataclasses import dataclass
from pathlib import Path

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if

from .. import rules
from ..kept_packs import columns_of
from ..models import Measure
from ..packs import OWN

OURS = Path(__file__).parents[1] / "ours"
BY = "Kith"


@dataclass(frozen=True)
class Loaded:
    """A pack that is kept, and whether it was not there before."""

    measure: Measure
    is_new: bool


@action
def bring_in_ours() -> int:
    """Keeps those that are not here yet, as `kith migrate` does each time; gives how many. Only the number for one's
    own goal is on from the beginning. Like any other step that sets a database up, it leaves no line in the trail."""
    return sum(_bring_in(path.read_text(encoding="utf-8")) for path in sorted(OURS.glob("*.json")))


def _bring_in(text: str) -> bool:
    told = dict(columns_of(text, by=BY, at=clock.now()))
    named = {"url": told.pop("url"), "version": told.pop("version")}
    is_first = not Measure.objects.filter(url=named["url"]).exists()
    on_since = clock.now() if told["kind"] == OWN and is_first else None
    _, is_new = Measure.objects.get_or_create(**named, defaults=told | {"on_since": on_since})
    return is_new


@action
def load_pack(*, content: str | bytes, by: Actor) -> Loaded:
    """Keeps the file of a pack, off until somebody switches it on. The same file twice changes nothing."""
    permit(by, Permission.KEEP_MEASURES)
    told = dict(columns_of(content, by=by.who, at=clock.now()))
    named = {"url": told["url"], "version": told["version"]}
    kept, is_new = Measure.objects.get_or_create(**named, defaults=told)
    refuse_if(rules.cannot_load(kept, told["digest"]))
    if is_new:
        trail.record("measure loaded", by=by, about=kept, detail=str(kept))
    return Loaded(kept, is_new)


@action
def switch_on(*, measure: Measure, by: Actor) -> Measure:
    """It may be asked from now on; another version of it is switched off."""
    permit(by, Permission.KEEP_MEASURES)
    hold(measure)
    refuse_if(rules.cannot_switch_on(measure, clock.today()))
    if measure.on_since:
        return measure
    for other in Measure.objects.filter(url=measure.url, on_since__isnull=False):
        switch_off(measure=other, by=by)
    measure.on_since = clock.now()
    measure.save(update_fields=["on_since"])
    trail.record("measure switched on", by=by, about=measure, detail=str(measure))
    return measure


@action
def switch_off(*, measure: Measure, by: Actor) -> Measure:
    """It is not asked any more. What was answered stays."""
    permit(by, Permission.KEEP_MEASURES)
    hold(measure)
    if measure.on_since is None:
        return measure
    measure.on_since = None
    measure.save(update_fields=["on_since"])
    trail.record("measure switched off", by=by, about=measure, detail=str(measure))
    return measure
