"""Filling in a listing bit by bit: the form, and what of it has changed."""

from kith.access import clock
from kith.design import fields
from kith.directory.reading.contact import cost_of, url_of
from kith.directory.reading.entry import PlaceDetails, Slot
from kith.directory.rules import LONGEST, cannot_apply_by, cannot_be_rung
from kith.directory.search.places import tidy_postcode

from . import spans, typed_times
from .filling_more import More, known_of
from .listings import DAYS, WEEKS, cost_words

TEXTS = ("name", "summary", "getting_there", "host_name", "phone", "email", "url", "access_words")
PLACE = ("place_name", "address", "postcode")
OFTEN = (("weekly", "Every week"), ("fortnightly", "Every two weeks"), ("monthly", "Every month"))
A_WEEK = [("", "Not known"), *((str(number), f"The {word}") for number, word in WEEKS.items() if number != 5)]
A_WEEKDAY = [("", "Not known"), *((str(number), day.removesuffix("s")) for number, day in enumerate(DAYS))]


class Fill(More):
    """Everything about one listing that people put right by hand. Nothing is required but its name."""

    name = fields.ShortText(label="Name", limit=LONGEST["name"], tell_limit=False, missing="Please give it a name.")
    summary = fields.LongText(label="What it is", rows=2, limit=500, tell_limit=False, required=False)
    place_name = fields.ShortText(label="Name of the place", hint="The hall, park or café.", required=False)
    address = fields.ShortText(label="Address", required=False)
    postcode = fields.ShortText(label="Postcode", hint="With it we can say how far it is.", required=False)
    getting_there = fields.ShortText(label="How to get there", hint="Such as “Bus 43 to the gate”.", required=False)
    kept_times = fields.Choices(label="Times now", choices=[], hint="Take the tick off what has ended.", required=False)
    weekday = fields.Choice(label="A day to add", choices=A_WEEKDAY, look="segments", required=False)
    starts = fields.TimeOfDay(label="From", required=False)
    ends = fields.TimeOfDay(label="To", required=False)
    frequency = fields.Choice(label="How often", choices=OFTEN, initial="weekly", look="segments", required=False)
    week = fields.Choice(label="Which one in the month", choices=A_WEEK, look="segments", required=False)
    valid_from = fields.Day(label="From this day", hint="Every other week is counted from it.", required=False)
    valid_until = fields.Day(label="Until this day", required=False)
    term_times_only = fields.YesNo(label="Only in school terms?", required=False)
    not_on = fields.Days(
        label="Not on these days", hint="Such as “24 December, 31 December”.", today=clock.today, required=False
    )
    on_date = fields.Day(
        label="Or once, on", hint="Then it is on that day alone, at the hours above, and not each week.", required=False
    )
    cost = fields.ShortText(
        label="What it costs", hint="Such as “Free” or “£3”.", limit=200, tell_limit=False, required=False
    )
    taster = fields.YesNo(label="Can you try it once?", required=False)
    host_name = fields.ShortText(
        label="Who says hello", hint="A first name.", limit=100, tell_limit=False, required=False
    )
    phone = fields.ShortText(label="Telephone", limit=60, tell_limit=False, required=False)
    email = fields.Email(label="Email", required=False)
    url = fields.ShortText(label="Their own page", limit=500, tell_limit=False, required=False)
    access_words = fields.ShortText(label="Getting in", hint="Steps, doors, toilets.", required=False)

    def __init__(self, *args, activity, **kwargs):
        self.activity = activity
        self.slots = [Slot.of(row) for row in activity.times.all()]
        kept = {"kept_times": [str(number) for number in range(len(self.slots))]}
        kwargs["initial"] = _known(activity) | known_of(activity) | spans.known_of(self.slots) | kept
        super().__init__(*args, **kwargs)
        self.say_beside(activity)
        told = [(str(number), typed_times.kept_words(slot, activity.on_date)) for number, slot in enumerate(self.slots)]
        self.fields["kept_times"].choices = told  # type: ignore[attr-defined] - it is a ChoiceField
        if not told:
            del self.fields["kept_times"]

    @property
    def is_not_always(self) -> bool:
        """Whether something is said already of when it does not happen, or has to be looked at again."""
        names = ("on_date", "apply_by", *spans.NAMES)
        return any(self.initial.get(name) or name in self.errors for name in names)

    def clean_postcode(self) -> str:
        """In capitals with one space. What cannot be read is asked for again, unless it stood there before."""
        typed = self.cleaned_data["postcode"]
        tidy = tidy_postcode(typed)
        if typed and not tidy and typed != self.initial["postcode"]:
            self.add_error("postcode", "We could not read that as a postcode. Leave it out if you are not sure.")
        return tidy or typed

    def clean_on_date(self):
        """A day that can be."""
        return self._day("on_date")

    def clean_phone(self) -> str:
        """A number, with words beside it if need be. What stood there before is left as it was."""
        typed = self.cleaned_data["phone"]
        if typed != self.initial["phone"] and (reason := cannot_be_rung(typed)):
            self.add_error("phone", reason)
        return typed

    def clean_url(self) -> str:
        """An address that a browser may open."""
        typed = self.cleaned_data["url"]
        read = url_of(typed)
        if typed and not read:
            self.add_error("url", "We could not read that as a page. Try it like https://club.example.")
        return read

    def clean(self) -> dict:
        """A time of day belongs to a day, and what begins ends later."""
        cleaned = super().clean() or self.cleaned_data
        for box, sentence in typed_times.problems(cleaned, self._kept(), self.activity.on_date):
            self.add_error(box, sentence)
        if reason := cannot_apply_by(cleaned.get("apply_by"), cleaned.get("on_date")):
            self.add_error("apply_by", reason)
        if spans.is_turned_round(cleaned.get("valid_from"), cleaned.get("valid_until")):
            self.add_error("valid_until", "This is before the first day. Please look at the two days again.")
        return cleaned

    def changes(self) -> dict:
        """The parts of the listing that say something else now, as `fill_in` takes them."""
        typed = self.cleaned_data
        parts = {name: typed[name] for name in TEXTS if typed[name] != self.initial[name]}
        if typed["taster"] is not None and typed["taster"] != self.activity.taster:
            parts["taster"] = typed["taster"]
        if typed["on_date"] != self.activity.on_date:
            parts["on_date"] = typed["on_date"]
        if typed["cost"] != self.initial["cost"]:
            parts |= {"cost_words": "", "is_free": None, "price_pence": None} | cost_of(typed["cost"])
        if any(typed[name] != self.initial[name] for name in PLACE):
            parts["place"] = self._place()
        parts = self.with_whether_public(parts | self.more_changes())
        times = self._times()
        return parts if times == self.slots else parts | {"times": times}

    def _place(self) -> PlaceDetails | None:
        name, address, postcode = (self.cleaned_data[part] for part in PLACE)
        if not (name or address or postcode):
            return None
        stays = all(self.cleaned_data[part] == self.initial[part] for part in ("address", "postcode"))
        point = self.activity.place.point if stays and self.activity.place_id else None
        return PlaceDetails(name, address, postcode, *(point or (None, None)))

    def _kept(self) -> list[Slot]:
        kept = self.cleaned_data.get("kept_times", ())
        return [slot for number, slot in enumerate(self.slots) if str(number) in kept]

    def _times(self) -> list[Slot]:
        typed, kept = self.cleaned_data, self._kept()
        often = typed["frequency"] or "weekly"
        week = int(typed["week"]) if typed["week"] and often == "monthly" else None
        times = typed_times.with_typed(kept, typed, self.activity.on_date, often, week)
        return spans.laid_on(times, typed, self.initial)


def _known(activity) -> dict:
    """What the listing says now, as the boxes show it."""
    place = activity.place if activity.place_id else None
    where = (place.name, place.address, place.postcode) if place else ("", "", "")
    known = {name: getattr(activity, name) for name in TEXTS} | dict(zip(PLACE, where, strict=True))
    known["cost"] = "Free" if activity.is_free else activity.cost_words or cost_words(activity)
    return known | {"taster": activity.taster, "on_date": activity.on_date, "frequency": "weekly"}
