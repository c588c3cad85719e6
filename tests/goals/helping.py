"""How the people around a helper's page open it."""

import re

from django.test import Client

from kith.goals import queries

WORDS = "Text him the week he misses two classes"
NUMBER = "+447700900123"


def place(page, more="") -> str:
    return f"/people/{page.individual.public_id}/helpers/pages/{page.public_id}/{more}"


def as_helper(page, words=None):
    address = queries.address_of(page) or page.was_at
    browser = Client(headers={"Host": "goodcompany.example"})
    at = address.removeprefix("https://goodcompany.example")
    return browser.get(at) if words is None else browser.post(at, {"words": words})


def signed_in(user) -> Client:
    client = Client(headers={"Host": "kith.example"})
    client.force_login(user)
    return client


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))
