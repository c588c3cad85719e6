"""What a place may add on its own page, folded away: what to expect there, and that it is full."""

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm
from kith.local_knowledge.forms import AFTER, WhatIsHard

from .expecting import words_of


class Expecting(KithForm):
    """Three small boxes, none of them needed. A name is asked about: anybody may read it."""

    who = fields.ShortText(
        label="Who to look for", hint="Such as “Gwen, in the red coat”.", limit=100, tell_limit=False, required=False
    )
    may_be_shown = fields.YesNo(
        label="May this be shown to everybody?", yes="Yes", no="No, leave that line out", required=False
    )
    door = fields.ShortText(
        label="Which way in", hint="Such as “The side door”.", limit=200, tell_limit=False, required=False
    )
    quiet = fields.ShortText(
        label="When it is quiet", hint="Such as “The first half hour”.", limit=200, tell_limit=False, required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="expect_%s", **kwargs)

    def clean(self) -> dict:
        """A name goes no further until somebody said that it may; and something has to be there."""
        told = super().clean() or self.cleaned_data
        if told.get("who") and told.get("may_be_shown") is None and "may_be_shown" not in self.errors:
            self.add_error("may_be_shown", "Please say whether everybody may read who to look for.")
        elif not self.errors and not self.words:
            self.add_error("door", "Please fill in at least one of the boxes.")
        return told

    @property
    def words(self) -> str:
        """What goes into the listing."""
        told = self.cleaned_data
        who = told.get("who", "") if told.get("may_be_shown") else ""
        return words_of(who=who, door=told.get("door", ""), quiet=told.get("quiet", ""))


class Full(KithForm):
    """Until which day, where they know it."""

    opens_on = fields.Day(
        label="From which day is there room again?",
        hint="Leave it out if you do not know.",
        required=False,
        today=clock.today,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="full_%s", **kwargs)


class OfThePlace(WhatIsHard):
    """What the team should know of the place after a call or a visit. None of it is needed."""

    words = fields.ShortText(
        label="In your own words, of the place alone",
        hint="Such as “Ask for Gwen, not at the desk”. The team reads it. Hurtful words stay in your note of the call.",
        required=False,
    )
    after = fields.Choice(label="After what?", choices=AFTER, look="segments", initial="call", required=False)
    also = fields.Choices(
        label="And",
        choices=[("go along", "It is better with somebody the first time"), ("full", "They are full for now")],
        required=False,
    )
    opens_on = fields.Day(
        label="If they are full: from which day is there room?",
        hint="Leave it out if nobody knows.",
        required=False,
        today=clock.today,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="place_%s", **kwargs)

    def clean(self) -> dict:
        """Something has to be there."""
        told = super().clean() or self.cleaned_data
        if not self.errors and not any(told.get(name) for name in ("hurdle", "words", "agreed", "also")):
            self.add_error("words", "Please write or choose something of the place.")
        return told

    @property
    def told(self) -> dict:
        """What the action takes."""
        told = dict(self.cleaned_data)
        also = told.pop("also")
        return told | {"go_along": "go along" in also, "is_full": "full" in also}
