"""Whoever is shown something leaves a line, by whatever method they asked."""

import pytest
from django.urls import reverse

from kith.access.models import TrailEntry


def lines(cast) -> int:
    return TrailEntry.objects.filter(chain=cast.individual.public_id, is_reading=True).count()


@pytest.mark.shows("Q-13")
@pytest.mark.parametrize("method", ["get", "head", "post"])
def test_a_page_that_is_shown_leaves_one_line(cast, signed_in, method):
    address = reverse("home:brief", args=[cast.individual.public_id])
    getattr(signed_in(cast.worker), method)(address)
    assert lines(cast) == 1


@pytest.mark.parametrize("method", ["options", "put", "delete", "patch", "trace"])
def test_other_methods_show_nothing(cast, signed_in, method):
    address = reverse("home:brief", args=[cast.individual.public_id])
    response = getattr(signed_in(cast.worker), method)(address)
    assert (response.status_code, response.content, lines(cast)) == (405, b"", 0)


def test_a_form_sent_back_with_words_to_look_at_is_a_page_too(cast, signed_in):
    signed_in(cast.worker).post(reverse("conversations:write_up", args=[cast.individual.public_id]), {})
    assert lines(cast) == 1
