"""Typesets the leaflets of all sets but the first: pages of HTML with the fonts of this machine, as a print shop
would set them. Where a font is not there, the one that takes its place is used."""

import io
import random
import re

import pypdfium2 as pdfium
import zxingcpp
from PIL import Image
from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

BY_HAND = re.compile(r"<hand>(.*?)</hand>", re.S)
PIECE = re.compile(r"<[^>]*>|&\w+;|.", re.S)  # a tag, or one letter
LONGER_SIDE = 1_754  # dots: 150 for each inch of A4


class OwnCodes(URLFetcher):
    """Draws the square code that an image asks for by `code:`; nothing else is fetched."""

    def fetch(self, url: str, headers=None) -> URLFetcherResponse:
        if not url.startswith("code:"):
            raise ValueError(url)
        code = zxingcpp.create_barcode(url.removeprefix("code:"), zxingcpp.BarcodeFormat.QRCode)
        made = io.BytesIO()
        Image.fromarray(zxingcpp.write_barcode_to_image(code, scale=9)).save(made, "PNG")
        return URLFetcherResponse(url, made.getvalue(), {"Content-Type": "image/png"})


def typeset(html: str) -> Image.Image:
    """The first page, as it leaves the printer."""
    with pdfium.PdfDocument(
        HTML(string=BY_HAND.sub(_as_a_hand_writes, html), url_fetcher=OwnCodes()).write_pdf()
    ) as document:
        page = document[0]
        return page.render(scale=LONGER_SIDE / max(page.get_size())).to_pil().convert("RGB")


def _as_a_hand_writes(found: re.Match) -> str:
    """Each letter a little turned, lifted and larger or smaller than the one before. The same words come out alike."""
    chance = random.Random(len(found[1]))  # noqa: S311 - this draws a picture, and hides nothing
    return "".join(_a_letter(piece, chance) for piece in PIECE.findall(found[1]))


def _a_letter(piece: str, chance: random.Random) -> str:
    if piece.startswith("<") or piece.isspace():
        return piece
    turn, up, size = chance.uniform(-7, 7), chance.uniform(-0.05, 0.05), chance.uniform(0.94, 1.08)
    style = f"display: inline-block; transform: translateY({up:.3f}em) rotate({turn:.1f}deg) scale({size:.2f})"
    return f'<span style="{style}">{piece}</span>'
