"""When something about people cannot be done, and why."""

from datetime import datetime

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


def cannot_end(relation: Relation, now: datetime) -> str | None:
    return "This has already ended." if relation.ends_at and relation.ends_at <= now else None


def cannot_be_rung(phone: str) -> str | None:
    """Any number will do that has figures in it; none at all is fine."""
    if phone.strip() and not any(letter.isdigit() for letter in phone):
        return "A telephone number has figures in it, like 01632 960412."
    return None


def cannot_revoke(share: Share) -> str | None:
    return "This has already been stopped." if share.revoked_at else None


def cannot_unlock_with(number: str) -> str | None:
    """Why this number would not keep a screen shut."""
    if not (number.isascii() and number.isdigit() and 4 <= len(number) <= 8):
        return "Please choose four to eight figures."
    steps = {(int(after) - int(before)) % 10 for before, after in zip(number, number[1:], strict=False)}
    if len(steps) == 1 and steps <= {0, 1, 9}:
        return "This one is quickly guessed. Please mix the figures a little."
    return None


def cannot_print_card(individual: Individual) -> str | None:
    """A card is for those without email: beside an address it would be a second, quieter way in."""
    user = individual.user
    if user is None:
        return None
    if not user.is_active:
        return "This account is resting. Your team’s manager can wake it up first."
    return "They sign in with their email address, so they need no card." if user.email else None
