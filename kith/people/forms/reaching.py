"""How somebody is reached, and how safely. What matters first is three choices; the rest is folded."""

from datetime import time

from kith.design import fields
from kith.design.telling import clock_words
from kith.people.models import ContactWishes, Individual
from kith.people.wish_rules import POST_TO
from kith.people.wishes import WEEKDAYS

from .notebooks import Reach

Channel = Individual.Channel
OWN, WORDS = "own", "words"
TIMES = {"": None, "10": time(10), "12": time(12)}
WHEN = [("", "Any time by day"), ("10", "Not before 10am"), ("12", "From noon on"), (OWN, "Other times")]
SAYS = [("only", "Only that there is something to read"), (WORDS, "What it is about, in words")]
MAY = [
    ("may_leave_voicemail", "A voicemail may be left"),
    ("may_say_who_we_are", "Whoever rings may say who they are"),
    ("links_in_texts", "A text may have a link in it"),
]
DAYS = [(str(day), name.removesuffix("s")) for day, name in enumerate(WEEKDAYS)]
REACH = ("called", "full_name", "email", "phone", "reached_by")
A_TIME = "Please give a time, like 10am. Or choose another answer under “When?”."
READ_AS = "We read this as {ends}, and it begins at {begins}. Please give a later time, like 6pm."
NOON = 12
OTHERS_MAY_READ = "Others may read this. Keep it anyway?"
FOLDS = {
    "where": ("email", "phone", "also", "may"),
    "times": ("safe_from", "safe_until", "safe_days"),
    "others": ("shared",),
    "post": ("post_to", "may_write_there", "print_size", "easy_words", "language_note"),
    "names": ("called", "letter_name", "full_name"),
    "easier": ("easier", "avoid"),
    "worried": ("if_worried",),
}
# Name of the field: as the individual reads it on their own page, and as their worker does.
LABELS = {
    "called": ("What do you like to be called?", "What do they like to be called?"),
    "reached_by": ("How do you like to be reached?", "How do they like to be reached?"),
    "email": ("Your email", "Their email"),
    "phone": ("Your phone", "Their phone"),
    "full_name": ("Your whole name, if it is needed", "Whole name, if you need it"),
    "shared": ("Does somebody else see any of these?", "Does somebody else see any of these?"),
    "post_to": ("Your address, for letters", "Their address, for letters"),
    "easier": ("What makes it easier for you", "What makes it easier, in their words"),
    "avoid": ("What to leave out", "What to leave out, in their words"),
    "if_worried": (
        "Whom would you like us to tell, if we are worried about you?",
        "Whom would they like us to tell, if we are worried?",
    ),
}


def _text(label: str, **more) -> fields.LongText:
    return fields.LongText(label=label, rows=2, limit=1000, tell_limit=False, required=False, no_codes=True, **more)


