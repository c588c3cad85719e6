"""Reads a copy: unlocked, unpacked and hashed in one pass. Whatever is not as it was written is found, and told."""

import hashlib
import os
import re
import tarfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import pyrage

from . import manifest as manifests
from .manifest import Manifest
from .packing import A_LITTLE
from .troubles import NotKept

UPLOADS = ("leaflets", "messages", "papers")
OF_THE_DEMO = "demo/field-keys"
A_NAME = re.compile(rf"files/(?:{'|'.join(UPLOADS)})/[A-Za-z0-9_-][A-Za-z0-9._-]*")
KNOWN = {manifests.NAME, manifests.SQLITE, manifests.POSTGRESQL, OF_THE_DEMO}
NOT_WHOLE = "This copy is not whole, or was changed: {}. Please take an older one."
Keep = Callable[[str, IO[bytes]], IO[bytes]]


def look_through(file: Path, identities: list) -> Manifest:
    """Every byte of it, without writing any. Raises `NotKept` where anything is not as it was."""
    return _read(file, identities, into=None)


def unpack(file: Path, identities: list, into: Path) -> Manifest:
    """The same, and writes what is in it into this folder, on the disk. What was written then may be half of it,
    until this ends."""
    return _read(file, identities, into=into)


def _read(file: Path, identities: list, *, into: Path | None) -> Manifest:
    found, told = {}, None
    with _unlocked(file, identities) as content:
        with tarfile.open(fileobj=content, mode="r|") as archive:
            for about in archive:
                name, data = _known(about), archive.extractfile(about)
                if name == manifests.NAME:
                    told = manifests.read(data.read())
                else:
                    found[name] = _hashed(data, into / name if into else None)
        while content.read(A_LITTLE):  # to its very end: there the lock says whether all of it was there
            pass
    if told is None or found != told.files:
        raise NotKept(NOT_WHOLE.format("its files are not those that its list names"))
    return told


def _known(about: tarfile.TarInfo) -> str:
    """A name that Kith gives itself: nothing else is written anywhere."""
    if about.isfile() and (about.name in KNOWN or A_NAME.fullmatch(about.name)):
        return about.name
    raise NotKept(NOT_WHOLE.format("it holds something that is no part of Kith"))


def _hashed(content: IO[bytes], to: Path | None) -> str:
    digest = hashlib.sha256()
    with _kept(to) as keep:
        while part := content.read(A_LITTLE):
            digest.update(part)
            keep(part)
    return digest.hexdigest()


@contextmanager
def _kept(to: Path | None) -> Iterator[Callable[[bytes], object]]:
    if to is None:
        yield len
        return
    to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        yield file.write
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _unlocked(file: Path, identities: list) -> Iterator[IO[bytes]]:
    """What is in the lock, through a pipe: the library pushes, and the archive pulls."""
    out, into = os.pipe()
    opening = _Opening(file, identities, into)
    with os.fdopen(out, "rb") as content:
        opening.start()
        try:
            yield content
        except (tarfile.TarError, EOFError, OSError, ValueError) as problem:
            content.close()  # whoever pushes stops too
            opening.join()
            raise opening.trouble() or _trouble_of_ours(problem) from problem
    opening.join()
    if trouble := opening.trouble():
        raise trouble


def _trouble_of_ours(problem: Exception) -> Exception:
    """A full disk is no fault of the copy."""
    return problem if isinstance(problem, OSError) and problem.errno else NotKept(NOT_WHOLE.format("it ends too early"))


class _Opening(threading.Thread):
    """Unlocks the file into a pipe."""

    def __init__(self, file: Path, identities: list, into: int):
        super().__init__(daemon=True)
        self.locked, self.identities = file.open("rb"), identities
        self.into, self.problem = os.fdopen(into, "wb"), None

    def run(self) -> None:
        try:
            with self.locked, suppress(BrokenPipeError), self.into:
                pyrage.decrypt_io(self.locked, self.into, self.identities)
        except Exception as problem:  # noqa: BLE001 - told by whoever waits
            self.problem = problem

    def trouble(self) -> NotKept | None:
        """What the lock says, in words of ours."""
        if self.problem is None or "Broken pipe" in str(self.problem):
            return None
        words = str(self.problem)
        if "No matching keys" in words:
            return NotKept("This copy is locked with another key than the one that KITH_BACKUP_KEY names.")
        if "Header" in words or "header" in words:
            return NotKept("This file is no copy of Kith, or its beginning was changed.")
        return NotKept(NOT_WHOLE.format("it does not open to its end"))
