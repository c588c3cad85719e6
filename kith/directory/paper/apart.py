"""Reads a file in a process of its own: a file from outside may hold anything, and a process can be stopped."""

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

SECONDS = 90
TOO_MUCH = "Reading this took too long, so it was stopped. A photograph of the page works better."
NOT_WELL = "This could not be read. Another photograph may help, and it can always be typed."


@dataclass(frozen=True)
class Answer:
    """`found` is {field: {"value", "words", "sure"}}, as plain JSON; `problem` is the sentence why it was not read.
    `picture` is its first two pages as one small JPEG, where there is one: also of what could not be read."""

    found: dict
    picture: bytes = b""
    problem: str = ""


def read_apart(file: Path, today: date) -> Answer:
    """The same as `reader.read`, from outside. Never raises for what is in the file."""
    picture = file.with_name(f"{file.name}.jpg")
    words = [sys.executable, "-P", "-m", "kith.directory.paper", str(file), str(picture), today.isoformat()]
    try:
        done = subprocess.run(words, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603 - our own words
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        answer = {"problem": TOO_MUCH}
    except (subprocess.CalledProcessError, ValueError, OSError):
        answer = {"problem": NOT_WELL}
    seen = picture.read_bytes() if picture.is_file() else b""
    picture.unlink(missing_ok=True)
    return Answer(answer.get("found", {}), seen, answer.get("problem", ""))
