"""A picture that came along, made safe to keep: only its dots stay, under a name that tells nothing more.

What it is is told by its content and never by its name. How many dots it has is asked before any is unpacked.
Everything that is no picture is left out, with the reason.
"""

import io
import re
import unicodedata
import warnings
from dataclasses import dataclass

from PIL import Image, ImageFile

from .kinds_of_file import why_not
from .text import cleaned

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
MOST_BYTES = 10 * 1024 * 1024
MOST_DOTS = 16_000_000  # held in memory, four bytes each
MOST_DOTS_OF_A_PHOTOGRAPH = 80_000_000  # a plain JPEG is made smaller while it is read
LONGEST_SIDE = 2_000
MOST_BYTES_AS_PNG = 2_000_000
LONGEST_NAME = 80
NAMELESS = "Picture"

TOO_BIG = "It is larger than 10 MB."
TOO_MANY_DOTS = "This picture has too many dots. A smaller one works."
NOT_READ = "This picture could not be read. Perhaps it did not arrive whole."
NOT_FOR_NAMES = re.compile(r'[<>:"|?*\u200e\u200f]')
ENDINGS = re.compile(r"(?:\.[A-Za-z][A-Za-z0-9]{0,4})+$")
ORIENTATION = 0x0112  # which way up a camera was held
TURN = Image.Transpose
TURNED = {
    2: TURN.FLIP_LEFT_RIGHT,
    3: TURN.ROTATE_180,
    4: TURN.FLIP_TOP_BOTTOM,
    5: TURN.TRANSPOSE,
    6: TURN.ROTATE_270,
    7: TURN.TRANSVERSE,
    8: TURN.ROTATE_90,
}


@dataclass(frozen=True)
class Kept:
    """A picture as it is kept. `size` is in bytes."""

    name: str
    data: bytes
    size: int


def keep_picture(name: str, data: bytes) -> Kept | str:
    """The picture as bare dots, the right way up; or a sentence that says why it is not kept."""
    if len(data) > MOST_BYTES:
        return TOO_BIG
    if reason := why_not(data):
        return reason
    try:
        with warnings.catch_warnings(action="ignore"):  # what a camera wrote may be damaged; it goes anyway
            made = _drawn_anew(data)
    except (Image.DecompressionBombError, MemoryError):
        return TOO_MANY_DOTS
    except Exception:  # noqa: BLE001 - whatever broken bytes make of the library, the words beside them stay
        return NOT_READ
    return Kept(shown_name(name, made[1]), made[0], len(made[0])) if made else TOO_MANY_DOTS


def _drawn_anew(data: bytes) -> tuple[bytes, str] | None:
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # what draws letters as PDF turns it on for the whole process
    with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
        return None if _has_too_many_dots(picture) else _made(picture)


def _has_too_many_dots(picture: Image.Image) -> bool:
    is_plain_jpeg = picture.format in ("JPEG", "MPO") and not picture.info.get("progressive")
    return picture.width * picture.height > (MOST_DOTS_OF_A_PHOTOGRAPH if is_plain_jpeg else MOST_DOTS)


def _made(picture: Image.Image) -> tuple[bytes, str]:
    """The first picture in it, small enough, and how its name ends. Drawn anew, so that nothing else comes along."""
    is_drawn = picture.format in ("PNG", "GIF")
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    upright = _upright(picture)
    is_see_through = "A" in upright.getbands() or "transparency" in upright.info
    if is_see_through:
        upright = upright.convert("RGBA")
    bare = Image.new("RGBA" if is_see_through else "RGB", upright.size)
    bare.paste(upright)
    if is_drawn or is_see_through:
        as_png = _written(bare, "PNG")
        if len(as_png) <= MOST_BYTES_AS_PNG:
            return as_png, ".png"
    return _written(_on_white(bare), "JPEG"), ".jpg"


def _upright(picture: Image.Image) -> Image.Image:
    """The right way up. The library's own way writes the camera's notes anew, and stumbles where they are odd."""
    try:
        turn = TURNED.get(picture.getexif().get(ORIENTATION))
    except Exception:  # noqa: BLE001 - notes that cannot be read are no reason to lose the picture
        turn = None
    return picture if turn is None else picture.transpose(turn)


def _on_white(picture: Image.Image) -> Image.Image:
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A") if "A" in picture.getbands() else None)
    return ground


def _written(picture: Image.Image, how: str) -> bytes:
    made = io.BytesIO()
    picture.save(made, how, optimize=how == "JPEG", **({"quality": 82} if how == "JPEG" else {}))
    return made.getvalue()


def shown_name(name: str, ending: str) -> str:
    """How the file is called on a page: no folders, nothing unseen, and an ending that says what it is."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", cleaned(name[:1_000])))[-1]
    last = ENDINGS.sub("", NOT_FOR_NAMES.sub("", " ".join(last.split())).strip(". "))
    return (last[: LONGEST_NAME - len(ending)].strip(". ") or NAMELESS) + ending
