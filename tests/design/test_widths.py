"""What may depend on how wide a screen is."""

import re
from pathlib import Path

import kith.design

STYLES = Path(kith.design.__file__).parent / "static" / "design"
BY_WIDTH = re.compile(r"@media[^{]*width[^{]*\{((?:[^{}]|\{[^{}]*\})*)\}")
COLOURED = re.compile(r"[\w-]*(?:color|background|opacity|filter)[\w-]*\s*:")


def test_no_colour_depends_on_the_width():
    """So contrast that was measured on a wide screen holds on a narrow one."""
    blocks = [block for file in STYLES.glob("*.css") for block in BY_WIDTH.findall(file.read_text())]
    assert blocks
    assert [found for block in blocks for found in COLOURED.findall(block)] == []


def test_the_measure_finds_a_colour():
    (block,) = BY_WIDTH.findall("@media (max-width: 9rem) { a { margin: 0 } b { background-color: red } }")
    assert COLOURED.findall(block) == ["background-color:"]
