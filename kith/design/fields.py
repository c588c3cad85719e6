"""Form fields in Kith's pattern: label above, who sees it beside the label, hint under it, calm errors.

Every field takes `seen_by` (words such as "Greg sees this"), `seen_only=True` when the words say that few
see it, `hint`, and `missing` (the sentence when nothing was given). As in Django, a field is required
unless `required=False`.
"""

import re
from datetime import time

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from kith.design import phones
from kith.design.days import read_day
from kith.design.telling import clock_words
from kith.design.times import read_time
from kith.design.widgets import Checkboxes, DayInput, Radios

SHORT = 200
LONG = 10_000
UNSEEN = "\x00"  # no keyboard has it and no page shows it, so nobody could take it out of a box again
WORTH_TELLING = 1_000  # nobody comes near a longer limit, and its number is one thing more to read


class InPattern:
    """What every field of ours shares: who sees it, a hint, and the sentence for nothing given."""

    def __init__(self, *, seen_by="", seen_only=False, hint="", missing="", **kwargs):
        self.seen_by = seen_by
        self.seen_only = seen_only
        messages = {"required": missing or self.words_for_missing()} | kwargs.pop("error_messages", {})
        super().__init__(help_text=hint, error_messages=messages, **kwargs)

    def clean(self, value):
        return super().clean(value.replace(UNSEEN, "") if isinstance(value, str) else value)

    def words_for_missing(self):
        return _("Please write something here.")


class WithLimit(InPattern):
    """Text with a limit that is told before, and checked without losing what was typed. The form asks once
    before it keeps what looks like a code to get in; `no_codes=False` is for boxes that hold no words about anybody."""

    def __init__(self, *, limit, tell_limit, hint="", no_codes=True, **kwargs):
        self.limit = limit
        self.no_codes = no_codes
        told = _("Up to %(limit)s letters.") % {"limit": f"{limit:,}"} if tell_limit and limit <= WORTH_TELLING else ""
        super().__init__(hint=" ".join(filter(None, [hint, told])), **kwargs)

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")

    def validate(self, value):
        super().validate(value)
        if len(value) > self.limit:
            raise ValidationError(self.words_for_long(len(value)), code="too long")

    def words_for_long(self, length):
        told = {"length": f"{length:,}", "limit": f"{self.limit:,}"}
        return _("This is %(length)s letters, and %(limit)s fit here. All of it is still in the box.") % told

    def widget_attrs(self, widget):
        return super().widget_attrs(widget) | {"data-limit": str(self.limit)}


class ShortText(WithLimit, forms.CharField):
    """One line. `limit` in letters (200 unless told); the hint names it only when you set it."""

    def __init__(self, *, limit=None, tell_limit=None, **kwargs):
        tells = limit is not None if tell_limit is None else tell_limit
        super().__init__(limit=limit or SHORT, tell_limit=tells, **kwargs)


class LongText(WithLimit, forms.CharField):
    """A box of several lines. `limit` in letters (10,000 unless told), `rows` its height."""

    widget = forms.Textarea

    def __init__(self, *, limit=LONG, rows=4, tell_limit=True, **kwargs):
        super().__init__(limit=limit, tell_limit=tell_limit, **kwargs)
        self.widget.attrs["rows"] = rows


class Day(InPattern, forms.Field):
    """A date, picked or typed in words. `today` is a callable, for the year that was not typed."""

    widget = DayInput

    def __init__(self, *, today=timezone.localdate, **kwargs):
        self.today = today
        super().__init__(**kwargs)

    def words_for_missing(self):
        return _("Please give a day, like 24 November 2026.")

    def to_python(self, value):
        if not value or hasattr(value, "isoformat"):
            return value or None
        day = read_day(str(value), self.today())
        if day is None:
            raise ValidationError(_("We could not read that as a day. Try it like 24 November 2026."))
        return day


