"""What is offered when a step is a worry: each is one small step that somebody takes before it."""

from dataclasses import dataclass

from .models import Helper, Role, Step

SMALLER = "smaller"
SMALL_ENOUGH = "Ten minutes of it, then home"


@dataclass(frozen=True)
class Offer:
    """One press. `words` and the owner are the small step's; they tell nothing of the worry."""

    way: str
    label: str
    words: str
    owner: str
    helper: Helper | None = None

    @property
    def step(self) -> dict:
        """The small step, as the action takes it."""
        return {"words": self.words, "owner": self.owner, "helper": self.helper}


def offers_for(step: Step, owners, helpers: list[Helper], *, is_own: bool) -> list[Offer]:
    """Somebody goes along, a visit first to look, a word with the people there."""
    called = owners.individual
    along = f"Go along with {called} for “{step.words.strip().rstrip('.')}”"
    visits = "I visit first, to look" if is_own else f"{called} visits first, to look"
    return [
        Offer("along", f"{owners.worker} goes along", along, Role.WORKER),
        *[_goes_along(helper, along) for helper in helpers],
        Offer("look", visits, "Visit first, just to look", Role.INDIVIDUAL),
        Offer("talk", f"{owners.worker} talks to the people there", "Talk to the people there first", Role.WORKER),
    ]


def _goes_along(helper: Helper, words: str) -> Offer:
    return Offer(f"along {helper.public_id}", f"{helper.name} goes along", words, Role.HELPER, helper)
