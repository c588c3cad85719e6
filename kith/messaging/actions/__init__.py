"""What can happen to messages."""

from .arriving import arrive, arrive_email, begin_mailbox, not_taken_in, note_unread, read_up_to
from .letters import letter_posted, letter_seen_to, note_receipt, open_letter, send_letter_again
from .passing_on import hand_to, look_sooner, pass_on_what_waits
from .phrases import keep_phrase, put_phrase_away
from .places import pass_on_what_a_place_wrote, say_what_it_meant
from .replying import answer, keep_found, leave_found, mark_read, put_to
from .rereading import try_again_to_read
from .sorting import know_sender, set_aside
from .taking_in import take_in
from .words_to_team import know_whom, read_word, set_word_aside, tell_team
from .writing import note_told, write

__all__ = [
    "answer",
    "arrive",
    "arrive_email",
    "begin_mailbox",
    "hand_to",
    "keep_found",
    "keep_phrase",
    "know_sender",
    "know_whom",
    "leave_found",
    "letter_posted",
    "letter_seen_to",
    "look_sooner",
    "mark_read",
    "not_taken_in",
    "note_receipt",
    "note_told",
    "note_unread",
    "open_letter",
    "pass_on_what_a_place_wrote",
    "pass_on_what_waits",
    "put_phrase_away",
    "put_to",
    "read_up_to",
    "read_word",
    "say_what_it_meant",
    "send_letter_again",
    "set_aside",
    "set_word_aside",
    "take_in",
    "tell_team",
    "try_again_to_read",
    "write",
]
