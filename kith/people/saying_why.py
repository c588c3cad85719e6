"""What a manager reads only after saying why: what we ask about it, and how the individual is told."""

from kith.access import clock
from kith.access.actor import Actor
from kith.access.permissions import MATRIX, NEEDS, Permission, asks_why
from kith.access.permit import after_saying_why

from .models import Individual, Relation, SaidWhy
from .queries import individual_called, live

MODEL = SaidWhy._meta.model_name
Purpose = SaidWhy.Purpose
TOLD_AS = {
    Purpose.SUPERVISION: "Said why: to talk with your worker about their work",
    Purpose.QUALITY: "Said why: to check how the team works",
    Purpose.COMPLAINT: "Said why: somebody was not content, and asked for a look",
    Purpose.COVER: "Said why: to see to something while your worker was away",
    Purpose.OTHER: "Said why",
}


def is_asked(by: Actor, permission: Permission, whose: str) -> bool:
    """Whether this would open, were they to say why. No look at the database for whoever is asked nowhere."""
    if not any(permission in asks_why(tie) for tie in by.ties):
        return False
    individual = individual_called(whose)
    return individual is not None and permission in after_saying_why(by, individual)


def opens(by: Actor, individual: Individual) -> list[str]:
    """What would open, in words."""
    would = after_saying_why(by, individual)
    return list(dict.fromkeys(MATRIX["rows"][NEEDS[each].row]["title"] for each in NEEDS if each in would))


def said_today(user_id: int | None, individual: Individual, purpose: str) -> SaidWhy | None:
    """The same that they said today already."""
    said = SaidWhy.objects.filter(relation__in=Relation.objects.filter(live(clock.now()), user_id=user_id))
    return said.filter(relation__individual=individual, purpose=purpose).select_related("relation").first()


def reasons_told(individual: Individual) -> dict[str, str]:
    """What the individual is told each time, by how the trail names it."""
    said = SaidWhy.objects.filter(relation__individual=individual)
    return {f"{MODEL} {each.public_id}": _told(each) for each in said}


def _told(each: SaidWhy) -> str:
    words = f": “{each.words}”" if each.words else ""
    return f"{TOLD_AS[Purpose(each.purpose)]}{words}"


def cannot_leave_out(purpose: str, words: str) -> str | None:
    """Something else is said in words."""
    if purpose == Purpose.OTHER and not words.strip():
        return "Please say in a few words what you read it for."
    return None
