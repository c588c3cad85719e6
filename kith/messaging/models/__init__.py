"""What we remember of messages, of what came in, and of what is waited for."""

from .arrival import Arrival, MailboxMark
from .asking import Ask, Question
from .message import ABOUT, Attachment, Message
from .phrase import Phrase
from .reminding import Reminder, ReminderWishes, Sweep, WorkerWishes
from .word import WordToTeam

__all__ = [
    "ABOUT",
    "Arrival",
    "MailboxMark",
    "Ask",
    "Attachment",
    "Message",
    "Phrase",
    "Question",
    "Reminder",
    "ReminderWishes",
    "Sweep",
    "WordToTeam",
    "WorkerWishes",
]
