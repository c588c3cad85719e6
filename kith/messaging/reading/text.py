"""Bytes and letters from anywhere, made into text that a page and a database can hold."""

import codecs
import re

LONGEST_TEXT = 50_000
NOT_KEPT = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060-\u2064\ufeff\ufff9-\ufffc\ufffe\uffff\ud800-\udfff]"
)
TURNS_THE_WRITING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # makes words look other than they are
LINE_END = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
A_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:+-]{0,39}")
ONE_BYTE = re.compile(r"ascii|iso8859|cp125|latin")  # so often said of what is UTF-8 in truth that this is tried first
MORE_BYTES = re.compile(
    r"utf|iso2022|cp\d|koi8|gb|big5|shift_jis|euc_|mac-|hz|tis-620|johab|kz1048|ptcp154", re.IGNORECASE
)


def decoded(data: bytes, charset: str = "", *, is_cut: bool = False) -> str:
    """The text of these bytes: as they say they are written, or else as they look. A letter cut through is left off."""
    codec = _codec(charset)
    for name in ("utf-8", codec) if ONE_BYTE.match(codec) else (codec, "utf-8"):
        try:
            return codecs.getincrementaldecoder(name)().decode(data, final=not is_cut)
        except (UnicodeError, AttributeError):
            continue
    return _as_it_looks(data, codec)


def _as_it_looks(data: bytes, codec: str) -> str:
    """Where the label is wrong: most letters right is better than every one."""
    text = data.decode(codec, errors="replace")
    read = sum(not letter.isascii() for letter in text)
    return text if text.count("\ufffd") * 2 < read else data.decode("cp1252", errors="replace")


def _codec(charset: str) -> str:
    """A way of writing letters that Python knows. Its other codecs unpack or compute, and are not for strangers."""
    if A_NAME.fullmatch(charset):
        try:
            name = codecs.lookup(charset).name
        except (LookupError, ValueError):
            return "cp1252"
        if name not in ("ascii", "iso8859-1") and (ONE_BYTE.match(name) or MORE_BYTES.match(name)):
            return name
    return "cp1252"


def cleaned(text: str) -> str:
    """Lines end in one way; control signs, half letters and what turns the writing round are gone."""
    text = LINE_END.sub("\n", text)
    return TURNS_THE_WRITING.sub("", NOT_KEPT.sub("", text))


def tidied(text: str) -> str:
    """The same without blank lines around, and with one at most between."""
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")


def one_line(text: str, longest: int) -> str:
    """The same on one line."""
    return " ".join(cleaned(text).split())[:longest].rstrip()
