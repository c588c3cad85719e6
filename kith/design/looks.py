"""How pages look for somebody: theme, size of the words, room, movement, pictures, and how large things are printed.

A look stands as attributes on `<html>` and as one stylesheet of colours, both written by the server: it needs no
script, and nothing flashes. It is kept with the person, or on a device in a cookie that holds these choices alone.
"""

from dataclasses import dataclass, fields

from django.conf import settings
from django.http import HttpRequest, HttpResponse

ON_THIS_DEVICE, FOR_NOW = "look", "look-now"
A_YEAR = 365 * 24 * 60 * 60
DARK, SOFT, CONTRAST = "design/dark.css", "design/soft.css", "design/contrast.css"
SHEETS = {
    "": [(DARK, "screen and (prefers-color-scheme: dark)")],
    "light": [],
    "dark": [(DARK, "screen")],
    "soft": [(SOFT, "screen")],
    "contrast": [(CONTRAST, "screen")],
}
SCHEMES = {"light": "light", "dark": "dark", "soft": "light"}
CHOICES = {
    "theme": tuple(SHEETS),
    "text": ("", "large", "larger", "largest"),
    "room": ("", "more", "most"),
    "movement": ("", "less"),
    "pictures": ("", "none"),
    "paper": ("", "large", "largest"),
}


@dataclass(frozen=True)
class Look:
    """What somebody chose; "" is as the device says, or as pages are made."""

    theme: str = ""
    text: str = ""
    room: str = ""
    movement: str = ""
    pictures: str = ""
    paper: str = ""

    @classmethod
    def of(cls, kept: dict) -> "Look":
        """From what was kept; what is not known, or no longer, counts as not chosen."""
        known = {name: kept[name] for name, values in CHOICES.items() if kept.get(name) in values}
        return cls(**known)

    @property
    def chosen(self) -> dict[str, str]:
        """Only what differs from how pages are made."""
        return {each.name: getattr(self, each.name) for each in fields(self) if getattr(self, each.name)}

    @property
    def sheets(self) -> list[tuple[str, str]]:
        """The stylesheets of its colours, and where each holds."""
        return SHEETS[self.theme]

    @property
    def scheme(self) -> str:
        """What the browser should paint its own parts in."""
        return SCHEMES.get(self.theme, "light dark")


def on_this_device(request: HttpRequest, name: str = ON_THIS_DEVICE) -> Look:
    """What was chosen here, whoever is here now."""
    pairs = (each.partition(".") for each in request.COOKIES.get(name, "").split("_"))
    return Look.of({choice: value for choice, _, value in pairs})


def for_now(request: HttpRequest) -> Look:
    """For pages that ask neither session nor database: of whoever is signed in, or of the device."""
    return on_this_device(request, FOR_NOW if FOR_NOW in request.COOKIES else ON_THIS_DEVICE)


def keep(response: HttpResponse, look: Look, name: str = ON_THIS_DEVICE, lasts: int | None = A_YEAR) -> None:
    """Leaves the choices on the device; nothing is left when nothing was chosen."""
    if not look.chosen:
        response.delete_cookie(name, samesite="Lax")
        return
    words = "_".join(f"{choice}.{value}" for choice, value in look.chosen.items())
    response.set_cookie(name, words, max_age=lasts, secure=settings.IS_HTTPS, httponly=True, samesite="Lax")
