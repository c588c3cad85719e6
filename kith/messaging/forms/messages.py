"""A message, an answer, what was told on the telephone, and a worker's own short answers."""

from django.utils.text import Truncator

from kith.design import fields
from kith.design.forms import KithForm
from kith.messaging.rules import WORDS_AT_MOST

SHORT = 60
SOMETHING_ELSE = ("", "Something else")


class WriteForm(KithForm):
    """One box, and what it is about where there is something to choose."""

    words = fields.LongText(
        label="Your message",
        rows=4,
        limit=WORDS_AT_MOST,
        tell_limit=False,
        missing="Write a few words first. One line is enough.",
    )
    about = fields.Choice(label="What is it about?", choices=[SOMETHING_ELSE], look="segments", required=False)

    def __init__(self, *args, things, seen_by="", **kwargs):
        super().__init__(*args, **kwargs)
        self.things = {thing.public_id: thing for thing in things}
        self.fields["words"].seen_by = seen_by
        self.fields["about"].choices = [*((key, _named(thing)) for key, thing in self.things.items()), SOMETHING_ELSE]
        if not self.things:
            del self.fields["about"]  # there is nothing to choose

    def what(self) -> dict:
        """What was typed, for the action."""
        return {"words": self.cleaned_data["words"], "about": self.things.get(self.cleaned_data.get("about", ""))}


def _named(thing) -> str:
    """A goal by its name, a step by its words."""
    return getattr(thing, "name", "") or Truncator(thing.words).chars(SHORT)


class ToldForm(WriteForm):
    """The same, told on the telephone or on paper."""

    told_by = fields.ShortText(label="Who told it?", limit=100, tell_limit=False, missing="Please say who told it.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].label = "What was said?"

    def what(self) -> dict:
        return super().what() | {"told_by": self.cleaned_data["told_by"]}


class AnswerForm(KithForm):
    """The worker's own words."""

    reply = fields.LongText(
        label="Your answer", rows=4, limit=WORDS_AT_MOST, tell_limit=False, missing="Write a few words of answer."
    )


class PhraseForm(KithForm):
    """Words to be sent again by one press."""

    phrase = fields.ShortText(
        label="Words you like to answer with",
        limit=300,
        tell_limit=False,
        hint="As you would say it. You send it by one press, and it goes out under your name.",
        missing="Write the words you would like to send again.",
    )
