"""HTML, as real directories hold it, to clean plain text; and the short text that people see first."""

import re
from html import unescape
from html.parser import HTMLParser
from itertools import chain, islice, zip_longest

SUMMARY_LENGTH = 220
LONGEST_TEXT = 100_000
SILENT = {"script", "style", "head", "title", "xml", "template", "svg"}
BLOCKS = {
    "p",
    "div",
    "section",
    "article",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "tr",
    "ul",
    "ol",
    "blockquote",
}
BULLET = "- "
# Each of these ends at the next "<" at the latest, so that no text, however it is made, is gone over again and again.
LOOKS_LIKE_HTML = re.compile(r"<\s{0,3}/?\s{0,3}[a-zA-Z!][^<>]*>")
OFFICE = re.compile(r"<!\[(?:if|endif)[^<>]*>|<\?xml[^<>]*>")
TAG = re.compile(r"""<(/?[a-zA-Z][^\s<>/"']*)(?:[^<>"']|"[^"<]*"|'[^'<]*')*+>""")
ODD_TAG = re.compile(r"<(?=[a-zA-Z/!?])(?!/?[a-zA-Z][^\s<>/\"']*/?>)")
ODD_TAGS = 20  # so many are read as well as can be; a text with more of them holds signs, not tags
BARE_TAG = re.compile(r"<(/?)([a-zA-Z][^\s<>/\"']*)(/?)>")
SPECIAL = {*SILENT, "textarea", "plaintext", "xmp", "iframe", "noembed", "noframes", "noscript"}
MARKS = frozenset("•·▪●◦‣*\u2043\u00b7")
BULLETS = re.compile(f"^[{''.join(sorted(MARKS))}]\\s*(?=\\w)")
ESCAPED_TWICE = re.compile(r"&(?:nbsp|amp|#\d+|[lr]squo);")
SPACES, ANY_SPACES, MANY_LINES = re.compile(r"[^\S\n]+"), re.compile(r"\s+"), re.compile(r"\n{3,}")
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9£#@])")
UNKEPT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")  # control signs and half letters
PLAIN_ALREADY = re.compile(r"[A-Za-z0-9£][A-Za-z0-9£.,:;/()@+'’-]*(?: [A-Za-z0-9£.,:;/()@+'’-]+)*")
INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ufffc\ufffd]")


# What a tag says where nothing is silent: ("", "br") where it begins, ("/", "p") where it ends.
SAID = {("", tag): "\n\n" for tag in BLOCKS} | {("/", tag): "\n\n" for tag in BLOCKS}
SAID |= {("", "li"): "\n" + BULLET, ("", "br"): "\n", ("", "td"): " ", ("", "th"): " "}


