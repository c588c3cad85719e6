"""What can happen to people, teams and relations."""

from .accounts import add_account, first_manager
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
    "revoke",
    "send_code",
    "stop_links",
]
