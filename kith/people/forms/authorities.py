"""What is written down of a legal paper."""

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm
from kith.people import authorities


class NewAuthority(KithForm):
    """Who, which paper, what it opens, and for how long."""

    name = fields.ShortText(label="Who is it?", limit=120, tell_limit=False, missing="Please write their name.")
    kind = fields.Choice(label="Which paper?", choices=(), missing="Please choose which paper it is.")
    paper = fields.ShortText(
        label="Where did you see it?",
        hint="Like: the registered copy, with the stamp on each page, at their home.",
        limit=300,
        tell_limit=False,
        missing="Please write where you saw the paper.",
    )
    rows = fields.Choices(label="What may they see?", choices=(), missing="Please choose what the paper opens.")
    starts_on = fields.Day(label="From which day?", today=clock.today)
    ends_on = fields.Day(
        label="Until which day?", hint="Leave this out if the paper names none.", required=False, today=clock.today
    )
    email = fields.Email(
        label="Their email address",
        hint="To sign in with. Leave this out if they need not see anything here.",
        required=False,
    )

    def __init__(self, *args, called: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(each.name, each.title) for each in authorities.kinds().values()]
        self.fields["kind"].widget.hints = {each.name: each.paper for each in authorities.kinds().values()}
        self.fields["rows"].choices = authorities.all_rows()
        for name in ("name", "paper"):
            self.fields[name].seen_by = f"{called} sees this."


class InUse(KithForm):
    """Since when a paper is in use, and why."""

    since = fields.Day(label="Since when?", today=clock.today)
    because = fields.LongText(
        label="Who found that, and how?",
        limit=1_000,
        rows=3,
        missing="Please write who found that, and how.",
    )

    def __init__(self, *args, called: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["because"].seen_by = f"{called} sees this."
