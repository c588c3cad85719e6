"""The line above an old message that says who wrote it and when: “On Tuesday, Kith wrote:”.

Two know it. Our own table knows who wrote, in many languages. Where it does not know the word, the library
`mailparser_reply` is asked, about this one line alone: on a whole text it takes minutes over some input, and takes
“Taking the bus” for a Danish farewell.
"""

import re

from mailparser_reply import EmailReplyParser
from mailparser_reply.constants import MAIL_LANGUAGES

from .languages import OPENS, WROTE, words

LONGEST = 300
MOST_ASKED = 20
MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069*]")
SAYS_WROTE = re.compile(rf"(?<!\w)(?:{'|'.join(words(WROTE))})|(?:写道|寫道|작성)", re.IGNORECASE)
BEGINS = re.compile(rf"(?:{'|'.join(words(OPENS))})\b[\s.,،]*+\S", re.IGNORECASE)
ADDRESS = re.compile(r"[^\s<>@]{1,64}@[^\s<>@]{1,190}")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d\d(?!\d)")
TIME = re.compile(r"(?<!\d)\d{1,2}[:.]\d\d(?!\d)")
LANGUAGES = [language for language in MAIL_LANGUAGES if language != "david"]


class Attributions:
    """Recognises such lines in one text, and counts how often the library was asked."""

    def __init__(self) -> None:
        self.left = MOST_ASKED

    def ending_at(self, lines: list[str], last: int, *, quoted_below: bool) -> int | None:
        """Where the attribution begins that ends in this line; None when it is none."""
        if not _plain(lines[last]).endswith((":", "：")):
            return None
        firsts = [
            first for first in range(last, max(last - 3, -1), -1) if all(line.strip() for line in lines[first:last])
        ]
        joined = {first: _plain(" ".join(line.strip() for line in lines[first : last + 1])) for first in firsts}
        sure = [first for first in firsts if self._is_sure(joined[first])]
        opened = [first for first in sure if BEGINS.match(joined[first])]
        if opened or sure:
            return (opened or sure)[0]
        return last if quoted_below and _is_likely(joined[last]) else None

    def _is_sure(self, line: str) -> bool:
        """It names an address or a full date, and says that somebody wrote."""
        if len(line) > LONGEST:
            return False
        address, year = ADDRESS.search(line), YEAR.search(line)
        if not (address or (year and (TIME.search(line) or BEGINS.match(line)))):
            return False
        return bool(SAYS_WROTE.search(line)) or bool(address and year) or self._library_knows(line)

    def _library_knows(self, line: str) -> bool:
        self.left -= 1
        if self.left < 0:
            return False
        replies = EmailReplyParser(languages=list(LANGUAGES)).read(f"Hello\n\n{line}\n> Hello").replies
        return any(reply.headers == line for reply in replies)


def _plain(line: str) -> str:
    return " ".join(MARKS.sub("", line[-LONGEST - 1 :]).split())


def _is_likely(line: str) -> bool:
    """With quoted lines right below, less is enough: a number, an address or a word for writing."""
    return len(line) <= LONGEST and bool(re.search(r"\d|@", line) or SAYS_WROTE.search(line))
