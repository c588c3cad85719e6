"""What is typed into a diary, and who agreed that there are diaries."""

from kith.design import fields
from kith.design.forms import KithForm

from .rules import WORDS_AT_MOST

BOX = {"limit": WORDS_AT_MOST, "missing": "Write a few words first. One line is enough."}


class EntryForm(KithForm):
    """One box. Nothing is looked for in it."""

    words = fields.LongText(label="Write what you like", rows=8, no_codes=False, **BOX)


class OfferForm(KithForm):
    """Who is answerable."""

    safety_lead = fields.ShortText(
        label="Who is answerable for people’s safety, and agreed?",
        hint="Their name and what they do here. It stands on this page with today’s date.",
        missing="Please write their name.",
    )
