"""Eastings and northings of Great Britain's National Grid as latitude and longitude.

After “A guide to coordinate systems in Great Britain” (Ordnance Survey), annexes A to C: the Airy 1830 ellipsoid,
then the seven-parameter transformation, which is right to about five metres. That is near enough for miles.
"""

from math import atan2, cos, degrees, hypot, radians, sin, sqrt, tan

AIRY = (6377563.396, 6356256.909)  # metres, the half axes
WGS84 = (6378137.0, 6356752.314245)
SCALE, NORTH, EAST = 0.9996012717, -100_000.0, 400_000.0
ORIGIN = (radians(49.0), radians(-2.0))
SHIFT = (446.448, -125.157, 542.060)  # metres
TURN = tuple(radians(seconds / 3600) for seconds in (0.1502, 0.2470, 0.8421))
GROWS = -20.4894e-6
GRID = ((0.0, 700_000.0), (0.0, 1_300_000.0))  # metres east and north


def degrees_of(east: float, north: float) -> tuple[float, float] | None:
    """Latitude and longitude (WGS 84) of a spot on the grid, in metres; None for one that is not on it."""
    if not all(least <= metres <= most for metres, (least, most) in zip((east, north), GRID, strict=True)):
        return None
    return _as_wgs84(*_on_airy(east, north))


def _on_airy(east: float, north: float) -> tuple[float, float]:
    """Radians on the ellipsoid of the grid (annex C.2)."""
    long_axis, squared = AIRY[0], _eccentricity(AIRY)
    lat = _foot(north)
    bend = 1 - squared * sin(lat) ** 2
    nu, rho = long_axis * SCALE / sqrt(bend), long_axis * SCALE * (1 - squared) / bend**1.5
    eta, slope, off = nu / rho - 1, tan(lat), east - EAST
    seventh = slope / (2 * rho * nu)
    eighth = slope / (24 * rho * nu**3) * (5 + 3 * slope**2 + eta - 9 * slope**2 * eta)
    tenth = 1 / (cos(lat) * nu)
    eleventh = 1 / (cos(lat) * 6 * nu**3) * (nu / rho + 2 * slope**2)
    twelfth = 1 / (cos(lat) * 120 * nu**5) * (5 + 28 * slope**2 + 24 * slope**4)
    lon = ORIGIN[1] + tenth * off - eleventh * off**3 + twelfth * off**5
    return lat - seventh * off**2 + eighth * off**4, lon


def _foot(north: float) -> float:
    """The latitude on the middle meridian at this northing, to a hundredth of a millimetre."""
    lat, gone = ORIGIN[0], 0.0
    while abs(north - NORTH - gone) >= 0.00001:
        lat += (north - NORTH - gone) / (AIRY[0] * SCALE)
        gone = _meridian(lat)
    return lat


def _meridian(lat: float) -> float:
    """Metres along the middle meridian from the origin."""
    thin = (AIRY[0] - AIRY[1]) / (AIRY[0] + AIRY[1])
    less, more = lat - ORIGIN[0], lat + ORIGIN[0]
    return (
        AIRY[1]
        * SCALE
        * (
            (1 + thin + 1.25 * thin**2 + 1.25 * thin**3) * less
            - (3 * thin + 3 * thin**2 + 2.625 * thin**3) * sin(less) * cos(more)
            + (1.875 * thin**2 + 1.875 * thin**3) * sin(2 * less) * cos(2 * more)
            - 35 / 24 * thin**3 * sin(3 * less) * cos(3 * more)
        )
    )


def _as_wgs84(lat: float, lon: float) -> tuple[float, float]:
    """Degrees, by way of metres from the middle of the earth (annexes A and B)."""
    nu = AIRY[0] / sqrt(1 - _eccentricity(AIRY) * sin(lat) ** 2)
    spot = (nu * cos(lat) * cos(lon), nu * cos(lat) * sin(lon), (1 - _eccentricity(AIRY)) * nu * sin(lat))
    x, y, z = spot
    rx, ry, rz = TURN
    moved = (
        SHIFT[0] + (1 + GROWS) * x - rz * y + ry * z,
        SHIFT[1] + rz * x + (1 + GROWS) * y - rx * z,
        SHIFT[2] - ry * x + rx * y + (1 + GROWS) * z,
    )
    return _degrees_at(*moved)


def _degrees_at(x: float, y: float, z: float) -> tuple[float, float]:
    squared, flat = _eccentricity(WGS84), hypot(x, y)
    lat = atan2(z, flat * (1 - squared))
    for _ in range(4):  # each step is a thousand times nearer
        nu = WGS84[0] / sqrt(1 - squared * sin(lat) ** 2)
        lat = atan2(z + squared * nu * sin(lat), flat)
    return round(degrees(lat), 6), round(degrees(atan2(y, x)), 6)


def _eccentricity(axes: tuple[float, float]) -> float:
    """Squared."""
    return 1 - (axes[1] / axes[0]) ** 2