class _Plain(HTMLParser):
    """Gathers text; blocks become lines, list items become lines with a bullet."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag, attrs):
        if tag in SILENT:
            self.silent += 1
        elif said := SAID.get(("", tag)):
            self.pieces.append(said)

    def handle_endtag(self, tag):
        if tag in SILENT:
            self.silent = max(0, self.silent - 1)
        elif said := SAID.get(("/", tag)):
            self.pieces.append(said)

    def handle_data(self, data):
        if not self.silent:
            self.pieces.append(_flat(data))


def plain_text(written: object) -> str:
    """Clean text with paragraphs as blank lines and bullets as "- " lines. "" for nothing."""
    if not written:
        return ""
    text = str(written)[: LONGEST_TEXT * 4]
    if "<" in text and LOOKS_LIKE_HTML.search(text):
        text = _from_html(text)
    elif "&" in text:
        text = unescape(text)
    return _tidy(text)[:LONGEST_TEXT].rstrip()


def _from_html(text: str) -> str:
    pieces = BARE_TAG.split(text)
    if _is_simple(pieces):
        return _of_simple(pieces)
    bare = _bare(OFFICE.sub(" ", _without_comments(text)))
    pieces = BARE_TAG.split(bare)
    if _is_simple(pieces):
        return _of_simple(pieces)
    parser = _Plain()
    parser.feed(bare)
    parser.close()
    return "".join(parser.pieces)


def _is_simple(pieces: list[str]) -> bool:
    """Nothing but words and tags that are whole, and none within which words mean something else. Most texts are."""
    return not any("<" in words for words in pieces[::4]) and SPECIAL.isdisjoint(map(str.lower, pieces[2::4]))


def _of_simple(pieces: list[str]) -> str:
    """What the parser would gather, without its search for everything else that pages may hold."""
    gathered = [_flat(unescape(words) if "&" in words else words) for words in pieces[::4]]
    said = map(_said, pieces[1::4], pieces[2::4], pieces[3::4])
    return "".join(chain.from_iterable(zip_longest(gathered, said, fillvalue="")))


def _said(slash: str, name: str, end: str) -> str:
    """What a whole tag says: one that ends itself, as “<p/>”, begins and ends."""
    tag = name.lower()
    return SAID.get((slash, tag), "") + (SAID.get(("/", tag), "") if end and not slash else "")


def _flat(words: str) -> str:
    """Each stretch of spaces and line ends as one space. Printable words hold no space but the usual one."""
    return words if "  " not in words and words.isprintable() else ANY_SPACES.sub(" ", words)


def _without_comments(text: str) -> str:
    pieces, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        pieces += [text[at:start], " "]
        at = end + len("-->")
    return "".join(pieces) + text[at:]


def _bare(text: str) -> str:
    """Tags without what stands in them, which nobody reads. The parser looks for the end of an open one again at
    every tag, which can take minutes: where many are open they are signs."""
    text = TAG.sub(lambda tag: f"<{tag[1]}{'/' * tag[0].endswith('/>')}>", text)
    has_many = sum(1 for _ in islice(ODD_TAG.finditer(text), ODD_TAGS + 1)) > ODD_TAGS
    return ODD_TAG.sub("&lt;", text) if has_many else text


def _tidy(text: str) -> str:
    text = _printable(unescape(text) if "&" in text and ESCAPED_TWICE.search(text) else text)
    if "  " in text or not _is_plain(text):
        text = SPACES.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [line.strip() for line in text.split("\n")]
    lines = [BULLETS.sub(BULLET, line) if line[:1] in MARKS else line for line in lines]
    lines = ["" if line == "-" else line for line in lines]
    return MANY_LINES.sub("\n\n", "\n".join(lines)).strip()


def _printable(text: str) -> str:
    """Without control characters, half letters and invisible marks that databases and pages choke on."""
    if not text.isascii():
        text = INVISIBLE.sub("", text.replace("\u2028", "\n").replace("\u2029", "\n"))
    return text if _is_plain(text) else UNKEPT.sub("", text)


def _is_plain(text: str) -> bool:
    """Nothing but signs that can be seen, usual spaces and line ends, as nearly all are: this is looked at quickly."""
    return text.replace("\n", "").isprintable()


def one_line(written: object, longest: int = 300) -> str:
    """The same on one line, for names and short fields."""
    if isinstance(written, str) and PLAIN_ALREADY.fullmatch(written):  # as most are: nothing has to be tidied
        return written[:longest].rstrip()
    return " ".join(plain_text(written).split())[:longest].rstrip()


def summary_of(long_text: str, name: str = "") -> str:
    """The first sentences, at most about 220 letters, ending at a sentence or at a word with "…"."""
    flat = _flowing(long_text, name)
    if len(flat) <= SUMMARY_LENGTH:
        return flat
    kept = ""
    for sentence in SENTENCE_END.split(flat):
        if kept and len(kept) + 1 + len(sentence) > SUMMARY_LENGTH:
            return kept
        kept = f"{kept} {sentence}".strip()
        if len(kept) > SUMMARY_LENGTH:
            break
    if len(kept) <= SUMMARY_LENGTH:
        return kept
    return kept[: SUMMARY_LENGTH - 1].rsplit(" ", 1)[0].rstrip(",;:-– ") + "…"


def _flowing(long_text: str, name: str) -> str:
    """One flowing line: each line ends like a sentence; a first line that repeats the name goes."""
    lines = [line.removeprefix(BULLET) for line in long_text.split("\n") if line.strip()]
    if len(lines) > 1 and lines[0].casefold().strip(" .:!*") == name.casefold().strip(" .:!*"):
        lines = lines[1:]
    joined = [
        line if line[-1] in ".!?:;,…" or number == len(lines) else line + "." for number, line in enumerate(lines, 1)
    ]
    return " ".join(" ".join(joined).split())
