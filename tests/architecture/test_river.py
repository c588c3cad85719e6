"""Imports, foreign keys and migrations all point down the river."""

from django.apps import apps
from django.db.migrations.loader import MigrationLoader
from importlinter.application import use_cases
from importlinter.configuration import configure

from tests.architecture.source import KITH, ROOT, may_point_to, river


def module_of(model) -> str:
    return model.__module__.split(".")[1]


def keys():
    """Every key from one of our models to another of ours."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            ours = field.is_relation and not field.auto_created and field.related_model
            if model.__module__.startswith("kith.") and ours and ours.__module__.startswith("kith."):
                yield model, field


def test_every_module_has_a_place_in_the_river():
    modules = {path.parent.name for path in KITH.glob("*/__init__.py")}
    assert modules - set(river()) == set()


def test_imports_follow_the_contracts():
    configure()
    assert use_cases.lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None)


def test_foreign_keys_point_down():
    up = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model, field in keys()
        if not may_point_to(module_of(model), module_of(field.related_model))
    ]
    assert up == []


def test_the_directory_does_not_know_who_points_at_it():
    named = [
        f"{model._meta.label}.{field.name}"
        for model, field in keys()
        if module_of(field.related_model) == "directory" != module_of(model)
        if not field.remote_field.is_hidden()
    ]
    assert named == []


def test_migrations_point_down():
    modules = {
        config.label: config.name.split(".")[1] for config in apps.get_app_configs() if is_ours(config)
    }
    up = [
        f"{label} {name} needs {needed}"
        for (label, name), migration in MigrationLoader(None).disk_migrations.items()
        for needed, _ in migration.dependencies
        if {label, needed} <= set(modules) and not may_point_to(modules[label], modules[needed])
    ]
    assert up == []


def is_ours(config) -> bool:
    return config.name.startswith("kith.")
