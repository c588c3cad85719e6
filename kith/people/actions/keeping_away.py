"""Somebody is not to see a notebook: shut at once, on every way in, until a rights lead opens it again."""

from django.conf import settings
from django.urls import reverse

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people import hearing, keeping_away
from kith.people.known_by import who_looks_after
from kith.people.models import Individual, KeptAway, Relation, User
from kith.people.writer import account_of

from .covering import stop_covering
from .writing import write_to, write_to_worker

Kind = Relation.Kind
NEEDS_A_WORKER = "Somebody in your team needs another worker. Your first page says who."
KNOW_EACH_OTHER = "Somebody in your team said that they know a person whose notebook is here."
KNOWS_WHOM_THEY_WORKED_WITH = (
    "Somebody in your team said that they know a person they worked with, who needs another worker."
)
WORKER_KNOWS_YOU = (
    "Whoever worked with you said that you know each other from elsewhere, so your notebook is shut to them. "
    "The team looks for another worker."
)
TO_READ = "to individual: something to read"
CAN_SEE_AGAIN = "Somebody who was not to see your notebook can see it again. The reason stands in Kith."


@action
def keep_away(*, user: User, individual: Individual, by: Actor) -> KeptAway:
    """As the individual wishes, and no reason is asked. The one it is about is not told. Pressed twice, it is one."""
    permit(by, Permission.KEEP_AWAY, individual)
    hold(individual)
    refuse_if(keeping_away.cannot_be_kept_away(user, individual))
    if already := keeping_away.kept_away(individual, user.pk):
        return already
    kept, was_their_worker = _shut(individual, user, KeptAway.Origin.ASKED, by)
    if was_their_worker:
        _tell_team(individual, kept, NEEDS_A_WORKER, "/")
    trail.record("kept away", by=by, about=kept, individual=individual)
    return kept


@action
def say_they_know(*, individual: Individual, by: Actor) -> KeptAway:
    """Whoever works here and knows the individual outside of it says so, and sees the notebook no more. Whoever looks
    after the team is told, in one line; and the individual, where it is their worker."""
    permit(by, Permission.SAY_THEY_KNOW, individual)
    hold(individual)
    user = User.objects.get(pk=account_of(by))
    kept, was_their_worker = _shut(individual, user, KeptAway.Origin.KNOWS, by)
    words = KNOWS_WHOM_THEY_WORKED_WITH if was_their_worker else KNOW_EACH_OTHER
    _tell_team(individual, kept, words, reverse("people:kept_away", args=[individual.public_id]))
    if was_their_worker:
        write_to(individual, kind=TO_READ, cause=f"keptaway {kept.public_id}", words=WORKER_KNOWS_YOU)
    trail.record("said that they know each other", by=by, about=kept, individual=individual)
    return kept


@action
def let_back(*, kept: KeptAway, why: str, by: Actor) -> KeptAway:
    """A rights lead opens it again. The individual is told, and reads the reason. What ended does not begin again."""
    individual = kept.relation.individual
    assert individual is not None  # it is always towards somebody
    permit(by, Permission.LET_BACK, individual)
    hold(kept.relation)
    refuse_if(keeping_away.cannot_let_back(kept, why))
    kept.relation.ends_at = clock.now()
    kept.relation.save(update_fields=["ends_at"])
    kept.lifted_by_id, kept.lifted_why = account_of(by), why.strip()
    kept.save(update_fields=["lifted_by", "lifted_why"])
    write_to(individual, kind=TO_READ, cause=f"keptaway {kept.public_id}", words=CAN_SEE_AGAIN)
    trail.record("let back", by=by, about=kept, individual=individual)
    return kept


def _shut(individual: Individual, user: User, origin: KeptAway.Origin, by: Actor) -> tuple[KeptAway, bool]:
    """What is kept of it, and whether they worked together until now."""
    now, was_their_worker = clock.now(), False
    relation = Relation.objects.create(kind=Kind.KEPT_AWAY, user=user, individual=individual, starts_at=now)
    kept = KeptAway.objects.create(relation=relation, origin=origin, said_by_id=account_of(by))
    for each in keeping_away.to_end(individual, user):
        each.ends_at = max(now, each.starts_at)  # one that has not begun never does
        each.save(update_fields=["ends_at"])
        if each.kind == Kind.PARTNERSHIP:
            stop_covering(individual, user, by)
            was_their_worker = True
    return kept, was_their_worker


def _tell_team(individual: Individual, kept: KeptAway, words: str, page: str) -> None:
    """One line that names nobody, to whoever looks after the team and may know."""
    for somebody in who_looks_after(individual.team, of=individual):
        write_to_worker(
            somebody,
            kind=hearing.WORKS_APART,
            cause=f"keptaway {kept.public_id}",
            words=words,
            read_at=settings.PUBLIC_URL + page,
        )
