"""`kith measures`: its options stand beside what it does, in the module of measures."""

from kith.cli.ground import start_django

HELP = "keep the small measures that people may be offered"


def add_to(commands, *, asked_for: list[str]) -> None:
    """Only who asks for it waits for the module to be loaded."""
    if "measures" not in asked_for:
        commands.add_parser("measures", help=HELP)
        return
    start_django()
    from kith.measures import commands as measures

    measures.add_to(commands)