class Days(InPattern, forms.CharField):
    """A few days in one box, with commas between them; cleaned to a list of dates, in order and each once."""

    def __init__(self, *, today=timezone.localdate, most=40, **kwargs):
        self.today = today
        self.most = most
        super().__init__(**kwargs)

    def words_for_missing(self):
        return _("Please give a day, like 24 November 2026.")

    def clean(self, value):
        parts = [part for part in re.split(r"[,;\n]+| and ", super().clean(value)) if part.strip()]
        found = [read_day(part.strip(), self.today()) for part in parts]
        unread = [part.strip() for part, day in zip(parts, found, strict=True) if day is None]
        if unread:
            told = {"words": unread[0][:40]}
            raise ValidationError(_("We could not read “%(words)s” as a day. Try it like 24 December.") % told)
        if len(found) > self.most:
            raise ValidationError(
                _("These are %(count)s days, and %(most)s fit here.") % {"count": len(found), "most": self.most}
            )
        return sorted(set(found))

    def prepare_value(self, value):
        """As somebody would write them."""
        return (
            value if isinstance(value, str) or value is None else ", ".join(f"{day.day} {day:%B %Y}" for day in value)
        )


class TimeOfDay(InPattern, forms.CharField):
    """A time of day, typed as people say it; cleaned to a time, or None when nothing was given."""

    def words_for_missing(self):
        return _("Please give a time, like 2pm.")

    def clean(self, value):
        typed = super().clean(value)
        found = read_time(typed)
        if typed and found is None:
            raise ValidationError(_("We could not read that as a time. Try it like 2pm or 14:30."))
        return found

    def prepare_value(self, value):
        return clock_words(value) if isinstance(value, time) else value


class Email(InPattern, forms.EmailField):
    """An email address."""

    def __init__(self, **kwargs):
        words = _("This does not look like a whole email address. Try it like name@place.example.")
        super().__init__(error_messages={"invalid": words, "max_length": words}, **kwargs)
        self.widget.attrs["autocomplete"] = "email"

    def words_for_missing(self):
        return _("Please write an email address.")


class Phone(InPattern, forms.CharField):
    """A telephone number; cleaned to the international form, "" when nothing was given."""

    widget = forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel"})

    def words_for_missing(self):
        return _("Please write a telephone number.")

    def to_python(self, value):
        typed = super().to_python(value)
        number = phones.read(typed) if typed else ""
        if number is None:
            raise ValidationError(_("We could not read that as a telephone number. Try it like 01632 960412."))
        return number

    def prepare_value(self, value):
        return phones.as_people_write(value) if str(value or "").startswith("+44") else value


class Choice(InPattern, forms.ChoiceField):
    """One of a few, as radios. `look="segments"` puts short ones side by side; `hints` is {value: words}."""

    def __init__(self, *, choices, look="list", hints=None, **kwargs):
        super().__init__(choices=choices, widget=Radios(look=look, hints=hints), **kwargs)
        self.error_messages["invalid_choice"] = _("Please choose one of these.")

    def words_for_missing(self):
        return _("Please choose one of these.")


class YesNo(Choice):
    """Yes or no; cleaned to True, False, or None when neither was chosen."""

    def __init__(self, *, yes=None, no=None, look="segments", **kwargs):
        super().__init__(choices=[("yes", yes or _("Yes")), ("no", no or _("No"))], look=look, **kwargs)

    def prepare_value(self, value):
        return {True: "yes", False: "no"}.get(value, value)

    def clean(self, value):
        return {"yes": True, "no": False}.get(super().clean(value))


class Choices(InPattern, forms.MultipleChoiceField):
    """Any of a few, as checkboxes; cleaned to a list."""

    def __init__(self, *, choices, look="list", hints=None, **kwargs):
        super().__init__(choices=choices, widget=Checkboxes(look=look, hints=hints), **kwargs)
        self.error_messages["invalid_choice"] = _("Please choose from these.")

    def words_for_missing(self):
        return _("Please choose at least one of these.")
