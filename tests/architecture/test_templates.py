"""Templates: each is used, none carries script or style of its own, none asks anything of another server."""

import re
from pathlib import Path

import pytest
from django.template.loaders.app_directories import get_app_template_dirs

from tests.architecture.source import KITH, python_files, short, templates

SHOWN_BY_DJANGO = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}
COMPONENTS = "design/components/"

INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*application/json)|<style|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:|hx-on|js:",
    re.IGNORECASE,
)
# A plain link may lead outside; nothing may be fetched from there or sent there.
FETCHED_FROM_OUTSIDE = re.compile(
    r"(?:\b(?:src|srcset|action|formaction|poster|data|hx-\w+)\s*=\s*[\"']?|<link[^>]*href\s*=\s*[\"']?|url\([\"']?"
    r"|@import\s+[\"'])\s*(?:https?:)?//",
    re.IGNORECASE,
)
PART = re.compile(r"\{%\s*(?:extends|include)\s+[\"']([^\"'#]+)")
COMPONENT = re.compile(r"\{%\s*component\s+[\"']([\w-]+)[\"']")


def name_of(path: Path) -> str:
    """The name by which a template is asked for: its path below its module's folder of templates."""
    parts = path.relative_to(KITH).parts
    return "/".join(parts[parts.index("templates") + 1 :])


def names_in_use() -> set[str]:
    used = set(SHOWN_BY_DJANGO)
    for path in templates():
        words = path.read_text()
        used |= {name for name in PART.findall(words) if name != name_of(path)}
        used |= {f"{COMPONENTS}{name}.html" for name in COMPONENT.findall(words)}
    return used


def replaces_a_library_s(name: str) -> bool:
    theirs = [folder for folder in get_app_template_dirs("templates") if not Path(folder).is_relative_to(KITH)]
    return any((Path(folder) / name).is_file() for folder in theirs)


def test_every_template_is_used():
    code = "\n".join(path.read_text() for path in python_files())
    used = names_in_use()
    idle = [
        short(path)
        for path in templates()
        if (name := name_of(path)) not in used and f'"{name}' not in code and not replaces_a_library_s(name)
    ]
    assert idle == []


def test_no_script_or_style_inside_a_page():
    inline = [
        f"{short(path)}: {found[0].strip()}" for path in templates() for found in INLINE.finditer(path.read_text())
    ]
    assert inline == []


@pytest.mark.shows("Q-22")
def test_nothing_is_asked_of_another_server():
    files = [*templates(), *KITH.rglob("static/**/*.css"), *KITH.rglob("static/**/*.js")]
    outside = [
        f"{short(path)}: {found[0]}" for path in files for found in FETCHED_FROM_OUTSIDE.finditer(path.read_text())
    ]
    assert outside == []


def test_the_patterns_find_what_they_are_for():
    for words in ("<script>", "<p style='x'>", '<a onclick="x">', "<style>"):
        assert INLINE.search(words), words
    for words in ('<script src="/static/a.js">', '<p data-style="x">', "{% on %}"):
        assert not INLINE.search(words), words
    for words in (
        '<img src="https://a.example/b">',
        '<link rel="x" href="//a.example">',
        "url(https://a.example)",
    ):
        assert FETCHED_FROM_OUTSIDE.search(words), words
    assert not FETCHED_FROM_OUTSIDE.search('<a href="https://a.example">')
