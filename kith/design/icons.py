"""Our own line drawings, one weight, kept as SVG files in `drawings/` and put into pages inline."""

from functools import cache
from pathlib import Path

DRAWINGS = Path(__file__).parent / "drawings"

# The colour field behind each kind of activity on its leaflet; the names are CSS classes `field-…`.
FIELDS = {
    "boxing": "sage",
    "running": "honey",
    "ball": "lavender",
    "music": "rose",
    "singing": "sky",
    "repair": "clay",
    "garden": "moss",
    "allotment": "sand",
    "books": "sky",
    "paint": "rose",
    "knitting": "lavender",
    "cooking": "clay",
    "tea": "honey",
    "walking": "moss",
    "swimming": "sky",
    "dance": "rose",
    "faith": "sand",
    "games": "lavender",
    "computer": "sage",
    "volunteering": "clay",
    "animals": "sand",
    "talk": "sage",
    "event": "honey",
    "learning": "lavender",
    "gym": "moss",
    "cinema": "rose",
    "other": "sand",
}


def field_of(name: str) -> str:
    """The colour field of an activity's drawing; a plain one for anything unknown."""
    return FIELDS.get(name, FIELDS["other"])


@cache
def drawing(name: str) -> str:
    """The SVG text of a drawing. Unknown activity names are drawn as `other`."""
    path = DRAWINGS / f"{name}.svg"
    if not path.is_file():
        path = DRAWINGS / "other.svg"
    return path.read_text(encoding="utf-8").strip().replace(' xmlns="http://www.w3.org/2000/svg"', "")


def names() -> list[str]:
    """Every drawing we have, activities and small signs alike, in order."""
    return sorted(path.stem for path in DRAWINGS.glob("*.svg"))
