"""The files, and the draft: each box beside the words that it came from."""

from django import forms
from django.utils.dateparse import parse_date

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm
from kith.directory.paper.parts import Part, Parts, nothing
from kith.directory.reading.contact import cost_of, url_of
from kith.directory.reading.entry import PlaceDetails, Slot
from kith.directory.rules import LONGEST, cannot_be_a_day, cannot_be_rung, cannot_be_to_come
from kith.directory.search.places import tidy_postcode
from kith.local_knowledge.filling import A_WEEKDAY
from kith.local_knowledge.typed_times import kept_words, problems, with_typed

MOST_FILES = 12
BOX_OF = {"description": "long_text", "organization": "organisation", "date": "on_date", "schedule": "kept_times"}
LONGEST_WORDS = 160


class ManyFiles(forms.ClearableFileInput):
    """One box for several files."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class Files(forms.FileField):
    """Cleaned to a list of files."""

    def clean(self, data, initial=None):
        given = data if isinstance(data, list | tuple) else [data]
        if len(given) > MOST_FILES:
            raise forms.ValidationError(f"Please choose up to {MOST_FILES} at a time.")
        return [super(Files, self).clean(each, initial) for each in given or [None]]


class HandIn(KithForm):
    """Photographs or PDFs of leaflets."""

    files = Files(
        label="Photographs or PDFs of leaflets",
        help_text="One leaflet a file, up to 12 MB each. Where and when it was taken is not kept.",
        error_messages={
            "required": "Please choose a photograph or a PDF.",
            "empty": "This file is empty. Please choose another.",
            "missing": "Please choose a photograph or a PDF.",
        },
        widget=ManyFiles(attrs={"accept": "image/jpeg,image/png,image/webp,image/tiff,application/pdf"}),
    )


class Draft(KithForm):
    """What was read, to be looked over. Nothing is needed but a name."""

    name = fields.ShortText(label="Name", limit=LONGEST["name"], tell_limit=False, missing="Please give it a name.")
    organisation = fields.ShortText(label="Who runs it", limit=300, tell_limit=False, required=False)
    long_text = fields.LongText(label="What it is", rows=3, limit=2_000, tell_limit=False, required=False)
    kept_times = fields.Choices(label="When", choices=[], required=False)
    weekday = fields.Choice(label="A day to add", choices=A_WEEKDAY, look="segments", required=False)
    starts = fields.TimeOfDay(label="From", required=False)
    ends = fields.TimeOfDay(label="To", required=False)
    on_date = fields.Day(label="Or once, on", required=False)
    address = fields.ShortText(label="Where", limit=300, tell_limit=False, required=False)
    postcode = fields.ShortText(label="Postcode", required=False)
    cost = fields.ShortText(label="What it costs", limit=200, tell_limit=False, required=False)
    phone = fields.ShortText(label="Telephone", limit=60, tell_limit=False, required=False)
    email = fields.Email(label="Email", required=False)
    url = fields.ShortText(label="Their own page", limit=500, tell_limit=False, required=False)

    def __init__(self, *args, parts: Parts, **kwargs):
        self.slots: list[Slot] = list(parts["schedule"].value)  # type: ignore[call-overload] - the schedule is a tuple
        kwargs["initial"] = {BOX_OF.get(field, field): part.value for field, part in parts.items()}
        kwargs["initial"]["kept_times"] = [str(number) for number in range(len(self.slots))]
        super().__init__(*args, **kwargs)
        day = parse_date(str(parts["date"].value or ""))
        told = [(str(number), kept_words(slot, day)) for number, slot in enumerate(self.slots)]
        self.fields["kept_times"].choices = told  # type: ignore[attr-defined] - it is a ChoiceField
        for field, part in parts.items():
            self.fields[BOX_OF.get(field, field)].help_text = beside(part)
        if not told:
            del self.fields["kept_times"]

    def clean_postcode(self) -> str:
        """In capitals with one space. What cannot be read is asked for again."""
        typed = self.cleaned_data["postcode"]
        if typed and not tidy_postcode(typed):
            self.add_error("postcode", "We could not read that as a postcode. Leave it out if you are not sure.")
        return tidy_postcode(typed) or typed

    def clean_phone(self) -> str:
        """A number, with words beside it if need be."""
        if reason := cannot_be_rung(self.cleaned_data["phone"]):
            self.add_error("phone", reason)
        return self.cleaned_data["phone"]

    def clean_url(self) -> str:
        """An address that a browser may open."""
        typed = self.cleaned_data["url"]
        if typed and not url_of(typed):
            self.add_error("url", "We could not read that as a page. Try it like https://club.example.")
        return url_of(typed)

    def clean_on_date(self):
        """A day that can be, and is still to come."""
        day = self.cleaned_data["on_date"]
        if reason := cannot_be_a_day(day) or cannot_be_to_come(day, clock.today()):
            raise forms.ValidationError(reason)
        return day

    def clean(self) -> dict:
        """A time of day belongs to a day; what is read beside the day of a one-off is of that weekday."""
        cleaned = super().clean() or self.cleaned_data
        day = cleaned.get("on_date")
        others = [each for each in self._kept() if day is None or each.weekday != day.weekday()]
        for box, sentence in problems(cleaned, others):
            self.add_error(box, sentence)
        return cleaned

    def listing(self) -> dict:
        """The parts of a new listing, as `put_on_table` takes them. A number that stands on the leaflet is public."""
        typed = self.cleaned_data
        plain = {
            name: typed[name] for name in ("name", "long_text", "on_date", "phone", "email", "url", "organisation")
        }
        where = PlaceDetails("", typed["address"], typed["postcode"])
        has_place = bool(typed["address"] or typed["postcode"])
        told = {"contact_is_public": bool(typed["phone"]) and typed["phone"] == self.initial.get("phone")}
        return plain | told | cost_of(typed["cost"]) | {"times": self._times(), "place": where if has_place else None}

    def parts(self) -> dict:
        """The same for a listing that is there: what the leaflet says and no more, so that nothing known is lost."""
        told = {name: value for name, value in self.listing().items() if value not in ("", None, [], ())}
        return {name: value for name, value in told.items() if name not in ("name", "contact_is_public")}

    def _times(self) -> list[Slot]:
        return with_typed(self._kept(), self.cleaned_data)

    def _kept(self) -> list[Slot]:
        kept = self.cleaned_data.get("kept_times", ())
        return [slot for number, slot in enumerate(self.slots) if str(number) in kept]


def beside(part: Part) -> str:
    """What stands beside a box: where its words come from, and whether they were easy to read."""
    if part == nothing("name") or not part.is_found:
        return "Not found on the leaflet."
    words = part.words if len(part.words) <= LONGEST_WORDS else part.words[:LONGEST_WORDS].rsplit(" ", 1)[0] + "…"
    return f"{'Sure' if part.sure else 'Not sure, please look'}: “{words}”"
