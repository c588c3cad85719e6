"""The sign-in page says beforehand that typed words come back, where they were kept; and nowhere else."""

import re

from django.test import Client
from django.urls import reverse

TOLD = "Sign in, and your words are back."


def test_whoever_was_signed_out_while_writing_reads_that_nothing_is_lost(world):
    greg = world.individual("greg")
    browser = Client(enforce_csrf_checks=True)
    login = browser.get("/demo/sign-in/").content.decode()
    browser.post("/demo/sign-in/", {"who": "greg", "csrfmiddlewaretoken": _token(login)})
    there = reverse("messaging:messages_page", args=[greg.public_id])
    token = _token(browser.get(there).content.decode())
    browser.post("/account/logout/", {"csrfmiddlewaretoken": token})
    assert TOLD not in browser.get("/account/login/").content.decode()
    words = {"words": "I ran today.", "do": "send", "csrfmiddlewaretoken": token}
    answer = browser.post(there, words, headers={"referer": f"http://testserver{there}"})
    assert answer.url.startswith("/account/login/")
    assert TOLD in browser.get(answer.url).content.decode()


def _token(page: str) -> str:
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
