"""What the page says was checked is what the tests check; anybody can say that something cannot be used."""

import pytest
from django.urls import reverse

from kith.design.accessibility import statement
from kith.rights.models import Complaint
from tests.browser.soundness import ON_SCREENS, RULES
from tests.browser.test_every_page_is_sound import AT_LEAST
from tests.browser.test_every_state_is_sound import THEMES

PAGE = "/accessibility/"


@pytest.mark.shows("Q-65")
def test_its_numbers_are_those_of_the_tests():
    said = statement()
    assert said.pages_at_least == sum(AT_LEAST.values())
    assert (said.widths, said.rules, said.themes) == (tuple(ON_SCREENS), tuple(RULES), THEMES)


@pytest.mark.shows("Q-65")
@pytest.mark.django_db
def test_it_says_what_is_not_right_and_what_to_do_meanwhile_and_every_page_leads_there(client):
    page = client.get(PAGE).content.decode()
    for problem in statement().problems:
        assert problem.title in page and problem.instead in page
    assert f"{statement().looked_over_on:%-d %B %Y}" in page
    assert f'href="{PAGE}"' in client.get("/crisis/").content.decode()


@pytest.mark.shows("Q-65")
@pytest.mark.django_db
def test_somebody_who_is_not_signed_in_says_what_they_cannot_use(client):
    way = f"{reverse('rights:complain')}?about=using-it"
    assert way in client.get(PAGE).content.decode()
    assert "Tell us what you cannot use" in client.get(way).content.decode()
    client.post(way, {"words": "The map. I use a switch."})
    assert Complaint.objects.get().words == "About reading or using Kith:\nThe map. I use a switch."
