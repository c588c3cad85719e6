"""What somebody who was let in says of what makes it easier for them."""

from kith.design import fields
from kith.design.forms import KithForm
from kith.people.models import ContactWishes, SupporterNeeds

PLAIN = ("print_size", "language_note", "easier")
SEEN_BY = "Whoever let you in and their team see this."


class OwnNeeds(KithForm):
    """Formats and words; all of it may be left out."""

    print_size = fields.Choice(
        label="Size on paper", choices=ContactWishes.Size.choices, look="segments", required=False
    )
    easy_words = fields.Choices(label="Words", choices=[("yes", "Short and easy words")], required=False)
    language_note = fields.ShortText(
        label="Language, or another form",
        hint="Like “Welsh”, “sign language”, or “somebody reads it out”.",
        required=False,
    )
    easier = fields.LongText(
        label="What else makes it easier",
        hint="Like “ring twice”, or “more time”.",
        rows=2,
        limit=1000,
        tell_limit=False,
        required=False,
        seen_by=SEEN_BY,
    )

    def __init__(self, *args, needs: SupporterNeeds | None, **kwargs):
        kept = {name: getattr(needs, name) for name in PLAIN} if needs else {}
        kept["easy_words"] = ["yes"] if needs and needs.easy_words else []
        super().__init__(*args, initial=kept, **kwargs)

    def said(self) -> dict:
        """As it is kept."""
        return {name: self.cleaned_data[name] for name in PLAIN} | {"easy_words": bool(self.cleaned_data["easy_words"])}
