"""What people type about people and places: a name and how close; the rest only if they like."""

from kith.design import fields
from kith.design.forms import KithForm

from .least import FIRST
from .models import Circle, Effect, HowOften, Kind, Wish
from .models.facts import NAME_LIMIT, PAID, WORDS_LIMIT

PAID_SORT = "paid"
SORTS = [(Kind.PERSON.value, Kind.PERSON.label), (PAID_SORT, PAID), *Kind.choices[1:]]
NOT_SAID = ("", "Not said")


class WhatItIs(KithForm):
    """What it is, and the activity that brought it: the same when it is new and later."""

    def __init__(self, *args, known=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.known = {activity.public_id: activity for activity in known}
        choices = [(public_id, activity.name) for public_id, activity in self.known.items()]
        self.fields["through"].choices = [NOT_SAID, *choices]
        if not choices:
            del self.fields["through"]

    def clean(self):
        """What it is stands in one choice, and is two facts."""
        cleaned = super().clean() or self.cleaned_data
        sort = cleaned.pop("sort", None)
        if sort:
            cleaned["is_paid"] = sort == PAID_SORT
            cleaned["kind"] = Kind.PERSON if sort == PAID_SORT else Kind(sort)
        if "through" in self.fields:
            cleaned["through"] = self.known.get(cleaned.get("through", ""))
        return cleaned


class AddForm(WhatItIs):
    """One or several, with how close."""

    names = fields.LongText(label="Who or what?", rows=3, limit=2_000, tell_limit=False)
    sort = fields.Choice(label="What is it?", choices=SORTS, look="segments", initial=Kind.PERSON.value)
    circle = fields.Choice(label="How close?", choices=Circle.choices, look="segments")
    through = fields.Choice(label="Through what?", choices=[], required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["names"].help_text = f"{FIRST} Several at once go too, one on each line."
        self.fields["names"].error_messages["required"] = f"Please write a name. {FIRST}"
        self.fields["circle"].error_messages["required"] = "Please choose how close."

    def clean_names(self) -> list[str]:
        return self.cleaned_data["names"].splitlines()

    def clean_circle(self) -> int:
        return int(self.cleaned_data["circle"])


class MoreForm(WhatItIs):
    """Everything that may be said of one, and none of it but a name is asked for."""

    name = fields.ShortText(label="Name", hint=FIRST, limit=NAME_LIMIT, tell_limit=False)
    sort = fields.Choice(label="What is it?", choices=SORTS, look="segments")
    how_often = fields.Choice(
        label="How often?", choices=[*HowOften.choices, NOT_SAID], look="segments", required=False
    )
    effect = fields.Choice(
        label="How is it for me?", choices=[*Effect.choices, NOT_SAID], look="segments", required=False
    )
    gives_me = fields.ShortText(label="What they give me", hint="Like “lifts” or “a laugh”.", required=False)
    i_give = fields.ShortText(
        label="What I give them", hint="Like “company” or “a hand in the garden”.", required=False
    )
    wish = fields.Choice(label="Would I like …", choices=[*Wish.choices, NOT_SAID], look="segments", required=False)
    how_met = fields.ShortText(label="How we met", limit=WORDS_LIMIT, tell_limit=False, required=False)
    through = fields.Choice(label="Through what?", choices=[], required=False)
    since_words = fields.ShortText(label="Since when?", hint="Like “school” or “last spring”.", required=False)

    def __init__(self, *args, is_own: bool = True, called: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        if not is_own:
            self._as_told_by(called)

    def _as_told_by(self, called: str) -> None:
        """Where somebody else writes, the words are about the individual by name."""
        labels = {
            "effect": f"How is it for {called}?",
            "gives_me": f"What they give {called}",
            "i_give": f"What {called} gives them",
            "wish": f"Would {called} like …",
            "how_met": "How they met",
        }
        for name, label in labels.items():
            self.fields[name].label = label


def begins_with(connection) -> dict:
    """What the form shows of it, to begin with."""
    shown = dict(connection.facts)
    shown["sort"] = PAID_SORT if connection.is_paid else connection.kind
    shown["through"] = connection.through.public_id if connection.through else ""
    return shown
