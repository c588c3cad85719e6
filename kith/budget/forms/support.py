"""Support that began or ended."""

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm

from ..models import SupportChange
from ..rules import THEN_LIMIT


class SupportForm(KithForm):
    """Who or what, whether it began or ended, and when."""

    who = fields.ShortText(label="Who or what was it?", hint="Like “Carol, my care co-ordinator”.")
    kind = fields.Choice(label="Did it begin or end?", choices=SupportChange.Kind.choices, look="segments")
    on = fields.Day(label="When?", hint="About the day is enough.", today=clock.today)
    then_words = fields.ShortText(label="What is so from then on?", limit=THEN_LIMIT, tell_limit=False, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="support_%s", **kwargs)
