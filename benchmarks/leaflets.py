"""How well paper is read: our own leaflets, clean, scanned, and photographed at an angle in bad light.

`python -m benchmarks.leaflets [--told]` prints what is right of all, what is wrong and marked as sure, seconds each
and memory. Ends with 1 when a bar is missed: 90 of 100 parts from photographs, nothing wrong marked as sure, 1.5
seconds each, 400 MB. `--told` names every part that is not right.
"""
# ruff: noqa: T201 - printing is what this is for

import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

HEADINGS = ("right", "and sure", "wrong, sure", "s at most", "s usually", "s worked")
KINDS = ("clean", "scan", "photo")
LEAST_RIGHT, MOST_SECONDS, MOST_MB = 0.9, 1.5, 400
TODAY = datetime(2026, 11, 26, 12, tzinfo=UTC)


@dataclass
class Tally:
    """What came of one kind."""

    asked: int = 0
    right: int = 0
    sure: int = 0
    wrong_but_sure: list[str] = field(default_factory=list)
    not_right: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)  # seconds of both processors


def measured(of: str, kind: str, folder: Path) -> Tally:
    from .leaflet.drawing import leaflets

    tally = Tally()
    for made in leaflets(of):
        _mark(tally, made, (folder / f"{of}.{made.key}.{kind}").read_bytes())
    return tally


def _mark(tally: Tally, made, data: bytes) -> None:
    from kith.directory.leaflet_command import drafted
    from kith.directory.paper.reader import read

    from .leaflet.marking import right, wrong_but_sure

    began, worked = time.perf_counter(), _worked()
    told = drafted(read(data, TODAY.date()).parts)
    tally.seconds.append(time.perf_counter() - began)
    tally.worked.append(_worked() - worked)
    for part, expected in made.expects.items():
        is_right = right(part, told["draft"][part], expected)
        tally.asked, tally.right = tally.asked + 1, tally.right + is_right
        tally.sure += is_right and part not in told["unsure"]
        if not is_right:
            tally.not_right.append(f"{made.key}: {part} is {told['draft'][part]!r}")
    amiss = wrong_but_sure(told["draft"], told["unsure"], made.expects)
    tally.wrong_but_sure += [f"{made.key}: {part} is {told['draft'][part]!r}" for part in amiss]


def _worked() -> float:
    """Seconds that processors worked for this process and those that it started."""
    return sum(os.times()[:4])


def memory_mb() -> float:
    """The most that this process ever held. The pages were drawn in another, and tesseract runs in its own."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="kith-leaflets-") as folder:
        os.environ["KITH_DATA_DIR"] = folder
        subprocess.run([sys.executable, "-m", "benchmarks.leaflet", folder], check=True)  # noqa: S603 - our own words
        from kith.cli.ground import start_django

        start_django()
        from .leaflet.drawing import SETS

        tallies = {f"{of} {kind}": measured(of, kind, Path(folder)) for of in SETS for kind in KINDS}
    print(f"{'leaflets':14}" + "".join(f"{words:>13}" for words in HEADINGS))
    for kind, tally in tallies.items():
        _tell(kind, tally)
    print(f"Memory at most: {memory_mb():.0f} MB (bar {MOST_MB}).")
    return 0 if _holds(tallies) else 1


def _tell(kind: str, tally: Tally) -> None:
    usual = sorted(tally.seconds)[len(tally.seconds) // 2]
    worked = sorted(tally.worked)[len(tally.worked) // 2]
    share = f"{tally.right} of {tally.asked}"
    print(
        f"{kind:14}{share:>13}{tally.sure:>13}{len(tally.wrong_but_sure):>13}{max(tally.seconds):>13.2f}{usual:>13.2f}"
        f"{worked:>13.2f}"
    )
    for line in tally.wrong_but_sure:
        print(f"    wrong and sure: {line}")
    for line in tally.not_right if "--told" in sys.argv else ():
        print(f"    {line}")


def _holds(tallies: dict[str, Tally]) -> bool:
    nothing_wrong = not any(tally.wrong_but_sure for tally in tallies.values())
    quick = max(second for tally in tallies.values() for second in tally.seconds) <= MOST_SECONDS
    photos = [tally for kind, tally in tallies.items() if kind.endswith("photo")]
    enough = all(each.right >= LEAST_RIGHT * each.asked for each in photos)
    return nothing_wrong and quick and memory_mb() <= MOST_MB and enough


if __name__ == "__main__":
    sys.exit(main())
