"""`kith forms`: its options stand beside what it does, in the module of forms."""

from kith.cli.ground import start_django

HELP = "keep the forms that agencies ask for"


def add_to(commands, *, asked_for: list[str]) -> None:
    """Only who asks for it waits for the module to be loaded."""
    if "forms" not in asked_for:
        commands.add_parser("forms", help=HELP)
        return
    start_django()
    from kith.questionnaires import commands as forms

    forms.add_to(commands)
