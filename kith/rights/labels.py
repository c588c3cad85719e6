"""What a page that is read calls the fields of a record, in plain words: `labels.toml` has a line for each.

Files for programs and spreadsheets keep the names of the fields, and all of them.
"""

import tomllib
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).with_suffix(".toml")
EVERYWHERE, LEFT_OUT = "everywhere", "left_out"


@lru_cache(maxsize=1)
def told() -> dict:
    """The file as it is: lines for every model, lines of one model, and what is on no page."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def label_of(model: str, name: str) -> str:
    """Nothing for what stands on no page that is read."""
    if name in told()[LEFT_OUT]:
        return ""
    return told().get(model, {}).get(name, told()[EVERYWHERE].get(name, ""))
