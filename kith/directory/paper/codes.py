"""The square codes on a leaflet, as web addresses."""

import zxingcpp

from kith.directory.reading.contact import url_of

from .sheets import Picture

MOST = 5


def addresses_in(picture: Picture) -> list[str]:
    """Web addresses in the codes of a picture; other codes are left alone. Codes check themselves."""
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    addresses = (url_of(code.text.strip()) for code in found[:MOST] if code.valid)
    return list(dict.fromkeys(address for address in addresses if address))
