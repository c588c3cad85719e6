"""Text to plain words and their stems; the same for listings and for what people type, on both databases."""

import re
import unicodedata
from functools import lru_cache

LONGEST_WORD = 60
TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
APOSTROPHES = re.compile(r"(?<=\w)['’‘`´](?=\w)")
VOWEL = re.compile(r"[aeiouy]")

STOP = frozenset(
    """
    a about after again all also always am an and any anybody anyone anything are around as at be because been
    before being but by bit can cannot cant come could couldnt day days did do does doesnt doing done dont each else enjoy
    enjoys enough ever every everything feel few find fond for from get gets getting give go goes going good got had has have
    havent having he help her here hers him his how i id if ill im in interested into is isnt it its ive just keen
    kind know like liked likes little local locally look looking lot lots love loved loves lovely made make making many
    may maybe me more most much my myself near nearby need needs never new nice no not nothing now of off ok
    old on once one ones only or other others our ourselves out over own perhaps place places please quite rather
    really same see she should show since small so some somebody someone something sometimes somewhere sort
    start stuff such take than that the their them then there these they thing things think this those
    though through time times to together too town try trying two up us used using usually very want wanted wants was way
    we well went were what when where which while who why will wish with within without wont would wouldnt
    year years yes you your
    """.split()
)

IRREGULAR = {
    "men": "man", "mens": "man", "women": "woman", "womens": "woman", "children": "child", "childrens": "child",
    "kids": "child", "kid": "child", "singer": "sing", "singers": "sing", "sung": "sing", "walker": "walk",
    "walkers": "walk", "runner": "run", "runners": "run", "dancer": "danc", "dancers": "danc",
    "knitter": "knit", "knitters": "knit", "gardener": "garden", "gardeners": "garden", "painter": "paint",
    "painters": "paint", "writer": "writ", "writers": "writ", "swimmer": "swim", "swimmers": "swim",
    "cookery": "cook", "photography": "photo", "photographic": "photo", "photograph": "photo",
    "photographs": "photo", "photographer": "photo", "photographers": "photo", "loneliness": "lonely",
    "lonesome": "lonely", "isolation": "isolat", "cyclist": "cycl", "cyclists": "cycl", "biking": "bike",
    "musical": "music", "musician": "music", "musicians": "music", "died": "die", "dying": "die", "dogs": "dog",
    "evening": "evening", "evenings": "evening", "morning": "morning", "mornings": "morning",
    "wedding": "wedding", "weddings": "wedding", "parkrun": "parkrun", "movies": "movie", "movie": "movie",
    "trains": "trains", "training": "training", "trainings": "training", "trainer": "training", "trained": "training",
    "meeting": "meeting", "meetings": "meeting", "cookies": "cookie", "cookie": "cookie", "building": "building", "buildings": "building",
}  # fmt: skip


def plain(text: str) -> str:
    """Lower case, without accents; apostrophes inside words go, so that “men’s” is “mens”."""
    spread = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text.casefold()))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def tokens(text: str) -> list[str]:
    """The plain words of a text, in order."""
    return [word[:LONGEST_WORD] for word in TOKEN.findall(plain(text))]


def stems(text: str) -> list[str]:
    """The stems of a text's words, in order, stop words included."""
    return [stem(word) for word in tokens(text)]


def telling_stems(text: str) -> list[str]:
    """The stems of the words that say something."""
    return [stem(word) for word in tokens(text) if word not in STOP]


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
