"""What a manager types about a team, and whom they invite."""

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm
from kith.people import kinds
from kith.people.models import Team

from .reaching import DAYS

READS = ("reads_days", "reads_from", "reads_until", "answers_within")
WITHIN = [(str(days), str(days)) for days in (1, 2, 3, 5, 10)]
HINTS = {kind.value: kinds.what_follows(kind.value) for kind in Team.Kind}


class NewTeam(KithForm):
    """A name, and what kind of team it is."""

    name = fields.ShortText(label="What is the team called?", limit=120, tell_limit=False)
    kind = fields.Choice(label="What kind of team is it?", choices=Team.Kind.choices, hints=HINTS)


class Ways(NewTeam):
    """How the team works. Only the name and the kind are needed."""

    reached_at = fields.ShortText(
        label="How people reach you", hint="A number, and when somebody answers.", required=False
    )
    decides = fields.LongText(
        label="What is decided when you meet", rows=2, limit=1000, tell_limit=False, required=False
    )
    does_not_decide = fields.LongText(label="What is not", rows=2, limit=1000, tell_limit=False, required=False)
    decides_said_by = fields.ShortText(
        label="Where this comes from", hint="Like “Service guide, page 4”, or who said it.", required=False
    )
    decides_said_on = fields.Day(label="From which day", required=False, today=clock.today)
    record_headings = fields.LongText(
        label="Headings of your main record",
        hint="One on each line. A copy of what was said is laid out under them.",
        rows=4,
        limit=1000,
        tell_limit=False,
        required=False,
    )

    reads_days = fields.Choices(
        label="On which days do you read messages?", choices=DAYS, look="segments", required=False
    )
    reads_from = fields.TimeOfDay(label="From", hint="Like 9am.", required=False)
    reads_until = fields.TimeOfDay(label="Until", hint="Like 5pm.", required=False)
    answers_within = fields.Choice(
        label="Within how many working days do you answer?", choices=WITHIN, look="segments", required=False
    )

    def outcome(self) -> dict:
        """What was typed, as the action names it. When messages are read stays as it is where nothing was chosen."""
        given = {name: value for name, value in self.cleaned_data.items() if name not in READS}
        reads = {name: self.cleaned_data[name] for name in READS if self.cleaned_data[name]}
        if "reads_days" in reads:
            reads["reads_days"] = sorted(int(day) for day in reads["reads_days"])
        if "answers_within" in reads:
            reads["answers_within"] = int(reads["answers_within"])
        return given | {"reads": reads}

    def clean_record_headings(self) -> list[str]:
        """The lines that say something."""
        return [line.strip() for line in self.cleaned_data["record_headings"].splitlines() if line.strip()]


class InviteWorker(KithForm):
    """A name and an address, and what they do in the team."""

    name = fields.ShortText(label="Their name", limit=120, tell_limit=False, missing="Please write their name.")
    email = fields.Email(label="Their email address", hint="They sign in with it. There is no password.")
    role = fields.Choice(
        label="What will they do?",
        choices=[
            ("works", "Works in the team"),
            ("manages", "Manages the team"),
            ("keeps", "Keeps the table of leaflets"),
        ],
        hints={"keeps": "Sees leaflets alone, and nobody’s notebook. It may be a volunteer."},
        initial="works",
    )
