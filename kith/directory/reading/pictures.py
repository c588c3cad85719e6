"""A photograph of a leaflet, made safe to keep: looked at before it is unpacked, made small, and rid of all else.

What cameras write into a picture (where, when, by which device) does not survive: only the pixels do.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageOps, UnidentifiedImageError

from kith.access.refusal import Refused

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 12_000_000
MOST_PIXELS = 50_000_000  # a good telephone takes 12 to 48 million
LONGEST_SIDE = 1_600
TOO_MANY_DOTS = "This picture has more than 50 million dots. Please take a smaller one."
NOT_READ = "This picture cannot be read. A photograph as JPEG, PNG or WebP works."


def leaflet_from(data: bytes) -> tuple[bytes, tuple[int, int]]:
    """The picture as a small JPEG, the right way up, and its width and height. Raises `Refused`."""
    with opened(data) as picture:
        return _made_small(picture)


@contextmanager
def opened(data: bytes, formats: tuple[str, ...] = FORMATS) -> Iterator[Image.Image]:
    """The picture, measured before it is unpacked. Raises `Refused`, also when the unpacking goes wrong."""
    if len(data) > MOST_BYTES:
        raise Refused("This picture is larger than 12 MB. Please take a smaller one.")
    try:
        with Image.open(io.BytesIO(data), formats=formats) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Refused(TOO_MANY_DOTS)
            yield picture
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refused(TOO_MANY_DOTS) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise Refused(NOT_READ) from None


def _made_small(picture: Image.Image) -> tuple[bytes, tuple[int, int]]:
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    with_ground = Image.new("RGB", upright.size, "white")
    with_ground.paste(upright, mask=upright.getchannel("A") if "A" in upright.getbands() else None)
    made = io.BytesIO()
    with_ground.save(made, "JPEG", quality=82, optimize=True)
    return made.getvalue(), with_ground.size
