"""What is typed about information that went astray: by whoever noticed, and by whoever looks into it."""

from datetime import datetime, time

from django.utils import timezone

from kith.access import clock
from kith.design import fields
from kith.design.forms import KithForm
from kith.safety.models import Breach
from kith.safety.queries.touched import Search

from .shared import LEADS_READ, WORDS, OneOfSeveral


def moment_of(day, at: time | None, otherwise: time) -> datetime:
    """A day and an hour as an instant here."""
    return timezone.make_aware(datetime.combine(day, at or otherwise))


class WentWrongForm(KithForm):
    """What happened, and when it was noticed."""

    happened = fields.LongText(
        label="What happened?",
        hint="Whose information it was, if you know. Nobody is blamed for saying so.",
        missing="Please write what happened. One line is enough.",
        seen_by=LEADS_READ,
        **WORDS | {"rows": 5},
    )
    kind = fields.Choice(label="What went wrong?", choices=Breach.Kind.choices, missing="Please choose what fits best.")
    day = fields.Day(label="On which day did you notice?", today=clock.today)
    at = fields.TimeOfDay(label="At about what time?", hint="You can leave this out.", required=False)

    def clean(self):
        given = super().clean()
        if given.get("day"):
            now = timezone.localtime(clock.now())
            is_today = given["day"] == now.date()
            given["noticed_at"] = moment_of(given["day"], given.get("at"), now.time() if is_today else time(0))
        return given


class TouchedForm(OneOfSeveral):
    """Who could have read it, or where it went, from when to when."""

    who = fields.Choice(label="Whose sign-in was it?", choices=(), required=False)
    sent_to = fields.ShortText(
        label="Or: to which address did letters go?",
        hint="An email address or a number, just as it was written.",
        required=False,
        limit=254,
        tell_limit=False,
        no_codes=False,
    )
    first_day = fields.Day(label="From which day?", today=clock.today)
    first_hour = fields.TimeOfDay(label="From what time?", hint="You can leave this out.", required=False)
    last_day = fields.Day(label="To which day?", today=clock.today)
    last_hour = fields.TimeOfDay(label="To what time?", hint="You can leave this out.", required=False)

    def __init__(self, *args, accounts=(), **more):
        super().__init__(*args, **more)
        self.fields["who"].choices = [("", "Nobody’s"), *accounts]

    def search(self) -> Search:
        """What was asked, once it is clean."""
        given = self.cleaned_data
        since = moment_of(given["first_day"], given["first_hour"], time.min)
        until = moment_of(given["last_day"], given["last_hour"], time.max)
        return Search(since, until, given["who"], given["sent_to"].strip())


class DescribeForm(OneOfSeveral):
    """What the Commissioner's form asks besides."""

    seen_by, first = LEADS_READ, "could_come"
    how_many = fields.ShortText(label="About how many people and records?", required=False)
    could_come = fields.LongText(label="What could come of it for them?", required=False, **WORDS)


class CommissionerForm(OneOfSeveral):
    """Whether the Information Commissioner is told."""

    seen_by = LEADS_READ
    told = fields.YesNo(label="Was the Information Commissioner told?", missing="Please choose yes or no.")
    words = fields.LongText(
        label="When and how? Or why not?",
        hint="Later than 72 hours: why it took longer. Not at all: why nobody is likely to be harmed.",
        missing="Please write how, or why not.",
        **WORDS,
    )


class PeopleForm(OneOfSeveral):
    """Whether the people are told whose information it was."""

    seen_by = LEADS_READ
    told = fields.YesNo(label="Were the people told?", missing="Please choose yes or no.")
    words = fields.LongText(
        label="When and how? Or why not?",
        hint="What happened, what could come of it, what we did, and whom they can ask.",
        missing="Please write how, or why not.",
        **WORDS,
    )


class WhatWasDoneForm(OneOfSeveral):
    """What was done about it."""

    seen_by = LEADS_READ
    words = fields.LongText(label="What was done?", missing="Please write what was done.", **WORDS)


class LearntForm(OneOfSeveral):
    """What is different from now on."""

    seen_by, first = LEADS_READ, "learnt"
    learnt = fields.LongText(label="What was learnt?", missing="Please write what was learnt.", **WORDS)
