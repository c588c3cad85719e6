"""Which sign-in code counts: only the newest one of an address, in whatever browser it was asked for."""

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import constant_time_compare, salted_hmac

SALT = "kith.people.codes"


def remember(email: str, code: str) -> None:
    """From now on this is the one that counts."""
    cache.set(_place(email), _print_of(email, code), settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)


def is_newest(email: str, code: str) -> bool:
    """Whether no other code was sent to this address since, and this one was not used."""
    return constant_time_compare(cache.get(_place(email), ""), _print_of(email, code))


def use_up(email: str) -> None:
    """A code works once."""
    cache.delete(_place(email))


def try_key(email: str) -> str:
    """Names the code that counts now, so that tries of it can be counted; says nothing about it."""
    return cache.get(_place(email), "none")


def _place(email: str) -> str:
    return f"newest-code-{_print_of(email, '')}"


def _print_of(email: str, code: str) -> str:
    return salted_hmac(SALT, f"{email.lower()} {code}", algorithm="sha256").hexdigest()
