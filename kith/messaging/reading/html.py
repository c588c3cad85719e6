"""The text of an email that was written as HTML: paragraphs and lines kept, quoted parts marked as quoted.

Every sign is looked at once. The standard library's HTML parser takes minutes over "<div <div <div", and cleaners
take seconds over sixty thousand boxes in boxes; nothing of a stranger's is shown as HTML, so the text is all we need.
"""

import re
from html import unescape

from .text import LONGEST_TEXT

LONGEST_HTML = 500_000
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)((?>[^<>\"']+|\"[^\"]*\"|'[^']*')*+)[^<>]*+>")
ENDLESS_NUMBER = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")
SPACES = re.compile(r"[ \t\n\r\f]+")
SILENT = {"head", "script", "style", "title", "svg", "template", "object"}
LINES = {"div", "tr", "li", "dt", "dd", "table", "section", "article", "center", "address", "pre", "hr", "blockquote"}
PARAGRAPHS = {"p", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"}
INDENTED = re.compile(r"border\s*:\s*none|border-left\s*:\s*(?:none|0)", re.IGNORECASE)  # an indent, not a quote
WHAT_FOLLOWS_IS_OLD = re.compile(
    r"\bid\s*=\s*[\"']?(?:divRplyFwdMsg|x_divRplyFwdMsg|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION)"
    r"|\bclass\s*=\s*[\"']?(?:yahoo_quoted|OutlookMessageHeader)",
    re.IGNORECASE,
)
A_SIGNATURE = re.compile(r"\bclass\s*=\s*[\"']?(?:gmail_signature|moz-signature)\b", re.IGNORECASE)
OLD_BELOW = "-----Original Message-----"


class _Writer:
    """Lines as they come to stand one below the other."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.boxes: list[bool] = []  # blockquotes that are open, and whether each is a quote
        self.depth = 0  # how many of them are
        self.as_typed = 0  # within <pre>
        self.letters = 0  # so many were written

    def words(self, text: str) -> None:
        self.letters += len(text)
        first, *more = text.split("\n") if self.as_typed else [SPACES.sub(" ", text)]
        if self.line or first.strip(" "):
            self.line.append(first if self.line or self.as_typed else first.lstrip(" "))
        for line in more:
            self.end_line(even_if_empty=True)
            self.line = [line] if line else []

    def end_line(self, *, even_if_empty: bool = False) -> None:
        text = "".join(self.line).replace("\xa0", " ").rstrip(" ")
        text = text if self.as_typed else text.lstrip(" ")
        if text or even_if_empty:
            depth = min(self.depth, 5)
            text = "-- " if text == "--" else text
            self.lines.append(">" * depth + (" " if depth else "") + text)
        self.line = []

    def quote(self, closes: bool, more: str) -> None:
        if not closes:
            self.boxes.append(not INDENTED.search(more))
            self.depth += self.boxes[-1]
        elif self.boxes:
            self.depth -= self.boxes.pop()

    def signature(self) -> None:
        if not self.lines or self.lines[-1] != "-- ":
            self.lines.append("-- ")

    def paragraph(self) -> None:
        self.end_line()
        if self.lines and self.lines[-1].strip("> "):
            self.end_line(even_if_empty=True)


def text_of(html: str) -> str:
    """What a reader would see, as lines; quoted ones begin with “>”."""
    writer, at = _Writer(), 0
    html = html[:LONGEST_HTML]
    while (start := html.find("<", at)) >= 0 and writer.letters <= LONGEST_TEXT * 2:
        writer.words(_read(html[at:start]))
        at = _past_tag(writer, html, start)
    writer.words(_read(html[at:]))
    writer.end_line()
    return "\n".join(writer.lines)


def _read(text: str) -> str:
    return unescape(ENDLESS_NUMBER.sub("", text))


def _past_tag(writer: _Writer, html: str, start: int) -> int:
    """Does what the tag here says, and answers where the text goes on."""
    if html.startswith("<!--", start):
        end = html.find("-->", start)
        return end + 3 if end >= 0 else len(html)
    if html.startswith(("<!", "<?"), start):
        end = html.find(">", start)
        return end + 1 if end >= 0 else len(html)
    tag = TAG.match(html, start)
    if not tag:
        writer.words("<")
        return start + 1
    closes, name = bool(tag[1]), tag[2].lower()
    if name in SILENT and not closes and not tag[3].endswith("/"):
        return _past_silence(html, name, tag.end())
    _write(writer, name, closes, tag[3])
    return tag.end()


def _past_silence(html: str, name: str, at: int) -> int:
    end = re.compile(rf"</{name}\b[^<>]*+>|<body\b", re.IGNORECASE).search(html, at)
    if not end:
        return len(html)
    return end.start() if end[0][1] != "/" else end.end()


def _write(writer: _Writer, name: str, closes: bool, more: str) -> None:
    if name == "pre" and closes:
        writer.end_line()
        writer.as_typed = max(0, writer.as_typed - 1)
    elif name == "br":
        writer.end_line(even_if_empty=True)
    elif name in PARAGRAPHS:
        writer.paragraph()
    elif name in LINES:
        writer.end_line()
    elif name in ("td", "th"):
        writer.words(" ")
    if name == "blockquote":
        writer.quote(closes, more)
    elif name == "pre" and not closes:
        writer.as_typed += 1
    elif name == "li" and not closes:
        writer.words("- ")
    if not closes and WHAT_FOLLOWS_IS_OLD.search(more):
        writer.lines.append(OLD_BELOW)
    elif not closes and A_SIGNATURE.search(more):
        writer.end_line()
        writer.signature()
