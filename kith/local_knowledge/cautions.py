"""What to know before setting out: that somebody doubts a listing."""

STOPPED = "Somebody said it may have stopped: ring before you go"
CHANGED = "Somebody said something has changed: ring before you go"


def doubt_words(is_gone: bool) -> list[str]:  # noqa: FBT001 - the one thing it depends on
    """The one sentence for anybody: never what was said, nor by whom. The graver one alone."""
    return [STOPPED if is_gone else CHANGED]


def doubts_told(said: list) -> list[str]:
    """The same of what waits to be looked at (`directory.waiting`); nothing where nothing does."""
    return doubt_words(any(each.is_gone for each in said)) if said else []
