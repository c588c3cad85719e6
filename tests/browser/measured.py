"""Pages that differ only in who reads them are measured once a run, whichever process comes to them first."""

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from kith.demo.who import EVERYBODY

MAIN = re.compile(r"<main.*</main>", re.DOTALL)
OF_ONE_VISIT = (
    re.compile(r'name="csrfmiddlewaretoken" value="\w+"'),
    re.compile(r"\b[0-9a-z]{16}\b"),  # public ids
    re.compile(r'src="data:image/svg[^"]+"|<code[^>]*>[A-Z2-7]{32}</code>'),  # the secret of a second factor
    re.compile("|".join(person.name for person in EVERYBODY.values()), re.IGNORECASE),
)


def once_each(folder: Path) -> Callable[[str], bool]:
    """Tells of a page's HTML whether what stands on it is met for the first time; what is above it is the reader's."""
    folder.mkdir(exist_ok=True)

    def is_new(html: str) -> bool:
        try:
            (folder / _digest(html)).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    return is_new


def _digest(html: str) -> str:
    found = MAIN.search(html)
    told = found[0] if found else html
    for pattern in OF_ONE_VISIT:
        told = pattern.sub("-", told)
    return sha256(told.encode()).hexdigest()
