"""What somebody chooses for their calendar; and who a plan is taken for."""

from kith.design import fields
from kith.design.forms import KithForm

from .models import Feed

NAMES = {"yes": "Such as “Calder Park Run”. Whoever sees your screen sees it too."}


class FeedForm(KithForm):
    """Two choices; as it is made, it names nothing and reminds of nothing."""

    names_places = fields.Choice(
        label="Names of places",
        choices=[("no", "Leave them out"), ("yes", "Put them in")],
        hints=NAMES,
    )
    reminder = fields.Choice(
        label="Shall it remind you?",
        choices=[("", "No"), *((str(value), words) for value, words in Feed.Reminder.choices)],
        look="segments",
        required=False,
    )

    @classmethod
    def for_feed(cls, feed: Feed, data=None) -> "FeedForm":
        names = "yes" if feed.names_places else "no"
        return cls(data, initial={"names_places": names, "reminder": str(feed.reminder or "")})

    def chosen(self) -> dict:
        """As `choose_for_feed` takes it."""
        reminder = self.cleaned_data["reminder"]
        return {
            "names_places": self.cleaned_data["names_places"] == "yes",
            "reminder": int(reminder) if reminder else None,
        }


class TakeForm(KithForm):
    """Who somebody else takes a plan for."""

    for_whom = fields.ShortText(label="Who is it for?", missing="Please say who it is for.")

    def __init__(self, *args, called: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["for_whom"].help_text = f"Such as “the surgery in Calderford”. {called} reads this."
