"""Draws a letter in a process of its own: a file from outside may hold anything, and a process can be stopped."""

import json
import subprocess
import sys
from dataclasses import dataclass

from kith.access.refusal import Refused, refuse_if
from kith.directory.paper.kinds import cannot_be_paper

MOST_FILES = 12
SECONDS = 30
TOO_MUCH = "Reading this took too long, so it was stopped. Photographs of the pages work better."
NOT_WELL = "This could not be read. Photographs of the pages, one by one, may work."


@dataclass(frozen=True)
class Drawn:
    """A letter as it is kept: one PDF of nothing but pictures, and how many pages it has."""

    pdf: bytes
    pages: int


def drawn(files: list[bytes]) -> Drawn:
    """The pages of these files, in their order. Raises `Refused` with a sentence, whatever is in them."""
    for data in files:
        refuse_if(cannot_be_paper(data))
    if not 0 < len(files) <= MOST_FILES:
        raise Refused(f"Please choose up to {MOST_FILES} at a time.")
    words = [sys.executable, "-P", "-m", "kith.budget.pages_of", *(str(len(data)) for data in files)]
    try:
        done = subprocess.run(  # noqa: S603 - our own words and numbers
            words, input=b"".join(files), capture_output=True, timeout=SECONDS, check=True
        )
        told, _, pdf = done.stdout.partition(b"\n")
        answer = json.loads(told)
    except subprocess.TimeoutExpired:
        raise Refused(TOO_MUCH) from None
    except (subprocess.CalledProcessError, ValueError, OSError):
        raise Refused(NOT_WELL) from None
    refuse_if(answer.get("problem"))
    return Drawn(pdf, answer["pages"])
