"""What goes on around it: reviews that were held, about how much was used, and the letter that tells of a decision."""

from datetime import date

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import Refused, refuse_if
from kith.people.actions import send_exactly
from kith.people.models import Individual
from kith.people.writer import account_of, is_the_individual

from .. import rules
from ..letters import KIND, cause_of, letter_about, sent_about
from ..models import Decision, Review, Spending


@action
def note_review(*, individual: Individual, held_on: date, is_light: bool, by: Actor) -> Review:
    """A review was held, so that the next one can be reckoned. It changes no amount."""
    permit(by, Permission.WRITE_BUDGET, individual)
    hold(individual)
    refuse_if(rules.cannot_have_been_held(held_on, clock.today()))
    if kept := Review.objects.filter(individual=individual, held_on=held_on).first():
        return kept
    review = Review.objects.create(
        individual=individual, held_on=held_on, is_light=is_light, recorded_by_id=account_of(by)
    )
    trail.record("review of a Personal Budget noted", by=by, about="budget review", individual=individual)
    return review


@action
def tell_how_much(
    *, individual: Individual, used: str, by: Actor, since_words: str = "", in_the_way: str = ""
) -> Spending:
    """About how much was used, by the individual, or by a worker as they told it. What was left is a question of what
    got in the way, and of nothing else."""
    is_own = is_the_individual(by, individual)
    permit(by, Permission.WRITE_SPENDING if is_own else Permission.WRITE_BUDGET, individual)
    hold(individual)
    refuse_if(rules.cannot_tell_how_much(used, since_words, in_the_way))
    told = {"used": used, "since_words": since_words.strip(), "in_the_way": in_the_way.strip()}
    told |= {"said_on": clock.today(), "recorded_by_id": account_of(by)}
    if kept := Spending.objects.filter(individual=individual, **told).first():
        return kept
    spending = Spending.objects.create(individual=individual, typed_by_individual=is_own, **told)
    trail.record("how much of a Personal Budget was used", by=by, about=spending, individual=individual)
    return spending


@action
def tell_of(*, decision: Decision, shown: str, by: Actor) -> None:
    """The letter about a decision leaves in the very words that were shown, in the way the individual likes. Pressed
    again, nothing more leaves."""
    individual = decision.individual
    permit(by, Permission.WRITE_BUDGET, individual)
    hold(individual)
    if sent_about(decision):
        return
    letter = letter_about(decision)
    if letter is None:
        raise Refused("Nothing can be sent to them. Please say it, or hand the letter over.")
    if letter.body != shown:
        raise Refused("Something in it has changed. This is how it is now.")
    cause = cause_of(decision)
    if not send_exactly(individual, kind=KIND, cause=cause, once=cause, body=shown):
        raise Refused("This could not be sent. Please say it, or hand the letter over.")
    trail.record("letter about a Personal Budget sent", by=by, about=decision, individual=individual)
