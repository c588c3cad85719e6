"""What the organisation says of itself. Each time is a further row: what was said before stays, with its day."""

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.writer import account_of

from .. import rules
from ..models import House, PlainAnswer


@action
def keep_answer(*, question: str, words: str, owner: str, by: Actor) -> PlainAnswer:
    """The organisation's own answer to who can ask for what is written, with whose it is."""
    permit(by, Permission.WRITE_PLAIN_ANSWERS)
    refuse_if(rules.cannot_keep_answer(question, words, owner))
    set_now = {"set_on": clock.today(), "set_by_id": account_of(by)}
    kept = PlainAnswer.objects.create(question=question, words=words.strip(), owner=owner.strip(), **set_now)
    trail.record("plain answer written", by=by, about=f"question {question}")
    return kept


@action
def set_house(*, name: str, notice_days: int, advocate: str, advocate_reached: str, by: Actor) -> House:
    """How long notice is, and who the advocate is."""
    permit(by, Permission.WRITE_PLAIN_ANSWERS)
    refuse_if(rules.cannot_set_house(name, notice_days, advocate, advocate_reached))
    house = House.objects.create(
        name=name.strip(),
        notice_days=notice_days,
        advocate=advocate.strip(),
        advocate_reached=advocate_reached.strip(),
        set_on=clock.today(),
        set_by_id=account_of(by),
    )
    trail.record("what holds for decisions set", by=by, about="house")
    return house
