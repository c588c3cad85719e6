"""What was promised about it, and what the individual says to it. All of it is added to, and none of it edited."""

from datetime import date

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people import actions as people
from kith.people.models import Individual
from kith.people.writer import account_of, is_the_individual

from .. import rules
from ..models import Answer, Assurance, Decision, Proposal

NOTICE = "to worker: about an objection"
TELLS = "Somebody has said no to something that was decided. Their words wait in their notebook."


@action
def promise(*, individual: Individual, words: str, said_by: str, said_on: date, by: Actor) -> Assurance:
    """What somebody said about it, as either of the two heard it."""
    permit(by, Permission.WRITE_ASSURANCES, individual)
    hold(individual)
    refuse_if(rules.cannot_promise(words, said_by, said_on, clock.today()))
    said = {"words": words.strip(), "said_by": said_by.strip(), "said_on": said_on, "recorded_by_id": account_of(by)}
    still_holds = Assurance.objects.filter(individual=individual, no_longer__isnull=True, answers__isnull=True)
    if kept := still_holds.filter(**said).first():
        return kept
    assurance = Assurance.objects.create(
        individual=individual, typed_by_individual=is_the_individual(by, individual), **said
    )
    trail.record("assurance written down", by=by, about=assurance, individual=individual)
    return assurance


@action
def no_longer_holds(*, assurance: Assurance, because: str, said_by: str, by: Actor) -> Assurance:
    """A named person says that it holds no longer, and why. The assurance itself stays as it is."""
    individual = assurance.individual
    permit(by, Permission.WRITE_ASSURANCES, individual)
    hold(individual)
    today = clock.today()
    refuse_if(rules.cannot_end(assurance) or rules.cannot_promise(because, said_by, today, today))
    ended = Assurance.objects.create(
        individual=individual,
        words=because.strip(),
        said_by=said_by.strip(),
        said_on=today,
        no_longer=assurance,
        recorded_by_id=account_of(by),
        typed_by_individual=is_the_individual(by, individual),
    )
    trail.record("assurance said to hold no longer", by=by, about=ended, individual=individual)
    return ended


@action
def answer(*, decision: Decision | Proposal, kind: str, words: str, by: Actor) -> Answer:
    """The individual's own words to a decision: an objection, or what took the place of something. To a letter that
    waits for a second person too: whoever wrote it waits for nobody here."""
    individual = decision.individual
    permit(by, Permission.ANSWER_BUDGET, individual)
    hold(individual)
    is_own = is_the_individual(by, individual)
    refuse_if(rules.cannot_answer_now(decision, kind))
    refuse_if(rules.cannot_answer(kind, words, is_own=is_own, called=individual.called))
    given, is_new = _kept(decision, kind, words, by)
    if is_new and kind in rules.A_NO:
        cause = f"{decision._meta.model_name} {decision.public_id}"
        people.tell_their_worker(individual, kind=NOTICE, cause=cause, words=TELLS, subject="Something to read")
    return given


@action
def answer_as_told(*, decision: Decision | Proposal, kind: str, words: str, by: Actor) -> Answer:
    """Their no, in the words they told: for an individual without an account, who signs it on paper."""
    individual = decision.individual
    permit(by, Permission.WRITE_BUDGET, individual)
    hold(individual)
    refuse_if(rules.cannot_answer_now(decision, kind) or rules.cannot_be_told(kind, words, individual))
    given, _ = _kept(decision, kind, words, by, as_told=True)
    return given


def _kept(about: Decision | Proposal, kind: str, words: str, by: Actor, *, as_told=False) -> tuple[Answer, bool]:
    """Said twice the same on one day, it stands once; a yes or a no stands again after the other."""
    said = {"kind": kind, "words": words.strip(), "said_on": clock.today(), "as_told": as_told}
    said |= {"recorded_by_id": account_of(by)}
    kept = about.answers.filter(**said).last()
    if kept and (kind not in rules.YES_OR_NO or kept == about.answers.filter(kind__in=rules.YES_OR_NO).last()):
        return kept, False
    given = about.answers.create(**said)
    trail.record("answer to a decision kept", by=by, about=given, individual=about.individual)
    return given, True
