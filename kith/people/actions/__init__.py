"""What can happen to people, teams and relations."""

from .accounts import add_account, first_manager
from .cards import print_card, stop_card, use_card
from .links import give_link, move_links, stop_links
from .looks import choose_look
from .relations import (
    also_work_with,
    appoint_manager,
    cover,
    create_team,
    end,
    join_team,
    let_in,
    open_partnership,
)
from .shares import agree, revoke
from .signing_in import note_sign_in, send_code
from .unlocking import set_unlock_number

__all__ = [
    "add_account",
    "agree",
    "also_work_with",
    "appoint_manager",
    "choose_look",
    "cover",
    "create_team",
    "end",
    "first_manager",
    "give_link",
    "join_team",
    "let_in",
    "move_links",
    "note_sign_in",
    "open_partnership",
    "print_card",
    "revoke",
    "send_code",
    "set_unlock_number",
    "stop_card",
    "stop_links",
    "use_card",
]
