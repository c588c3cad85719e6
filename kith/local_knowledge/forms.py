"""What people type about a place."""

from kith.design import fields
from kith.design.forms import KithForm

from .models import Knowledge

HOWS = (("rang them", "I rang them"), ("went there", "I went there"), ("saw their page", "I saw their page"))


class Note(KithForm):
    """One thing the team knows of a place."""

    kind = fields.Choice(
        label="What is it?",
        choices=Knowledge.Kind.choices,
        look="segments",
        initial=Knowledge.Kind.KNOWS_SOMEBODY,
    )
    words = fields.LongText(
        label="In a few words",
        hint="If you know somebody: just who, such as “Sam”. The people we support see that name.",
        limit=500,
        rows=2,
        tell_limit=False,
        required=False,
    )
    heard_from = fields.ShortText(label="Who told you? (if you like)", required=False)
