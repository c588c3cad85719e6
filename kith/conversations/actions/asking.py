"""Something asked before a meeting, or to meet sooner; and the worker's answer."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.conversations.before import rules
from kith.conversations.models import Asked, Meeting
from kith.conversations.queries import before as queries
from kith.conversations.queries.meetings import next_meeting
from kith.people.actions import write_to
from kith.people.models import Individual
from kith.people.writer import account_of, is_the_individual

SAID = {Asked.Kind.QUESTION: "question asked", Asked.Kind.SOONER: "asked to meet sooner"}


@action
def ask(
    *, individual: Individual, words: str, by: Actor, meeting: Meeting | None = None, pressed: bool = False
) -> Asked:
    """A question for the worker, typed; or by a button, and then nobody's own words. Twice, it is asked once."""
    permit(by, Permission.WRITE_REQUESTS, individual)
    hold(individual)
    waiting = individual.asked.filter(kind=Asked.Kind.QUESTION, meeting=meeting, answered_at__isnull=True)
    waiting = waiting.filter(through_link=by.user_id is None)  # whoever holds the link takes nobody else's place
    if again := waiting.filter(words=words.strip()).first():
        return again
    refuse_if(rules.cannot_ask(words, waiting.count()))
    refuse_if(rules.cannot_ask_here(meeting) if meeting else None)
    return _keep(Asked.Kind.QUESTION, individual, words, meeting, by, pressed=pressed)


@action
def ask_to_meet_sooner(*, individual: Individual, by: Actor, words: str = "") -> Asked:
    """They would like to meet sooner; words are theirs to give. One such wish waits at a time."""
    permit(by, Permission.WRITE_REQUESTS, individual)
    hold(individual)
    if waiting := queries.wish_to_meet_sooner(individual):
        return waiting
    refuse_if(rules.cannot_ask(words or "sooner", 0))
    return _keep(Asked.Kind.SOONER, individual, words, next_meeting(individual), by)


@action
def answer_asked(*, asked: Asked, words: str, by: Actor) -> Asked:
    """The worker's answer. It stands on the individual's page; a neutral letter says that there is a message."""
    permit(by, Permission.PLAN_MEETING, asked.individual)
    hold(asked)
    refuse_if(rules.cannot_answer_asked(asked, words))
    _answered(asked, words.strip(), by)
    _tell(asked)
    trail.record("question answered", by=by, about=asked, individual=asked.individual)
    return asked


def answered_by_moving(meeting: Meeting, by: Actor) -> None:
    """A meeting that was moved answers the wish to meet sooner. Call it in the action that moved it."""
    asked = queries.wish_to_meet_sooner(meeting.individual)
    if asked is None or is_the_individual(by, meeting.individual):
        return
    _answered(asked, "", by)
    _tell(asked)
    trail.record("question answered", by=by, about=asked, individual=meeting.individual)


def _keep(
    kind: Asked.Kind, individual: Individual, words: str, meeting: Meeting | None, by: Actor, *, pressed: bool = False
) -> Asked:
    is_own, has_account = is_the_individual(by, individual), by.user_id is not None
    asked = Asked.objects.create(
        individual=individual,
        meeting=meeting,
        kind=kind,
        words=words.strip(),
        typed_by_individual=is_own and not pressed,
        pressed=pressed,
        through_link=not has_account,
        told_by_id=by.user_id if has_account and not is_own else None,
        asked_at=clock.now(),
    )
    trail.record(SAID[kind], by=by, about=asked, individual=individual)
    return asked


def _answered(asked: Asked, words: str, by: Actor) -> None:
    asked.answer, asked.answered_by_id, asked.answered_at = words, account_of(by), clock.now()
    asked.save(update_fields=["answer", "answered_by", "answered_at"])


def _tell(asked: Asked) -> None:
    """One letter, once; none where it would help nobody."""
    write_to(
        asked.individual,
        kind=queries.AN_ANSWER,
        cause=f"asked {asked.public_id}",
        once=f"answer {asked.public_id}",
        takes_replies=True,
        **queries.what_to_tell(asked),
    )
