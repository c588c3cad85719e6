"""Every theme can be read: computed from the colours that the stylesheets name."""

import re
from pathlib import Path

import pytest

import kith.design

FOLDER = Path(kith.design.__file__).parent / "static" / "design"
DARKER = "@media (prefers-color-scheme: dark)"
FOR_TEXT, FOR_EDGES = 4.5, 3
GROUNDS = ("paper", "card", "leaf", "private", "letter", "honey-soft")
ON_GROUNDS = [(words, ground) for words in ("ink", "muted", "pine", "honey-deep") for ground in GROUNDS]
ON_FIELDS = [(f"on-{field}", field) for field in ("sage", "amber", "lavender", "clay", "sky", "moss", "rose", "sand")]
ON_THEIR_OWN = [
    ("on-pine", "pine"),
    ("on-pine", "pine-over"),
    ("on-band", "band"),
    ("on-band", "band-over"),
    ("on-help", "help"),
    ("on-help", "help-over"),
    ("ink", "glow"),
    ("ink", "private-chip"),
]
EDGES = [("edge", "card"), ("edge", "paper"), ("pine", "card"), ("focus", "paper"), ("focus", "card")] + [
    ("honey-deep", "card"),
    ("coral", "card"),
    ("coral", "paper"),
]


def colours_in(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6})\b", css))


def themes() -> dict[str, dict[str, str]]:
    """Each theme's colours, laid over those that pages begin with."""
    page = (FOLDER / "page.css").read_text()
    usual = colours_in(page.split("@layer base {")[0])
    found = {"light": usual}
    for name in ("dark", "soft"):
        found[name] = usual | colours_in((FOLDER / f"{name}.css").read_text())
    by_day, by_night = (FOLDER / "contrast.css").read_text().split(DARKER)
    found["contrast"] = usual | colours_in(by_day)
    found["contrast, dark"] = found["contrast"] | colours_in(by_night)
    return found


def brightness(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    figures = colour[1:] if len(colour) == 7 else "".join(each * 2 for each in colour[1:])
    parts = [int(figures[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((brightness(one), brightness(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def too_faint(colours: dict[str, str], pairs: list[tuple[str, str]], enough: float) -> list[str]:
    found = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    return [f"{words} on {ground}: {ratio:.2f}" for (words, ground), ratio in found.items() if ratio < enough]


@pytest.mark.parametrize("theme", themes())
def test_words_can_be_read_and_edges_seen_in_every_theme(theme):
    colours = themes()[theme]
    assert too_faint(colours, ON_GROUNDS + ON_FIELDS + ON_THEIR_OWN, FOR_TEXT) == []
    assert too_faint(colours, EDGES, FOR_EDGES) == []


@pytest.mark.parametrize("theme", ["dark", "soft", "contrast"])
def test_a_theme_names_every_colour_anew(theme):
    """A colour that a theme forgets would stay as it is by day."""
    usual, own = themes()["light"], colours_in((FOLDER / f"{theme}.css").read_text())
    kept_on_purpose = {"dark": {"on-band", "band-over", "help", "on-help", "help-over"}}
    assert set(usual) - set(own) - kept_on_purpose.get(theme, set()) == set()


def test_the_measure_measures():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)
