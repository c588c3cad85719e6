"""Three choices, each with a sensible start; everything else may stay as it is."""

from django import forms

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm

from . import meeting_up
from .contact_field import Contact
from .going_forms import MeetingUp, ThatMorning
from .models import Introduction, Report
from .wording import first_name

TALKED, NOBODY_ANSWERED = "talked", "none"
CAME_OF_IT = (
    (TALKED, "We talked"),
    (Report.Kind.HOST_YES.value, "Yes, welcome"),
    (Report.Kind.HOST_TURN_UP.value, "Just turn up"),
    (Report.Kind.HOST_NOT_NOW.value, "Not this time"),
    (NOBODY_ANSWERED, "Nobody answered"),
)
CHOICES = ("says", "gets_in_touch", "goes_along")


class Choosing(ThatMorning, MeetingUp):
    """The one page. `to_individual` says whose page it is: the choices are put in their own voice."""

    says = fields.Choice(label="1. What may be said?", choices=Introduction.Says.choices, look="segments")
    gets_in_touch = fields.Choice(label="2. Who gets in touch?", choices=(), look="segments")
    goes_along = fields.Choice(label="3. Who goes along the first time?", choices=(), look="segments")
    number = Contact(label="Which number, or email?", required=False)
    says_we_work_together = fields.Choices(label="If they ask how you know each other", choices=(), required=False)
    names_the_team = fields.Choices(label="While nobody is named", choices=(), required=False)
    helps = fields.Choices(label="What helps: which of these may be said?", choices=(), required=False)
    helps_otherwise = fields.ShortText(
        label="In other words", required=False, limit=200, tell_limit=False, hint="Only if none of them fits."
    )
    host_name = fields.ShortText(label="Who to ask for", required=False, hint="A first name is enough.", limit=100)
    companion = fields.ShortText(
        label="Which friend?", required=False, hint="Their name is not told to anybody.", limit=100
    )
    first_visit_on = fields.Day(label="First visit", required=False, today=clock.today)
    first_visit_time = fields.ShortText(label="At what time, and where?", required=False, limit=100)
    opened_from = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    true_answer = fields.LongText(
        label="A true answer", rows=3, limit=500, tell_limit=False, required=False, no_codes=False
    )

    def __init__(  # noqa: PLR0913 - what the page knows, each by its name
        self,
        *args,
        individual,
        speaker,
        host_name="",
        to_individual=False,
        may_write=False,
        helps=(),
        also=(),
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.also = also
        self.may_be_asked(speaker.first_name if speaker else "A worker", may_write=may_write)
        name = first_name(individual.called)
        worker = speaker.first_name if speaker else "A worker"
        host = first_name(host_name) if host_name else ""
        self.fields["true_answer"].widget.attrs["form"] = "introduce"  # it stands beside the form
        self.fields["gets_in_touch"].choices = _ringers(name, worker, host, to_individual, may_write)
        with_me = f"{worker} works with me" if to_individual else f"I work with {name}"
        self.fields["says_we_work_together"].choices = [("yes", f"It may be said that {with_me}")]
        of_team = f"{worker} is" if to_individual else "I am"
        team = individual.team.name if individual.team else "a team"
        self.fields["names_the_team"].choices = [("yes", f"It may be said that {of_team} with {team}")]
        self.fields["helps"].choices = [(words, words) for words in helps]
        if not helps:
            self.fields["helps_otherwise"].label, self.fields["helps_otherwise"].hint = "What helps?", ""
        self.initial = self.initial | _ticked(self.initial) | _picked(self.initial.get("what_helps") or "", helps)
        self.fields["goes_along"].choices = _companions(name, worker, host, to_individual, meeting_up.as_choices(also))

    def clean_names_the_team(self) -> bool:
        """As with that."""
        return bool(self.cleaned_data["names_the_team"])

    def clean(self):
        """What helps is the lines they picked and their other words, one under the other. With a card nobody gets in
        touch beforehand. Somebody who also works with them is one of the choices of who goes along."""
        chosen = super().clean()
        lines = [*chosen.get("helps", []), chosen.get("helps_otherwise", "")]
        chosen["what_helps"] = "\n".join(" ".join(line.split()) for line in lines if line.strip())
        if chosen.get("says") == Introduction.Says.NOTHING:
            chosen["gets_in_touch"] = Introduction.GetsInTouch.INDIVIDUAL.value
            chosen["still_on"] = ""
        return chosen | meeting_up.as_chosen(chosen.get("goes_along", ""), self.also)

    def clean_says_we_work_together(self) -> bool:
        """Chosen or not: it is never chosen for them."""
        return bool(self.cleaned_data["says_we_work_together"])

    @property
    def about_the_visit(self) -> bool:
        """Whether something about the first visit is to be looked at again."""
        return any(self[name].errors for name in ("first_visit_on", "first_visit_time", "companion"))


class Beside(KithForm):
    """A form that stands beside others on one page: its ids begin with its own name."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id=f"{type(self).__name__.lower()}_%s", **kwargs)


class Call(Beside):
    """What the host said when rung."""

    words = fields.LongText(label="What they said", rows=3, required=False)
    answer = fields.Choice(
        label="What came of it?", choices=CAME_OF_IT, required=False, look="segments", initial=TALKED
    )
    welcoming = fields.Choices(
        label="For the team",
        choices=[("yes", "They were welcoming")],
        hint="The team will see this, and never who went.",
        required=False,
    )
    spoke_with = fields.ShortText(label="Who it was", required=False, limit=100, tell_limit=False)
    asked = fields.LongText(label="What you asked besides", rows=2, limit=2000, tell_limit=False, required=False)
    took_part = fields.Choice(label="Who talked with them?", choices=(), required=False, look="segments")

    def __init__(self, *args, host_name="", talkers=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["took_part"].choices = talkers
        if host_name:
            self.fields["words"].label = f"What {first_name(host_name)} said"

    @property
    def said(self) -> dict:
        """What `note_call` takes."""
        told = self.cleaned_data
        ground = {name: told[name] for name in ("spoke_with", "asked", "took_part")}
        return ground | {
            "words": told["words"],
            "welcoming": bool(told["welcoming"]),
            "is_answered": told["answer"] != NOBODY_ANSWERED,
            "they_said": told["answer"] if told["answer"] in Report.Kind.values else "",
        }

    def clean(self):
        """One of the three is enough: words, a tick for their welcome, or what came of it."""
        told = super().clean()
        came_of_it = told.get("answer") not in ("", TALKED)
        if not self.errors and not came_of_it and not any(told.get(name) for name in ("words", "welcoming")):
            self.add_error("words", "Please write what they said, or choose what came of it.")
        return told


class HowItWent(Beside):
    """One tap, and a box for whoever would like to say more."""

    words = fields.LongText(label="Say more, if you like", rows=2, limit=5000, tell_limit=False, required=False)


class Visit(MeetingUp, Beside):
    """Another day for the first visit, and who goes along then."""

    on = fields.Day(label="First visit", today=clock.today)
    time = fields.ShortText(label="At what time, and where?", required=False, limit=100)
    to_bring = fields.ShortText(label="What to bring", required=False, limit=200, tell_limit=False)
    goes_along = fields.Choice(label="Who goes along?", choices=(), required=False, look="segments")

    def __init__(self, *args, companions=(), also=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.also = also
        self.fields["goes_along"].choices = companions

    @property
    def planned(self) -> dict:
        """What `plan_visit` takes. Who goes along is left as it is where nothing was chosen."""
        told = dict(self.cleaned_data)
        goes = told.pop("goes_along")
        return told | (meeting_up.as_chosen(goes, self.also) if goes else {})


class HostAnswer(Beside):
    """The box of whoever holds a link; which answer it is, is the button they press."""

    words = fields.LongText(
        label="A few words, if you like",
        rows=2,
        limit=500,
        tell_limit=False,
        required=False,
    )

    def __init__(self, *args, worker: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].help_text = f"{worker} reads this." if worker else ""


def _ticked(initial: dict) -> dict:
    """What was chosen or not, as a box that is ticked or not."""
    return {name: ["yes"] if initial.get(name) else [] for name in ("says_we_work_together", "names_the_team")}


def _picked(what_helps: str, helps) -> dict:
    """Lines that were picked before; whatever is not among them was put in other words."""
    lines = what_helps.splitlines()
    known = {" ".join(words.split()): words for words in helps}
    others = "; ".join(line for line in lines if line not in known)
    return {"helps": [known[line] for line in lines if line in known], "helps_otherwise": others}


def _ringers(name: str, worker: str, host: str, to_individual: bool, may_write: bool) -> list[tuple[str, str]]:
    who = Introduction.GetsInTouch
    them = host or "them"
    rings = f"{worker} rings {them} first" if to_individual else f"I ring {them} first"
    return [
        (who.WORKER_RINGS, rings),
        (who.INDIVIDUAL, "I do" if to_individual else f"{name} does"),
        (who.TOGETHER, "We do it together"),
        *([(who.WORKER_WRITES, f"{worker} writes to {them}" if to_individual else f"I write to {them}")] * may_write),
    ]


def companions_of(introduction: Introduction, also, *, to_individual: bool) -> list[tuple[str, str]]:
    """Who may go along, for the form of the day."""
    worker = introduction.partnership.user.first_name if introduction.partnership else "A worker"
    host = first_name(introduction.host_name) if introduction.host_name else ""
    name = first_name(introduction.individual.called)
    return _companions(name, worker, host, to_individual, meeting_up.as_choices(also))


def _companions(
    name: str, worker: str, host: str, to_individual: bool, also: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    who = Introduction.GoesAlong
    meets = f"meets {'me' if to_individual else name} there"
    return [
        (who.NOBODY, "Nobody, I am fine" if to_individual else f"Nobody, {name} is fine"),
        (who.HOST, f"{host or 'Somebody'} {meets}"),
        (who.WORKER, worker),
        *also,
        (who.FRIEND, "A friend"),
    ]
