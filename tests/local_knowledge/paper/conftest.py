"""A leaflet that was handed in and read, and the folder in which files are kept."""

import pytest

from kith.access.actor import Actor
from kith.directory import actions, handed_in
from kith.directory.models import Paper
from kith.directory.paper.apart import Answer
from tests.local_knowledge.test_photographs import picture

from .sending import FOUND


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Files are kept where the test can look."""
    settings.DATA_DIR = tmp_path
    return tmp_path / "papers"


@pytest.fixture
def paper(world, monkeypatch) -> Paper:
    """A leaflet handed in and read."""
    made = actions.hand_in(called="kites.jpg", data=picture(), by=world.actor("vish"))
    monkeypatch.setattr(handed_in, "read_apart", lambda file, today: Answer(FOUND, picture((60, 80))))
    handed_in.read_handed_in(made.public_id, by=Actor.system())
    made.refresh_from_db()
    return made
