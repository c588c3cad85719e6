"""Whatever is sent to any form, it answers with sentences: odd letters, far too much, the wrong kind, or nothing."""

from collections import defaultdict
from inspect import signature
from types import SimpleNamespace

import pytest
from django import forms
from django.apps import apps
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.goals.models import Goal
from kith.messaging.models import ReminderWishes, WorkerWishes
from kith.people.models import ContactWishes, Individual, User
from tests.architecture.test_form_limits import forms_of
from tests.goals.cast import Cast, gather

GROUND = ("KithForm", "OfBarrier", "WhatItIs", "WhenFields", "AgreedFields")  # others stand on them
WISHES = {"RemindersForm": ReminderWishes, "WorkerRemindersForm": WorkerWishes}
NOT_BY_ITSELF = "kith.people.forms.signing_in"  # these stand on a sign-in that has begun; see tests/attacks
ODD = (
    "", " ", "\x00", "\ufffd", "\u202egnp.exe", "a" * 30_000, "<b>", "'\"", "٣", "½", "²", "-1", "1e309", "NaN",
    "9" * 400, "٢٠٢٦-٠١-٠١", "2026-02-31", "0000-00-00", "9999-12-31", "24:60", "£-0", "on", "None", "[]", "{}",
    "\n" * 500, "🧑‍🧑‍🧒‍🧒" * 50, "\u0301" * 99, "javascript:x", "a@b@c", "=1+1", "zzzzzzzzzzzzzzzz", "+44" + "7" * 60,
)  # a table, a row a line # fmt: skip
TYPED = st.lists(st.sampled_from(ODD) | st.text(max_size=40), max_size=3)
EVERY_FORM = [
    form
    for config in apps.get_app_configs()
    if config.name.startswith("kith.")
    for form in forms_of(config)
    if form.__module__ != NOT_BY_ITSELF and form.__name__ not in GROUND
]
ENDS = (".", "?", ".”", ")")
NOT_OURS = ("This field is", "Enter a", "Select a valid", "Ensure this", "Null characters", "Value must")


@pytest.fixture
def cast(db) -> Cast:
    return gather()


def what_each_asks(cast: Cast, form: type[forms.BaseForm]) -> dict:
    """By its name: what a page hands to the form besides what was typed."""
    who = {"individual": cast.individual, "speaker": cast.worker, "user": cast.worker, "about": cast.individual}
    some = {"users": User.objects.all(), "individuals": Individual.objects.all(), "others": User.objects.all()}
    none = dict.fromkeys(("helpers", "marks", "things", "days", "kept", "shares", "offered"), ())
    none |= dict.fromkeys(("direction", "wish", "ask", "needs"))
    words = {"called": "Tomos", "name": "Tomos", "seen_by": defaultdict(str), "numbers": {}, "minutes": 60}
    wishes = WISHES[form.__name__]() if form.__name__ in WISHES else ContactWishes(individual=cast.individual)
    goal = Goal(individual=cast.individual, kind="target", words="Run")
    rows = {"names": {"worker": "Anwen", **dict.fromkeys(("helpers", "goals", "found"), list)}}
    yes = dict.fromkeys(("is_own", "is_named", "offers_here", "has_place"), True)
    owners = SimpleNamespace(individual="Tomos", worker="Anwen")
    return (
        rows
        | who
        | some
        | none
        | words
        | yes
        | {"wishes": wishes, "goal": goal, "owners": owners, "teams": [cast.team]}
    )


def made(form: type[forms.BaseForm], typed: QueryDict, asks: dict) -> forms.BaseForm:
    inits = [vars(each)["__init__"] for each in form.__mro__ if "__init__" in vars(each)]
    wanted = {each.name for init in inits for each in signature(init).parameters.values() if each.default is each.empty}
    return form(typed, **{name: asks[name] for name in wanted & asks.keys()})


def wrong_with(form: forms.BaseForm) -> list[str]:
    """What it says that is no sentence of ours."""
    said = [words for each in ({} if form.is_valid() else form.errors).values() for words in each]
    return [each for each in said if not each.endswith(ENDS) or each.startswith(NOT_OURS) or not each[0].isupper()]


@pytest.mark.attack("A-23", "A-29")
@pytest.mark.parametrize("form", EVERY_FORM, ids=lambda form: f"{form.__module__.split('.')[1]}-{form.__name__}")
def test_whatever_is_sent_it_answers_in_sentences(cast, form):
    asks = what_each_asks(cast, form)
    boxes = list(made(form, QueryDict(), asks).fields)

    @settings(max_examples=5, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.fixed_dictionaries({}, optional=dict.fromkeys(boxes, TYPED)))
    def sent(values):
        typed = QueryDict(mutable=True)
        for name, several in values.items():
            typed.setlist(name, several)
        assert wrong_with(made(form, typed, asks)) == []

    sent()
