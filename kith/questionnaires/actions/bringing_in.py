"""The forms that come with Kith are here from the beginning. They are retired like any other, and stay so."""

from pathlib import Path

from kith.access import clock
from kith.access.actions import action

from ..bringing import columns_of
from ..models import AgencyForm

OURS = Path(__file__).parents[1] / "ours"
BY = "Kith"


@action
def bring_in_ours() -> int:
    """Keeps those that are not here yet, as `kith migrate` does each time; gives how many. Like any other step that
    sets a database up, it is nobody's act and leaves no line in the trail."""
    return sum(_bring_in(path.read_text(encoding="utf-8")) for path in sorted(OURS.glob("*.json")))


def _bring_in(text: str) -> bool:
    told = columns_of(text, by=BY, at=clock.now())
    named = {"url": told.pop("url"), "version": told.pop("version")}
    _, is_new = AgencyForm.objects.get_or_create(**named, defaults=told)
    return is_new
