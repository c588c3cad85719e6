"""Typesets the leaflets of the second and third set: pages of HTML with the fonts of this machine, as a print shop
would set them. Where a font is not there, the one that takes its place is used."""

import io

import pypdfium2 as pdfium
import zxingcpp
from PIL import Image
from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

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
    with pdfium.PdfDocument(HTML(string=html, url_fetcher=OwnCodes()).write_pdf()) as document:
        page = document[0]
        return page.render(scale=LONGER_SIDE / max(page.get_size())).to_pil().convert("RGB")
