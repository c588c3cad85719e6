"""What is asked of the table: one box, and a few filters that are all optional."""

from kith.design import fields
from kith.design.forms import KithForm

from .table import NEAR_MILES, Asked

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONGEST = 300


class Look(KithForm):
    """A GET form: everything it says stands in the address, so a page can be gone back to."""

    q = fields.ShortText(label="What would be good to do?", required=False, limit=None)
    only = fields.Choices(
        label="Only",
        choices=[("free", "Free"), ("near", f"Within {NEAR_MILES} miles")],
        look="segments",
        required=False,
    )
    day = fields.Choices(
        label="On a day", choices=list(zip(DAYS, DAY_NAMES, strict=True)), look="segments", required=False
    )

    def __init__(self, *args, has_place: bool, **kwargs):
        super().__init__(*args, auto_id="look_%s", **kwargs)
        if not has_place:
            self.fields["only"].choices = [("free", "Free")]  # type: ignore[attr-defined] - it is a ChoiceField

    def asked(self, surprise: str = "", *, away: bool = False) -> Asked:
        """What was asked; what could not be read counts as not asked."""
        cleaned = self.cleaned_data if self.is_bound and self.is_valid() else {}
        if not cleaned and self.is_bound:
            cleaned = {"q": str(self.data.get("q", ""))[:LONGEST]}
        return Asked(
            words=cleaned.get("q", "").strip(),
            free="free" in cleaned.get("only", ()),
            near="near" in cleaned.get("only", ()),
            days=frozenset(DAYS.index(day) for day in cleaned.get("day", ())),
            surprise=surprise[:LONGEST],
            away=away,
        )
