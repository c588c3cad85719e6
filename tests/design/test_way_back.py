"""Back to a page of ours, and never anywhere else."""

import pytest
from django.test import RequestFactory

from kith.design.pages import way_back

make = RequestFactory()


@pytest.mark.parametrize("place", ["/", "/people/abc/goals/", "/people/abc/goals/?day=2026-09-10#went"])
def test_a_page_of_ours_is_the_way_back(place):
    assert way_back(make.post("/x/", {"next": place}), "/home/") == place
    assert way_back(make.get("/x/", {"next": place})) == place
    assert way_back(make.get("/x/", {"back": place}), name="back") == place


@pytest.mark.parametrize(
    "place", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:x", "people", ""]
)
def test_anything_else_is_not(place):
    assert way_back(make.post("/x/", {"next": place}), "/home/") == "/home/"
    assert way_back(make.get("/x/", {"next": place})) == ""
    assert way_back(make.get("/x/"), "/home/") == "/home/"
