"""What people type when a listing is not right any more."""

from django.core.exceptions import ValidationError

from kith.design import fields
from kith.design.forms import KithForm


class Changed(KithForm):
    """One box: what has changed."""

    changed = fields.LongText(
        label="What has changed?",
        hint="Of the place alone, such as “now on Thursdays”. Whoever keeps the table reads it.",
        limit=500,
        rows=2,
        tell_limit=False,
        missing="Please write what has changed, such as “now on Thursdays”.",
    )


class Answer(KithForm):
    """A place's answer: which of its listings it is about, and what has changed."""

    listings = fields.Choices(label="Which of these?", choices=(), required=False)
    words = fields.LongText(
        label="What has changed?",
        hint="Such as “now on Thursdays, at the library”.",
        limit=500,
        rows=3,
        tell_limit=False,
        missing="Please write what has changed, such as “now on Thursdays”.",
    )

    def __init__(self, *args, answer: str, listings: list, **kwargs):
        super().__init__(*args, **kwargs)
        self.all = {each.public_id: each for each in listings}
        self.fields["listings"].choices = [(each.public_id, each.name) for each in listings]
        self.fields["listings"].initial = list(self.all) if answer == "right" else []
        if len(listings) == 1:
            del self.fields["listings"]
        if answer != "changed":
            del self.fields["words"]

    def clean_listings(self) -> list[str]:
        """At least one."""
        if not self.cleaned_data["listings"]:
            raise ValidationError("Please choose at least one.")
        return self.cleaned_data["listings"]

    def chosen(self) -> list:
        """The listings it is about: the only one, or those that were chosen."""
        return [self.all[each] for each in self.cleaned_data.get("listings", self.all)]
