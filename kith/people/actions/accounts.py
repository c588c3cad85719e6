"""Accounts: who can sign in at all."""

from kith.access import trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.design import phones
from kith.people import reasons, rules
from kith.people.models import User

from .relations import appoint_manager, create_team


@action
def add_account(
    *, email: str, name: str, by: Actor, phone: str = "", is_administrator=False, is_rights_lead=False
) -> User:
    """Somebody who may sign in. It opens nothing by itself."""
    permit(by, Permission.MANAGE_ACCOUNTS)
    refuse_if(rules.cannot_be_named(name) or rules.cannot_add_account(email.strip()) or rules.cannot_be_rung(phone))
    offices = {"is_administrator": is_administrator, "is_rights_lead": is_rights_lead}
    return new_account(email=email, name=name, by=by, phone=phones.read(phone) or phone.strip(), **offices)


def new_account(*, email: str, name: str, by: Actor, **more) -> User:
    """An account, within an action that has asked. Invitations make them too."""
    user = User(email=email.strip().lower(), name=name.strip(), **more)  # sign-in looks for it in lower case
    user.set_unusable_password()
    user.save()
    trail.record("account added", by=by, about=user)
    return user


def account_for(*, email: str, name: str, by: Actor, is_theirs: bool = False) -> User:
    """The account with this address, or a new one. Whoever asks learns nothing of which it was, and nothing of
    anybody who is supported here. `is_theirs`: they hold a letter that went there."""
    found = User.objects.filter(email__iexact=email.strip()).first()
    if found and not is_theirs:
        refuse_if(reasons.cannot_be_met_by_address(found, by))
    return found or new_account(email=email, name=name, by=by)


@action
def first_manager(*, email: str, name: str, by: Actor, team_name: str = "Our team") -> User:
    """The first person of an install: administrator, and manager of its first team."""
    user = add_account(email=email, name=name, by=by, is_administrator=True)
    team = create_team(name=team_name, by=by)
    appoint_manager(user=user, team=team, by=by)
    return user
