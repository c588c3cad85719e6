"""Our own sentences on a page, without what people wrote and what places are called."""

import re
import warnings
from xml.etree.ElementTree import Element

import html5lib

from tests.pages.addresses import NAMES

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it still asks an older way for its own files
    import textstat

# What people wrote, in their words or as remembered, and what things and places are called.
WRITTEN_BY_PEOPLE = {"voice", "remembered", "written", "lines", "start-words", "letter"}
CALLED = {"leaflet", "chip", "facts", "step-words", "saying"}
UNSEEN = {"script", "style", "svg", "textarea", "option", "head", "table", "h3"}
BLOCKS = {"p", "li", "h1", "h2", "h3", "dt", "dd", "label", "legend", "button", "a", "div", "summary", "section"}
SENTENCE = re.compile(r"(?<=[.?!])\s+| · ")  # facts in a row are no sentence
QUOTED = re.compile(r"“[^”]*”")
DAYS = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
MONTHS = re.compile(r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b")
ENOUGH_WORDS = 6  # the formula is made for sentences; a label of three words it cannot judge


def sentences_of(html: str) -> list[str]:
    """Every sentence and label of ours, in order."""
    page = html5lib.parse(html, namespaceHTMLElements=False)
    found = [sentence for block in _blocks(page) for sentence in SENTENCE.split(block)]
    return [words for words in (QUOTED.sub("“it”", sentence).strip() for sentence in found) if words]


def _blocks(element: Element) -> list[str]:
    """The text of each smallest block."""
    blocks, line = [], ""

    def end() -> None:
        nonlocal line
        blocks.append(" ".join(line.split()))
        line = ""

    def walk(each: Element) -> None:
        nonlocal line
        if not isinstance(each.tag, str) or each.tag in UNSEEN or _is_theirs(each):
            return
        is_block = each.tag in BLOCKS and not (each.tag == "a" and line.strip())
        if is_block:
            end()
        line += each.text or ""
        for child in each:
            walk(child)
            line += child.tail or ""
        if is_block:
            end()

    walk(element)
    end()
    return [block for block in blocks if block]


def _is_theirs(each: Element) -> bool:
    classes = set(each.get("class", "").split())
    return bool(classes & (WRITTEN_BY_PEOPLE | CALLED)) or each.tag in ("blockquote", "figure")


def words_in(sentence: str) -> int:
    return len(re.findall(r"[\w’'-]+", sentence))


def grade_of(sentence: str) -> float:
    """School year of the sentence; a first name counts as one easy word, and a date is as easy on any day."""
    plain = re.sub(rf"\b({'|'.join(NAMES)})\b", "Sam", sentence)
    plain = DAYS.sub("Monday", MONTHS.sub("May", plain))
    return textstat.flesch_kincaid_grade(re.sub(r"\d[\d:.,]*", "ten", plain))


def is_graded(sentence: str) -> bool:
    return words_in(sentence) >= ENOUGH_WORDS
