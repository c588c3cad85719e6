"""Words that would tell a stranger of a service: known further up, and asked for before strangers are shown words."""

from collections.abc import Callable

_looks: list[Callable[[str], list[str]]] = []


def register(look: Callable[[str], list[str]]) -> None:
    """From now on this look is taken too: it gives the words that tell, in small letters."""
    if look not in _looks:
        _looks.append(look)


def that_tell(text: str) -> list[str]:
    """Every such word in the text, each once."""
    return list(dict.fromkeys(word for look in _looks for word in look(text)))
