"""The closing conversation: begun, written by both, read, and answered or left."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.conversations.when import months_after
from kith.people import actions as people
from kith.people.models import Individual
from kith.people.queries import partnership_with, worker_of
from kith.people.writer import account_of, is_the_individual

from .. import letters, queries, rules
from ..models import AboutTalk, Part, Talk


@action
def begin(*, individual: Individual, by: Actor) -> Talk:
    """From now on there is a page for it. Pressed twice, it is one."""
    permit(by, Permission.WRITE_CARRY_ON, individual)
    hold(individual)
    if already := queries.open_talk(individual):
        return already
    refuse_if(rules.cannot_begin(partnership_with(individual)))
    talk = individual.closing_talks.create(begun_by_id=account_of(by), begun_at=clock.now())
    individual.carry_on_at = talk.begun_at
    individual.save(update_fields=["carry_on_at"])
    trail.record("closing conversation begun", by=by, about=talk, individual=individual)
    return talk


@action
def write_part(*, talk: Talk, kind: str, words: str, by: Actor, seen: str = "") -> Part:
    """One part, as it is now; no words leave it out. Whoever goes on with their own words changes them, until the
    individual has answered; another's are added to. `seen`: the version that stood on the page, "" for none."""
    permit(by, Permission.WRITE_CARRY_ON, talk.individual)
    hold(talk)
    refuse_if(rules.cannot_write(talk, kind, words, by))
    latest = talk.parts.filter(kind=kind).last()
    if latest and latest.words == words.strip():
        return latest
    refuse_if(rules.cannot_write_over(latest, seen))
    part = latest if latest and _goes_on(latest, by) else _new(talk, kind, latest, by)
    part.words, part.written_at = words.strip(), clock.now()
    part.save()
    trail.record("part of what carries on written", by=by, about=part, individual=talk.individual)
    return part


def _goes_on(latest: Part, by: Actor) -> bool:
    """Whether it is still the same hand, and nobody has answered these words."""
    is_answered = latest.talk.answers.filter(given_at__gte=latest.written_at).exists()
    return latest.written_by_id == by.user_id and not is_answered


def _new(talk: Talk, kind: str, latest: Part | None, by: Actor) -> Part:
    number = latest.number + 1 if latest else 1
    is_own = is_the_individual(by, talk.individual)
    written = {"written_by_id": account_of(by), "typed_by_individual": is_own}
    return Part(talk=talk, kind=Part.Kind(kind), number=number, **written)


@action
def be_asked(*, talk: Talk, months: int, by: Actor) -> Talk:
    """In so many months from now they are asked how it goes, once; 0 for not at all."""
    permit(by, Permission.WRITE_CARRY_ON, talk.individual)
    hold(talk)
    refuse_if(rules.cannot_be_asked_in(months))
    talk.ask_on = months_after(clock.today(), months) if months else None
    talk.save(update_fields=["ask_on"])
    trail.record("when to be asked how it goes", by=by, about=talk, individual=talk.individual)
    return talk


@action
def say_it_is_ready(*, talk: Talk, by: Actor) -> Talk:
    """The individual is told that it is there to read. It could be read before."""
    permit(by, Permission.WRITE_CARRY_ON, talk.individual)
    hold(talk)
    refuse_if(rules.cannot_be_ready(talk.parts.exclude(words="").exists()))
    talk.ready_at = clock.now()
    talk.save(update_fields=["ready_at"])
    worker = worker_of(talk.individual)
    if worker:
        people.write_to(
            talk.individual,
            kind=letters.TO_READ,
            cause=f"carrying on {talk.public_id}",
            words=letters.ready_to_read(worker),
            once=f"carrying on {talk.public_id} {clock.today():%y%m%d}",
        )
    trail.record("told that what carries on can be read", by=by, about=talk, individual=talk.individual)
    return talk


@action
def answer(*, talk: Talk, answer: str, by: Actor, words: str = "", seen: str = "") -> AboutTalk:
    """Right, seen differently, or left. Their words stand beside what was written; nothing is taken away. `seen`: what
    `newest_of_others` was on the page they answer; "" where no page was."""
    permit(by, Permission.WRITE_OWN_ACCOUNT, talk.individual)
    hold(talk)
    refuse_if(rules.cannot_answer(answer, words, talk.parts.exclude(words="").exists()))
    refuse_if(rules.cannot_answer_unseen(seen, queries.newest_of_others(talk)))
    given = talk.answers.create(answer=answer, words=words.strip(), given_at=clock.now())
    trail.record("what carries on answered", by=by, about=given, individual=talk.individual)
    return given
