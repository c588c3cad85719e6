"""The page on which somebody types once, for everybody, when the last bus leaves a place."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design import fields
from kith.design.forms import KithForm
from kith.design.pages import go_to, show
from kith.design.telling import clock_words
from kith.directory import actions
from kith.directory import queries as directory
from kith.directory.last_bus import Buses, Neighbour
from kith.people.doors import anywhere_page

from .buses import Days, bus_words

MORNING, NOON = 4, 12  # hours between which hardly any last bus leaves


class LastBuses(KithForm):
    """One box for each kind of day. What is left empty is not known."""

    week = fields.TimeOfDay(label="Monday to Friday", hint="Such as 9:10pm.", required=False)
    saturday = fields.TimeOfDay(label="Saturday", required=False)
    sunday = fields.TimeOfDay(label="Sunday", required=False)
    none_on = fields.Choices(label="No bus at all", choices=Days.choices, look="segments", required=False)
    words = fields.ShortText(
        label="Which bus, and from where",
        hint="Such as “43 from Mill Lane”.",
        limit=200,
        tell_limit=False,
        required=False,
    )

    def __init__(self, *args, buses: Buses, **kwargs):
        known = {days: bus.leaves for days, bus in buses.items()}
        known["none_on"] = [days for days, bus in buses.items() if bus.leaves is None]
        known["words"] = next((bus.words for bus in buses.values()), "")
        super().__init__(*args, initial=known, **kwargs)

    def clean(self) -> dict:
        """A time or none at all; and nearly every last bus leaves after noon."""
        cleaned = super().clean() or self.cleaned_data
        for days in Days.values:
            at, typed = cleaned.get(days), str(self.data.get(days, "")).casefold()
            if at and days in cleaned.get("none_on", ()):
                self.add_error(days, "Here is a time, and a tick for no bus at all. Which is right?")
            elif at and MORNING <= at.hour < NOON and "am" not in typed:
                self.add_error(days, f"Please write {clock_words(at)} or {clock_words(at)[:-2]}pm.")
        return cleaned

    def noted(self) -> dict:
        """When they leave, and which, as `note_last_buses` takes it."""
        typed = self.cleaned_data
        known = {days: typed[days] for days in Days.values if typed[days]}
        return {"leaves": known | dict.fromkeys(typed["none_on"]), "words": typed["words"]}


def _as_there(same: Neighbour) -> dict:
    """What was found out for a place near by, as old as it is there."""
    every = list(same.buses.values())
    leaves = {bus.days: bus.leaves for bus in every}
    return {"leaves": leaves, "words": every[0].words, "noted_on": every[0].noted_on}


@anywhere_page(Permission.CORRECT_LISTING)
def last_bus(request: HttpRequest, activity: str) -> HttpResponse:
    """Typed once, and shown on every listing at this place."""
    found = directory.activity(activity)
    if found is None or found.place is None:
        raise Http404
    known = directory.last_buses([found]).get(found.pk, {})
    round_here = [] if known else directory.buses_round(found.place)
    same = next((each for each in round_here if each.place.public_id == request.POST.get("same")), None)
    form = LastBuses(request.POST if request.method == "POST" and not same else None, buses=known)
    if same or form.is_valid():
        try:
            actions.note_last_buses(place=found.place, by=request.actor, **(_as_there(same) if same else form.noted()))
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Kept. It stands on everything at this place now.")
            return go_to(request, "local_knowledge:listing", activity=activity)
    page = {"activity": found, "form": form, "round_here": [(each, bus_words(each.buses)) for each in round_here]}
    return show(request, "local_knowledge/last_bus.html", page, status=422 if form.errors else 200)
