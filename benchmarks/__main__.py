"""`python -m benchmarks [PART ...]`: measures, keeps what was found, and writes `docs/benchmarks.md`
and the figures of `docs/scaling.md`.

Without a name every part is run but the hour and the cluster; that takes about 25 minutes on a quiet machine of two
processors. With `--large` sizes are those at which bars are set, and it takes hours; with `--small` they are those for
trying it out, and nothing is written. Ends with 1 when a bar was missed.
"""
# ruff: noqa: T201 - printing is what this is for

import os
import platform
import sys
import time
from argparse import ArgumentParser
from datetime import date
from importlib import import_module

from benchmarks import rows, scaling, writing
from benchmarks.apart import NotRun

TITLES = {
    "pages": "Pages, as a town grows",
    "writes": "Writing",
    "load": "A full house",
    "directory": "The table of leaflets, as it grows",
    "starting": "Starting, memory and size",
    "others": "Beside what people would use instead",
    "earlier": "Letters, reminders and open data",
    "hour": "Memory, in an hour",
    "cluster": "A cluster that loses a machine",
}
BY_NAME = {"hour", "cluster"}  # an hour; makes networks of its own, as root


def machine() -> str:
    """Its shape, so that nobody takes a time for more than it is."""
    with open("/proc/meminfo") as told:
        gigabytes = int(told.readline().split()[1]) // 1_000_000
    waiting = os.getloadavg()[0]
    python = platform.python_version()
    return f"{os.cpu_count()} processors, {gigabytes} GB, Python {python}, load of {waiting:.1f} when it began"


def run(name: str, size: str) -> rows.Measured:
    """One part."""
    told, began = machine(), time.monotonic()
    found, not_run = [], ""
    try:
        for row in import_module(f"benchmarks.parts.{name}").measured(size):
            print(f"{row.name}: {rows.shown(row.figure)} {row.unit} {'MISSED ' * row.is_missed}{row.bar}", flush=True)
            found.append(row)
    except NotRun as reason:
        not_run = str(reason)
        print(f"Not run: {not_run}")
    seconds = round(time.monotonic() - began)
    return rows.Measured(date.today().isoformat(), told, seconds, tuple(found), not_run)


def chosen() -> tuple[list[str], str]:
    """Which parts, and how large."""
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", choices=[*TITLES, []], metavar="PART", help=", ".join(TITLES))
    parser.add_argument("--small", action="store_const", const="small", dest="size", default="usual")
    parser.add_argument("--large", action="store_const", const="large", dest="size")
    told = parser.parse_args()
    return told.parts or [name for name in TITLES if name not in BY_NAME], told.size


def main() -> int:
    names, size = chosen()
    parts = rows.kept()
    for name in names:
        print(f"\n--- {TITLES[name]}", flush=True)
        parts[name] = run(name, size)
        if size != "small":
            rows.keep(parts)
            writing.write(parts, TITLES)
            scaling.write(parts)
    missed = [row.name for name in names for row in parts[name].rows if row.is_missed]
    print(f"\nBars missed: {'; '.join(missed) or 'none'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
