"""Puts typed words back into the page that asks for them: the same form, the same boxes.

It reads the page as it was about to be sent and changes only fields of the form that goes to the same address.
What finds no box is said, so that the words can be offered to copy instead.
"""

from html import escape
from html.parser import HTMLParser
from urllib.parse import urlsplit

from .typed import Typed

LEFT_ALONE = {"hidden", "submit", "button", "reset", "image", "file", "password"}
ONE_OF_SEVERAL = {"checkbox", "radio"}


def refill(page: str, typed: Typed) -> tuple[str, set[str]]:
    """The page with the words in it, and the names of fields whose words found no place."""
    writer = _Writer(typed)
    writer.feed(page)
    writer.close()
    said = {name for name, value in typed.fields if value.strip()}
    return "".join(writer.out), said - writer.placed


class _Writer(HTMLParser):
    """Writes down everything it reads as it was, but for the boxes of one form."""

    def __init__(self, typed: Typed):
        super().__init__(convert_charrefs=False)
        self.typed, self.out, self.placed = typed, [], set()
        self.values: dict[str, list[str]] = {}
        for name, value in typed.fields:
            self.values.setdefault(name, []).append(value)
        self.is_inside = self.is_skipping = False
        self.form_id, self.select = "", ""
        self.folds: list[int] = []  # where the folded parts around this place begin

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        if tag == "form":
            self._enters_form(known)
        if tag == "details":
            self.folds.append(len(self.out))
        self.out.append(self._rewritten(tag, known) if self._is_ours(known) else self.get_starttag_text())

    handle_startendtag = handle_starttag

    def _enters_form(self, known: dict) -> None:
        goes_to = known.get("action") or known.get("hx-post") or self.typed.page
        is_post = (known.get("method") or "").lower() == "post" or "hx-post" in known
        self.is_inside = is_post and urlsplit(goes_to).path == urlsplit(self.typed.action).path
        if self.is_inside:
            self.form_id = known.get("id") or ""
            for place in self.folds:
                self.out[place] = _opened(self.out[place])

    def _is_ours(self, known: dict) -> bool:
        belongs = known.get("form")
        return bool(self.form_id) and belongs == self.form_id if belongs else self.is_inside

    def _rewritten(self, tag: str, known: dict) -> str:
        name, kind = known.get("name") or "", (known.get("type") or "text").lower()
        if tag == "details":
            return _opened(self.get_starttag_text())
        if tag == "option" and self.select:
            return _tag(tag, _marked(known, "selected", self._is_chosen(self.select, known)))
        if tag in ("input", "button", "textarea", "select") and name:
            return self._field(tag, name, kind, known)
        return self.get_starttag_text()

    def _field(self, tag: str, name: str, kind: str, known: dict) -> str:
        self.placed.add(name)
        if tag == "button" or (tag == "input" and kind in LEFT_ALONE):
            return self.get_starttag_text()
        if tag == "select":
            self.select = name
            return self.get_starttag_text()
        if tag == "input" and kind in ONE_OF_SEVERAL:
            return _tag(tag, _marked(known, "checked", self._is_chosen(name, known)))
        value = self._next(name)
        if tag == "input":
            return _tag(tag, known | {"value": value})
        self.is_skipping = True
        return f"{self.get_starttag_text()}\n{escape(value)}"

    def _is_chosen(self, name: str, known: dict) -> bool:
        return (known.get("value") or "on") in self.values.get(name, [])

    def _next(self, name: str) -> str:
        values = self.values.get(name, [""])
        return values.pop(0) if len(values) > 1 else values[0]

    def handle_endtag(self, tag):
        if tag == "form":
            self.is_inside = False
        elif tag == "textarea":
            self.is_skipping = False
        elif tag == "select":
            self.select = ""
        elif tag == "details" and self.folds:
            self.folds.pop()
        self.out.append(f"</{tag}>")

    def _as_it_was(self, words: str) -> None:
        if not self.is_skipping:
            self.out.append(words)

    def handle_data(self, data):
        self._as_it_was(data)

    def handle_entityref(self, name):
        self._as_it_was(f"&{name};")

    def handle_charref(self, name):
        self._as_it_was(f"&#{name};")

    def handle_comment(self, data):
        self._as_it_was(f"<!--{data}-->")

    def handle_decl(self, decl):
        self._as_it_was(f"<!{decl}>")


def _tag(tag: str, known: dict) -> str:
    """A tag again, from its attributes."""
    written = "".join(f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in known.items())
    return f"<{tag}{written}>"


def _marked(known: dict, mark: str, is_chosen: bool) -> dict:
    others = {name: value for name, value in known.items() if name != mark}
    return others | {mark: None} if is_chosen else others


def _opened(details: str) -> str:
    return details if " open" in details else f"{details[:-1]} open>"
