"""What lies on the table is a mix: beside the best fit something near, something new, something known to us,
and one surprise. Each says which it is in a word or two."""

from collections.abc import Callable
from dataclasses import dataclass

NEAR_MILES = 0.5  # a few minutes on foot
SEEN_FIRST = 6
WORTH = 0.5  # of the best: what fits less is not brought forward
ENOUGH = 4  # beside fewer than this, a surprise would be much of what there is
KNOWN, NEW, NEAR, SURPRISE = "Known to us", "New", "Near", "A surprise"


@dataclass(frozen=True)
class Mix:
    """Keys of what people here know something good of, and of what came to the table last."""

    known: frozenset[int] = frozenset()
    new: frozenset[int] = frozenset()
    to_individual: bool = False

    def mark(self, found) -> str:
        """In a word or two what it is in the mix; "" where it only fits."""
        if any(reason.kind == "surprise" for reason in found.why):
            return SURPRISE
        if found.activity_id in self.known:
            return "Known to the team" if self.to_individual else KNOWN
        if found.activity_id in self.new:
            return NEW
        return NEAR if _is_near(found) else ""

    def forward(self, found: list) -> list:
        """The same, best first; where none of the first few is near, new or known, the best that is comes to them."""
        for is_one in (lambda one: one.activity_id in self.known, lambda one: one.activity_id in self.new, _is_near):
            found = _brought_forward(found, is_one)
        return found


def takes_a_surprise(facts: tuple, found: list) -> bool:
    """Beside plain wishes only: where somebody says no to a thing, or to a day, chance might not know."""
    plain = all(fact.key.startswith("idea-") and not fact.words.startswith("no ") for fact in facts)
    return plain and len(found) >= ENOUGH


def _is_near(found) -> bool:
    return found.miles is not None and found.miles <= NEAR_MILES


def _brought_forward(found: list, is_one: Callable) -> list:
    if any(map(is_one, found[:SEEN_FIRST])) or len(found) <= SEEN_FIRST:
        return found
    worth = WORTH * found[0].score
    one = next((each for each in found[SEEN_FIRST:] if is_one(each) and each.score >= worth), None)
    if one is None:
        return found
    rest = [each for each in found if each is not one]
    return [*rest[: SEEN_FIRST - 1], one, *rest[SEEN_FIRST - 1 :]]
