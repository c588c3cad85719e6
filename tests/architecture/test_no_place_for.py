"""What Kith has no place for: records of another organisation, marks on a person, and what would do most harm taken."""

import re

import pytest
from django.apps import apps

from tests.architecture.source import python_files, short

OURS = [model for model in apps.get_models() if model.__module__.startswith("kith.")]
KEPT = [(model, field) for model in OURS for field in (*model._meta.fields, *model._meta.many_to_many)]
NAMES = {f"{model._meta.label}.{field.name}": field.name for model, field in KEPT}
HEADINGS = "kith/directory/reading/headings.py"  # headings by which a list of people is noticed and turned away
A_RELATION_IN_LAW = re.compile(r"\b(?:nearest relative|nominated person|next of kin)\b", re.IGNORECASE)


def parts_of(name: str) -> set[str]:
    """The words that a field's name is made of."""
    return set(name.split("_"))


def fields_named(*words: str) -> list[str]:
    return sorted(where for where, name in NAMES.items() if parts_of(name) & set(words) or name in words)


@pytest.mark.shows("Q-01")
def test_a_second_organisation_in_one_install():
    """The only organisations are those that run something in the community; nobody's record hangs from one."""
    named = {model._meta.label for model in OURS if re.search(r"(?i)organi[sz]ation|tenant|\bsite\b", model.__name__)}
    assert named == {"directory.Organisation"}
    points_at_it = {
        model._meta.app_label
        for model in OURS
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model._meta.label in named
    }
    assert points_at_it == {"directory"}


@pytest.mark.shows("Q-08")
def test_a_score_or_a_colour_on_a_person():
    assert (
        fields_named("risk", "risks", "rag", "severity", "triage", "alert", "flag", "urgency", "urgent", "rank") == []
    )


@pytest.mark.shows("Q-20")
def test_a_diagnosis_a_number_a_birthday_or_a_code_for_a_door():
    assert fields_named("diagnosis", "diagnoses", "condition", "nhs", "birth", "birthday", "dob", "born") == []
    assert fields_named("door", "alarm", "keysafe", "safe_code", "entry_code", "key_safe") == []


@pytest.mark.shows("Q-44")
def test_that_somebody_cannot_decide():
    assert fields_named("capacity", "incapable", "competent", "insight") == []


@pytest.mark.shows("Q-46")
def test_a_relation_of_one_law_in_code():
    assert [short(path) for path in python_files() if A_RELATION_IN_LAW.search(path.read_text())] == [HEADINGS]


def test_the_names_are_read():
    """So that nothing was found above because there is nothing, and not because nobody looked."""
    assert len(NAMES) > 900
    assert {"people.Individual.called", "introductions.Introduction.called_off_on"} <= set(fields_named("called"))
