"""What is said of one connection, as terms and words for a page, to the individual or about them."""

from .models import Before, Connection, Facts


def said_of(connection: Connection, *, own: bool, called: str) -> list[tuple[str, str]]:
    """Only what was said."""
    me = "me" if own else called
    said = [
        ("What it is", connection.kind_words),
        ("How close", connection.get_circle_display()),
        ("How often", connection.get_how_often_display()),
        (f"How it is for {me}", connection.get_effect_display()),
        ("I would like" if own else f"{called} would like", connection.get_wish_display()),
        *_words_of(connection, own=own, called=called),
    ]
    return [(term, words) for term, words in said if words]


def _words_of(said: Facts, *, own: bool, called: str) -> list[tuple[str, str]]:
    """What was typed of it, and what brought it: the same terms now and before."""
    me, them = ("me", "I give them") if own else (called, f"{called} gives them")
    return [
        (f"What they give {me}", said.gives_me),
        (f"What {them}", said.i_give),
        ("How we met" if own else "How they met", said.met_words),
        ("Since", said.since_words),
    ]


def before_in_words(before: Before, after: Before | Connection, *, own: bool, called: str) -> str:
    """What was otherwise until then: “Further out, most weeks. How we met: at the canal.” "" where nothing stood."""
    pressed = [
        f"called {before.name}" if before.name != after.name else "",
        before.kind_words.lower() if before.kind_words != after.kind_words else "",
        before.get_circle_display().lower() if before.circle != after.circle else "",
        before.get_how_often_display().lower() if before.how_often != after.how_often else "",
        before.get_effect_display().lower() if before.effect != after.effect else "",
        before.get_wish_display().lower() if before.wish != after.wish else "",
        _end_in_words(before) if before.end != after.end else "",
    ]
    short = ", ".join(filter(None, pressed))
    terms = _words_of(before, own=own, called=called), _words_of(after, own=own, called=called)
    typed = [f"{term}: {words}" for (term, words), later in zip(*terms, strict=True) if words and later[1] != words]
    return ". ".join(filter(None, [short[:1].upper() + short[1:], *typed]))


def _end_in_words(before: Before) -> str:
    return before.get_end_display().lower() if before.end else "here"


def past_of(connection: Connection, before: list[Before], *, own: bool, called: str) -> list[tuple[str, str]]:
    """The days until which something was otherwise, the latest first, with what it was."""
    after = [connection, *before]  # what came next of each
    pairs = zip(before, after, strict=False)
    told = [(each, before_in_words(each, later, own=own, called=called)) for each, later in pairs]
    return [(f"Until {each.until.day} {each.until:%B %Y}", words) for each, words in told if words]
