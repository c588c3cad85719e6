"""When something about a diary cannot be done, and why. Nothing here looks at what the words mean."""

WORDS_AT_MOST = 10_000
NOT_OFFERED = (
    "Writing here is switched off for now. What you wrote is still yours: you can read it, take it along, or delete it."
)


def cannot_write(words: str, *, is_offered: bool) -> str | None:
    """Something new, or other words for what is there."""
    if not is_offered:
        return NOT_OFFERED
    if not words.strip():
        return "Write a few words first. One line is enough."
    return "That is a lot for one time. Please write it in two." if len(words) > WORDS_AT_MOST else None


def cannot_send(*, is_offered: bool) -> str | None:
    return None if is_offered else NOT_OFFERED


def cannot_switch_on(safety_lead: str, *, is_offered: bool) -> str | None:
    if is_offered:
        return "Diaries are offered already."
    return None if safety_lead.strip() else "Please write who is answerable for people’s safety and agreed to this."
