"""The key that copies are locked with: an age key file, as `age-keygen` or `kith keys copies` writes it.

A line that begins with AGE-SECRET-KEY- locks and opens; one that begins with age1 only locks. A machine that holds
just the second kind makes copies that it cannot read itself, and so cannot try them either.
"""

import os
from pathlib import Path

from pyrage import IdentityError, RecipientError, x25519

from .troubles import NotKept

OF_THE_DEMO = Path(__file__).with_name("demo-key.txt")
NO_KEY = "KITH_BACKUP_KEY names no key file. `kith keys copies FILE` makes one; keep it away from the copies."


def key_file(named: str, *, is_demo: bool) -> Path:
    """Which key file counts here: the one that is named, or in a demo the published one. Raises `NotKept`."""
    if named:
        return Path(named)
    if is_demo:
        return OF_THE_DEMO
    raise NotKept(NO_KEY)


def lock_with(file: Path) -> list[x25519.Recipient]:
    """Whoever may open what is locked now: each key in the file."""
    found = [x25519.Recipient.from_str(line) for line in _lines(file) if line.startswith("age1")]
    return found + [identity.to_public() for identity in _opening(file)] or _none_in(file)


def open_with(file: Path) -> list[x25519.Identity]:
    """The keys of this file that open. Raises `NotKept` when there are none."""
    return _opening(file) or _none_in(file)


def can_open(file: Path) -> bool:
    """Whether copies locked with this file can be tried on this machine."""
    return bool(_opening(file))


def make(file: Path) -> str:
    """Writes a new key where nothing is yet, readable by its owner alone. Gives its public half."""
    identity = x25519.Identity.generate()
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as made:
        made.write(f"# Opens copies of Kith. Keep it safe, in two places, and never beside a copy.\n{identity}\n")
    return str(identity.to_public())


def _opening(file: Path) -> list[x25519.Identity]:
    return [x25519.Identity.from_str(line) for line in _lines(file) if line.startswith("AGE-SECRET-KEY-")]


def _lines(file: Path) -> list[str]:
    """What the file says, looked at once: a line that is no key is told of, and never shown."""
    try:
        lines = [line.strip() for line in file.read_text().splitlines()]
    except (OSError, UnicodeDecodeError):
        raise NotKept(f"The key file {file} cannot be read (KITH_BACKUP_KEY).") from None
    lines = [line for line in lines if line and not line.startswith("#")]
    for number, line in enumerate(lines, 1):
        if not _is_a_key(line):
            raise NotKept(f"Line {number} of the key file {file} is no age key.")
    return lines


def _is_a_key(line: str) -> bool:
    try:
        (x25519.Identity if line.startswith("AGE-SECRET-KEY-") else x25519.Recipient).from_str(line)
    except (IdentityError, RecipientError):
        return False
    return True


def _none_in(file: Path) -> list:
    raise NotKept(f"The key file {file} holds no key for this.")
