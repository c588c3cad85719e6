"""What a worker types to open a notebook, and to invite the person it is about."""

from django import forms

from kith.design import fields
from kith.design.forms import KithForm
from kith.people.models import Individual

Channel = Individual.Channel
SEEN_BY = "The person, you and the team’s manager see this."


class Reach(KithForm):
    """What they like to be called, and how they are reached. Only the name is needed."""

    called = fields.ShortText(
        label="What do they like to be called?", seen_by=SEEN_BY, missing="Any name they like will do."
    )
    reached_by = fields.Choice(
        label="How do they like to be reached?",
        choices=Channel.choices,
        look="segments",
        required=False,
        hint="Somebody who is not online can have all of this too.",
    )
    email = fields.Email(label="Email, if they have one", required=False, max_length=254)
    phone = fields.Phone(label="Phone, if they have one", required=False)
    full_name = fields.ShortText(label="Whole name, if you need it", required=False)

    def __init__(self, *args, has_account=False, **kwargs):
        super().__init__(*args, **kwargs)
        if has_account:
            del self.fields["email"]  # they sign in with it

    def clean_reached_by(self) -> str:
        """Nothing chosen: in person, which always works."""
        return self.cleaned_data["reached_by"] or Channel.IN_PERSON


class NewNotebook(Reach):
    """A new notebook, in one of the worker’s teams."""

    team = fields.Choice(label="In which team?", choices=(), look="segments")
    opened_from = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args, teams, **kwargs):
        super().__init__(*args, **kwargs)
        self.teams = {team.public_id: team for team in teams}
        self.fields["team"].choices = [(key, team.name) for key, team in self.teams.items()]
        if len(self.teams) == 1:
            del self.fields["team"]  # there is nothing to choose

    def about(self) -> dict:
        """What was typed, for the action."""
        typed = self.cleaned_data | {"team": self.cleaned_data.get("team") or next(iter(self.teams))}
        return typed | {"team": self.teams[typed["team"]]}


class Invite(KithForm):
    """The address they will sign in with."""

    email = fields.Email(
        label="Their email address", hint="They sign in with it. There is no password.", max_length=254
    )
