"""`kith new-manager`: makes the first person of a real install, who then invites everybody else."""

from argparse import Namespace

from kith.cli.ground import start_django


def add_to(commands) -> None:
    parser = commands.add_parser("new-manager", help="make the first person, manager and administrator")
    parser.add_argument("email", metavar="EMAIL", help="where their sign-in code is sent")
    parser.add_argument("--name", default="", help="how others see them (default: the part before the @)")
    parser.set_defaults(run=run)


def run(chosen: Namespace) -> None:
    start_django()
    from django.conf import settings
    from django.core.validators import validate_email

    from kith.access.actor import Actor
    from kith.people.actions import first_manager

    validate_email(chosen.email)
    name = chosen.name or chosen.email.partition("@")[0]
    first_manager(email=chosen.email, name=name, by=Actor.command_line())
    print(f"{name} can now sign in at {settings.PUBLIC_URL} with {chosen.email}.")
