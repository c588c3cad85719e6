"""When something about people cannot be done, and why."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from .models import Individual, Relation, Share, User


def cannot_be_named(name: str) -> str | None:
    return None if name.strip() else "A name is needed. Any name they like will do."


def cannot_add_account(email: str) -> str | None:
    try:
        validate_email(email)
    except ValidationError:
        return "An account needs a whole email address, like name@place.example."
    if User.objects.filter(email__iexact=email).exists():
        return "There is already an account with this email address."
    return None


def cannot_open(individual_user: User | None) -> str | None:
    if individual_user and Individual.objects.filter(user=individual_user).exists():
        return "This person already has a notebook."
    return None


def cannot_end(relation: Relation) -> str | None:
    return "This has already ended." if relation.ends_at else None


def cannot_revoke(share: Share) -> str | None:
    return "This has already been stopped." if share.revoked_at else None
