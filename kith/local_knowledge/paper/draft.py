"""The draft of a leaflet: each box beside the words that it came from. What was not found lies folded."""

from django.forms import BoundField
from django.utils.dateparse import parse_date

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm
from kith.directory.paper.facts import is_mobile
from kith.directory.paper.parts import Part, Parts
from kith.directory.reading.contact import cost_of, url_of
from kith.directory.reading.entry import PlaceDetails, Slot
from kith.directory.rules import LONGEST, cannot_apply_by, cannot_be_a_day, cannot_be_rung, cannot_be_to_come
from kith.directory.search.places import tidy_postcode
from kith.local_knowledge.filling import A_WEEKDAY
from kith.local_knowledge.filling_more import YES
from kith.local_knowledge.typed_times import kept_words, problems, with_typed

BOX_OF = {"description": "long_text", "organization": "organisation", "date": "on_date", "schedule": "kept_times"}
TIMES = ("weekday", "starts", "ends")
GROUPS = {
    "": ("name", "organisation", "long_text"),
    "When": ("kept_times", *TIMES, "on_date", "apply_by"),
    "Where": ("place_name", "address", "postcode", "getting_there", "access_words"),
    "What it costs": ("cost", "taster"),
    "How to reach them": ("host_name", "phone", "contact_is_public", "email", "url"),
}
PLAIN = (
    *("name", "organisation", "long_text", "on_date", "apply_by", "getting_there", "access_words"),
    *("taster", "host_name", "phone", "email", "url"),
)
LONGEST_WORDS = 160


