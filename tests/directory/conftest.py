"""A small invented directory, and the real files where they are at hand."""

import json
from datetime import time
from pathlib import Path

import pytest

from kith.access.actor import Actor, Role, Tie
from kith.directory.actions import add_activity
from kith.directory.reading.entry import PlaceDetails, Slot

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
REAL = SHARED / "real" / "north-lincolnshire-services.json"
MOCKS = SHARED / "oruk" / "mocks"
CALDERFORD = (53.72, -1.94)

needs_real = pytest.mark.skipif(not REAL.exists(), reason="the real directory is not beside the project")
needs_mocks = pytest.mark.skipif(not MOCKS.exists(), reason="the official sample answers are not beside the project")


@pytest.fixture
def worker() -> Actor:
    return Actor(who="a-worker", ties=(Tie(Role.WORKER),))


@pytest.fixture
def machine() -> Actor:
    return Actor.command_line()


@pytest.fixture
def write(tmp_path):
    """Writes services (or any text) to a file and gives its path."""

    def writing(content, name="council.json") -> Path:
        path = tmp_path / name
        text = content if isinstance(content, str) else json.dumps(content)
        path.write_text(text, encoding="utf-8")
        return path

    return writing


def service(number: int = 1, **changes) -> dict:
    """One invented service of the flat kind."""
    return {
        "id": f"s{number}",
        "name": f"Calder choir {number}",
        "description": "<p>We sing every Tuesday 6.30-8pm. First session free then &pound;4.</p>",
        "email": "",
        "url": "",
        "status": "active",
        "fees": "",
        "assured_date": "2026-11-01",
        "organization": {"id": "o1", "name": "Calder Music", "description": "", "url": ""},
    } | changes


@pytest.fixture
def neighbourhood(db, worker):
    """Seven listings in Calderford, by short name."""
    town = PlaceDetails("Mill", "1 Mill Lane, Calderford", "", 53.72, -1.94)
    far = PlaceDetails("Hall", "2 Top Road, Highmoor", "", 53.80, -2.10)
    evening = Slot(1, time(19), time(21))
    made = {
        "band": {"name": "Calderford brass band", "place": town, "times": (evening,), "is_free": True},
        "choir": {"name": "Top Road choir", "place": far, "price_pence": 300, "times": (Slot(3, time(10)),)},
        "gig": {
            "name": "The Tin Kettle Band",
            "long_text": "On tour with a debut album. Tickets at the door.",
        },
        "tots": {"name": "Music for toddlers", "place": town, "is_free": True},
        "football": {"name": "Walking football", "place": town, "long_text": "Every Thursday, on the astro."},
        "church": {"name": "Chapel coffee morning", "place": town, "organisation": "Calder Chapel"},
        "shed": {"name": "Engine shed", "long_text": "A men's shed: woodwork and mending.", "place": far},
    }
    return {key: add_activity(by=worker, **fields) for key, fields in made.items()}
