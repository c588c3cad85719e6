"""What was typed, as a plain sentence: text-speak written out, “do not” as “dont”, clause marks and pounds kept."""

import re
import tomllib
from functools import cache
from pathlib import Path

from .words import plain

FILE = Path(__file__).with_name("spoken.toml")
NOT = re.compile(r"\b(do|does|did|ca|can|could|wo|would|should|is|are|was|were|have|has|had|must|need) ?not\b")
SHORTENED = {"ca": "cant", "can": "cant", "wo": "wont"}
THE = re.compile(r"(?<![\w'’])th?['’](?=\w)", re.IGNORECASE)  # “down t'pub”
MINE = re.compile(  # “me back”, as many people say it
    r"\bme (?=(?:own |old |bad |poor |dear )?(?:mum|mam|mother|dad|father|son|daughter|"
    r"lad|lads|wife|husband|hubby|missus|brother|sister|nan|nana|gran|grandad|grandma|partner|family|kids|mates?|"
    r"pals?|neighbours?|dog|cat|back|knees?|hips?|legs?|feet|hands?|heart|chest|lungs|eyes|ears|head|nerves|joints|"
    r"weight|breath|breathing|hearing|sight|memory|mind|house|flat|room|home|garden|bike|phone|tablet|laptop|money|"
    r"rent|bills?|job|work|week|life|confidence|drinking|gambling|own)\b)"
)
ANOTHER_MARK = re.compile(r"[^\w£.,;:!?\n]+")


@cache
def _short() -> tuple[re.Pattern, dict[str, str]]:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))["short"]
    longest_first = sorted(table, key=len, reverse=True)
    return re.compile(rf"(?<![\w£.])(?:{'|'.join(map(re.escape, longest_first))})(?![\w.]\w)(?!\w)"), table


def sentence(text: str) -> str:
    """Lower case, without accents and apostrophes; commas stand by themselves."""
    pattern, table = _short()
    written = " ".join(ANOTHER_MARK.sub(" ", plain(THE.sub("the ", text))).replace(",", " , ").split())
    written = pattern.sub(lambda found: table[found[0]], written)
    written = MINE.sub("my ", written)
    return NOT.sub(lambda found: SHORTENED.get(found[1], f"{found[1]}nt"), written)
