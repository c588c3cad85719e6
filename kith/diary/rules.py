"""When something about a diary cannot be done, and why. Nothing here looks at what the words mean."""

WORDS_AT_MOST = 10_000
NOT_OFFERED = "Writing here is switched off for now. What you wrote before is still yours, to read and to delete."


def cannot_write(words: str, *, is_offered: bool) -> str | None:
    if not is_offered:
        return NOT_OFFERED
    return cannot_change(words)


def cannot_change(words: str) -> str | None:
    if not words.strip():
        return "Write a few words first. One line is enough."
    return "That is a lot for one time. Please write it in two." if len(words) > WORDS_AT_MOST else None


def cannot_switch_on(safety_lead: str, *, is_offered: bool) -> str | None:
    if is_offered:
        return "Diaries are offered already."
    return None if safety_lead.strip() else "Please write who is answerable for people’s safety and agreed to this."
