"""What stands on a page as it stood on one before, in the same place and around the same, is measured once a run,
whichever process comes to it first: words, and how many of a kind there are, make nothing else of it. How long words
may be is measured by itself, with names without an end; `whole` asks every page what hangs on it as a whole."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

IS_TOLD = {"hidden", "expanded", "current", "live", "pressed", "checked", "invalid", "sort", "atomic", "modal"}
LOOKS_BY = {"class", "type", "role", "hidden", "open", "disabled", "tabindex", "rows", "colspan"}
LOOKS_BY |= {"autocomplete", "lang", "scope", *(f"aria-{each}" for each in IS_TOLD)}
SAYS_BY = {"alt", "for", "href", "title"}  # that it is there, whatever it says
WITHOUT_END = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


def once_each(folder: Path) -> Callable[[str], bool]:
    """Tells of a page's HTML whether anything stands on it that is met for the first time."""
    folder.mkdir(exist_ok=True)
    known: set[str] = set()

    def is_first(sort: str) -> bool:
        try:
            (folder / sha256(sort.encode()).hexdigest()).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    def is_new(html: str) -> bool:
        unknown = sorts_on(html) - known
        known.update(unknown)
        return sum(map(is_first, unknown)) > 0  # each of them is met from now on

    return is_new


def sorts_on(html: str) -> set[str]:
    """Every sort of element on a page: by all that it stands in, what it looks by, and what stands in it."""
    reader = _Sorts()
    reader.feed(html)
    reader.close()
    return reader.sorts


class _Sorts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.within: list[str] = []
        self.holds: list[set[str]] = [set()]  # for each of those, and for the page
        self.sorts: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = " ".join([tag, *_told(attrs)])
        self.holds[-1].add(element)
        self.within.append(element)
        self.holds.append(set())
        if tag in WITHOUT_END:
            self._ends()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Of drawings: it has nothing in it."""
        self.handle_starttag(tag, attrs)
        if tag not in WITHOUT_END:
            self._ends()

    def handle_endtag(self, tag: str) -> None:
        if self.within and self.within[-1].split(" ")[0] == tag:
            self._ends()

    def close(self) -> None:
        """What nobody ended ends with the page."""
        super().close()
        while self.within:
            self._ends()

    def _ends(self) -> None:
        self.sorts.add(" > ".join(self.within) + ": " + ", ".join(sorted(self.holds.pop())))
        self.within.pop()


def _told(attrs: list[tuple[str, str | None]]) -> Iterator[str]:
    for name, value in attrs:
        if name in LOOKS_BY:
            yield f"{name}={value}"
        elif name in SAYS_BY or name.startswith("aria-"):
            yield name
