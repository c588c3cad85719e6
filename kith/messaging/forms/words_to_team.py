"""What anybody types to tell the team something. Only the words are needed."""

from kith.design import fields
from kith.design.forms import KithForm
from kith.messaging.rules import WORDS_AT_MOST
from kith.people.models import Share

SOMEBODY_ELSE = "else"
READ_BY = "Somebody of the team reads this. The person may read it too, one day."


class TellForm(KithForm):
    """`shares`: whoever lets the visitor see something, so that they can be chosen by name."""

    whom = fields.Choice(label="Whom is it about?", choices=(), required=False)
    about_whom = fields.ShortText(
        label="Whom is it about?", hint="Their name, as you know them, and where they live if you know.", required=False
    )
    words = fields.LongText(
        label="What would you like to say?",
        seen_by=READ_BY,
        limit=WORDS_AT_MOST,
        tell_limit=False,
        rows=5,
        missing="Write what you would like to say. One line is enough.",
    )
    teller = fields.ShortText(
        label="Your name", hint="You can leave this out.", limit=100, tell_limit=False, required=False
    )
    reached_at = fields.ShortText(
        label="How can somebody reach you?",
        hint="A number or an email address. You can leave this out.",
        limit=250,
        tell_limit=False,
        required=False,
    )

    def __init__(self, *args, shares: list[Share], name: str = "", **kwargs):
        super().__init__(*args, initial={"teller": name}, **kwargs)
        self.shares = {share.public_id: share for share in shares}
        if not shares:
            del self.fields["whom"]
            return
        names = [(key, share.individual.called) for key, share in self.shares.items()]
        self.fields["whom"].choices = [*names, (SOMEBODY_ELSE, "Somebody else")]
        self.fields["about_whom"].label = "If it is somebody else: who?"

    def said(self) -> dict:
        """For the action."""
        given = dict(self.cleaned_data)
        return {"share": self.shares.get(given.pop("whom", ""))} | given
