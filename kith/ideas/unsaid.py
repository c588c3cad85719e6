"""What was typed together with words about harm. None of it stands in an address; a mark stands there instead.

The rest, which is looked for below the help, lies encrypted in the session until the table is next opened otherwise."""

import secrets
from contextlib import suppress

from django.http import HttpRequest, QueryDict

from kith.access.encryption import decrypt, encrypt
from kith.directory import queries as directory

from .forms import HELP, KEPT, OFF, OFF_OF, READ, address_of

LIES = "typed_beside_harm"  # in the session: the mark, and the encrypted rest
NOTHING = "1"  # the mark where no rest is left to look for


def says_harm(typed: QueryDict) -> bool:
    """Whether help comes first for what was typed."""
    return directory.asks_for_help(_said(typed))


def holds_harm(address: QueryDict) -> bool:
    """Whether words about harm stand in this address, or what was left of them."""
    return bool(address.get("q")) and (HELP in address or says_harm(address))


def address_without(request: HttpRequest, typed: QueryDict) -> str:
    """Where words about harm lead: the filters stay in the address, and not a word of what was typed."""
    rest = typed.copy()
    rest["q"], rest[HELP] = "", _put_away(request, _said(typed))
    rest.setlist(OFF, [])
    rest.setlist(OFF_OF, [])
    return address_of(rest)


def with_the_rest(request: HttpRequest) -> QueryDict:
    """What the address asks for, with the rest that its mark stands for. Any other address: the rest is forgotten."""
    asked, (mark, rest) = request.GET.copy(), request.session.get(LIES, ("", ""))
    if mark and asked.get(HELP) == mark:
        with suppress(ValueError):  # a key that is gone takes the rest with it; the help still stands
            asked["q"] = decrypt(rest)
    elif mark:
        del request.session[LIES]
    return asked


def _said(typed: QueryDict) -> str:
    return typed.get("q", "").strip()[:READ]


def _put_away(request: HttpRequest, said: str) -> str:
    """The mark under which the rest of it lies."""
    request.session.pop(LIES, None)
    rest = directory.without_harm(said)
    if not rest:
        return NOTHING
    mark = secrets.token_hex(4)
    request.session[LIES] = (mark, encrypt(rest[:KEPT]))
    return mark
