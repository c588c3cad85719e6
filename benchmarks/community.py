"""Every benchmark of the table of leaflets, one after another: `python -m benchmarks.community [LISTINGS]`.

LISTINGS is the size for the ones that have a size: 5,000 unless told, which takes some minutes on two processors.
`python -m benchmarks.find 100000` and the others by name are for the sizes at which their bars are set. Each prints
its own figures; at the end stands which bars were held. What takes longer than its time is stopped, and told.
"""
# ruff: noqa: T201 - printing is what this is for

import subprocess
import sys
import time
from dataclasses import dataclass

from benchmarks.neighbourhood import ROOT

LISTINGS, SLOWEST = 5_000, 1_800  # listings; seconds
ENDINGS, TOLD = {0: "held", 1: "missed"}, "told above"


@dataclass(frozen=True)
class Part:
    """One benchmark, and its size in words."""

    name: str
    size: str
    words: tuple[str, ...] = ()
    judges: bool = True  # whether it ends with 1 when a bar is missed


def parts(listings: int) -> list[Part]:
    sized = f"{listings:,} listings"
    return [
        Part("find", sized, (str(listings),)),
        Part("directory_import", sized, (str(listings),)),
        Part("open_feed", f"{min(listings, 2_000):,} listings", (str(min(listings, 2_000)),)),
        Part("leaflets", "our own leaflets, three ways each"),
        Part("matching", "both labelled halves", judges=False),
        Part("staying_true", "two years of a directory"),
    ]


def run(part: Part) -> tuple[str, float]:
    """Whether its bars held, and how many seconds it took."""
    print(f"\n--- {part.name}: {part.size}", flush=True)
    began = time.monotonic()
    try:
        command = [sys.executable, "-m", f"benchmarks.{part.name}", *part.words]
        done = subprocess.run(command, cwd=ROOT, check=False, timeout=SLOWEST)  # noqa: S603 - ourselves
        ending = (ENDINGS if part.judges else {0: TOLD}).get(done.returncode, "stumbled")
    except subprocess.TimeoutExpired:
        ending = "stopped: it took too long"
    return ending, time.monotonic() - began


def main() -> int:
    listings = int(sys.argv[1]) if sys.argv[1:] else LISTINGS
    told = [(part, *run(part)) for part in parts(listings)]
    print(f"\n{'benchmark':<20}{'size':<36}{'seconds':>8}  bars")
    for part, ending, seconds in told:
        print(f"{part.name:<20}{part.size:<36}{seconds:>8.0f}  {ending}")
    return 0 if all(ending in ("held", TOLD) for _, ending, _ in told) else 1


if __name__ == "__main__":
    sys.exit(main())
