"""The boxes and choices that fields put on a page."""

import re

from django import forms

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class DayInput(forms.TextInput):
    """A day picker; words that a picker cannot show stay in a plain box, so that nothing typed is lost."""

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        shown = context["widget"]["value"]
        context["widget"]["type"] = "date" if not shown or _is_iso(shown) else "text"
        return context

    def format_value(self, value):
        return value.isoformat() if hasattr(value, "isoformat") else super().format_value(value)


def _is_iso(shown):
    return bool(ISO_DAY.fullmatch(shown))


class WithHints:
    """Choices with a few words under some of them, as large targets or side by side."""

    def __init__(self, *, look="list", hints=None):
        super().__init__()
        self.look = look
        self.hints = hints or {}

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["look"] = self.look
        return context

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        return option | {"hint": self.hints.get(str(value), "")}


class Radios(WithHints, forms.RadioSelect):
    """One of a few."""

    template_name = "design/widgets/choices.html"


class Checkboxes(WithHints, forms.CheckboxSelectMultiple):
    """Any of a few."""

    template_name = "design/widgets/choices.html"
