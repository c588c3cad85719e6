"""What a form lets in fits where it is kept: a column that is shorter would refuse it with an error page."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from django import forms
from django.apps import apps

from kith.design.fields import WithLimit

# Kept in a text of any length; only another model's column of this name is short.
KEPT_IN_A_LONG_TEXT = {
    "kith.conversations.forms.account.AccountForm.words",
    "kith.conversations.forms.account.CorrectionForm.words",
    "kith.messaging.forms.messages.WriteForm.words",
    "kith.messaging.forms.messages.ToldForm.words",
    "kith.messaging.forms.words_to_team.TellForm.words",
    "kith.people.forms.urgent.WhyNow.words",
}


def forms_of(config) -> Iterator[type[forms.Form]]:
    """Every form of an app, in its `forms` module or in any module of its `forms` folder."""
    try:
        package = importlib.import_module(f"{config.name}.forms")
    except ModuleNotFoundError:
        return
    inside = pkgutil.iter_modules(getattr(package, "__path__", []), f"{package.__name__}.")
    for module in [package, *(importlib.import_module(each.name) for each in inside)]:
        for found in vars(module).values():
            if isinstance(found, type) and issubclass(found, forms.BaseForm) and found.__module__ == module.__name__:
                yield found


def shortest_columns(config) -> dict[str, int]:
    """The shortest column of each name among an app's models, in letters."""
    fields = [field for model in config.get_models() for field in model._meta.concrete_fields if field.max_length]
    lengths = sorted(((field.name, field.max_length) for field in fields), reverse=True)
    return dict(lengths)


def boxes() -> Iterator[tuple[str, int, int]]:
    """Each box with a limit and a column of the same name: what it is, its limit, the column's length."""
    for config in apps.get_app_configs():
        columns = shortest_columns(config) if config.name.startswith("kith.") else {}
        for form in forms_of(config) if columns else ():
            for name, field in form.base_fields.items():
                if isinstance(field, WithLimit) and name in columns:
                    yield f"{form.__module__}.{form.__name__}.{name}", field.limit, columns[name]


def test_no_box_takes_more_than_its_column_keeps():
    too_wide = {box for box, limit, column in boxes() if limit > column}
    assert too_wide - KEPT_IN_A_LONG_TEXT == set()


@pytest.mark.parametrize("box", ["Choosing.companion", "Choosing.first_visit_time", "Note.heard_from"])
def test_boxes_are_compared(box):
    assert any(name.endswith(box) for name, _, _ in boxes())
