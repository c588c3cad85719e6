"""Whoever carries texts and paper letters for us, behind two small adapters.

`KITH_TEXT_PROVIDER` and `KITH_LETTER_PROVIDER` choose: "" for nobody, "notify" for GOV.UK Notify, or the dotted path
of a class of somebody's own. It is made without arguments and has the method below. It raises a trouble of
`kith.outbox.troubles` when it does not take what it is given, and `NotKnown` only if it may have taken it.
"""

from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from kith.outbox.models import Letter

BUILT_IN = {"notify": "kith.outbox.providers.notify.Notify"}
METHOD = {"text": "send_text", "print": "send_letter"}


class Texts(Protocol):
    """Carries text messages."""

    def send_text(self, letter: Letter, to: str, reference: str) -> str:
        """Hands it over once. Gives the provider's own id for it."""
        ...


class Letters(Protocol):
    """Prints letters and posts them."""

    def send_letter(self, letter: Letter, pdf: bytes, reference: str) -> str:
        """Hands it over once. Gives the provider's own id for it."""
        ...


def name_for(channel: str) -> str:
    """Who carries this channel, as it is set; "" for nobody."""
    return {"text": settings.TEXT_PROVIDER, "print": settings.LETTER_PROVIDER}.get(channel, "")


def chosen(channel: str):
    """The adapter that carries this channel; None for nobody. Raises ImportError or ValueError with a sentence."""
    name = name_for(channel)
    if not name:
        return None
    try:
        provider = import_string(BUILT_IN.get(name, name))()
    except ImportError as problem:
        raise ImportError(f"{setting_for(channel)} names “{name}”, and there is no such provider.") from problem
    if not callable(getattr(provider, METHOD[channel], None)):
        raise ValueError(f"{setting_for(channel)} names “{name}”, which has no {METHOD[channel]}().")
    return provider


def setting_for(channel: str) -> str:
    """The setting that chooses, for sentences about it."""
    return {"text": "KITH_TEXT_PROVIDER", "print": "KITH_LETTER_PROVIDER"}[channel]
