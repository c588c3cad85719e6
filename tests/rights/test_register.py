"""Every model has a line in the register, and all that hangs from somebody's record comes out in a copy of it."""

import io
import zipfile

import pytest
from django.apps import apps
from django.db import DatabaseError, models, transaction
from django.db.models import F, Value
from django.db.models.functions import Cast, Concat

from kith.access.encryption import EncryptedTextField
from kith.people.models import Individual
from kith.rights.bundle import FOR_PROGRAMS, TO_READ, write_bundle
from kith.rights.files import FILES
from kith.rights.gathering import gather, rows_of
from kith.rights.labels import label_of
from kith.rights.register import GROUPS, SHOWN, classes, entries, of_individuals

MARK = "zqmark"
KEYS = (models.ForeignKey, models.OneToOneField)


def everything() -> dict[str, type[models.Model]]:
    return {model._meta.label: model for model in apps.get_models()}


def test_every_model_has_a_line_and_every_line_a_model():
    assert set(entries()) == set(everything())
    assert {each.record_class for each in entries().values()} == set(classes())


@pytest.mark.shows("Q-30")
def test_every_field_stands_in_its_line_once():
    wrong = {}
    for label, model in everything().items():
        told = [name for group in GROUPS for name in entries()[label].fields.get(group, ())]
        there = [each.name for each in (*model._meta.concrete_fields, *model._meta.many_to_many)]
        if sorted(told) != sorted(there):
            wrong[label] = set(told) ^ set(there)
    assert wrong == {}


def test_what_is_left_out_says_why_and_what_is_in_leads_to_somebody():
    assert [each.label for each in entries().values() if bool(each.about) == bool(each.left_out)] == []
    somebody = Individual(pk=1, public_id="somebody")
    assert all(rows_of(each, somebody, is_own=own).query for each in of_individuals() for own in (True, False))


def test_nothing_that_leads_to_somebody_is_left_out_unseen():
    """Whoever holds a key to an individual, at once or by another model that does, is in the copy."""
    hangs = {"people.Individual"}
    while True:
        more = {
            label
            for label, model in everything().items()
            for each in model._meta.concrete_fields
            if isinstance(each, KEYS) and each.related_model._meta.label in hangs
        }
        if more <= hangs:
            break
        hangs |= more
    left_out = {label for label in hangs if not entries()[label].about}
    assert left_out == set()


def test_whatever_keeps_a_file_hands_it_over():
    binary = {
        label
        for label, model in everything().items()
        if entries()[label].about and any(isinstance(each, models.BinaryField) for each in model._meta.concrete_fields)
    }
    assert binary | {"messaging.Attachment", "budget.Scan"} == set(FILES)


def plant(individual) -> dict[str, str]:
    """Leaves a mark with its own name in every field of words of every row about them; the marks, by field."""
    planted = {}
    for entry in of_individuals():
        for name in entry.fields.get("words", ()):
            field = apps.get_model(entry.label)._meta.get_field(name)
            mark = f"{MARK}{len(planted)}x"
            if _put(rows_of(entry, individual, is_own=False), field, mark):
                planted[f"{entry.label}.{name}"] = mark
    return planted


def _put(rows, field: models.Field, mark: str) -> bool:
    words = Concat(Value(mark), Cast(F("pk"), models.CharField()), output_field=models.CharField())
    if isinstance(field, models.JSONField):
        words = Value([mark], output_field=models.JSONField())
    if isinstance(field, EncryptedTextField):
        words = mark
    if field.name in ("chain", "individual_ref", "public_id") or (field.max_length or 99) < len(mark) + 4:
        return False
    try:
        with transaction.atomic():
            return rows.order_by().update(**{field.name: words}) > 0
    except DatabaseError:  # a rule of the table, such as on what was written about money
        return False


def archive_of(individual, **about) -> zipfile.ZipFile:
    made = io.BytesIO()
    write_bundle(made, individual, gather(individual), **about)
    return zipfile.ZipFile(made)


@pytest.mark.shows("Q-23")
def test_every_mark_left_in_a_life_is_found_in_the_copy(world):
    greg = world.individual("greg")
    planted = plant(greg)
    assert len(planted) > 90, sorted(planted)
    of_what = {name.rsplit(".", 1)[0] for name in planted}
    for label in (
        "conversations.Reflection",
        "conversations.Draft",
        "messaging.Message",
        "outbox.Letter",
        "access.TrailEntry",
        "network_map.Connection",
        "measures.Response",
        "paperwork.Picked",
        "goals.Goal",
    ):
        assert label in of_what or not rows_of(entries()[label], greg).exists(), label
    archive = archive_of(greg)
    page, told = archive.read(TO_READ).decode(), archive.read(FOR_PROGRAMS).decode()
    tables = "".join(archive.read(name).decode() for name in archive.namelist() if name.startswith("tables/"))
    assert [name for name, mark in planted.items() if mark not in page and label_of(*name.rsplit(".", 1))] == []
    for where in (told, tables):
        assert [name for name, mark in planted.items() if mark not in where] == []


def test_nothing_of_anybody_else_is_in_it_and_a_spreadsheet_runs_nothing(world):
    greg, maya = world.individual("greg"), world.individual("maya")
    maya.goals.update(words="=zqothers")
    greg.goals.update(words="=zqown")
    archive = archive_of(greg)
    table = archive.read("tables/goals.Goal.csv").decode()
    assert "'=zqown" in table
    everything_in_it = b"".join(archive.read(name) for name in archive.namelist() if not name.startswith("files/"))
    assert b"zqothers" not in everything_in_it
    assert maya.public_id.encode() not in everything_in_it


def test_it_is_made_with_a_number_of_questions_that_does_not_grow(world, django_assert_max_num_queries):
    with django_assert_max_num_queries(2 * len(of_individuals())):
        gather(world.individual("greg"))


def test_secrets_and_keys_are_never_in_it():
    assert not {"secret", "keys"} & set(SHOWN)
    assert "password" in entries()["people.User"].fields["secret"]
    assert "password" not in entries()["people.User"].shown
