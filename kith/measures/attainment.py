"""Goal Attainment Scaling: the levels that several goals reached become one number.

The formula is Kiresuk and Sherman's (1968) as its printed erratum puts it: a mean of 50 and a standard deviation of 10
where every goal comes out as was expected, with goals that go together as much as 0.3.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from math import sqrt

LEVELS = (-2, -1, 0, 1, 2)
LEVEL_NAMES = (
    "Much less than expected",
    "Somewhat less than expected",
    "What I expect",
    "Somewhat more than expected",
    "Much more than expected",
)
GO_TOGETHER = 0.3
NO_WEIGHT = "No goal counts for anything, so there is no number. Please give one of them a weight."


class NoWeight(ValueError):
    """All weights are nought."""


def attainment(reached: Sequence[tuple[int, int]]) -> Decimal | None:
    """The number of (weight, level) pairs, to two places; None without goals. Raises `NoWeight`."""
    if not reached:
        return None
    weights = [weight for weight, _ in reached]
    if not any(weights):
        raise NoWeight(NO_WEIGHT)
    spread = (1 - GO_TOGETHER) * sum(weight**2 for weight in weights) + GO_TOGETHER * sum(weights) ** 2
    number = 50 + 10 * sum(weight * level for weight, level in reached) / sqrt(spread)
    return Decimal(repr(number)).quantize(Decimal("0.01"), ROUND_HALF_UP)
