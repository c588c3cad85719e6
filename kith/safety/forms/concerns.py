"""What is typed about a worry: by whoever raises it, and by whoever sees to it."""

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm
from kith.safety.models import Concern

from .shared import FEW_READ, PLACE_READ, WORDS, OneOfSeveral

THEM, ELSE = "them", "else"  # whom a place writes about


class Worry(KithForm):
    """What was seen or heard, of whom, and whether they are safe now."""

    whom = fields.ShortText(
        label="Whom is it about?",
        hint="Their name, or how somebody would know who it is.",
        missing="Please write whom it is about, as well as you know.",
        tell_limit=False,
    )
    saw = fields.LongText(
        label="What did you see or hear?",
        hint="What happened, and when. Where they said something, write it as they said it.",
        missing="Please write what you saw or heard. One line is enough.",
        **WORDS | {"rows": 6},
    )
    safe_now = fields.Choice(
        label="Are they safe now?", choices=Concern.SafeNow.choices, missing="Please choose what you know."
    )
    knows = fields.Choice(
        label="Do they know that you pass this on?",
        hint="Tell them, if that is safe. Please do not promise to keep it a secret.",
        choices=Concern.Knows.choices,
        missing="Please choose what is so.",
    )
    is_about_staff = fields.YesNo(
        label="Is it about somebody who works here?",
        hint="Then the team’s managers do not see it.",
        initial="no",
        missing="Please choose yes or no.",
    )


class WorriedForm(Worry):
    """From a page of somebody’s record it is known whom it is about."""

    def __init__(self, *args, is_named: bool, seen_by: str, **more):
        super().__init__(*args, **more)
        self.fields["saw"].seen_by = seen_by
        if is_named:
            del self.fields["whom"]


class PlaceForm(Worry):
    """The same for a place, in words that tell of no service."""

    about = fields.Choice(
        label="Whom is it about?",
        choices=[(THEM, "The person who would like to come"), (ELSE, "Somebody else")],
        initial=THEM,
        missing="Please choose one of the two.",
    )
    said_by = fields.ShortText(
        label="Your name, and how to reach you",
        hint="You can leave this out. With it, somebody can ask you more.",
        limit=200,
        tell_limit=False,
        required=False,
    )
    field_order = ("about", "whom", "saw", "safe_now", "knows", "is_about_staff", "said_by")

    def __init__(self, *args, worker: str = "", **more):
        """`worker`: the first name of whoever asked the place."""
        super().__init__(*args, **more)
        self.fields["saw"].seen_by = PLACE_READ
        self.fields["whom"].label, self.fields["whom"].required = "If it is somebody else: who?", False
        self.fields["is_about_staff"].label = f"Is it about {worker}, or somebody who works with {worker}?"
        self.fields["is_about_staff"].help_text = "Then they do not read it."

    def clean(self) -> dict:
        """Whom it is about where it is about somebody else, and nobody where it is not."""
        said = super().clean() or self.cleaned_data
        if said.pop("about", THEM) != ELSE:
            said["whom"] = ""
        elif not said.get("whom"):
            self.add_error("whom", "Please write whom it is about, as well as you know.")
        return said


class NoteForm(OneOfSeveral):
    """What was done."""

    seen_by = FEW_READ
    words = fields.LongText(label="What was done?", missing="Please write what was done.", **WORDS)


class PutOnForm(OneOfSeveral):
    """Somebody who can help."""

    user = fields.Choice(label="Who can help with this?", choices=(), missing="Please choose somebody.")

    def __init__(self, *args, who=(), **more):
        super().__init__(*args, **more)
        self.fields["user"].choices = [(each.public_id, each.name) for each in who]


class PassOnForm(OneOfSeveral):
    """To whom outside it was passed on, and what the person knows of it."""

    seen_by, first = FEW_READ, "what"
    to_whom = fields.ShortText(label="To whom?", hint="A name, and where they work.", missing="Please write to whom.")
    what = fields.LongText(label="What did you tell them?", missing="Please write what.", **WORDS)
    on = fields.Day(label="When?", today=clock.today)
    agreed = fields.YesNo(label="Did the person agree?", missing="Please choose yes or no.")
    because = fields.LongText(label="If not: why was it passed on?", required=False, **WORDS | {"rows": 2})
    knows = fields.YesNo(label="Were they told that it was passed on?", missing="Please choose yes or no.")
    unknown_because = fields.LongText(label="If not: why not?", required=False, **WORDS | {"rows": 2})


class ToldForm(OneOfSeveral):
    """When they were told, and what they read from now on."""

    told_on = fields.Day(label="When were they told?", today=clock.today)
    words = fields.LongText(
        label="What do they read about it?",
        hint="Plain words, and nothing about anybody else that is not theirs to know.",
        missing="Please write what they read about it.",
        **WORDS,
    )

    def __init__(self, *args, called: str = "", **more):
        super().__init__(*args, **more)
        self.fields["words"].seen_by = f"{called} sees this." if called else ""


class UntoldForm(OneOfSeveral):
    """Why it is not safe to tell them, and when that is looked at again."""

    seen_by, first = FEW_READ, "because"
    because = fields.LongText(
        label="Why is it not safe to tell them?", missing="Please write why it is not safe to tell them.", **WORDS
    )
    look_again_on = fields.Day(label="When do you look at this again?", hint="Within 90 days.", today=clock.today)


class CloseForm(OneOfSeveral):
    """What was decided."""

    seen_by, first = FEW_READ, "decided"
    decided = fields.LongText(label="What was decided?", missing="Please write what was decided.", **WORDS)
