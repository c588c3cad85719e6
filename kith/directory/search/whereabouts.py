"""Where people mean when they type a postcode, a part of one, or a place: the spots that fit, the likeliest first."""

from dataclasses import dataclass

from django.db.models import Avg, QuerySet
from django.db.models.functions import Length, Substr

from kith.directory.models import Locality, Postcode

from .places import PARTLY, POINT, Point, tidy_postcode
from .words import plain

FEW = 8
SHORTEST = 2  # letters of a name


@dataclass(frozen=True)
class Spot:
    """A point with the words that it goes by."""

    words: str
    point: Point


def spots_like(typed: str, most: int = FEW) -> list[Spot]:
    """Every spot that this may mean; empty when we know of none."""
    if exact := _typed_point(typed):
        return [exact]
    if by_code := _by_postcode(typed):
        return [by_code]
    return _by_name(" ".join(plain(typed).split()), most)


def point_of(typed: str) -> Point | None:
    """The point of “53.7,-1.9”, of a postcode or a part of one, or of a place. None when we do not know it."""
    found = spots_like(typed, 1)
    return found[0].point if found else None


def _typed_point(typed: str) -> Spot | None:
    if not (numbers := POINT.fullmatch(typed)):
        return None
    point = float(numbers[1]), float(numbers[2])
    return Spot(typed.strip(), point) if abs(point[0]) <= 90 and abs(point[1]) <= 180 else None


def _by_postcode(typed: str) -> Spot | None:
    """The postcode itself; else the middle of the smallest part around it that we know."""
    if (postcode := tidy_postcode(typed)) and (row := Postcode.objects.filter(code=postcode.replace(" ", "")).first()):
        return Spot(postcode, (row.latitude, row.longitude))
    for outcode, sector in _parts(postcode or typed):
        if middle := _middle_of(outcode, sector):
            return Spot(f"{outcode} {sector}".strip(), middle)
    return None


def _parts(typed: str) -> list[tuple[str, str]]:
    """The ways to read a part: “CX11” may be all of CX11, or what begins with CX1 1."""
    written = " ".join(typed.upper().split())
    outcode, _, rest = written.partition(" ")
    ways = [(outcode, rest[:1])] if rest else [(outcode, ""), (outcode[:-1], outcode[-1:])]
    ways += [(outcode, "")] if rest else []
    return [way for way in ways if PARTLY.fullmatch(" ".join(filter(None, way)))]


def _middle_of(outcode: str, sector: str) -> Point | None:
    if not sector and (row := Postcode.objects.filter(code=outcode).first()):
        return row.latitude, row.longitude
    middle = _units_of(outcode, sector).aggregate(north=Avg("latitude"), east=Avg("longitude"))
    return None if middle["north"] is None else (round(middle["north"], 5), round(middle["east"], 5))


def _units_of(outcode: str, sector: str) -> QuerySet[Postcode]:
    """Whole postcodes of this outcode: three characters follow it. Of bare letters, all that begin with them."""
    begin = outcode + sector
    units = Postcode.objects.filter(code__startswith=begin).annotate(letters=Length("code"))
    if outcode.isalpha():
        return units.annotate(next=Substr("code", len(outcode) + 1, 1)).filter(next__range=("0", "9"))
    return units.filter(letters=len(outcode) + 3)


def _by_name(name: str, most: int) -> list[Spot]:
    """Called so; then beginning so; then with the words anywhere."""
    if len(name) < SHORTEST:
        return []
    begins = list(Locality.objects.filter(key__startswith=name)[: most * 4])
    so = [each for each in begins if each.key.partition(" | ")[0] == name]
    found = [*so, *(each for each in begins if each not in so)][:most]
    if len(found) < most:
        held = Locality.objects.filter(key__contains=name).exclude(pk__in=[each.pk for each in found])
        found += list(held[: most - len(found)])
    return [Spot(str(each), (each.latitude, each.longitude)) for each in found]
