"""Nothing is red as a warning is: what comes near it marks somebody's own words, or a drawing on a leaflet."""

import colorsys
import re

import pytest

from tests.design.test_widths import STYLES

NAMED = re.compile(r"(--[a-z-]+): (#[0-9a-f]{6})\b")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
AS_WORDS_OR_DRAWING = {".voice, .remembered", ".field-clay"}


def is_red(colour: str) -> bool:
    hue, light, strong = colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    return (hue < 20 / 360 or hue > 340 / 360) and strong > 0.4 and 0.2 < light < 0.75


@pytest.mark.shows("Q-70")
def test_nothing_warns_in_red():
    styles = [file.read_text() for file in STYLES.glob("*.css")]
    reds = {name for style in styles for name, colour in NAMED.findall(style) if is_red(colour)}
    assert {"--coral", "--on-clay"} <= reds
    uses = re.compile("|".join(rf"var\({name}\)" for name in sorted(reds)))
    red = [where.strip() for style in styles for where, what in RULE.findall(style) if uses.search(what)]
    assert {where.rpartition("\n")[2].strip() for where in red} <= AS_WORDS_OR_DRAWING
    plainly = [where for style in styles for where, what in RULE.findall(style) if red_in(NAMED.sub("", what))]
    assert plainly == []


def red_in(rule: str) -> list[str]:
    """Colours of one rule that stand there without a name, and are red."""
    return [each for each in re.findall(r"#[0-9a-f]{6}\b", rule) if is_red(each)] + re.findall(r"\bred\b", rule)
