"""What providers say of a letter later, and what each of their words means for staff."""

from .models import Letter

ARRIVED = {"delivered"}
OF_A_TEXT = {
    "permanent-failure": "The phone network does not know this number, so the text did not arrive.",
    "temporary-failure": "The phone was off, full or out of reach for days, so the text did not arrive.",
    "technical-failure": "The text service had trouble of its own, so the text did not arrive.",
}
OF_A_LETTER = {
    "permanent-failure": "The letter could not be printed or posted, so it did not arrive.",
    "temporary-failure": "The letter could not be posted, so it did not arrive.",
    "technical-failure": "The printing service had trouble of its own, so the letter did not arrive.",
}


def why_not(channel: str, status: str) -> str:
    """Why it did not arrive, as a sentence; "" for a word that says nothing of that."""
    words = OF_A_LETTER if channel == Letter.Channel.PRINT else OF_A_TEXT
    return words.get(status, "")
