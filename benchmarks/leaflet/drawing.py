"""Draws the invented leaflets as pages: one column and two, tables, banners, dark ground, small print."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import zxingcpp
from PIL import Image, ImageDraw, ImageFont

import kith.design

from .typesetting import typeset

FONT = Path(kith.design.__file__).parent / "static/design/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2"
WIDE, HIGH, EDGE = 1_240, 1_754, 90
GAP, ROOMY, UP = 1.3, 0.55, 0.95  # from row to row, after a block, and to the line that letters stand on, in sizes
KINDS = ("clean", "scan", "photo")
SETS = {
    "first": "leaflets",
    "second": "second",
    "third": "third",
    "fourth": "fourth",
    "fifth": "fifth",
}  # and the files that tell them


@dataclass(frozen=True)
class Made:
    """One leaflet: how it is laid out, and what a careful reader would write down of it."""

    key: str
    laid_out: dict
    expects: dict


def leaflets(of: str = "first") -> list[Made]:
    """Those of one set, as the file beside this one tells."""
    told = tomllib.loads(Path(__file__).with_name(f"{SETS[of]}.toml").read_text(encoding="utf-8"))
    return [Made(each["key"], each, each["expects"]) for each in told["leaflet"]]


def drawn(made: Made) -> Image.Image:
    """The page as it leaves the printer."""
    look = made.laid_out
    if "html" in look:
        return typeset(look["html"])
    page = Image.new("RGB", (WIDE, HIGH), look["ground"])
    pen = _Pen(page, look["ink"], in_the_middle=look["layout"] == "one")
    _title(pen, look)
    if look["layout"] == "two":
        top, half = pen.down, (WIDE - 3 * EDGE) // 2
        pen.column(EDGE, half).blocks(look["left"])
        pen.down = top
        pen.column(2 * EDGE + half, half).blocks(look["right"])
    else:
        pen.blocks(look["blocks"])
        for row in look.get("rows", ()):
            pen.row(row)
        pen.blocks(look.get("after", ()))
    if "code" in look:
        _code(page, look["code"])
    return page


def _title(pen: "_Pen", look: dict) -> None:
    if "banner" in look:
        deep = EDGE + sum(int(size * GAP) for size, _ in look["title"]) + EDGE // 3
        pen.draw.rectangle((0, 0, WIDE, deep), fill=look["banner"])
        pen.ink = "#ffffff" if _is_dark(look["banner"]) else look["ink"]
    for size, words in look["title"]:
        pen.write(size, words, bold=True)
    pen.ink = look["ink"]
    pen.down += EDGE


def _is_dark(colour: str) -> bool:
    return sum(int(colour[at : at + 2], 16) for at in (1, 3, 5)) < 384


def _code(page: Image.Image, words: str) -> None:
    code = zxingcpp.create_barcode(words, zxingcpp.BarcodeFormat.QRCode)
    square = Image.fromarray(zxingcpp.write_barcode_to_image(code, scale=9))
    page.paste(square.convert("RGB"), (WIDE - EDGE - square.width, HIGH - EDGE - square.height))


@lru_cache
def _fonts(size: int) -> tuple[ImageFont.FreeTypeFont, ImageFont.FreeTypeFont]:
    """The font that Pillow carries, and Kith's own for signs that it lacks: drawn alike on every machine."""
    return ImageFont.load_default(size), ImageFont.truetype(FONT, size)


def _pieces(words: str, size: int) -> list[tuple[str, ImageFont.FreeTypeFont]]:
    plain, other = _fonts(size)
    return [(piece, plain if piece.isascii() else other) for piece in re.findall(r"[ -~]+|[^ -~]+", words)]


def _length(words: str, size: int) -> float:
    return sum(font.getlength(piece) for piece, font in _pieces(words, size))


class _Pen:
    """Writes down the page, in a column."""

    def __init__(self, page: Image.Image, ink: str, *, in_the_middle: bool):
        self.draw, self.ink, self.in_the_middle = ImageDraw.Draw(page), ink, in_the_middle
        self.left, self.wide, self.down = EDGE, WIDE - 2 * EDGE, EDGE // 2

    def column(self, left: int, wide: int) -> "_Pen":
        self.left, self.wide = left, wide
        return self

    def blocks(self, blocks) -> None:
        for size, words in blocks:
            self.write(size, words)
            self.down += int(size * ROOMY)

    def write(self, size: int, words: str, *, bold: bool = False) -> None:
        for line in self._wrapped(words, size):
            spare = self.wide - int(_length(line, size))
            self._text(self.left + (spare // 2 if self.in_the_middle else 0), self.down, line, size, 2 if bold else 0)
            self.down += int(size * GAP)

    def _text(self, left: float, down: int, words: str, size: int, stroke: int = 0) -> None:
        for piece, font in _pieces(words, size):
            at = (left, down + int(size * UP))
            self.draw.text(at, piece, self.ink, font, anchor="ls", stroke_width=stroke, stroke_fill=self.ink)
            left += font.getlength(piece)

    def _wrapped(self, words: str, size: int) -> list[str]:
        lines = [""]
        for word in words.split():
            longer = f"{lines[-1]} {word}".strip()
            if _length(longer, size) <= self.wide:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def row(self, cells: list[str], size: int = 40) -> None:
        wide = self.wide // (len(cells) if len(cells) > 2 else 4)
        across = [self.left + wide * number for number in range(len(cells))]
        for left, words in zip(across, cells, strict=True):
            self._text(left + 12, self.down + 10, words, size)
        deep = int(size * 1.9)
        for left, right in zip(across, [*across[1:], self.left + self.wide], strict=True):
            self.draw.rectangle((left, self.down, right, self.down + deep), outline=self.ink, width=2)
        self.down += deep
