"""Every address that opens by a link: looking changes nothing, no cookie is set, and no other link opens it."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.test import Client
from django.urls import get_resolver, reverse

from kith.access import clock
from kith.people import actions as people
from kith.people import links
from tests.architecture.test_doors import addresses

from .test_actions import agreed


def behind_links():
    """(full name, purpose) of every address whose door is a link."""
    for resolver in get_resolver().url_patterns:
        for pattern in addresses(getattr(resolver, "url_patterns", [])):
            door = getattr(pattern.callback, "door", None)
            if door and door.kind == "link":
                yield f"{resolver.app_name}:{pattern.name}", door.purpose


def written(cast, purpose: str, introduction) -> str:
    about = {"individual": cast.individual, "about": introduction.public_id}
    ends = clock.now() + timedelta(days=1)
    link = people.give_link(purpose=purpose, ends_at=ends, by=cast.worker, **about)
    return links.address(link).rstrip("/").rpartition("/")[2]


def everything() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in apps.get_models() if model.__module__.startswith("kith")}


@pytest.mark.shows("Q-15")
def test_no_other_link_opens_it_and_looking_changes_nothing(cast):
    introduction, other = agreed(cast), {"host": "visit", "visit": "host", "check_in": "visit", "helper": "visit"}
    walked = list(behind_links())
    assert ("host:answer", "host") in walked
    for name, purpose in walked:
        right, wrong = written(cast, purpose, introduction), written(cast, other[purpose], introduction)
        before = everything()
        made_up, of_another = (Client().get(reverse(name, args=[link])) for link in ("made-up", wrong))
        assert (made_up.status_code, made_up.content) == (of_another.status_code, of_another.content)
        answers = [made_up, of_another, Client().get(reverse(name, args=[right]))]
        assert not any(answer.cookies for answer in answers), name
        assert everything() == before, name


@pytest.mark.shows("Q-15")
def test_a_link_is_never_a_sign_in(cast):
    browser = Client()
    browser.get(reverse("host:answer", args=[written(cast, "host", agreed(cast))]))
    assert browser.get(cast.at("introductions/new/")).url.startswith("/account/login/")
