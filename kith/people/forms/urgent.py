"""What is typed about a look in an emergency."""

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm
from kith.people import urgent
from kith.people.models import UrgentLook


class FindExactly(KithForm):
    """A whole name: nobody is found by a part of one."""

    called = fields.ShortText(
        label="What are they called?",
        hint="The whole name, as it is written in their notebook.",
        limit=200,
        tell_limit=False,
        no_codes=False,
        missing="Please write their name.",
    )


class WhyNow(KithForm):
    """A reason from the list, and the writer's own words."""

    reason = fields.Choice(label="Why now?", choices=UrgentLook.Reason.choices, missing="Please choose what fits best.")
    words = fields.LongText(
        label="What happened, and why can it not wait?",
        hint=f"A sentence or two: {urgent.AT_LEAST} letters or more.",
        limit=1_000,
        rows=3,
        missing="Please say what happened, and why it cannot wait.",
    )

    def __init__(self, *args, called: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].seen_by = f"{called} sees this."


class GoneOver(KithForm):
    """What whoever went over it found."""

    found = fields.Choice(label="What did you find?", choices=UrgentLook.Found.choices, missing="Please choose one.")
    found_words = fields.LongText(label="Anything to add", limit=2_000, rows=3, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["found_words"].seen_by = "Managers of the team and the rights lead see this."


class TellLater(KithForm):
    """A later day on which the individual is told, and why it is safer."""

    until = fields.Day(
        label="On which day are they told?",
        hint=f"{urgent.LATEST.days} days after the look at the latest.",
        today=clock.today,
    )
    because = fields.LongText(
        label="Why is it safer to tell them later?",
        limit=1_000,
        rows=3,
        missing="Please say why it is safer to tell them later.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["because"].seen_by = "Managers of the team and the rights lead see this."
