"""What another Kith wrote beside the standard, in the field `kith` of a service. It is read as carefully as the rest:
what is not of its kind is passed over."""

from collections.abc import Callable
from dataclasses import replace

from kith.directory.models import Audience, Frequency, Kind, Setting
from kith.directory.search.places import tidy_postcode

from .contact import day_of, sensible_day_of
from .entry import Entry, PlaceDetails, Slot
from .finish import id_from
from .text import one_line, plain_text

MOST_TIMES, MOST_PENCE = 60, 1_000_000
TEXTS = ("access_words", "getting_there", "what_to_expect", "form_asks")


def fields_in(service: dict) -> dict:
    """Fields of an Activity, to lay over what the standard's own fields say."""
    told = _told(service)
    if not told:
        return {}
    texts = {name: plain_text(_text(told, name)) for name in TEXTS}
    lines = {name: one_line(_text(told, name), 200) for name in ("kit_words", "travel_words")}
    cost = {"cost_words": plain_text(_text(service, "fees"))}
    yes_no = {name: _yes_no(told.get(name)) for name in ("is_free", "needs_funding", "taster")}
    return {
        **texts,
        **lines,
        **cost,
        **yes_no,
        "price_pence": _pence(told.get("price_pence")),
        "host_name": one_line(_text(told, "host_name"), 100),
        "audience": _one_of(Audience.values, told.get("audience"), "unknown"),
        "setting": _one_of(Setting.values, told.get("setting"), "unknown"),
        "on_date": day_of(_text(told, "on_date")),
        "apply_by": sensible_day_of(_text(told, "apply_by")),
    }


def times_in(service: dict, otherwise: Callable[[dict], tuple[Slot, ...]]) -> tuple[Slot, ...]:
    """The regular times, exactly; as the standard has them where no Kith wrote them."""
    told = _told(service).get("times")
    if not isinstance(told, list):
        return () if _told(service) else otherwise(service)
    return tuple(dict.fromkeys(slot for each in told[:MOST_TIMES] if (slot := _slot(each))))


def place_in(service: dict, place: PlaceDetails | None) -> PlaceDetails | None:
    """The address as people write it, not in the standard's pieces."""
    told = _told(service)
    if place is None or not told:
        return place
    address, postcode = one_line(_text(told, "address"), 1000), tidy_postcode(_text(told, "postcode"))
    return replace(place, address=address, postcode=postcode)


def completed(entry: Entry, service: dict) -> Entry:
    """With what is otherwise told from the prose."""
    told = _told(service)
    if not told:
        return entry
    fields = dict(entry.fields)
    fields["kind"] = _one_of(Kind.values, told.get("kind"), fields["kind"])
    fields["summary"] = plain_text(_text(told, "summary"))
    if told.get("is_short") is True:
        fields["long_text"] = ""
    return replace(entry, fields=fields, organisation=None if told.get("runs_itself") is True else entry.organisation)


def is_of_a_set_of_ours(term: dict) -> bool:
    """Whether a term only says what Kith finds out by itself: the sort of thing, and what OpenActive calls it."""
    return str(term.get("taxonomy_id", "")).lower() in FOUND_OUT


FOUND_OUT = frozenset(id_from(f"taxonomy\x1f{key}") for key in ("kinds", "openactive"))


def _told(service: dict) -> dict:
    told = service.get("kith")
    return told if isinstance(told, dict) else {}


def _text(holder: dict, key: str) -> str:
    value = holder.get(key)
    return value if isinstance(value, str) else ""


def _yes_no(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _pence(value: object) -> int | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if 0 <= value <= MOST_PENCE else None


def _one_of(choices, value: object, otherwise: str) -> str:
    return value if isinstance(value, str) and value in choices else otherwise


def _slot(value: object) -> Slot | None:
    """A time, or None for what is none."""
    try:
        slot = Slot.from_json(value) if isinstance(value, dict) else None
        return replace(slot, words=one_line(slot.words, 300)) if slot and _can_be(slot) else None
    except (KeyError, TypeError, ValueError):
        return None


def _can_be(slot: Slot) -> bool:
    return (
        slot.weekday in (None, *range(7))
        and slot.frequency in Frequency.values
        and slot.week_of_month in (None, 1, 2, 3, 4, 5, -1)
        and isinstance(slot.term_times_only, bool)
    )
