"""A cluster that loses a machine: `scripts/soak-cluster`, and what it came to as figures. It makes networks of its own
and may install what they need, so it runs only when it is asked for by name."""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.apart import NotRun
from benchmarks.neighbourhood import ROOT
from benchmarks.rows import Row

HOW, SECONDS_ALLOWED = "make soak-cluster", 15
SIZES = "two databases in step, a witness, two that serve pages, one clock; four write without a pause"


def measured(_size: str) -> Iterator[Row]:
    """One run of about three minutes, whatever the size."""
    if os.geteuid():
        raise NotRun("networks of its own are made by root alone (a virtual machine will do).")
    with tempfile.NamedTemporaryFile("r", prefix="kith-cluster-", suffix=".json") as told:
        done = subprocess.run([ROOT / "scripts" / "soak-cluster", told.name], check=False)  # noqa: S603 - ours
        if not Path(told.name).read_text():
            raise NotRun(f"scripts/soak-cluster ended with {done.returncode}.")
        yield from figures(json.load(told))


def figures(told: dict) -> Iterator[Row]:
    """Shares of the time that is allowed, and counts of what may not happen at all."""
    for each in told["changes"]:
        beside = f"{each['writable_after']:.1f} of {SECONDS_ALLOWED} s; all in step {each['in_step_after']:.1f} s later"
        share = each["writable_after"] / SECONDS_ALLOWED
        yield Row(f"{each['what']}: saved again", share, "of the time allowed", HOW, SIZES, beside, most=1)
    letters, saved = told["letters"], f"{told['saved']:,} were called saved"
    for name, count, beside in (
        ("called saved, and lost", told["lost"], saved),
        ("called saved, and there twice", told["there_twice"], saved),
        ("not sure that it was saved, and without the words", told["sorry_without_words"], f"{told['sorry']:,} pages"),
        ("letters called kept, and lost", letters["lost"] + letters["not_arrived"], f"{letters['kept']:,} kept"),
        ("letters there twice, without saying that they may", letters["twice_and_not_said"], f"{letters['twice']} did"),
    ):
        yield Row(name, count, "of them", HOW, SIZES, beside, most=0)
