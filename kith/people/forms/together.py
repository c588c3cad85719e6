"""What is typed about who works with an individual."""

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm


class Somebody(KithForm):
    """One of the team."""

    who = fields.Choice(label="Who?", choices=(), missing="Please choose who.")

    def __init__(self, *args, users, **kwargs):
        super().__init__(*args, **kwargs)
        self.users = {user.public_id: user for user in users}
        self.fields["who"].choices = [(key, user.name) for key, user in self.users.items()]

    @property
    def chosen(self):
        """The account that was chosen."""
        return self.users[self.cleaned_data["who"]]


class FromTheTeam(Somebody):
    """Somebody of the team who works with them as well."""

    role_words = fields.ShortText(
        label="What do they do?",
        hint="Like support worker, peer or volunteer.",
        limit=120,
        tell_limit=False,
        required=False,
    )


class FromOutside(KithForm):
    """Somebody else, by email. The individual is asked first."""

    name = fields.ShortText(label="Their name", limit=120, tell_limit=False, missing="Please write their name.")
    email = fields.Email(label="Their email address", hint="They get one short letter with no names in it.")
    role_words = fields.ShortText(
        label="What do they do?",
        hint="Like support worker, peer or volunteer.",
        limit=120,
        tell_limit=False,
        required=False,
    )
    agreed = fields.Choices(label="Were they asked?", choices=(), missing="Please ask first, then choose this.")

    def __init__(self, *args, called: str, **kwargs):
        super().__init__(*args, auto_id="outside_%s", **kwargs)
        self.fields["agreed"].label = f"Was {called} asked?"
        self.fields["agreed"].choices = [("yes", f"{called} said yes to this")]


class Cover(Somebody):
    """Somebody of the team who covers, and until when."""

    until = fields.Day(label="Until when?", hint="Two weeks at most.", today=clock.today)
