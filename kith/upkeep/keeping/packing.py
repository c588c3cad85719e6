"""Makes a copy: read, hashed, packed and locked in one pass, a little at a time, so that its size does not matter.

Nothing readable is written anywhere. The file has another name until it is whole and on the disk.
"""

import hashlib
import io
import os
import tarfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pyrage

from .manifest import NAME, Manifest
from .troubles import NotKept

A_LITTLE = 1 << 20
BLOCK = 512


@dataclass(frozen=True)
class Member:
    """One file to go into a copy. `content` stands at its beginning."""

    name: str
    content: IO[bytes]

    @property
    def size(self) -> int:
        return os.fstat(self.content.fileno()).st_size


def pack(members: Iterable[Member], manifest: Manifest, *, to: Path, recipients: list) -> None:
    """Writes the copy, and renames it once it is whole. Raises `NotKept`; what was there before stays then."""
    being_made = to.with_name(f".{to.name}.being-made")
    handle = os.open(being_made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            _lock(_Reader(_archived(members, manifest)), file, recipients)
            file.flush()
            os.fsync(file.fileno())
        os.replace(being_made, to)
        sync_folder(to.parent)
    except BaseException:
        with suppress(OSError):
            being_made.unlink()
        raise


def _lock(reader: "_Reader", file: IO[bytes], recipients: list) -> None:
    """The library tells of any trouble in its own words; ours are the ones to pass on."""
    try:
        pyrage.encrypt_io(reader, file, recipients)
    except Exception as problem:
        if reader.problem:
            raise reader.problem from problem
        raise NotKept(f"The copy could not be written ({' '.join(str(problem).split())}).") from problem
    if reader.problem:
        raise reader.problem


def sync_folder(folder: Path) -> None:
    """So that a name in it outlives a loss of power."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _archived(members: Iterable[Member], manifest: Manifest) -> Iterator[bytes]:
    for member in members:
        yield from _told(member.name, member.size)
        yield from _content(member, manifest)
        yield _rest_of_block(member.size)
    written = manifest.written()
    yield from (*_told(NAME, len(written)), written, _rest_of_block(len(written)), bytes(2 * BLOCK))


def _told(name: str, size: int) -> Iterator[bytes]:
    about = tarfile.TarInfo(name)
    about.size, about.mode = size, 0o600
    yield about.tobuf(tarfile.PAX_FORMAT)


def _content(member: Member, manifest: Manifest) -> Iterator[bytes]:
    """Exactly as many bytes as were told of; one that became shorter meanwhile cannot be kept."""
    digest, left = hashlib.sha256(), member.size
    while left:
        part = member.content.read(min(A_LITTLE, left))
        if not part:
            raise NotKept(f"{member.name} changed while it was copied. Please try again.")
        digest.update(part)
        left -= len(part)
        yield part
    manifest.files[member.name] = digest.hexdigest()


def _rest_of_block(size: int) -> bytes:
    return bytes(-size % BLOCK)


class _Reader(io.RawIOBase):
    """What comes piece by piece, read as much as is asked for. It keeps what went wrong."""

    def __init__(self, parts: Iterator[bytes]):
        self.parts, self.rest = parts, memoryview(b"")
        self.problem: BaseException | None = None

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        try:
            while not self.rest:
                self.rest = memoryview(next(self.parts))
        except StopIteration:
            return b""
        except BaseException as problem:
            self.problem = problem
            raise
        size = len(self.rest) if size < 0 else size
        part, self.rest = self.rest[:size], self.rest[size:]
        return bytes(part)
