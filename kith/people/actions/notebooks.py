"""A notebook is opened, and the person it is about may be invited to it: nobody is written to before."""

from datetime import timedelta

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.outbox import queries as outbox
from kith.outbox.actions import post
from kith.people import composing, queries, reaching, reasons, wish_rules
from kith.people.models import Individual, Relation, Team, User
from kith.people.wishes import wishes_of
from kith.people.writer import account_of

from .accounts import new_account
from .relations import open_partnership

ONE_LETTER_IN = timedelta(minutes=5)


@action
def open_notebook(*, team: Team, called: str, by: Actor, opened_from: str = "", **about) -> Relation:
    """A worker opens a partnership of their own. `about`: any of full_name, email, phone, reached_by.
    `opened_from` names the page that was sent: sent again, it gives the partnership it gave before."""
    permit(by, Permission.OPEN_NOTEBOOK, team=team)
    worker = User.objects.get(pk=account_of(by))
    hold(worker)
    if already := queries.opened_from(worker, opened_from):
        return already
    return open_partnership(worker=worker, team=team, called=called, opened_from=opened_from, by=by, **about)


@action
def invite_individual(*, individual: Individual, email: str, channel: str, by: Actor) -> User:
    """They can sign in from now on. By "email" the letter that was shown leaves; by "text" the text leaves when
    texts have a way out, and is otherwise sent by the worker. Until they came, it may be put right and sent again."""
    permit(by, Permission.INVITE_INDIVIDUAL, individual)
    hold(individual)
    refuse_if(reasons.cannot_invite(individual, email))
    refuse_if(wish_rules.cannot_invite_by(channel, wishes_of(individual)))
    user = _account(individual, email.strip().lower(), by)
    individual.user, individual.email = user, ""
    individual.save(update_fields=["user", "email"])
    _write(individual, channel, by)
    trail.record("invited", by=by, about=user, individual=individual, detail=channel)
    return user


def _account(individual: Individual, email: str, by: Actor) -> User:
    """Their account, with this address from now on."""
    if individual.user is None:
        return new_account(email=email, name=individual.full_name or individual.called, by=by)
    individual.user.email = email
    individual.user.save(update_fields=["email"])
    return individual.user


def _write(individual: Individual, channel: str, by: Actor) -> None:
    """The letter or the text, once however often the button is pressed."""
    worker = User.objects.get(pk=account_of(by))
    if channel == "text":
        is_sent, to = reaching.texts_have_a_way_out() and bool(individual.phone), individual.phone
        body = reaching.text_invitation(individual, worker, individual.written_to_at)
    else:
        is_sent, to, body = True, individual.written_to_at, reaching.invitation(individual, worker)
    lately = outbox.that_go_on(individual.public_id).filter(created_at__gt=clock.now() - ONE_LETTER_IN)
    if is_sent and not lately.filter(kind=reaching.INVITATION, channel=channel, to=to).exists():
        _post(individual, channel, to, body)


def _post(individual: Individual, channel: str, to: str, body: str) -> None:
    post(
        kind=reaching.INVITATION,
        channel=channel,
        to=to,
        subject=reaching.subject_of(channel),
        body=body,
        made_of=composing.as_shown(individual, channel),
        cause="somebody pressed the button that invites them",
        individual_ref=individual.public_id,
        takes_replies=True,
        now=clock.now(),
    )
