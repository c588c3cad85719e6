"""What is said of one connection, as terms and words for a page, to the individual or about them."""

from .models import Before, Connection


def said_of(connection: Connection, *, own: bool, called: str) -> list[tuple[str, str]]:
    """Only what was said."""
    me, them = ("me", "I give them") if own else (called, f"{called} gives them")
    said = [
        ("What it is", connection.kind_words),
        ("How close", connection.get_circle_display()),
        ("How often", connection.get_how_often_display()),
        (f"How it is for {me}", connection.get_effect_display()),
        (f"What they give {me}", connection.gives_me),
        (f"What {them}", connection.i_give),
        ("I would like" if own else f"{called} would like", connection.get_wish_display()),
        ("How we met" if own else "How they met", connection.met_words),
        ("Since", connection.since_words),
    ]
    return [(term, words) for term, words in said if words]


def before_in_words(before: Before, after: Before | Connection) -> str:
    """What was otherwise until then: “further out, most weeks”. "" where only words about it were changed."""
    said = [
        f"called {before.name}" if before.name != after.name else "",
        before.kind_words.lower() if before.kind_words != after.kind_words else "",
        before.get_circle_display().lower() if before.circle != after.circle else "",
        before.get_how_often_display().lower() if before.how_often != after.how_often else "",
        before.get_effect_display().lower() if before.effect != after.effect else "",
        before.get_wish_display().lower() if before.wish != after.wish else "",
        before.gives_me if before.gives_me != after.gives_me else "",
        before.i_give if before.i_give != after.i_give else "",
        _end_in_words(before) if before.end != after.end else "",
    ]
    words = ", ".join(filter(None, said))
    return words[:1].upper() + words[1:]


def _end_in_words(before: Before) -> str:
    return before.get_end_display().lower() if before.end else "here"


def past_of(connection: Connection, before: list[Before]) -> list[tuple[str, str]]:
    """The days until which something was otherwise, the latest first, with what it was."""
    after = [connection, *before]  # what came next of each
    told = [(each, before_in_words(each, later)) for each, later in zip(before, after, strict=False)]
    return [(f"Until {each.until.day} {each.until:%B %Y}", words) for each, words in told if words]
