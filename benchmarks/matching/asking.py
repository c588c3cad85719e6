"""Asks the table everything in a half, as its own search does."""

from .said import LISTINGS, Said, said

LIMIT = 10


def take_in() -> None:
    """Reads the invented town into the directory that is open."""
    from kith.access.actor import Actor
    from kith.directory.actions import import_directory

    report = import_directory(source_path=LISTINGS, by=Actor.command_line())
    if report.rejected:
        raise ValueError(f"Some listings of the set were not taken in: {report.rejected}")


def answers(half: str) -> list[tuple[Said, list[str]]]:
    """Each thing said, with the ids of the first ten."""
    from kith.directory.queries import find

    return [(each, [found.known_as for found in find(each.words, near=each.near, limit=LIMIT)]) for each in said(half)]


def understand_meanings() -> int:
    """Works out the meanings of the town. Gives how many; 0 where the network is not installed."""
    from kith.directory.actions.meanings import fill_in_meanings

    return fill_in_meanings()
