"""Money stands apart from how anybody is: no key, no import, no function and no query joins the two."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import reverse

from kith.about_me import actions as about_me
from kith.goals import actions as goals
from tests.architecture.source import KITH, python_files, short, tree
from tests.page_words import words_of

MAY_KNOW = {"people", "access", "directory", "budget"}
OF_A_LIFE = {"about_me", "goals", "measures", "ideas", "introductions", "conversations", "messaging", "network_map"}
MAY_READ_MONEY = {"budget", "home", "paperwork", "rights", "interop", "upkeep", "demo", "cli", "config"}
TRUE = "Nothing here goes by itself to the people who decide about money. "
TO_THEM = TRUE + "You are shown a review form before it goes."
OF_THEM = TRUE + "Tomos is shown a review form before it goes."


@pytest.mark.shows("Q-05", "Q-37")
def test_no_key_leads_from_money_to_a_life_or_back():
    joined = []
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            other = field.related_model._meta.app_label if field.is_relation and field.related_model else ""
            ends = {model._meta.app_label, other}
            if "budget" in ends and other and ends - MAY_KNOW:
                joined.append(f"{model._meta.label}.{field.name}")
    assert joined == []


def test_an_account_or_an_individual_has_no_name_for_the_way_to_money():
    """So that no query that begins elsewhere can walk there."""
    for model in apps.get_app_config("budget").get_models():
        for field in model._meta.concrete_fields:
            if field.is_relation and field.related_model._meta.app_label != "budget":
                assert field.remote_field.hidden, f"{model._meta.label}.{field.name}"


def modules_used(node: ast.AST, names: dict[str, str]) -> set[str]:
    """The modules that a piece of code reads, by the names it was given in the file."""
    return {names[each.id] for each in ast.walk(node) if isinstance(each, ast.Name) and each.id in names}


def names_in(source: ast.Module) -> dict[str, str]:
    """Each imported name and the module of ours it stands for."""
    found = {}
    for node in ast.walk(source):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("kith."):
            found |= {each.asname or each.name: node.module.split(".")[1] for each in node.names}
        if isinstance(node, ast.ImportFrom) and node.module == "kith":
            found |= {each.asname or each.name: each.name for each in node.names}
    return found


def joining(source: ast.Module) -> list[str]:
    """Functions that read money and a life at once."""
    names = names_in(source)
    found = []
    for node in ast.walk(source):
        if isinstance(node, ast.FunctionDef):
            used = modules_used(node, names)
            if "budget" in used and used & OF_A_LIFE:
                found.append(node.name)
    return found


def naming_money() -> list[Path]:
    """Files in which the word stands at all: only those can import it, and few are looked through line by line."""
    return [path for path in python_files() if "budget" in path.read_text()]


@pytest.mark.shows("Q-37")
def test_no_function_reads_both():
    found = [f"{short(path)} {name}" for path in naming_money() for name in joining(tree(path))]
    assert found == []


def test_such_a_function_would_be_found():
    words = "from kith.goals import queries as goals\nfrom kith.budget import queries as budget\n"
    assert joining(ast.parse(words + "def both(who):\n    return goals.all_goals(who), budget.facts(who)\n")) == [
        "both"
    ]
    assert joining(ast.parse(words + "def one(who):\n    return budget.facts(who)\n")) == []


def test_few_modules_read_money():
    reads = {path.relative_to(KITH).parts[0] for path in naming_money() if "budget" in names_in(tree(path)).values()}
    assert reads <= MAY_READ_MONEY


@pytest.mark.shows("S24", "Q-37")
def test_every_page_of_goals_and_of_a_life_says_what_is_true_of_money(client, cast):
    goal = goals.set_goal(individual=cast.individual, kind="commitment", words="Walk", weekday=1, by=cast.as_worker)
    wish = goals.keep_wish(individual=cast.individual, words="More air", by=cast.as_worker)
    about_me.add_line(individual=cast.individual, kind="interest", words="Walks", by=cast.as_worker)
    named = {
        "goals:goals_page": {},
        "goals:new_goal": {},
        "goals:goal_page": {"goal": goal.public_id},
        "goals:wish_page": {"wish": wish.public_id},
        "about_me:about_page": {},
        "home:plan": {},
        "network_map:map_page": {},
    }
    for user, sentence in ((cast.user, TO_THEM), (cast.worker, OF_THEM)):
        client.force_login(user)
        for name, more in named.items():
            address = reverse(name, kwargs={"individual": cast.individual.public_id, **more})
            assert words_of(client.get(address)).count(sentence) == 1, (user, name)
