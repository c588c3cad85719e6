"""`kith check`: says in words how safely this install stands."""

from argparse import Namespace

from kith.cli.findings import about_how_it_runs, about_the_trail, findings
from kith.cli.ground import start_django


def add_to(commands) -> None:
    parser = commands.add_parser("check", help="say in words how safely this install stands")
    parser.set_defaults(run=run)


def run(chosen: Namespace) -> int:
    start_django()
    found = [*findings(), *about_the_trail(), *about_how_it_runs()]
    for finding in found:
        print(f"{'unsafe' if finding.unsafe else 'note  '}  {finding.words}")
    unsafe = sum(finding.unsafe for finding in found)
    print("Kith is ready to serve." if not unsafe else "Kith will not serve until what is unsafe is put right.")
    return 1 if unsafe else 0
