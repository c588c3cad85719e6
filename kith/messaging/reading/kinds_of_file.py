"""What a file is, by its first bytes, said in the word that people have for it."""

import re

PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")
NOTHING = "There is nothing in it."
NOT_A_KIND = "This kind of file cannot be kept here yet. A picture can."
OTHER_PICTURE = "This kind of picture cannot be kept here yet. JPEG or PNG works."
HEIC = "A photo in the iPhone's own kind (HEIC) cannot be kept here yet. JPEG works."
BEGINNINGS = (
    (rb"%PDF-|\xef\xbb\xbf%PDF-", "A PDF cannot be kept here yet."),
    (rb"\xd0\xcf\x11\xe0", "A Word or Excel file cannot be kept here yet."),
    (rb"\{\\rtf", "A Word file cannot be kept here yet."),
    (rb"Rar!|7z\xbc\xaf|\x1f\x8b|BZh", "A packed folder cannot be kept here yet."),
    (rb"....ftyp(?:hei|hev|mif1|msf1)", HEIC),
    (rb"....ftypavi[fs]", OTHER_PICTURE),
    (rb"....ftypM4A|ID3|\xff[\xfb\xf3\xf2]|OggS|fLaC|#!AMR|RIFF....WAVE|caff", "A sound cannot be kept here yet."),
    (rb"....ftyp|....moov|\x1aE\xdf\xa3|RIFF....AVI ", "A film cannot be kept here yet."),
    (rb"BM......\x00\x00|II\*\x00|MM\x00\*|8BPS|\x00\x00\x01\x00", OTHER_PICTURE),
    (rb"MZ|\x7fELF|#!", "A program cannot be kept here."),
    (rb"BEGIN:VCARD", "A contact card cannot be kept here yet."),
    (rb"BEGIN:VCALENDAR", "An invitation to a calendar cannot be kept here yet."),
    (rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b", OTHER_PICTURE),
    (rb"\s*<(?:!DOCTYPE|html|\?xml)", "A web page cannot be kept here yet."),
)
KNOWN = tuple(
    (re.compile(rb"(?:" + beginning + rb")", re.DOTALL | re.IGNORECASE), why) for beginning, why in BEGINNINGS
)
PACKED = (
    (b"word/", "A Word file cannot be kept here yet."),
    (b"xl/", "An Excel file cannot be kept here yet."),
    (b"ppt/", "A PowerPoint file cannot be kept here yet."),
    (b"application/vnd.oasis.opendocument", "A LibreOffice file cannot be kept here yet."),
)
LOOKED_AT = 4_096
LOOKED_INTO = 65_536  # of a packed file: its names stand at its end, and nothing has to be unpacked to see them


def why_not(data: bytes) -> str:
    """Why this is no picture that can be kept; "" when it looks like one."""
    if not data:
        return NOTHING
    if data.startswith(PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return ""
    if data.startswith(b"PK"):
        names = data[:LOOKED_INTO] + data[-LOOKED_INTO:]
        return next((why for mark, why in PACKED if mark in names), "A packed folder cannot be kept here yet.")
    start = data[:LOOKED_AT]
    return next((why for known, why in KNOWN if known.match(start)), _of_text(start))


def _of_text(start: bytes) -> str:
    if b"\x00" in start:
        return NOT_A_KIND
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return "A text file cannot be kept here yet." if wrong.start > LOOKED_AT - 4 else NOT_A_KIND
    return "A text file cannot be kept here yet."
