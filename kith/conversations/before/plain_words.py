"""Words before a meeting name no service, no judging and no money: they may be read over somebody's shoulder."""

import re
from collections.abc import Iterable

from kith.introductions.wording import service_words

MONEY = re.compile(r"[£€]\s?\d|\b\d[\d,.]*\s?(?:pounds?|pence|p|k)\b", re.IGNORECASE)
JUDGING = re.compile(r"\b(?:review\w*|evaluat\w*|judg\w*|eligib\w*|panel)\b", re.IGNORECASE)


def telling_words(text: str, *, apart_from: Iterable[str] = (), names: Iterable[str] = ()) -> list[str]:
    """Words that would tell of a service, of judging, or of an amount. `names`: of services, never said."""
    named = [name for name in names if name and name.casefold() in text.casefold()]
    judging = [found.group(0).lower() for found in JUDGING.finditer(text)]
    money = [found.group(0) for found in MONEY.finditer(text)]
    return list(dict.fromkeys([*named, *judging, *money, *service_words(text, apart_from=apart_from)]))


def is_plain(text: str, *, names: Iterable[str] = ()) -> bool:
    """Whether it may stand where anybody may read it."""
    return not telling_words(text, names=names)
