"""A file that was handed in, without what a camera wrote into it: where, when, with which telephone.

Nothing is unpacked here, as nobody has looked yet at what is inside: parts are left out by their names alone. Which way
up a photograph is held stays, as whoever reads it needs that. A second picture behind the first goes as well. What is
odd is left as it is: it is read within seconds, apart, and only dots are kept of it. TIFF and PDF come from scanners,
which know no place.
"""

import re
import struct
from collections.abc import Iterator

from PIL import Image

JPEG, PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
END, SCAN, EXIF, COLOURS, COMMENT = 0xD9, 0xDA, 0xE1, 0xE2, 0xFE
NEEDED = (0xE0, 0xEE)  # of what programs add, the two that say how dots are meant
NEXT_PART = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # after the dots of a scan
NOTES_OF_PNG = (b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME")
NOTES_OF_WEBP, HAS_NOTES = (b"EXIF", b"XMP "), 0x08 | 0x04
ORIENTATION = 0x0112


def without_camera_notes(data: bytes) -> bytes:
    """The same picture. What is no picture is given back as it is."""
    try:
        if data.startswith(JPEG):
            return JPEG + b"".join(_parts_of_jpeg(data))
        if data.startswith(PNG):
            return PNG + b"".join(part for name, part in _parts_of_png(data) if name not in NOTES_OF_PNG)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _bare_webp(data)
    except (struct.error, IndexError):
        pass  # cut short: whoever reads it says so
    return data


def _parts_of_jpeg(data: bytes) -> Iterator[bytes]:
    at = len(JPEG)
    while data[at] == 0xFF and data[at + 1] != END:
        marker, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        after = at + 2 + length
        if marker == SCAN:
            found = NEXT_PART.search(data, after)
            after = found.start() if found else len(data)
        part = data[at:after]
        if marker == EXIF:
            yield _which_way_up(part[4:])
        elif _is_of_the_picture(marker, part):
            yield part
        at = after
    yield data[at : at + 2] if data[at] == 0xFF else data[at:]


def _is_of_the_picture(marker: int, part: bytes) -> bool:
    if marker == COLOURS:
        return part[4:].startswith(b"ICC_PROFILE\0")
    is_added = 0xE0 <= marker <= 0xEF or marker == COMMENT
    return not is_added or marker in NEEDED


def _which_way_up(notes: bytes) -> bytes:
    """Of all that a camera noted this alone, as a part of its own; nothing where it did not say."""
    read, bare = Image.Exif(), Image.Exif()
    try:
        read.load(notes)
        bare[ORIENTATION] = int(read[ORIENTATION])
    except Exception:  # noqa: BLE001 - whatever odd notes make of the library, they go
        return b""
    told = bare.tobytes()
    return b"\xff\xe1" + struct.pack(">H", len(told) + 2) + told


def _parts_of_png(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(PNG)
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        yield name, data[at : at + 12 + length]
        at += 12 + length


def _bare_webp(data: bytes) -> bytes:
    kept = b"".join(_parts_of_webp(data))
    return b"RIFF" + struct.pack("<I", len(kept) + 4) + b"WEBP" + kept


def _parts_of_webp(data: bytes) -> Iterator[bytes]:
    at = 12
    while at < len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        part = data[at : at + 8 + length + length % 2]
        if name == b"VP8X":
            part = part[:8] + bytes([part[8] & ~HAS_NOTES]) + part[9:]
        if name not in NOTES_OF_WEBP:
            yield part
        at += len(part) or len(data)
