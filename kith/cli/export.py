"""`kith export`: its options stand beside what it does, in the module of what others read."""

from kith.cli.ground import start_django

HELP = "write one person's plan to a file"


def add_to(commands, *, asked_for: list[str]) -> None:
    """Only who asks for it waits for the module to be loaded."""
    if "export" not in asked_for:
        commands.add_parser("export", help=HELP)
        return
    start_django()
    from kith.interop import commands as interop

    interop.add_to(commands)
