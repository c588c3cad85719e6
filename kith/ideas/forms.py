"""What is asked of the table: one box, and a few filters that are all optional. And the name of a place."""

from django.http import QueryDict

from kith.design import fields
from kith.design.forms import KithForm
from kith.directory import queries as directory

from .rules import LONGEST_PLACE
from .table import Asked

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ONLY = {"free": "Free", "once": "Try it once", "ordinary": "Not a health service"}
REACH = {"walk": ("A walk away", 1.0), "2": ("Within 2 miles", 2.0), "5": ("Within 5 miles", 5.0)}
LONGEST = 300  # letters that are looked for
KEPT = LONGEST + 1  # letters that an address carries, so that it can be told that there were more
READ = 10_000  # letters in which words about harm are looked for
HELP = "help"  # in the address instead of what was typed with words about harm: a mark
MARK = 8  # letters of it
OFF, OFF_OF = "off", "off_of"  # in the address: what was understood and is not meant, and of which words
MOST_OFF = 40


def address_of(typed: QueryDict) -> str:
    """Where what was typed leads: a page that can be gone back to. Words that are of harm were taken out before."""
    said, address = typed.get("q", "").strip(), QueryDict(mutable=True)
    address.setlist("q", [said[:KEPT]] if said else [])
    address.setlist(HELP, [typed[HELP][:MARK]] if typed.get(HELP) and not said else [])
    for name in ("only", "reach", "day", OFF, OFF_OF):
        address.setlist(name, [value for value in typed.getlist(name) if value])
    return f"?{address.urlencode()}" if any(address.values()) else ""


class Look(KithForm):
    """Everything it says stands in the address, so a page can be gone back to."""

    q = fields.ShortText(label="What would be good to do?", required=False, limit=None, no_codes=False)
    only = fields.Choices(label="Only", choices=list(ONLY.items()), look="segments", required=False)
    reach = fields.Choice(
        label="How far",
        choices=[("", "Anywhere"), *((value, words) for value, (words, _) in REACH.items())],
        look="segments",
        required=False,
    )
    day = fields.Choices(
        label="On a day", choices=list(zip(DAYS, DAY_NAMES, strict=True)), look="segments", required=False
    )

    def __init__(self, *args, has_place: bool, **kwargs):
        super().__init__(*args, auto_id="look_%s", **kwargs)
        if not has_place:
            del self.fields["reach"]

    def asked(self, surprise: str = "", *, away: bool = False) -> Asked:
        """What was asked; what could not be read counts as not asked."""
        cleaned = self.cleaned_data if self.is_bound and self.is_valid() else {}
        if not cleaned and self.is_bound:
            cleaned = {"q": str(self.data.get("q", ""))}
        said = cleaned.get("q", "").strip()
        only = cleaned.get("only", ())
        return Asked(
            words=said[:LONGEST],
            was_long=len(said) > LONGEST,
            help_first=self.is_bound and (HELP in self.data or directory.asks_for_help(said[:READ])),
            free="free" in only,
            tasters="once" in only,
            ordinary="ordinary" in only,
            within=REACH.get(cleaned.get("reach", ""), ("", None))[1],
            days=frozenset(DAYS.index(day) for day in cleaned.get("day", ())),
            surprise=surprise[:LONGEST],
            away=away,
            taken_off=self._taken_off(cleaned.get("q", "")),
        )

    def _taken_off(self, words: str) -> frozenset[str]:
        """What is not meant of what was understood; other words are understood afresh."""
        if not self.is_bound or self.data.get(OFF_OF, "") != words:
            return frozenset()
        return frozenset(self.data.getlist(OFF)[:MOST_OFF])

    def narrowed(self, address: QueryDict) -> list[tuple[str, str]]:
        """Each filter that is on: its words, and the address without it. The words typed stay."""
        cleaned = self.cleaned_data if self.is_bound and self.is_valid() else {}
        on = [("only", value, ONLY[value]) for value in cleaned.get("only", ())]
        reach = cleaned.get("reach", "")
        on += [("reach", reach, REACH[reach][0])] if reach else []
        on += [("day", value, f"{DAY_NAMES[DAYS.index(value)]}s") for value in cleaned.get("day", ())]
        return [(words, _without(address, name, value)) for name, value, words in on]


def _without(address: QueryDict, name: str, value: str) -> str:
    rest = address.copy()
    rest.setlist(name, [each for each in rest.getlist(name) if each != value])
    return f"?{rest.urlencode()}"


class Name(KithForm):
    """A place with nothing but its name."""

    name = fields.ShortText(
        label="What is it called?",
        hint="The name is enough. The rest can come bit by bit.",
        limit=LONGEST_PLACE,
        tell_limit=False,
        missing="Please give it a name.",
    )


class NewPlace(Name):
    """The same; and where somebody who knows the place round was asked, who it was and what they said."""

    whom = fields.ShortText(
        label="Who was asked?",
        hint="The place, such as “Calderford library”. Everybody here reads it.",
        limit=100,
        tell_limit=False,
        required=False,
    )
    words = fields.ShortText(
        label="What did they say?", hint="Of the place alone.", limit=300, tell_limit=False, required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].required = not str(self.data.get("whom", "")).strip()
        self.fields["name"].widget.is_required = False

    @property
    def is_heard_of(self) -> bool:
        """Whether the folded part is to be open."""
        return bool(self["whom"].value() or self["words"].value() or self["whom"].errors or self["words"].errors)


class KnownPlace(KithForm):
    """A place that somebody knows, in their words."""

    words = fields.LongText(
        label="What is it, and where?",
        hint="A name is enough, such as “Chess at the Crown”.",
        limit=LONGEST_PLACE,
        rows=2,
        tell_limit=False,
        missing="Please say what it is. A name is enough.",
    )

    def __init__(self, *args, seen_by: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].seen_by = seen_by  # type: ignore[attr-defined] - every field of ours has it
