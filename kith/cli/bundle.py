"""`kith bundle`: its options stand beside what it does, in the module of people's rights."""

from kith.cli.ground import start_django

HELP = "write everything held about one person to one file"


def add_to(commands, *, asked_for: list[str]) -> None:
    """Only who asks for it waits for the module to be loaded."""
    if "bundle" not in asked_for:
        commands.add_parser("bundle", help=HELP)
        return
    start_django()
    from kith.rights import commands as rights

    rights.add_to(commands, help_text=HELP)