class HowToReach(Reach):
    """One page of it. `wished()` and `reach()` name what was chosen as the action does."""

    action_tells_of_codes = True
    when = fields.Choice(label="When?", choices=WHEN, look="segments", required=False)
    says = fields.Choice(label="How much may a message say?", choices=SAYS, required=False)
    keep_anyway = fields.Choices(label="Others may read it", choices=[("yes", "Keep it anyway")], required=False)
    also = fields.Choices(label="Safe as well", choices=Channel.choices, look="segments", required=False)
    may = fields.Choices(label="What is all right", choices=MAY, required=False)
    safe_from = fields.TimeOfDay(label="From", hint="Like 10am.", required=False)
    safe_until = fields.TimeOfDay(label="Until", hint="Like 6pm.", required=False)
    safe_days = fields.Choices(
        label="Which days?", choices=DAYS, look="segments", hint="None chosen: every day.", required=False
    )
    shared = fields.Choices(label="", choices=ContactWishes.SHARED, required=False)
    post_to = fields.LongText(label="", rows=3, limit=POST_TO, tell_limit=False, required=False)
    may_write_there = fields.Choices(label="Letters", choices=[("yes", "Letters may go there")], required=False)
    print_size = fields.Choice(
        label="Size on paper", choices=ContactWishes.Size.choices, look="segments", required=False
    )
    easy_words = fields.Choices(label="Words", choices=[("yes", "Short and easy words")], required=False)
    language_note = fields.ShortText(label="Language", hint="Like “Welsh”, or “somebody reads it out”.", required=False)
    letter_name = fields.ShortText(label="Name on letters, if another is safer", required=False)
    if_worried = fields.ShortText(
        label="",
        hint="A name, and how to reach them. You can leave this out.",
        limit=250,
        tell_limit=False,
        required=False,
    )
    easier, avoid = _text("", hint="Like “ring twice”, or “more time”."), _text("")

    def __init__(self, *args, wishes: ContactWishes, is_own: bool, seen_by: dict[str, str], **kwargs):
        self.wishes = wishes
        super().__init__(*args, initial=_as_it_is(wishes), **kwargs)
        for name, labels in LABELS.items():
            if name in self.fields:
                self.fields[name].label = labels[0 if is_own else 1]
        self.fields["called"].seen_by = self.fields["reached_by"].help_text = ""
        self.fields["reached_by"].seen_by = seen_by["name_and_contact"]
        self.fields["easier"].seen_by = seen_by["needs"]
        self.fields["if_worried"].seen_by = seen_by["name_and_contact"]

    def kept_before(self, name: str) -> str:
        """What stood there when the page opened."""
        return self.initial.get(name, "")

    @property
    def opens(self) -> dict[str, bool]:
        """Which folds stand open: something is amiss in them, or belongs to what was chosen."""
        amiss = {fold: any(name in self.errors for name in names) for fold, names in FOLDS.items()}
        return amiss | {"times": amiss["times"] or self["when"].value() == OWN}

    @property
    def asks_anyway(self) -> bool:
        """Whether it is to be asked, or was, that others may read what a message says."""
        return bool(self.errors.get("keep_anyway") or self["keep_anyway"].value())

    def clean(self) -> dict:
        given = super().clean()
        is_new = not self.wishes.others_may_read
        if given.get("says") == WORDS and given.get("shared") and is_new and not given.get("keep_anyway"):
            self.add_error("keep_anyway", OTHERS_MAY_READ)
        has_time = any(given.get(name) or name in self.errors for name in ("safe_from", "safe_until"))
        if given.get("when") == OWN and not has_time:
            self.add_error("safe_from", A_TIME)
        if given.get("when") == OWN:
            self._put_in_order(given)
        return given

    def _put_in_order(self, given: dict) -> None:
        """“2pm” until “4.30” means the afternoon. What cannot be meant is told as it was read."""
        begins, ends = given.get("safe_from"), given.get("safe_until")
        if not begins or not ends or begins < ends:
            return
        is_plain = "am" not in self["safe_until"].value().lower()
        later = ends.replace(hour=ends.hour + NOON) if is_plain and ends.hour < NOON else ends
        if begins < later:
            given["safe_until"] = later
        else:
            self.add_error("safe_until", READ_AS.format(ends=clock_words(ends), begins=clock_words(begins)))

    def reach(self) -> dict:
        """What they are called, and where they are reached."""
        return {name: self.cleaned_data.get(name, "") for name in REACH}

    def wished(self) -> dict:
        """Their wishes."""
        given = self.cleaned_data
        own, liked = given["when"] == OWN, given["reached_by"]
        as_typed = ("shared", "post_to", "print_size", "language_note", "letter_name", "easier", "avoid", "if_worried")
        return {name: given[name] for name in as_typed} | {
            "channels": [liked, *(each for each in given["also"] if each != liked)],
            "safe_from": given["safe_from"] if own else TIMES[given["when"]],
            "safe_until": given["safe_until"] if own else None,
            "safe_days": sorted(int(day) for day in given["safe_days"]),
            "says_words": given["says"] == WORDS,
            "may_write_there": bool(given["may_write_there"]),
            "easy_words": bool(given["easy_words"]),
            **{name: name in given["may"] for name, _ in MAY},
        }


def _as_it_is(wishes: ContactWishes) -> dict:
    """What stands now, as the page asks it."""
    individual = wishes.individual
    reach = {name: getattr(individual, name) for name in REACH}
    plain = ("safe_from", "safe_until", "shared", "post_to", "print_size", "language_note", "letter_name")
    kept = {name: getattr(wishes, name) for name in (*plain, "easier", "avoid", "if_worried")}
    begins = {at: key for key, at in TIMES.items()}.get(wishes.safe_from, OWN)
    return (
        reach
        | kept
        | {
            "when": OWN if wishes.safe_until else begins,
            "says": WORDS if wishes.says_words else "only",
            "also": [each for each in wishes.safe_channels if each != individual.reached_by],
            "may": [name for name, _ in MAY if getattr(wishes, name)],
            "safe_days": [str(day) for day in wishes.safe_days],
            "may_write_there": ["yes"] if wishes.may_write_there else [],
            "easy_words": ["yes"] if wishes.easy_words else [],
        }
    )
