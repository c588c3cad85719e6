"""Every box that takes words asks before it keeps what looks like a code to get in; those that do not say why."""

from collections.abc import Iterator

import pytest
from django.urls import get_resolver

from kith.design.fields import WithLimit
from kith.design.forms import KithForm

DOES_NOT_ASK = {
    "kith.diary.forms.EntryForm.words": "nobody else reads it, and nothing is looked for in it",
    "kith.introductions.forms.Choosing.true_answer": "said to a place, and shown word by word before anybody says yes",
    "kith.ideas.forms.Look.q": "looked for, and not kept",
    "kith.people.forms.urgent.FindExactly.called": "looked for, and not kept",
    "kith.safety.forms.breaches.TouchedForm.sent_to": "looked for, and not kept",
}


def forms_under(form: type[KithForm]) -> Iterator[type[KithForm]]:
    for each in form.__subclasses__():
        yield from (each, *forms_under(each))


@pytest.mark.shows("Q-56")
def test_every_box_asks_about_codes_or_says_why_not():
    assert get_resolver().url_patterns  # every view, and so every form, is loaded
    silent = {
        f"{form.__module__}.{form.__name__}.{name}"
        for form in forms_under(KithForm)
        for name, field in form.base_fields.items()
        if isinstance(field, WithLimit) and not field.no_codes and form.__module__.startswith("kith.")
    }
    assert silent == set(DOES_NOT_ASK)
