"""The options of `directory import` that say under which licence a source gives its data."""

import argparse
from dataclasses import replace

from kith.access.refusal import Refused

from .licences import LICENCES, Licence, licence_of


def add_to(reading: argparse.ArgumentParser) -> None:
    """Adds them."""
    reading.add_argument(
        "--licence",
        metavar="LICENCE",
        help=f"under which it gives its data: {', '.join(LICENCES)}, or words of your own. With “none”, or words of "
        "your own, its listings are given out to nobody",
    )
    reading.add_argument(
        "--give-out", action="store_true", help="a licence in words of your own lets us give the listings out again"
    )


def chosen(options: argparse.Namespace) -> Licence | None:
    """The licence that was said, or None where none was."""
    if not (options.licence or "").strip():
        if options.give_out:
            raise Refused("--give-out needs --licence: which licence allows it?")
        return None
    licence = licence_of(options.licence)
    if options.give_out and licence == LICENCES["none"]:
        raise Refused("“none” says that it is not to be given out. Say which licence allows it.")
    return replace(licence, may_give_out=True) if options.give_out else licence
