"""What may depend on how wide a screen is."""

import re
from pathlib import Path

import pytest

import kith.design

STYLES = Path(kith.design.__file__).parent / "static" / "design"
WIDTH = re.compile(r"@media[^{]*width")
BY_WIDTH = re.compile(WIDTH.pattern + r"[^{]*\{((?:[^{}]|\{[^{}]*\})*)\}")
COLOURED = re.compile(r"(?:--[\w-]+|[\w-]*(?:color|background|opacity|filter|fill|stroke)[\w-]*)\s*:")
SHOWN_OR_HIDDEN = re.compile(r"(?:[\w-]*visibility|clip(?:-path)?|(?<!-)content)\s*:|display:\s*(?!\s|grid|flex)")


@pytest.mark.shows("Q-76")
def test_no_colour_and_nothing_shown_depends_on_the_width():
    """So what was measured on a wide screen holds on a narrow one, but for sizes and places."""
    styles = [file.read_text() for file in STYLES.glob("*.css")]
    blocks = [block for style in styles for block in BY_WIDTH.findall(style)]
    assert len(blocks) == sum(len(WIDTH.findall(style)) for style in styles) > 0
    assert [found for block in blocks for found in COLOURED.findall(block)] == []
    assert [found for block in blocks for found in SHOWN_OR_HIDDEN.findall(block)] == []


@pytest.mark.parametrize("told", ["background-color:", "--muted:", "fill:"])
def test_the_measure_finds_a_colour(told):
    (block,) = BY_WIDTH.findall(f"@media (max-width: 9rem) {{ a {{ margin: 0 }} b {{ {told}red }} }}")
    assert COLOURED.findall(block) == [told]


@pytest.mark.parametrize("told", ["display: none", "display:inline", "visibility: hidden", "clip-path: inset(50%)"])
def test_the_measure_finds_what_is_hidden(told):
    (block,) = BY_WIDTH.findall(f"@media (max-width: 9rem) {{ a {{ margin: 0 }} b {{ {told} }} }}")
    assert len(SHOWN_OR_HIDDEN.findall(block)) == 1
