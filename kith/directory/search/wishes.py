"""How far what is known of a listing meets the day, the hour and the price that were asked for."""

from .asked import Asked

MAYBE, UNKNOWN = 0.8, 0.3  # read in its prose; nothing known


def wishes_met(facts: set[str], asked: Asked) -> float:
    """1 when every wish about day, hour and money is met, 0 when one is broken; the unknown lies between."""
    parts = _parts(facts, asked)
    return 0.0 if 0.0 in parts else sum(parts) / len(parts) if parts else 1.0


def _parts(facts: set[str], asked: Asked) -> list[float]:
    parts = []
    if asked.wished_facts:
        parts.append(_when_met(facts, asked))
    if asked.free:
        parts.append(_met(facts, ("free",), "cost"))
    if asked.at_most_pence is not None:
        parts.append(_price_met(facts, asked.at_most_pence))
    return parts


def _when_met(facts: set[str], asked: Asked) -> float:
    """A day that is right with an hour that nobody knows is a maybe; one that is known to be another is not."""
    met = _met(facts, asked.wished_facts, "day" if asked.days else "part")
    if met or not (asked.days and asked.parts):
        return met
    day = _met(facts, tuple(f"day{day}" for day in asked.days), "day")
    return UNKNOWN if day and "xknownpart" not in facts else 0.0


def _met(facts: set[str], wanted: tuple[str, ...], group: str) -> float:
    if any(f"x{word}" in facts for word in wanted):
        return 1.0
    if any(f"xmay{word}" in facts for word in wanted):
        return MAYBE
    return 0.0 if f"xknown{group}" in facts else UNKNOWN


def _price_met(facts: set[str], pence: int) -> float:
    prices = [int(fact.removeprefix("xpence")) for fact in facts if fact.startswith("xpence")]
    if "xfree" in facts or (prices and min(prices) <= pence):
        return 1.0
    if prices:
        return 0.0
    maybe = [int(fact.removeprefix("xmaypence")) for fact in facts if fact.startswith("xmaypence")]
    if maybe:
        return MAYBE if min(maybe) <= pence else 0.1
    return MAYBE if "xmayfree" in facts else UNKNOWN
