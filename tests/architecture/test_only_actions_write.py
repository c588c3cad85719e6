"""Only actions write, so that everything that can happen is found in one place of each module."""

import ast
from pathlib import Path

from django.apps import apps

from tests.architecture.source import KITH, is_in, python_files, short, tree

WRITES = {
    "save",
    "create",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
    "asave",
    "acreate",
    "adelete",
}
QUERYSET_WRITES = {"update", "delete", "aupdate"}
RELATION_WRITES = {"add", "remove", "set", "clear"}
QUERYSET_WORDS = {"objects", "filter", "exclude", "all", "select_related", "order_by", "of"}
ALSO_WRITE = {KITH / "access" / "trail.py"}


def may_write(path: Path) -> bool:
    return is_in(path, "actions") or path in ALSO_WRITE


def many_to_many_names() -> set[str]:
    models = [model for model in apps.get_models() if model.__module__.startswith("kith.")]
    return {field.name for model in models for field in model._meta.many_to_many}


def is_write(call: ast.Call, relations: set[str]) -> bool:
    """A call by attribute that changes rows: by its name alone, or by what it is called on."""
    if not isinstance(call.func, ast.Attribute):
        return False
    name, called_on = call.func.attr, call.func.value
    if name == "save" and call.args:
        return False  # a picture into a file: a row's save takes no positional arguments
    if name in WRITES:
        return True
    if name in QUERYSET_WRITES:
        is_bare_delete = name == "delete" and not call.args and not call.keywords
        return is_bare_delete or bool(QUERYSET_WORDS & attributes_in(called_on))
    return name in RELATION_WRITES and isinstance(called_on, ast.Attribute) and called_on.attr in relations


def attributes_in(node: ast.AST) -> set[str]:
    return {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}


def test_only_actions_write():
    relations = many_to_many_names()
    writes = [
        f"{short(path)}:{call.lineno} .{call.func.attr}()"
        for path in python_files()
        if not may_write(path)
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call) and is_write(call, relations)
    ]
    assert writes == []


def test_a_write_is_recognised():
    relations = {"hosts"}
    for line in (
        "step.save()",
        "Step.objects.filter(a=1).update(b=2)",
        "step.delete()",
        "goal.hosts.add(sam)",
    ):
        assert is_write(ast.parse(line).body[0].value, relations), line
    for line in ("digest.update(words)", "seen.add(1)", "cache.delete('key')", "chosen.update(more)"):
        assert not is_write(ast.parse(line).body[0].value, relations), line
