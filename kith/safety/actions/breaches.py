"""Somebody says that information went astray; a lead looks into it, decides whom to tell, writes what was learnt."""

from datetime import datetime

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.known_by import rights_leads
from kith.people.models import Individual, User
from kith.people.writer import account_of
from kith.safety import rules
from kith.safety.models import Breach, BreachNote, Touched
from kith.safety.queries.astray import said_just_now
from kith.safety.queries.touched import Search, found_by

from . import telling

SEES_TO_IT = Permission.SEE_TO_BREACHES


@action
def say_went_wrong(
    *, kind: str, happened: str, noticed_at: datetime, by: Actor, individual: Individual | None = None
) -> Breach:
    """Every lead hears at once. From when it was noticed there are 72 hours: Article 33(1) of the UK GDPR. Pressed
    twice, it is one."""
    permit(by, Permission.SAY_WENT_WRONG, individual)
    now, who = clock.now(), User.objects.get(pk=account_of(by))
    hold(who)
    refuse_if(rules.cannot_say_went_wrong(happened, noticed_at, now))
    said = {"kind": Breach.Kind(kind), "happened": happened.strip(), "noticed_at": noticed_at}
    breach = Breach(said_by=who, said_at=now, **said)
    if already := said_just_now(breach, individual):
        return already
    breach.save()
    if individual:
        breach.touched.create(individual=individual, found=Touched.Found.SAID, added_by=who, added_at=now)
    telling.tell_of_breach(breach, rights_leads())
    trail.record("information astray: said", by=by, about=breach)
    return breach


@action
def keep_touched(*, breach: Breach, search: Search, by: Actor) -> list[Touched]:
    """Whoever was found stands in the matter, each once, with what of theirs it was."""
    permit(by, SEES_TO_IT)
    hold(breach)
    asks = bool(search.who or search.sent_to.strip())
    refuse_if(rules.cannot_add(breach.closed_at is None, "found"))
    refuse_if(rules.cannot_look_for(search.since, search.until, asks=asks))
    added = {"added_by_id": account_of(by), "added_at": clock.now()}
    kept = [
        breach.touched.update_or_create(
            individual=each.individual,
            defaults={"found": each.how, "what": each.what, "how_many": each.how_many, **added},
        )[0]
        for each in found_by(search)
    ]
    trail.record("information astray: whom it touches", by=by, about=breach, detail=f"people: {len(kept)}")
    return kept


@action
def note_on_breach(*, breach: Breach, words: str, by: Actor) -> BreachNote:
    """What was done about it. It stays as it was written."""
    permit(by, SEES_TO_IT)
    hold(breach)
    refuse_if(rules.cannot_add(breach.closed_at is None, words))
    note = breach.notes.create(words=words.strip(), by_id=account_of(by), at=clock.now())
    trail.record("information astray: what was done", by=by, about=breach)
    return note


@action
def describe(*, breach: Breach, how_many: str, could_come: str, by: Actor) -> Breach:
    """About how many people and records, and what could come of it for them: Article 33(3)."""
    permit(by, SEES_TO_IT)
    hold(breach)
    refuse_if(rules.cannot_describe(breach, could_come))
    breach.how_many, breach.could_come = how_many.strip(), could_come.strip()
    breach.save(update_fields=["how_many", "could_come"])
    trail.record("information astray: described", by=by, about=breach)
    return breach


@action
def decide_commissioner(*, breach: Breach, told: bool, words: str, by: Actor) -> Breach:
    """Whether the Information Commissioner is told, and how; or why not, as Article 33(5) wants it written."""
    return _decide("commissioner", breach=breach, told=told, words=words, by=by)


@action
def decide_people(*, breach: Breach, told: bool, words: str, by: Actor) -> Breach:
    """Whether the people are told, when and how; or why not: Article 34."""
    return _decide("people", breach=breach, told=told, words=words, by=by)


def _decide(of_whom: str, *, breach: Breach, told: bool, words: str, by: Actor) -> Breach:
    """A decision may be made anew until the matter is closed; the trail has each."""
    permit(by, SEES_TO_IT)
    hold(breach)
    refuse_if(rules.cannot_decide(breach, words))
    said = {"told": told, "words": words.strip(), "at": clock.now(), "by_id": account_of(by)}
    for name, value in said.items():
        setattr(breach, f"{of_whom}_{name}", value)
    breach.save(update_fields=[f"{of_whom}_{name.removesuffix('_id')}" for name in said])
    trail.record(f"information astray: {of_whom} {'told' if told else 'not told'}", by=by, about=breach)
    return breach


@action
def close_breach(*, breach: Breach, learnt: str, by: Actor) -> Breach:
    """With what was learnt, once both are decided."""
    permit(by, SEES_TO_IT)
    hold(breach)
    refuse_if(rules.cannot_close_breach(breach, learnt))
    breach.learnt, breach.closed_at, breach.closed_by_id = learnt.strip(), clock.now(), account_of(by)
    breach.save(update_fields=["learnt", "closed_at", "closed_by"])
    trail.record("information astray: closed", by=by, about=breach)
    return breach
