"""What may be in the way of a letter that leaves. `str()` is a sentence for staff: plain words first."""


class Trouble(Exception):
    """It was not taken."""


class NotReached(Trouble):
    """The way itself is shut, for every letter: none of them loses a try, and the way rests for a while."""


class NotNow(Trouble):
    """This one was not taken this time. It is tried again, with growing pauses."""


class NotEver(Trouble):
    """This one will not be taken, however often it is tried."""


class NotKnown(Trouble):
    """It was handed over, and no answer came: it may have left, or not."""
