"""What is known of few listings only: the boxes that lie folded, and what of them has changed."""

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm
from kith.directory import queries as directory
from kith.directory.models import Audience, Setting
from kith.directory.rules import cannot_be_a_day, cannot_be_to_come

TEXTS = ("what_to_expect", "form_asks", "kit_words", "travel_words")
CHOICES = ("audience", "setting")
TICKS = ("contact_is_public", "keep_to_ourselves")
FOLDS = {
    "whom": ("audience", "what_to_expect", "form_asks"),
    "setting": ("setting",),
    "costs": ("kit_words", "travel_words", "needs_funding"),
    "ours": ("keep_to_ourselves",),
}
WHOM = (
    (Audience.UNKNOWN, "Not known"),
    (Audience.MAINSTREAM, "Everybody"),
    (Audience.SPECIALIST, "People with something in common"),
    (Audience.MIXED, "Both"),
)
WHERE = (
    (Setting.UNKNOWN, "Not known"),
    (Setting.PLACE, "At a place"),
    (Setting.REMOTE, "Online or by telephone"),
    (Setting.HOME, "They come to you"),
)
YES = "yes"
GIVEN_OUT = "The list it came from gives them out. What you type anew stays in Kith without a tick."


class More(KithForm):
    """The boxes. Needs `activity` on the form."""

    organisation = fields.ShortText(label="Who runs it", limit=300, tell_limit=False, required=False)
    audience = fields.Choice(label="Who is it for?", choices=WHOM, look="segments", required=False)
    what_to_expect = fields.LongText(
        label="What to expect", hint="Such as “Tea first. Nobody has to talk”.", rows=2, limit=1000, required=False
    )
    form_asks = fields.LongText(
        label="What their form asks",
        hint="Such as “A doctor’s name, and whom to ring”. Then nobody meets it unprepared.",
        rows=2,
        limit=1000,
        required=False,
    )
    setting = fields.Choice(label="Where does it happen?", choices=WHERE, look="segments", required=False)
    apply_by = fields.Day(label="Put a name down by", hint="After that day this leaves the table.", required=False)
    kit_words = fields.ShortText(
        label="What to buy first", hint="Such as “Gloves, £5”.", limit=200, tell_limit=False, required=False
    )
    travel_words = fields.ShortText(
        label="Fares there and back", hint="Such as “Bus, £4”.", limit=200, tell_limit=False, required=False
    )
    needs_funding = fields.YesNo(label="Does it need funding?", required=False)
    contact_is_public = fields.Choices(
        label="May anybody have the name and a mobile number?",
        hint="Without a tick, both stay in Kith. Other programs read only a landline.",
        choices=[(YES, "Yes, they said so")],
        required=False,
    )
    keep_to_ourselves = fields.Choices(
        label="Keep this one to ourselves",
        hint="It stays on our table. It is left out of all that other programs read.",
        choices=[(YES, "Keep it to ourselves")],
        required=False,
    )

    def say_beside(self, activity) -> None:
        """What its text says of where it happens; and that its list gives out a number already, as an empty tick
        beside that would be misread."""
        for found in directory.unsure_about(activity):
            if found.field == "setting":
                self.fields["setting"].help_text = f"Its text says “{found.words}”."
        if activity.contact_is_public and not self.initial["contact_is_public"]:
            self.fields["contact_is_public"].help_text = GIVEN_OUT

    def opens(self) -> dict[str, bool]:
        """Which folds lie open: those that say something already, or have to be looked at again."""
        return {fold: any(self._says(name) for name in names) for fold, names in FOLDS.items()}

    def _says(self, name: str) -> bool:
        said = self.initial.get(name)
        is_asked = name == "setting" and bool(self.fields[name].help_text)
        return is_asked or name in self.errors or said not in (None, "", [], "unknown")

    def clean_apply_by(self):
        """A day that can be."""
        return self._day("apply_by")

    def _day(self, name: str):
        """A day that can be, and that is still to come where it is new."""
        day = self.cleaned_data[name]
        is_new = day != self.initial.get(name)
        if reason := cannot_be_a_day(day) or (cannot_be_to_come(day, clock.today()) if is_new else None):
            self.add_error(name, reason)
            return None
        return day

    def more_changes(self) -> dict:
        """The parts that say something else now, as `fill_in` takes them."""
        typed, before = self.cleaned_data, self.initial
        parts = {name: typed[name] for name in (*TEXTS, "organisation") if typed[name] != before[name]}
        parts |= {name: typed[name] for name in CHOICES if typed[name] and typed[name] != before[name]}
        if typed["needs_funding"] is not None and typed["needs_funding"] != before["needs_funding"]:
            parts["needs_funding"] = typed["needs_funding"]
        if typed["apply_by"] != before["apply_by"]:
            parts["apply_by"] = typed["apply_by"]
        return parts | {name: YES in typed[name] for name in TICKS if typed[name] != before[name]}

    def with_whether_public(self, parts: dict) -> dict:
        """Beside a new name or number stands what the tick says."""
        is_new = not {"host_name", "phone"}.isdisjoint(parts)
        return parts | {"contact_is_public": YES in self.cleaned_data["contact_is_public"]} if is_new else parts


def known_of(activity) -> dict:
    """What the listing says now. That a source gives a number out ticks nothing for the number somebody types next."""
    known = {name: getattr(activity, name) for name in (*TEXTS, *CHOICES, "apply_by", "needs_funding")}
    is_said_here = activity.source_id is None or activity.overlays.filter(field="contact_is_public").exists()
    ticks = {
        "contact_is_public": activity.contact_is_public and is_said_here,
        "keep_to_ourselves": activity.keep_to_ourselves,
    }
    run_by = activity.organisation.name if activity.organisation_id else ""
    return known | {name: [YES] if on else [] for name, on in ticks.items()} | {"organisation": run_by}
