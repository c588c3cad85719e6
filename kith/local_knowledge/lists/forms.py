"""The file, what it is called, and which of its headings is which of ours."""

from pathlib import PurePath

from django import forms

from kith.design import fields
from kith.design.forms import KithForm
from kith.directory.licences import LICENCES
from kith.directory.reading.headings import HEADINGS, guessed, personal

from .kept import MOST_BYTES

MOST_COLUMNS = 60
OURS = {
    "id": "A number or name that never changes",
    "name": "What it is called",
    "organization": "Who runs it",
    "description": "What it is",
    "categories": "Kinds",
    "latitude": "Latitude",
    "longitude": "Longitude",
    "postcode": "Postcode",
    "address": "Where it is",
    "day": "Which days",
    "starts": "When it starts",
    "ends": "When it ends",
    "frequency": "How often",
    "date": "A date, for something once",
    "cost": "What it costs",
    "phone": "Telephone",
    "email": "Email",
    "url": "Web page",
    "access": "Getting in and around",
    "contact": "Who to ask for",
    "first day": "From which day",
    "last day": "Until which day",
    "not on": "Days it is not on",
    "term times": "Only in school terms",
    "apply by": "Last day to apply",
    "setting": "At a place, online or at home",
    "getting there": "How to get there",
    "expect": "What to expect",
    "form asks": "What their form asks",
    "kit": "What to buy first",
    "travel": "Fares there and back",
    "funding": "Whether it needs funding",
    "taster": "Whether you can try it once",
    "audience": "Who it is for",
}


class ListFile(KithForm):
    """A list as somebody has it."""

    file = forms.FileField(
        label="The list",
        help_text="A spreadsheet (Excel or CSV), or the file of another directory. Up to 10 MB.",
        error_messages={
            "required": "Please choose a file.",
            "empty": "This file is empty. Please choose another.",
            "missing": "Please choose a file.",
        },
    )
    said = fields.ShortText(
        label="Where is it from?",
        hint="Like “Calderford Council”. Leave it, and the file’s name is used.",
        required=False,
    )

    licence = fields.Choice(
        label="May others have these listings too?",
        hint="What goes on here is given out as open data where its list allows it.",
        choices=[
            ("", "I do not know: a new list stays here"),
            *((key, each.words) for key, each in LICENCES.items()),
        ],
        required=False,
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError("This file is larger than 10 MB. Please choose a smaller one.")
        return file

    def called(self) -> str:
        """Where it is from: as said, or the file's own name."""
        stem = PurePath(self.cleaned_data["file"].name or "").stem
        return self.cleaned_data["said"] or stem[:200] or "A list"


class WhichIsWhich(KithForm):
    """One choice for each of their headings."""

    def __init__(self, data=None, *, headings: list[str], rows: list[list[str]]):
        super().__init__(data)
        self.headings = headings[:MOST_COLUMNS]
        self.of_people = personal(self.headings)
        guess = guessed(self.headings)
        for number, heading in enumerate(self.headings):
            seen = [row[number] for row in rows if number < len(row) and row[number].strip()]
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=heading or f"Column {number + 1}",
                choices=[("", "Leave it out"), *OURS.items()],
                required=False,
                initial=guess.get(heading, ""),
                help_text=f"Like “{seen[0][:60]}”" if seen else "Empty in the first rows",
            )

    def clean(self):
        given = super().clean()
        chosen = [our for our in given.values() if our]
        if "name" not in chosen:
            raise forms.ValidationError("Say which heading is what it is called. The rest can be left out.")
        if twice := next((our for our in HEADINGS if chosen.count(our) > 1), ""):
            raise forms.ValidationError(f"“{OURS[twice]}” is chosen twice. Please choose one heading for it.")
        return given

    def named(self) -> dict[str, str]:
        """Theirs to ours. What was left out is named as nothing, so that it is not read by chance."""
        return {heading: self.cleaned_data[f"column_{number}"] for number, heading in enumerate(self.headings)}