class Draft(KithForm):
    """What was read, to be looked over. Nothing is needed but a name."""

    name = fields.ShortText(label="Name", limit=LONGEST["name"], tell_limit=False, missing="Please give it a name.")
    organisation = fields.ShortText(label="Who runs it", limit=300, tell_limit=False, required=False)
    long_text = fields.LongText(label="What it is", rows=3, limit=2_000, tell_limit=False, required=False)
    kept_times = fields.Choices(label="Days and times", choices=[], required=False)
    weekday = fields.Choice(label="A day to add", choices=A_WEEKDAY, look="segments", required=False)
    starts = fields.TimeOfDay(label="From", required=False)
    ends = fields.TimeOfDay(label="To", required=False)
    on_date = fields.Day(label="Only once, on", required=False)
    apply_by = fields.Day(label="Put a name down by", required=False)
    place_name = fields.ShortText(label="Name of the place", limit=300, tell_limit=False, required=False)
    address = fields.ShortText(label="Address", limit=300, tell_limit=False, required=False)
    postcode = fields.ShortText(label="Postcode", required=False)
    getting_there = fields.ShortText(label="How to get there", limit=300, tell_limit=False, required=False)
    access_words = fields.ShortText(label="Getting in", limit=300, tell_limit=False, required=False)
    cost = fields.ShortText(label="Cost", limit=200, tell_limit=False, required=False)
    taster = fields.YesNo(label="Can you try it once?", required=False)
    host_name = fields.ShortText(label="Who to ask for", limit=100, tell_limit=False, required=False)
    phone = fields.ShortText(label="Telephone", limit=60, tell_limit=False, required=False)
    contact_is_public = fields.Choices(
        label="May anybody have the name and a mobile number?",
        hint="Without a tick, both stay in Kith.",
        choices=[(YES, "Yes, they said so")],
        required=False,
    )
    email = fields.Email(label="Email", required=False)
    url = fields.ShortText(label="Their own page", limit=500, tell_limit=False, required=False)

    def __init__(self, *args, parts: Parts, **kwargs):
        self.slots: list[Slot] = list(parts["schedule"].value)  # type: ignore[call-overload] - the schedule is a tuple
        self.found = {BOX_OF.get(field, field) for field, part in parts.items() if part.is_found}
        kwargs["initial"] = _read(parts) | {"kept_times": [str(number) for number in range(len(self.slots))]}
        super().__init__(*args, **kwargs)
        self.day_read = parse_date(str(parts["date"].value or ""))
        told = [(str(number), kept_words(slot, self.day_read)) for number, slot in enumerate(self.slots)]
        self.fields["kept_times"].choices = told  # type: ignore[attr-defined] - it is a ChoiceField
        for field, part in parts.items():
            if part.is_found:
                self.fields[BOX_OF.get(field, field)].help_text = beside(part)
        if not told:
            del self.fields["kept_times"]

    @property
    def groups(self) -> list[tuple[str, list[BoundField]]]:
        """What was found, under its headings. Of a leaflet on which nothing was read, every box to type in."""
        told = [(title, [self[name] for name in names if self._is_shown(name)]) for title, names in GROUPS.items()]
        return [(title, boxes) for title, boxes in told if boxes]

    @property
    def folded(self) -> list[BoundField]:
        """The boxes of what was not found."""
        names = [name for group in GROUPS.values() for name in group if name in self.fields]
        return [self[name] for name in names if not self._is_shown(name)]

    @property
    def folded_is_open(self) -> bool:
        """Whether something in the fold has to be looked at, or was typed."""
        return any(box.errors or (self.is_bound and box.data) for box in self.folded)

    def _is_shown(self, name: str) -> bool:
        if name not in self.fields:
            return False
        if name == "contact_is_public" and self.found:
            return "host_name" in self.found or is_mobile(str(self.initial["phone"]))
        return name in self.found or name == "name" or not self.found

    def clean_postcode(self) -> str:
        """In capitals with one space. What cannot be read is asked for again."""
        typed = self.cleaned_data["postcode"]
        if typed and not tidy_postcode(typed):
            self.add_error("postcode", "We could not read that as a postcode. Leave it out if you are not sure.")
        return tidy_postcode(typed) or typed

    def clean_url(self) -> str:
        """An address that a browser may open."""
        typed = self.cleaned_data["url"]
        if typed and not url_of(typed):
            self.add_error("url", "We could not read that as a page. Try it like https://club.example.")
        return url_of(typed)

    def clean_phone(self) -> str:
        """A number, with words beside it if need be."""
        if reason := cannot_be_rung(self.cleaned_data["phone"]):
            self.add_error("phone", reason)
        return self.cleaned_data["phone"]

    def clean(self) -> dict:
        """A time of day belongs to a day; what is read beside the day of a one-off is of that weekday."""
        cleaned = super().clean() or self.cleaned_data
        day, last = cleaned.get("on_date"), cleaned.get("apply_by")
        others = [each for each in self._kept() if day is None or each.weekday != day.weekday()]
        for name in ("on_date", "apply_by"):
            if reason := cannot_be_a_day(cleaned.get(name)) or cannot_be_to_come(cleaned.get(name), clock.today()):
                self.add_error(name, reason)
        if reason := cannot_apply_by(last, day):
            self.add_error("apply_by", reason)
        for box, sentence in problems(cleaned, others):
            self.add_error(box, sentence)
        return cleaned

    def listing(self) -> dict:
        """The parts of a new listing, as `put_on_table` takes them. A name and a mobile stay in Kith without a tick."""
        typed = self.cleaned_data
        where = PlaceDetails(typed["place_name"], typed["address"], typed["postcode"])
        has_place = bool(typed["place_name"] or typed["address"] or typed["postcode"])
        told = {"contact_is_public": YES in typed["contact_is_public"], "times": self._times()}
        told["place"] = where if has_place else None
        return {name: typed[name] for name in PLAIN} | told | cost_of(typed["cost"])

    def parts(self) -> dict:
        """The same for a listing that is there: what the leaflet says and no more, so that nothing known is lost."""
        told = {name: value for name, value in self.listing().items() if value not in ("", None, [], (), False)}
        return {name: value for name, value in told.items() if name != "name"}

    def _times(self) -> list[Slot]:
        return with_typed(self._kept(), self.cleaned_data, self.day_read)

    def _kept(self) -> list[Slot]:
        kept = self.cleaned_data.get("kept_times", ())
        return [slot for number, slot in enumerate(self.slots) if str(number) in kept]


def _read(parts: Parts) -> dict:
    """What the boxes say at first. The name of the place stands in a box of its own, and not before its street too."""
    read = {BOX_OF.get(field, field): part.value for field, part in parts.items()}
    place, address = str(read["place_name"]), str(read["address"])
    if place and address.startswith(f"{place},"):
        read["address"] = address.removeprefix(f"{place},").strip()
    return read


def beside(part: Part) -> str:
    """What stands beside a box: where its words come from, and whether they were easy to read."""
    words = part.words if len(part.words) <= LONGEST_WORDS else part.words[:LONGEST_WORDS].rsplit(" ", 1)[0] + "…"
    return f"{'Sure' if part.sure else 'Not sure, please look'}: “{words}”"
