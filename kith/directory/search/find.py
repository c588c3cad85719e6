"""The search of the table and of the command line: words in, listings with reasons out.

What is said is understood (`asked`), looked up (`lookup`), loaded (`documents`), scored and chosen (`choosing`), and
told with its reasons (`telling`)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from .asked import Asked, understand
from .choosing import parted
from .close import close_to
from .documents import documents
from .found import Found, Looked, Reason
from .help_first import without_harm, without_what_is_pointless
from .likely import with_likely
from .lookup import NEAR_MILES, keys_of_each
from .own_words import bring_up_to_date, heard_whole
from .places import Point
from .scoring import Scored
from .sought import sought_in, stems_of
from .telling import Chosen, chosen_of_each, tell
from .understood import facts_of, reach_in, with_heard, without
from .wanting import Wishes
from .weights import rarity_of, spelt_among

__all__ = ["Chosen", "Found", "Looked", "Reason", "Wishes", "choose_for_each", "find", "look", "look_for_each"]


def find(  # noqa: PLR0913 - keyword-only: what may be asked for
    words: str,
    *,
    near: Point | None = None,
    within_miles: float | None = None,
    free: bool = False,
    days: Iterable[int] = (),
    limit: int = 20,
    avoid: Iterable[str] = (),
    leave_out: Iterable[str] = (),
) -> list[Found]:
    """Live listings that fit, the best first, each with at least one reason.

    `free` and `days` (0 is Monday) filter: what is known or may be so stays, what is not known goes.
    Days, hours and prices in the words only put the fitting ones first; refusals take away.
    `avoid` are lines on what does not help; `leave_out` are public ids. Listings without a place stay,
    also with `within_miles`, and have no miles.
    """
    wishes = Wishes(near, within_miles, free, frozenset(days), limit, frozenset(leave_out))
    return look(words, wishes, avoid).found


def look(words: str, wishes: Wishes, avoid: Iterable[str] = ()) -> Looked[Found]:
    """The same, with what was kept away because of `avoid` beside it."""
    return look_for_each([(words, wishes)], avoid)[0]


def look_for_each(asks: Sequence[tuple[str, Wishes]], avoid: Iterable[str] = ()) -> list[Looked[Found]]:
    """Many at once. However many there are, it takes as many looks as one."""
    chosen = choose_for_each(asks, avoid)
    told = iter(tell([one for each in chosen for part in (each.found, each.kept_away) for one in part]))
    return [
        Looked([next(told) for _ in each.found], [next(told) for _ in each.kept_away], each.facts) for each in chosen
    ]


def choose_for_each(
    asks: Sequence[tuple[str, Wishes]], avoid: Iterable[str] = (), beside: Sequence[Chosen] = ()
) -> list[Looked[Chosen]]:
    """The same before it is told, for whoever shows only some of it. `beside`: what may be told with them.
    No listing is ranked by words about harm: where nothing else was said, nothing is found."""
    bring_up_to_date()
    kept = [without_what_is_pointless(without_harm(words)) for words, _ in asks]
    whole = [heard_whole(reach_in(words)[0]) for words in kept]
    said = [words for words, _ in whole]
    how_spelt, away = spelt_among(said), tuple(avoid)
    heard = [with_likely(with_heard(understand(words, away, how_spelt), own)) for words, own in whole]
    asked = [without(each, wishes.taken_off) for each, (_, wishes) in zip(heard, asks, strict=True)]
    looked = _look([(each, wishes) for each, (_, wishes) in zip(asked, asks, strict=True)], beside)
    return [
        replace(each, facts=facts_of(words, how)) if rest or not typed.strip() else Looked([], [])
        for each, words, how, rest, (typed, _) in zip(looked, said, heard, kept, asks, strict=True)
    ]


def _look(asks: Sequence[tuple[Asked, Wishes]], beside: Sequence[Chosen]) -> list[Looked[Chosen]]:
    rarity = rarity_of({stem for asked, _ in asks for stem in stems_of(sought_in(asked))})
    keys = keys_of_each(asks, rarity)
    close = close_to([(asked, wishes.near, wishes.within_miles or NEAR_MILES) for asked, wishes in asks], keys)
    keys = [list(dict.fromkeys([*mine, *closest])) for mine, closest in zip(keys, close, strict=True)]
    found = documents({key for each in keys for key in each})
    parts_of_each = [
        parted([Scored(found[key], meaning=closest.get(key, 0.0)) for key in mine if key in found], ask, rarity)
        for ask, mine, closest in zip(asks, keys, close, strict=True)
    ]
    return chosen_of_each([(parts, *ask) for parts, ask in zip(parts_of_each, asks, strict=True)], beside)
