"""A kept form, ready to be asked. Reading a long file takes a moment, so the latest few stay at hand."""

import hashlib
from collections import OrderedDict

from .models import AgencyForm
from .reading import read_kept
from .structure import Form

AT_HAND = 32
_at_hand: OrderedDict[str, Form] = OrderedDict()


def digest_of(content: str) -> str:
    """By which two files are known to be the same."""
    return hashlib.sha256(content.encode()).hexdigest()


def form_of(kept: AgencyForm) -> Form:
    """The form that a kept file holds."""
    form = _at_hand.pop(kept.digest, None) or read_kept(kept.content)
    _at_hand[kept.digest] = form
    if len(_at_hand) > AT_HAND:
        _at_hand.popitem(last=False)
    return form
