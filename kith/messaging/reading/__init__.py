"""Making sense of what comes in. Pure functions: they ask no database and write nothing.

Everything here is given to us by strangers, so each part is bounded in time and in memory.
"""

from .answers import Answer, plain_answer
from .files import Kept, keep_picture
from .found import number_in, time_in
from .kinds import Kind
from .mail import Mail, TooLarge, read_mail
from .replies import new_words

__all__ = [
    "Answer",
    "Kept",
    "Kind",
    "Mail",
    "TooLarge",
    "keep_picture",
    "new_words",
    "number_in",
    "plain_answer",
    "read_mail",
    "time_in",
]
