"""What can happen to people, teams and relations."""

from .accounts import add_account, first_manager
from .authorities import end_authority, put_in_use, put_out_of_use, see_paper, write_authority
from .away import be_away, come_back_early
from .cards import print_card, stop_card, use_card
from .hearing import choose_what_to_hear
from .keeping_away import keep_away, let_back, say_they_know
from .links import ask_each_through, ask_through, give_link, move_links, stop_every_link, stop_link, stop_links
from .looks import choose_look
from .notebooks import invite_individual, open_notebook
from .pointers import put_pointer_away
from .profile import show_interests
from .reaching import change_reach, keep_wishes
from .relations import appoint_manager, create_team, end, join_team, open_partnership
from .saying_why import say_why
from .setting_out import set_out_from
from .shares import agree, end_share, revoke
from .signing_in import note_sign_in, send_code
from .supporters import ask_before_the_end, come_in, hold_back, let_go_on, let_see, say_own_needs
from .teams import change_ways, end_keeping, invite_worker, leave_team, make_team, name_keeper
from .together import also_invite, also_work_with, cover, find_worker, hand_over_partnership
from .unlocking import set_unlock_number
from .urgent import agree_to_tell_later, climb_looks, close_look, go_over, look_urgently, tell_later
from .writing import send_exactly, tell_at_once, tell_their_worker, write_to, write_to_worker

__all__ = [
    "add_account",
    "agree",
    "agree_to_tell_later",
    "also_invite",
    "also_work_with",
    "appoint_manager",
    "ask_before_the_end",
    "ask_each_through",
    "ask_through",
    "be_away",
    "change_reach",
    "change_ways",
    "choose_look",
    "choose_what_to_hear",
    "climb_looks",
    "close_look",
    "come_back_early",
    "come_in",
    "cover",
    "create_team",
    "end",
    "end_authority",
    "end_keeping",
    "end_share",
    "find_worker",
    "first_manager",
    "give_link",
    "go_over",
    "hand_over_partnership",
    "hold_back",
    "invite_individual",
    "invite_worker",
    "join_team",
    "keep_away",
    "keep_wishes",
    "leave_team",
    "let_back",
    "let_go_on",
    "let_see",
    "look_urgently",
    "make_team",
    "move_links",
    "name_keeper",
    "note_sign_in",
    "open_notebook",
    "open_partnership",
    "print_card",
    "put_in_use",
    "put_out_of_use",
    "put_pointer_away",
    "revoke",
    "say_own_needs",
    "say_they_know",
    "say_why",
    "see_paper",
    "send_code",
    "send_exactly",
    "set_out_from",
    "set_unlock_number",
    "show_interests",
    "stop_card",
    "stop_every_link",
    "stop_link",
    "stop_links",
    "tell_at_once",
    "tell_later",
    "tell_their_worker",
    "use_card",
    "write_authority",
    "write_to",
    "write_to_worker",
]
