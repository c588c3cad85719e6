"""Somebody of the team looks in an emergency: for an hour, told to others at once, gone over by somebody else."""

from collections.abc import Callable, Iterable
from datetime import date

from django.urls import reverse

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import NotPermitted, permit
from kith.access.refusal import refuse_if
from kith.people import hearing, known_by, urgent
from kith.people.models import Individual, Relation, ToldLater, UrgentLook, User
from kith.people.queries import kept_away_from
from kith.people.writer import account_of

from .writing import tell_at_once

SUBJECT = "Somebody looked in an emergency"
LOOKED = "A notebook was opened in an emergency, for an hour. Please go over it within three days."
WAITS = "A notebook was opened in an emergency three days ago. Nobody has gone over it yet."
WAITS_FOR_LEAD = f"{WAITS} Please ask whoever looks after rights here to do it."
OFTEN = "Somebody has opened notebooks in an emergency more than {most} times in 30 days."


@action
def look_urgently(*, individual: Individual, reason: str, words: str, by: Actor) -> UrgentLook:
    """Opens for an hour, to read. Managers and the rights lead hear of it at once. Pressed twice, it is one."""
    permit(by, Permission.LOOK_URGENTLY, individual)
    hold(individual)
    if already := urgent.open_look(by.user_id, individual):
        return already
    refuse_if(urgent.cannot_look(individual, by) or urgent.cannot_be_so_short(words))
    now = clock.now()
    ends = {"starts_at": now, "ends_at": now + urgent.LASTS}
    user = User.objects.get(pk=account_of(by))
    relation = Relation.objects.create(kind=Relation.Kind.URGENT_LOOK, user=user, individual=individual, **ends)
    look = UrgentLook.objects.create(relation=relation, reason=UrgentLook.Reason(reason), words=words.strip())
    _tell(_whoever_goes_over(look), look, LOOKED, once="begun")
    if (often := urgent.how_many_lately(user)) > urgent.OFTEN:
        _tell(
            _leads(look) or list(known_by.administrators()),
            look,
            OFTEN.format(most=urgent.OFTEN),
            once=f"often {often}",
        )
    trail.record("urgent look begun", by=by, about=look, individual=individual)
    return look


@action
def close_look(*, individual: Individual, by: Actor) -> None:
    """Before the hour is over, by whoever looked. Pressed twice, it happens once."""
    permit(by, Permission.LOOK_URGENTLY, individual)
    look = urgent.open_look(by.user_id, individual)
    if look is None:
        return
    look.relation.ends_at = clock.now()
    look.relation.save(update_fields=["ends_at"])
    trail.record("urgent look closed", by=by, about=look, individual=individual)


@action
def go_over(*, look: UrgentLook, found: str, words: str, by: Actor) -> UrgentLook:
    """Somebody else than whoever looked says what they found."""
    _permit(look, by)
    hold(look)
    refuse_if(urgent.cannot_go_over(look, by.user_id))
    look.found, look.found_words = UrgentLook.Found(found), words.strip()
    look.gone_over_by_id, look.gone_over_at = account_of(by), clock.now()
    look.save(update_fields=["found", "found_words", "gone_over_by", "gone_over_at"])
    trail.record("urgent look gone over", by=by, about=look, individual=look.relation.individual)
    return look


@action
def tell_later(*, look: UrgentLook, until: date, because: str, by: Actor) -> ToldLater:
    """Asks that the individual hears of this one look on a later day. Nothing is kept from them until a second
    person agrees."""
    _permit(look, by)
    refuse_if(urgent.cannot_tell_later(look, until, because, by.user_id))
    asked = {"asked_by_id": account_of(by), "asked_at": clock.now()}
    later = ToldLater.objects.create(look=look, until=until, because=because.strip(), **asked)
    trail.record("urgent look: later asked for", by=by, about=look, individual=look.relation.individual)
    return later


@action
def agree_to_tell_later(*, later: ToldLater, by: Actor) -> ToldLater:
    """The second person agrees. On that day the individual sees it, as they see every other."""
    _permit(later.look, by)
    hold(later)
    refuse_if(urgent.cannot_agree(later, by.user_id))
    later.agreed_by_id, later.agreed_at = account_of(by), clock.now()
    later.save(update_fields=["agreed_by", "agreed_at"])
    trail.record("urgent look: told later", by=by, about=later.look, individual=later.look.relation.individual)
    return later


@action
def _climb(*, look: UrgentLook, by: Actor) -> None:
    """Those who were told hear again, and so do administrators: they see no record, and can ask."""
    permit(by, Permission.GO_OVER_LOOKS, look.relation.individual)
    hold(look)
    if look.gone_over_at or look.climbed_at:
        return
    look.climbed_at = clock.now()
    look.save(update_fields=["climbed_at"])
    told = _whoever_goes_over(look)
    _tell(told, look, WAITS, once="waits")
    others = [each for each in list(known_by.administrators()) if each not in told]
    _tell(others, look, WAITS_FOR_LEAD, once="waits", leads_there=False)
    trail.record("urgent look climbed", by=by, about=look, individual=look.relation.individual)


def climb_looks(*, by: Actor, goes_on: Callable[[], bool]) -> None:
    """Each look that nobody went over within three days, one after the other."""
    for look in urgent.waited_too_long():
        if not goes_on():
            return
        _climb(look=look, by=by)


def _permit(look: UrgentLook, by: Actor) -> None:
    permit(by, Permission.GO_OVER_LOOKS, look.relation.individual)
    if by.user_id is None:
        raise NotPermitted(f"{by.who} may not go over a look")


def _whoever_goes_over(look: UrgentLook) -> list[User]:
    """The managers of the team and the rights leads, without whoever looked; with none, whoever keeps accounts."""
    individual = look.relation.individual
    assert individual is not None
    managers = known_by.managers_of(individual.team, of=individual)
    told = dict.fromkeys(each for each in [*managers, *_leads(look)] if each.pk != look.relation.user_id)
    return list(told) or list(known_by.administrators())


def _leads(look: UrgentLook) -> list[User]:
    individual = look.relation.individual
    assert individual is not None
    leads = known_by.rights_leads().exclude(pk=look.relation.user_id)
    return list(leads.exclude(pk__in=kept_away_from(individual)))


def _tell(users: Iterable[User], look: UrgentLook, words: str, *, once: str, leads_there: bool = True) -> None:
    """One line each that names nobody."""
    individual = look.relation.individual
    assert individual is not None
    page = reverse("people:urgent_look", args=[individual.public_id, look.public_id]) if leads_there else ""
    said = {"cause": f"urgentlook {look.public_id}", "words": words, "subject": SUBJECT, "page": page}
    tell_at_once(users, kind=hearing.URGENT_LOOK, once=f"{look.public_id} {once}", **said)
