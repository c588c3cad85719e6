"""Imports, foreign keys and migrations all point down the river."""

from django.apps import apps
from django.db.migrations.loader import MigrationLoader
from importlinter.application import use_cases
from importlinter.configuration import configure

from tests.architecture.source import KITH, ROOT, may_point_to, river


def module_of(model) -> str:
    """The module of a model, or of its label ("goals.Step") where it is still to be written."""
    if isinstance(model, str):
        return model.split(".")[0]
    return model.__module__.split(".")[1] if model.__module__.startswith("kith.") else ""


def keys():
    """Every key from one of our models to another of ours: the model, the field and the other's module."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            points = field.is_relation and not field.auto_created and field.related_model
            if points and module_of(model) and module_of(field.related_model) in river():
                yield model, field, module_of(field.related_model)


def test_every_module_has_a_place_in_the_river():
    modules = {path.parent.name for path in KITH.glob("*/__init__.py")}
    assert modules - set(river()) == set()


def test_imports_follow_the_contracts():
    configure()
    assert use_cases.lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None, no_logo=True)


def test_foreign_keys_point_down():
    up = [
        f"{model._meta.label}.{field.name} points to {other}"
        for model, field, other in keys()
        if not may_point_to(module_of(model), other)
    ]
    assert up == []


def test_the_directory_does_not_know_who_points_at_it():
    named = [
        f"{model._meta.label}.{field.name}"
        for model, field, other in keys()
        if other == "directory" != module_of(model) and not field.remote_field.hidden
    ]
    assert named == []


def test_migrations_point_down():
    modules = {config.label: config.name.split(".")[1] for config in apps.get_app_configs() if is_ours(config)}
    up = [
        f"{label} {name} needs {needed}"
        for (label, name), migration in MigrationLoader(None).disk_migrations.items()
        for needed, _ in migration.dependencies
        if {label, needed} <= set(modules) and not may_point_to(modules[label], modules[needed])
    ]
    assert up == []


def is_ours(config) -> bool:
    return config.name.startswith("kith.")
