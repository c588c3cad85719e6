"""What whoever wrote is told of where their words are now: in a letter, on a page, or nowhere yet."""

from kith.people.reaching import can_read_here


def on_its_way(message, what: str = "Your message") -> str:
    """One sentence or two, true of this message."""
    name = message.individual.called
    leaves, stands = bool(message.letter), can_read_here(message.individual)
    if leaves:
        return f"{what} is on its way to {name}." + (" It stands on their page as well." if stands else "")
    if stands:
        return f"{what} stands on {name}’s page. No letter leaves."
    return f"{what} is kept. There is no way to write to {name} yet. Please tell them yourself."
