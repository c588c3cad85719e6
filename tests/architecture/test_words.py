"""The words we avoid, as LANGUAGE.md lists them, stand in no template, no string and no demo data."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.source import KITH, ROOT, python_files, short, templates, tree

BEHIND_THE_PAGES = {"cli", "config"}  # read by whoever runs an install, never by an individual
FENCED = re.compile(r"^```toml\n(.*?)^```", re.M | re.S)
TEMPLATE_COMMENT = re.compile(r"\{#.*?#\}|\{%\s*comment\b.*?endcomment\s*%\}|<!--.*?-->", re.S)
TEMPLATE_CODE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.S)
A_NAME_IN_CODE = re.compile(r"[\w-]*[._/:][\w./:-]*")
QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
UNSEEN_ATTRIBUTE = re.compile(r"\s(?:class|id|name|href|src|action|for|type|value|hx-[\w-]+|data-[\w-]+)=\"[^\"]*\"")


@cache
def lists() -> dict:
    """The lists of LANGUAGE.md."""
    blocks = FENCED.findall((ROOT / "LANGUAGE.md").read_text())
    return {"exceptions": []} | tomllib.loads("\n".join(blocks))


@cache
def pattern_of(word: str) -> re.Pattern:
    """A word and its plural; with `*`, every ending; in capitals, only capitals."""
    stems = r"\w*".join(re.escape(part) for part in word.split("*"))
    ending = "" if "*" in word else "s?"
    return re.compile(rf"(?<![\w-]){stems}{ending}(?![\w-])", 0 if word.isupper() else re.IGNORECASE)


def without_fine_phrases(words: str) -> str:
    for phrase in lists()["fine"]:
        words = re.sub(rf"\b{phrase}s?\b", "…", words, flags=re.IGNORECASE)
    return words


def seen_in_template(source: str) -> Iterator[str]:
    """What a template may show: its text, and the sentences quoted inside its tags."""
    source = TEMPLATE_COMMENT.sub(" ", source)
    for code in TEMPLATE_CODE.findall(source):
        yield from (words for pair in QUOTED.findall(code) for words in pair if is_prose(words))
    yield UNSEEN_ATTRIBUTE.sub(" ", TEMPLATE_CODE.sub("…", source))


def strings_of(source: ast.Module) -> Iterator[str]:
    """Every string but docstrings, keys of dictionaries and names such as files', which nobody is shown."""
    unseen = {id(node.value) for node in ast.walk(source) if isinstance(node, ast.Expr)}
    unseen |= {id(key) for node in ast.walk(source) if isinstance(node, ast.Dict) for key in node.keys}
    for node in ast.walk(source):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in unseen:
            yield "" if A_NAME_IN_CODE.fullmatch(node.value) else node.value


def is_prose(words: str) -> bool:
    """More than a name or a path: two words at least, or one with a capital."""
    return bool(re.search(r"\w\s+\w", words) or re.fullmatch(r"[A-Z][a-z]+\W?", words))


def said() -> Iterator[tuple[Path, str]]:
    for path in templates():
        yield from ((path, words) for words in seen_in_template(path.read_text()))
    for path in python_files():
        yield from ((path, words) for words in strings_of(tree(path)))
    for path in sorted((KITH / "demo" / "data").glob("*.*")):
        yield path, path.read_text()


def avoided_for(path: Path, words: str) -> dict[str, str]:
    """The lists that hold for this place."""
    on_a_page = path.relative_to(KITH).parts[0] not in BEHIND_THE_PAGES and is_prose(words)
    return lists()["everywhere"] | (lists()["on_pages"] if on_a_page else {})


def is_excused(path: Path, word: str) -> bool:
    return any((each["file"], each["word"]) == (short(path), word) for each in lists()["exceptions"])


def found() -> Iterator[tuple[Path, str, str]]:
    """Each place, the word it uses, and what to say instead."""
    for path, words in said():
        rest = without_fine_phrases(words)
        for word, instead in avoided_for(path, words).items():
            if pattern_of(word).search(rest):
                yield path, word, instead


@pytest.mark.shows("Q-73")
def test_no_word_we_avoid():
    used = {f"{short(path)}: “{word}”; say: {instead}" for path, word, instead in found() if not is_excused(path, word)}
    assert sorted(used) == []


def test_every_exception_has_a_reason_and_is_needed():
    needed = {(short(path), word) for path, word, _instead in found()}
    idle = [
        each for each in lists()["exceptions"] if not each.get("reason") or (each["file"], each["word"]) not in needed
    ]
    assert idle == []


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("client", "Our Clients are here"),
        ("DNA", "marked DNA"),
        ("suffer* from", "she suffers from it"),
        ("refus*", "a refusal"),
        ("non-complian*", "non-compliance"),
    ],
)
def test_the_patterns_find_what_they_are_for(word, words):
    assert pattern_of(word).search(words)


@pytest.mark.parametrize(
    ("word", "words"),
    [("case", "a showcase"), ("DNA", "Edna and dna"), ("must", "mustard"), ("failed", "fail-safe")],
)
def test_the_patterns_leave_the_rest(word, words):
    assert not pattern_of(word).search(words)


def test_a_phrase_in_which_the_word_means_something_else_is_fine():
    assert not pattern_of("case").search(without_fine_phrases("Bring a coat in case it rains."))


@pytest.mark.parametrize(
    ("template", "is_seen"),
    [
        ('{% translate "Overdue by a week" %}', True),
        ('<p aria-label="Overdue">', True),
        ('<p class="overdue">{# overdue #}{{ overdue }}</p>', False),
    ],
)
def test_what_a_template_shows_is_read(template, is_seen):
    assert is_seen == any(pattern_of("overdue").search(words) for words in seen_in_template(template))


@pytest.mark.parametrize(
    ("code", "is_seen"),
    [
        ('say("It is overdue.")', True),
        ('x = "overdue"', True),
        ('open("overdue.csv")', False),
        ('"overdue"', False),
    ],
)
def test_what_code_may_show_is_read(code, is_seen):
    assert is_seen == any(pattern_of("overdue").search(words) for words in strings_of(ast.parse(code)))
