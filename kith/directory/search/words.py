"""Text to plain words and their stems; the same for listings and for what people type, on both databases."""

import re
import tomllib
import unicodedata
from functools import lru_cache
from pathlib import Path

LONGEST_WORD = 60
TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
PLAIN_TOKEN = re.compile("[A-Za-z0-9]+")  # the same where there are no other letters
APOSTROPHES = re.compile(r"(?<=\w)['’‘`´](?=\w)")
JOINED = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)+")
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
HYPHENS = frozenset("-‐‑")
VOWEL = re.compile(r"[aeiouy]")

_KEPT = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
STOP = frozenset(_KEPT["stop"].split())
NOT_REFUSED = frozenset(_KEPT["not_refused"].split())
NEGATIONS, FAINT = (frozenset(_KEPT[name].split()) for name in ("negations", "faint"))
NOT_ALONE, HOW = (frozenset(_KEPT[name].split()) for name in ("not_alone", "how"))
IRREGULAR = {word: stem for stem, written in _KEPT["stems"].items() for word in written.split()}


def plain(text: str) -> str:
    """Lower case, without accents; apostrophes inside words go, so that “men’s” is “mens”."""
    if text.isascii():
        return APOSTROPHES.sub("", text.lower()) if "'" in text or "`" in text else text.lower()
    spread = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text.casefold()))
    return spread if spread.isascii() else BEYOND_ASCII.sub(_without_accents, spread)


def _without_accents(letters: re.Match) -> str:
    return "".join(letter for letter in letters[0] if not unicodedata.combining(letter))


def tokens(text: str) -> list[str]:
    """The plain words of a text, in order."""
    words = plain(text)
    return [word[:LONGEST_WORD] for word in (PLAIN_TOKEN if words.isascii() else TOKEN).findall(words)]


def stems(text: str) -> list[str]:
    """The stems of a text's words, in order, stop words included."""
    return [stem(word) for word in tokens(text)]


def telling_stems(text: str) -> list[str]:
    """The stems of the words that say something."""
    return [stem(word) for word in tokens(text) if word not in STOP]


def joined(text: str) -> dict[str, tuple[str, ...]]:
    """Words written with a hyphen, as one word, with their parts: “kick-boxing” is "kickboxing" too."""
    if HYPHENS.isdisjoint(text):
        return {}
    parts = [tuple(tokens(word)) for word in JOINED.findall(plain(text))]
    return {"".join(each)[:LONGEST_WORD]: each for each in parts}


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A light English stem: plurals, -ing, -ed and a last -e go. Other words stay as they are."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) <= 3 or not (word.isascii() and word.isalpha()):
        return word
    return _without_e(_without_ending(_singular(word)))


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if re.search(r"(?:ss|sh|ch|x|zz)es$", word):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_ending(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and VOWEL.search(rest) and not word.endswith("eed"):
            return rest[:-1] if re.search(r"([bdgmnprt])\1$", rest) else rest
    return word


def _without_e(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


FRAME, OF_A_LOSS, MEANT, MANY_MEANINGS = (
    frozenset(map(stem, _KEPT[name].split())) for name in ("frame", "of_a_loss", "meant", "many_meanings")
)
