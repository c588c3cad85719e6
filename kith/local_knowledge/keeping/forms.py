"""What people type when a listing is not right any more."""

from kith.design import fields
from kith.design.forms import KithForm


class Changed(KithForm):
    """One box: what has changed."""

    changed = fields.LongText(
        label="What has changed?",
        hint="Of the place alone, such as “now on Thursdays”.",
        limit=500,
        rows=2,
        tell_limit=False,
        missing="Please write what has changed, such as “now on Thursdays”.",
    )
