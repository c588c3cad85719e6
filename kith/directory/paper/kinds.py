"""Which files may be a leaflet, by their first bytes and their size: what is asked before a file is kept."""

from kith.directory.reading.pictures import MOST_BYTES

AS_SOME_TELEPHONES_KEEP_IT = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")
HEIC = "This photograph is kept as HEIC, which cannot be read here. Please save it as JPEG and choose that."
BEGINNINGS = (b"%PDF-", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*")


def cannot_be_paper(data: bytes) -> str | None:
    """Why this file is not taken, as a sentence. What is inside is looked at later, by whoever reads it."""
    if not data:
        return "This file is empty. Please choose another."
    if len(data) > MOST_BYTES:
        return "This file is larger than 12 MB. Please take a smaller one."
    if is_heic(data):
        return HEIC
    is_webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    if not (is_webp or data.startswith(BEGINNINGS)):
        return "This is neither a photograph (JPEG, PNG, WebP or TIFF) nor a PDF. Please choose another file."
    return None


def is_heic(data: bytes) -> bool:
    """Whether it is a photograph as many telephones keep it."""
    return data[4:8] == b"ftyp" and data[8:12] in AS_SOME_TELEPHONES_KEEP_IT
