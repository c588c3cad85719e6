"""What a proxy shows while Kith does not answer: sound, with the numbers that Kith itself shows, and naming nobody."""

import re
import tomllib

from tests.architecture.source import ROOT
from tests.browser.soundness import wrong_with_html

PAGE = (ROOT / "deploy" / "away.html").read_text()
LINES = tomllib.loads((ROOT / "kith" / "design" / "help_now.toml").read_text())["lines"]


def test_it_is_sound_needs_nothing_else_and_names_no_service():
    assert wrong_with_html(PAGE) == []
    assert re.findall(r"src=|url\(|<script|<link", PAGE) == []
    assert "kith" not in PAGE.lower().replace("docs/operating.md", "")


def test_its_numbers_are_those_of_help_now():
    calls = {line["call"].replace("&", "&amp;") for line in LINES.values()}
    numbers = set(re.findall(r'href="([^"]+)"', PAGE))
    assert len(numbers) == 4 and numbers <= calls
