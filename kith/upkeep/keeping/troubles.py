"""What keeps a copy from being made, read or brought back, in a sentence for whoever is at the keyboard."""

from kith.access.refusal import Refused


class NotKept(Refused):
    """`str()` is the sentence."""
