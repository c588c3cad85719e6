"""How long a directory takes to come in, beside the barest way: `python -m benchmarks.directory_import [SERVICES]`.

An invented country of 100,000 services unless told, in one file. The barest way parses the same JSON and writes one
bare row for each service: no words are read, nothing is compared, nothing can be found. It is done before and
after, so that whatever else this machine does weighs on both; each in a process and a database of its own. Kith reads
the same file as it reads any. Ends with 1 when Kith takes more than four times as long, or when its memory grows with
the file.
"""
# ruff: noqa: T201 - printing is what this is for

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from benchmarks.listings import Country
from benchmarks.neighbourhood import ROOT

SERVICES, A_FEW, BATCH = 100_000, 5_000, 500
MOST_TIMES, MOST_GROWTH_MB = 4, 60


def write_country(many: int, file: Path) -> None:
    """One list of services, one a line."""
    with file.open("w", encoding="utf-8") as to:
        to.write("[\n")
        to.writelines(("" if not number else ",\n") + json.dumps(each) for number, each in enumerate(_services(many)))
        to.write("\n]\n")


def _services(many: int):
    return Country().services(many)


def bare(file: Path) -> None:
    """Parses it, and writes a row for each."""
    from django.db import transaction

    from kith.directory.models import Activity

    rows = (
        Activity(external_id=each["id"], name=each["name"], long_text=each["description"], email=each["email"])
        for each in json.loads(file.read_text(encoding="utf-8"))
    )
    with transaction.atomic():
        while batch := list(islice(rows, BATCH)):
            Activity.objects.bulk_create(batch)


def kith(file: Path) -> None:
    """As the command does it."""
    from kith.access.actor import Actor
    from kith.directory.actions import import_directory

    import_directory(source_path=file, by=Actor.command_line())


WAYS = {"bare": bare, "kith": kith}


def inside(way: str, file: Path) -> dict[str, float]:
    """In a process with a database of its own: seconds, and the most memory it took, in MB."""
    with tempfile.TemporaryDirectory(prefix="kith-import-") as folder:
        os.environ["KITH_DATA_DIR"] = folder
        from kith.cli.ground import prepare_database, start_django

        start_django()
        prepare_database()
        began = time.perf_counter()
        WAYS[way](file)
        took = time.perf_counter() - began
    return {"seconds": took, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000}


def by_itself(way: str, file: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.directory_import", way, str(file)]
    told = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - ourselves
    figures = json.loads(told.stdout.splitlines()[-1])
    print(f"{way:<6}{file.stem:>12}{figures['seconds']:>9.1f} s{figures['megabytes']:>9.0f} MB at most")
    return figures


def measure(many: int) -> int:
    with tempfile.TemporaryDirectory(prefix="kith-country-") as folder:
        few, all_of_it = Path(folder) / f"{min(A_FEW, many)}.json", Path(folder) / f"{many}.json"
        write_country(min(A_FEW, many), few)
        write_country(many, all_of_it)
        print(f"{many:,} services, {all_of_it.stat().st_size / 1e6:.0f} MB of JSON")
        turns = [
            by_itself(*turn) for turn in (("kith", few), ("bare", all_of_it), ("kith", all_of_it), ("bare", all_of_it))
        ]
    before, barest, took, again = turns
    ratio = took["seconds"] / ((barest["seconds"] + again["seconds"]) / 2)
    grew = took["megabytes"] - before["megabytes"]
    print(
        f"Kith takes {ratio:.1f} times as long (at most {MOST_TIMES}); {many / took['seconds']:,.0f} services a second."
    )
    print(f"Its memory is {grew:.0f} MB more than for {few.stem} (at most {MOST_GROWTH_MB}).")
    return 0 if ratio <= MOST_TIMES and grew <= MOST_GROWTH_MB else 1


def main() -> int:
    words = sys.argv[1:]
    if words[:1] and words[0] in WAYS:
        print(json.dumps(inside(words[0], Path(words[1]))))
        return 0
    return measure(int(words[0]) if words else SERVICES)


if __name__ == "__main__":
    sys.exit(main())
