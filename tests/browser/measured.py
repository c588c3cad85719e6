"""Pages that differ only in their words, or in how many of a kind stand on them, are measured once a run, whichever
process comes to them first. How long words may be is measured by itself, with names without an end."""

from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

LOOKS_BY = {"class", "type", "role", "hidden", "open", "disabled", "tabindex", "rows", "colspan"}
WITHOUT_END = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


def once_each(folder: Path) -> Callable[[str], bool]:
    """Tells of a page's HTML whether its shape is met for the first time; what is above `main` is the reader's."""
    folder.mkdir(exist_ok=True)

    def is_new(html: str) -> bool:
        try:
            (folder / sha256(shape_of(html).encode()).hexdigest()).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    return is_new


def shape_of(html: str) -> str:
    """Every sort of element that stands in `main`, by where it stands and what it looks by, once."""
    above, main, rest = html.partition("<main")
    reader = _Shape()
    reader.feed(main + rest if main else above)
    return "\n".join(sorted(reader.sorts))


class _Shape(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.within: list[str] = []
        self.sorts: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = " ".join([tag, *(f"{name}={value}" for name, value in attrs if name in LOOKS_BY)])
        self.sorts.add(" > ".join([*self.within, element]))
        if tag not in WITHOUT_END:
            self.within.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Of drawings: it has nothing in it."""
        self.handle_starttag(tag, attrs)
        if tag not in WITHOUT_END:
            self.within.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.within and self.within[-1].split(" ")[0] == tag:
            self.within.pop()
