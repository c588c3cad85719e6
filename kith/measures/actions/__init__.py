"""What can happen to small measures, and to what is answered in them."""

from .answering import answer
from .goals import rate, reach, set_levels
from .keeping import bring_in_ours, load_pack, switch_off, switch_on
from .putting_off import put_off, put_off_in_other_words, take_back_put_off
from .putting_right import put_right
from .reminding import choose_months, nudge, nudge_all, stop_reminding
from .whose import keep_to_oneself, let_others_see, seen, withdraw

__all__ = [
    "answer",
    "bring_in_ours",
    "choose_months",
    "keep_to_oneself",
    "let_others_see",
    "load_pack",
    "nudge",
    "nudge_all",
    "put_off",
    "put_off_in_other_words",
    "put_right",
    "rate",
    "reach",
    "seen",
    "set_levels",
    "stop_reminding",
    "switch_off",
    "switch_on",
    "take_back_put_off",
    "withdraw",
]
