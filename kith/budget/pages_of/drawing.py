"""Photographs, scans and PDFs become the pages of one PDF. Only dots are drawn: what a camera or an office wrote into a
file, and whatever a file could do, does not come along. Everything is bounded before it is unpacked."""

import io
from collections.abc import Iterator

import pypdfium2 as pdfium
from PIL import Image, ImageOps

from kith.access.refusal import Refused
from kith.directory.paper.kinds import HEIC, is_heic
from kith.directory.reading.pictures import FORMATS, MOST_BYTES, opened

MOST_PAGES = 20
LONGEST_SIDE = 2_200  # dots: small print of a whole sheet can still be read
DOTS_AN_INCH = 190  # of a sheet of A4 that is as long
QUALITY = 80
NO_PDF = "This PDF cannot be read. Perhaps it is locked. Photographs of the pages work too."
TOO_LONG = f"A letter has {MOST_PAGES} pages here at most. Please choose the pages that say the amount and why."


def one_pdf(files: list[bytes]) -> tuple[bytes, int]:
    """The pages of all files, in their order, and how many they are. Raises `Refused` with a sentence."""
    pages: list[Image.Image] = []
    for data in files:
        for page in _pages_of(data):
            if len(pages) == MOST_PAGES:
                raise Refused(TOO_LONG)
            pages.append(page)
    made = io.BytesIO()
    told = {"save_all": True, "append_images": pages[1:], "resolution": DOTS_AN_INCH, "quality": QUALITY}
    pages[0].save(made, "PDF", **told)
    return made.getvalue(), len(pages)


def _pages_of(data: bytes) -> Iterator[Image.Image]:
    if len(data) > MOST_BYTES:
        raise Refused("This file is larger than 12 MB. Please take a smaller one.")
    if is_heic(data):
        raise Refused(HEIC)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        yield from _of_a_pdf(data)
        return
    with opened(data, formats=(*FORMATS, "TIFF")) as picture:
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a large JPEG is unpacked at half its size
        yield _as_page(picture)


def _of_a_pdf(data: bytes) -> Iterator[Image.Image]:
    try:
        with pdfium.PdfDocument(io.BytesIO(data)) as document:
            if not 0 < len(document) <= MOST_PAGES:
                raise Refused(TOO_LONG if len(document) else NO_PDF)
            for number in range(len(document)):
                page = document[number]
                scale = LONGEST_SIDE / max(*page.get_size(), 1.0)
                yield _as_page(page.render(scale=scale).to_pil())
    except (pdfium.PdfiumError, ValueError, OSError):
        raise Refused(NO_PDF) from None


def _as_page(picture: Image.Image) -> Image.Image:
    """Small enough, the right way up, on white; a picture of its own, with nothing of the other left in it."""
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    page = Image.new("RGB", upright.size, "white")
    page.paste(upright, mask=upright.getchannel("A") if "A" in upright.getbands() else None)
    return page
