"""`kith migrate`: brings the database up to date."""

from argparse import Namespace

from kith.cli.ground import prepare_database, progress, start_django


def add_to(commands) -> None:
    parser = commands.add_parser("migrate", help="bring the database up to date")
    parser.set_defaults(run=run)


def run(chosen: Namespace) -> None:
    start_django()
    with progress("Bringing the database up to date"):
        prepare_database()
    print("The database is up to date.")
