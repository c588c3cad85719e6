"""A photograph, a scan or a PDF becomes sheets: a picture to be read, or the words that the file holds itself.

What a file is, its content says, never its name. Everything is bounded before it is unpacked.
"""

import io
from dataclasses import dataclass, field, replace

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageOps

from kith.access.refusal import Refused
from kith.directory.reading.pictures import FORMATS, MOST_BYTES, opened

from .kinds import HEIC, is_heic
from .line import Line

MOST_PAGES = 8  # a folded leaflet has six
LONGEST_SIDE = 2_400  # dots: small print can still be read, and a page takes about 12 MB
ENOUGH_LETTERS = 40  # a page of fewer is a picture with a stamp, and is looked at
MOST_PIECES, MOST_LETTERS = 2_000, 1_000  # of words on a page, and in each of them
NO_PDF = "This PDF cannot be read. A photograph of the page works too."
Picture = np.ndarray  # of bytes: rows, columns and red, green, blue


@dataclass(frozen=True)
class Sheet:
    """One page. `lines` are its words, where the file holds them itself."""

    picture: Picture
    lines: tuple[Line, ...] = field(default=())


def sheets_of(data: bytes) -> list[Sheet]:
    """The pages of the file, upright as the camera says. Raises `Refused` with a sentence."""
    if len(data) > MOST_BYTES:
        raise Refused("This file is larger than 12 MB. Please take a smaller one.")
    if is_heic(data):
        raise Refused(HEIC)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return _pages(data)
    with opened(data, formats=(*FORMATS, "TIFF")) as picture:
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a large JPEG is unpacked at half its size
        return [Sheet(_as_array(picture))]


def _as_array(picture: Image.Image) -> Picture:
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture)
    with_ground = Image.new("RGB", upright.size, "white")
    with_ground.paste(upright, mask=upright.getchannel("A") if "A" in upright.getbands() else None)
    return np.asarray(with_ground)


def _pages(data: bytes) -> list[Sheet]:
    try:
        with pdfium.PdfDocument(io.BytesIO(data)) as document:
            if len(document) > MOST_PAGES:
                raise Refused(
                    f"This PDF has {len(document)} pages, and a leaflet has {MOST_PAGES} at most. "
                    "Please choose the page that you mean."
                )
            sheets = [_page(document[number]) for number in range(len(document))]
    except (pdfium.PdfiumError, ValueError, OSError):
        raise Refused(NO_PDF) from None
    if not sheets:
        raise Refused(NO_PDF)
    return sheets


def _page(page: pdfium.PdfPage) -> Sheet:
    scale = LONGEST_SIDE / max(*page.get_size(), 1.0)
    lines = _lines_held(page, scale)
    letters = sum(letter.isalnum() for line in lines for letter in line.text)
    return Sheet(_as_array(page.render(scale=scale).to_pil()), tuple(lines) if letters >= ENOUGH_LETTERS else ())


def _lines_held(page: pdfium.PdfPage, scale: float) -> list[Line]:
    """The words that the file holds, in its own order: pieces of one row make one line."""
    words, top_of_page = page.get_textpage(), page.get_size()[1]
    lines: list[Line] = []
    for number in range(min(words.count_rects(), MOST_PIECES)):
        left, bottom, right, top = words.get_rect(number)
        text = words.get_text_bounded(left, bottom, right, top)[:MOST_LETTERS]
        box = [int(each * scale) for each in (left, top_of_page - top, right, top - bottom)]
        _add(lines, Line(" ".join(text.split()), *box))
    return lines


def _add(lines: list[Line], piece: Line) -> None:
    """To the row it goes on; else as a row of its own, of the paragraph above where it lies close under it."""
    last = lines[-1] if lines else None
    if last is None:
        lines.append(piece)
    elif abs(last.top + last.height / 2 - piece.top - piece.height / 2) < 0.4 * last.height and (
        0 <= piece.left - last.right < last.height
    ):
        joined = f"{last.text} {piece.text}"
        lines[-1] = replace(last, text=joined, right=piece.right, height=max(last.height, piece.height))
    else:
        is_close = 0 <= piece.top - last.top < 2.2 * last.height and piece.height > 0.6 * last.height
        lines.append(replace(piece, of=last.of if is_close else (last.of[0] + 1, 0)))
