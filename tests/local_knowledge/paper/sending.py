"""What was read on an invented leaflet, and how leaflets are sent."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kith.directory.models import Paper

PAPERS = "/community/paper/"


def part(value="", words="", sure=False) -> dict:
    return {"value": value, "words": words, "sure": sure}


TUESDAY = {"weekday": 1, "starts": "19:00", "ends": "21:00", "frequency": "weekly", "words": "Tuesdays 7pm - 9pm"}
FOUND = {
    "name": part("Kite Makers", "Kite Makers"),
    "phone": part("01632 960123", "Tel 01632 960123", sure=True),
    "cost": part("£2 a session", "Cost: £2 a session", sure=True),
    "schedule": part([TUESDAY], "Tuesdays 7pm - 9pm", sure=True),
    "address": part("1 Mill Lane", "Where: 1 Mill Lane"),
    "postcode": part("CX1 2HP", "CX1 2HP", sure=True),
}


def address(paper: Paper, name: str = "paper") -> str:
    return reverse(f"local_knowledge:{name}", args=[paper.public_id])


def send(client, *bodies: bytes):
    files = [SimpleUploadedFile(f"IMG_{number}.jpg", body) for number, body in enumerate(bodies)]
    return client.post(PAPERS, {"files": files})


def filled(client, paper: Paper, **more) -> dict:
    """The draft as the page offers it."""
    form = client.get(address(paper)).context["form"]
    return {name: value for name, value in form.initial.items() if value and name in form.fields} | more
