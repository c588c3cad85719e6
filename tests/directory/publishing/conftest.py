"""A small town that gives out what it has, and a reader who is nobody."""

from datetime import date, time

import pytest
from django.test import Client

from kith.directory.actions import add_activity
from kith.directory.reading.entry import PlaceDetails, Slot

TOWN = PlaceDetails("Mill", "1 Mill Lane, Calderford", "LS1 4AP", 53.72, -1.94)
TUESDAY, THURSDAY = Slot(1, time(19), time(20, 30)), Slot(3, time(19), time(20, 30))


class Reader:
    """Asks without a cookie, and looks at what every open answer has in common."""

    def __init__(self):
        self.client = Client(raise_request_exception=True)

    def __call__(self, path: str, status: int = 200, **asked):
        response = self.client.get(f"/open/{path}", asked)
        assert response.status_code == status, response.content[:300]
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "json" in response["Content-Type"]
        assert not response.cookies
        assert "cookie" not in response.get("Vary", "").lower()
        return response.json()

    def all_of(self, path: str, **asked) -> list[dict]:
        """Everything of a list, page by page."""
        found, number, last = [], 1, False
        while not last:
            page = self(path, page=number, per_page=3, **asked)
            found, number, last = found + page["contents"], number + 1, page["last_page"]
        return found

    def names(self, path: str, **asked) -> list[str]:
        return sorted(each["name"] for each in self.all_of(path, **asked))


@pytest.fixture
def read() -> Reader:
    return Reader()


@pytest.fixture
def town(db, worker):
    """Six listings by short name: two are physical and told in full."""
    made = {
        "kickboxing": {
            "name": "Kickboxing for beginners",
            "place": TOWN,
            "times": (TUESDAY, THURSDAY),
            "price_pence": 350,
            "organisation": "Old Hall Community",
            "long_text": "Friendly class. Bring water.",
            "phone": "01632 960123",
            "email": "hello@oldhall.example",
            "url": "https://oldhall.example/kickboxing",
            "categories": ["Keeping fit", "Adults"],
            "host_name": "Sam",
            "contact_is_public": True,
            "access_words": "A ramp at the side door.",
            "getting_there": "Bus 8 stops outside.",
        },
        "yoga": {"name": "Chair yoga", "place": TOWN, "times": (Slot(0, time(10)),), "is_free": True},
        "choir": {"name": "Top Road choir", "place": TOWN, "price_pence": 300, "times": (Slot(3, time(10)),)},
        "run": {"name": "Running club", "times": (TUESDAY,), "is_free": True},
        "fair": {"name": "Spring fair", "on_date": date(2099, 5, 1), "cost_words": "£2, or what you can"},
        "over": {"name": "Last year's fair", "on_date": date(2020, 5, 1)},
    }
    return {key: add_activity(by=worker, **fields) for key, fields in made.items()}
