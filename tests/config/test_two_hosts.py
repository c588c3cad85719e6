"""Links have a host of their own: it serves them and nothing else, and the first host serves none."""

import pytest
from django.test import Client

LINKS = ("hello.example", "HELLO.example", "hello.example.", "hello.example:443", "hello.example:8443")
PAGES = ("kith.example", "Kith.example", "kith.example.", "kith.example:443", "127.0.0.1:8000")


@pytest.fixture(autouse=True)
def two_hosts(db, settings):
    settings.PUBLIC_URL, settings.INTRODUCTION_URL = "https://kith.example", "https://Hello.example"
    settings.ALLOWED_HOSTS = ["kith.example", "hello.example", "127.0.0.1"]


def asked(host: str, path: str, **more) -> str:
    answer = Client(headers={"host": host}).get(path, secure=True, **more)
    return f"{answer.status_code} {answer.content.decode()}"


@pytest.mark.parametrize("host", LINKS)
@pytest.mark.parametrize("path", ["/", "/account/login/", "/how-it-looks/", "/crisis/", "/people/abc/who/"])
def test_the_host_of_links_serves_no_page_however_it_is_written(host, path):
    assert asked(host, path) == "404 There is nothing here."
    assert "This link does not open anything now" in asked(host, "/v/abc/")


@pytest.mark.parametrize("host", PAGES)
def test_the_host_of_pages_serves_no_link(host):
    assert asked(host, "/v/abc/") == asked(host, "/h/abc/") == "404 There is nothing here."
    assert asked(host, "/account/login/").startswith("200 ") and asked(host, "/crisis/").startswith("200 ")


def test_what_a_proxy_was_told_by_the_visitor_moves_nobody_to_the_other_host():
    told = {"headers": {"X-Forwarded-Host": "kith.example", "Forwarded": "host=kith.example"}}
    assert asked("hello.example", "/account/login/", **told) == "404 There is nothing here."


def test_two_ports_of_one_host_are_two_hosts(settings):
    settings.PUBLIC_URL, settings.INTRODUCTION_URL = "http://127.0.0.1:8000", "http://127.0.0.1:8001"
    assert asked("127.0.0.1:8001", "/account/login/") == "404 There is nothing here."
    assert asked("127.0.0.1:8000", "/account/login/").startswith("200 ")


def test_one_host_serves_both(settings):
    settings.INTRODUCTION_URL = "https://kith.example:443/"
    assert asked("kith.example", "/account/login/").startswith("200 ")
    assert "This link does not open anything now" in asked("kith.example", "/v/abc/")
