"""A legal paper is written down by one, seen by another, in use for a while, and ended at once."""

from datetime import date

from django.conf import settings

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.outbox.actions import post
from kith.people import authorities, reasons, rules
from kith.people.away import begins_at, ends_at
from kith.people.letters_to_representatives import BY_LAW, SUBJECT, by_law
from kith.people.models import Individual, LegalAuthority, Relation
from kith.people.writer import account_of

from .accounts import account_for
from .relations import end_now


@action
def write_authority(  # noqa: PLR0913 - keywords that read as a sentence
    *,
    individual: Individual,
    name: str,
    kind: str,
    rows: list[str],
    paper: str,
    starts_on: date,
    by: Actor,
    ends_on: date | None = None,
    email: str = "",
) -> LegalAuthority:
    """Who it is, and what the paper says. It opens nothing until a second person has seen it."""
    permit(by, Permission.WRITE_AUTHORITIES, individual)
    hold(individual)
    email = email.strip().lower()
    refuse_if(rules.cannot_be_named(name) or authorities.cannot_write(kind, rows, starts_on, ends_on))
    if email:
        refuse_if(reasons.is_no_address(email) or reasons.cannot_be_their_address(email, individual))
    said = {"name": name.strip(), "email": email, "kind": kind, "rows": list(rows), "paper": paper.strip()}
    days = {"starts_on": starts_on, "ends_on": ends_on, "written_on": clock.today()}
    written = individual.legal_authorities.create(written_by_id=account_of(by), **said, **days)
    trail.record("legal paper written down", by=by, about=written, individual=individual)
    return written


@action
def see_paper(*, authority: LegalAuthority, by: Actor) -> LegalAuthority:
    """A second person held it in their hands. Whoever has an address signs in with it and sees those rows."""
    individual = authority.individual
    permit(by, Permission.SEE_PAPER, individual)
    hold(authority)
    refuse_if(authorities.cannot_see(authority, by.user_id))
    authority.seen_by_id, authority.seen_on = account_of(by), clock.today()
    authority.save(update_fields=["seen_by", "seen_on"])
    if authority.email:
        authority.relation = _let_in(authority, by)
        authority.save(update_fields=["relation"])
        _tell(authority)
    trail.record("legal paper seen", by=by, about=authority, individual=individual)
    return authority


def _let_in(authority: LegalAuthority, by: Actor) -> Relation:
    user = account_for(email=authority.email, name=authority.name, by=by)
    days = {"starts_at": begins_at(authority.starts_on)}
    days |= {"ends_at": ends_at(authority.ends_on)} if authority.ends_on else {}
    return Relation.objects.create(kind=Relation.Kind.LEGAL, user=user, individual=authority.individual, **days)


def _tell(authority: LegalAuthority) -> None:
    """Whoever can sign in hears so once, when there is something for them to see."""
    if authority.relation is None or not authorities.is_waited_for(authority):
        return
    post(
        kind=BY_LAW,
        channel="email",
        to=authority.email,
        subject=SUBJECT,
        body=by_law(authority.name, f"{settings.PUBLIC_URL.rstrip('/')}/"),
        cause=f"legal paper {authority.public_id}",
        once=f"legal paper {authority.public_id}",
        sender=settings.INTRODUCTION_SENDER,
        not_before=max(clock.now(), begins_at(authority.starts_on)),
        now=clock.now(),
    )


@action
def put_in_use(*, authority: LegalAuthority, since: date, because: str, by: Actor) -> LegalAuthority:
    """Somebody found that the individual cannot decide such things themselves for now: who, and how, is kept."""
    permit(by, Permission.WRITE_AUTHORITIES, authority.individual)
    hold(authority)
    refuse_if(authorities.cannot_use(authority, since, because))
    authority.in_use_since, authority.in_use_because = since, because.strip()
    authority.save(update_fields=["in_use_since", "in_use_because"])
    _tell(authority)
    trail.record("legal paper in use", by=by, about=authority, individual=authority.individual)
    return authority


@action
def put_out_of_use(*, authority: LegalAuthority, by: Actor) -> LegalAuthority:
    """They decide themselves again: it opens nothing from now on."""
    permit(by, Permission.WRITE_AUTHORITIES, authority.individual)
    hold(authority)
    authority.in_use_since = None
    authority.save(update_fields=["in_use_since"])
    trail.record("legal paper not in use", by=by, about=authority, individual=authority.individual)
    return authority


@action
def end_authority(*, authority: LegalAuthority, by: Actor) -> LegalAuthority:
    """At once: the next request finds the door shut. Pressed twice, it ends once."""
    permit(by, Permission.WRITE_AUTHORITIES, authority.individual)
    hold(authority)
    if authority.ended_at:
        return authority
    authority.ended_at = clock.now()
    authority.save(update_fields=["ended_at"])
    if authority.relation and authority.relation.ends_at is None:
        end_now(authority.relation, by=by)
    trail.record("legal paper ended", by=by, about=authority, individual=authority.individual)
    return authority
