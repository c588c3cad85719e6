"""The table laid out by where things are: near first; where nothing is near, wider, and it says so; and apart from
them what nobody has to go out for.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kith.directory.wider import how_far_words
from kith.local_knowledge.listings import Leaflet

from . import table


@dataclass(frozen=True)
class Laid:
    """`here`: what one goes to, best first; `elsewhere`: online, by telephone, or they come. `said`: one sentence on
    how far was looked, where nothing is as near as was asked; "" otherwise.
    `facts`: what was understood of the words."""

    here: list[Leaflet]
    elsewhere: list[Leaflet]
    kept_away: int
    facts: tuple = ()
    said: str = ""


def lay_out(someone: table.Person, asked: table.Asked, leave_out: Iterable[int] = ()) -> Laid:
    """What lies on the table, and how far was looked."""
    spread = table.lay_out(someone, asked, leave_out)
    here, elsewhere = ([each for each in spread.leaflets if each.is_elsewhere is there] for there in (False, True))
    laid = Laid(here, elsewhere, spread.kept_away, spread.facts)
    if someone.near is None or asked.away:
        return laid
    miles = [each.miles for each in here if each.miles is not None]
    return replace(laid, said=how_far_words(asked.within, miles) if asked.within else _all_far(miles))


def _all_far(miles: list[float]) -> str:
    """Said where nothing of what fits is round here."""
    if not miles or min(miles) <= table.ROUND_HERE_MILES:
        return ""
    return f"The nearest of these is {min(miles):.0f} miles away."
