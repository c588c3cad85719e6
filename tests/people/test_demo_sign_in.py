"""In the demo anybody may be anybody, and outside it the pages do not exist."""

import pytest

from kith.demo.who import EVERYBODY
from kith.outbox.actions import post
from tests.people.test_sign_in import is_in

PEOPLE, TRAY = "/demo/sign-in/", "/demo/tray/"


@pytest.fixture
def demo(settings):
    settings.KITH_DEMO, settings.SECOND_FACTOR_FOR_STAFF = True, False


def test_outside_the_demo_there_is_nothing(cast, client, settings):
    settings.KITH_DEMO = False
    assert client.get(PEOPLE).status_code == client.get(TRAY).status_code == 404
    assert client.post(PEOPLE, {"who": "greg"}).status_code == 404
    assert not is_in(client)
    assert "demo" not in client.get("/account/login/").content.decode()


@pytest.mark.parametrize("who", ["vish", "greg", "priya", "deb", "maya", "morgan", "tom", "ines", "alex"])
def test_everybody_can_be_chosen(cast, client, demo, who):
    assert f'value="{who}"' in client.get(PEOPLE).content.decode()
    assert client.post(PEOPLE, {"who": who}).url == "/"
    assert client.session["_auth_user_id"] == str(getattr(cast, who).pk)
    assert len(EVERYBODY) == 9


def test_whoever_was_on_their_way_somewhere_goes_on_there(cast, client, demo):
    page = client.get("/account/login/", {"next": "/people/?q=a&b=c"}).content.decode()
    link = f"{PEOPLE}?next=%2Fpeople%2F%3Fq%3Da%26b%3Dc"
    assert f'href="{link}"' in page
    assert 'name="next" value="/people/?q=a&amp;b=c"' in client.get(link).content.decode()


def test_one_can_be_somebody_else_at_once(cast, client, demo):
    client.post(PEOPLE, {"who": "vish"})
    before = client.session.session_key
    client.post(PEOPLE, {"who": "greg"})
    assert client.session["_auth_user_id"] == str(cast.greg.pk)
    assert client.session.session_key != before


@pytest.mark.parametrize(
    ("wanted", "answer"),
    [
        ("/people/", "/people/"),
        ("//evil.example", "/"),
        (r"/\evil.example", "/"),
        ("https://evil.example", "/"),
        ("", "/"),
    ],
)
def test_they_go_on_to_a_page_of_this_site(cast, client, demo, wanted, answer):
    assert client.post(PEOPLE, {"who": "greg", "next": wanted}).url == answer


@pytest.mark.parametrize("who", ["", "nobody", "root"])
def test_others_cannot_be_chosen(cast, client, demo, who):
    assert client.post(PEOPLE, {"who": who}).status_code == 400
    assert not is_in(client)


def test_the_sign_in_page_leads_here(cast, client, demo):
    assert PEOPLE in client.get("/account/login/").content.decode()


def test_the_tray_shows_letters_newest_first_and_safely(cast, client, demo):
    assert "The tray is empty" in client.get(TRAY).content.decode()
    for words in ("The first", "The second <b>bold</b> https://kith.example/i/abc"):
        post(kind="a kind", channel="email", to="sam@gym.example", subject="Hello", body=words)
    page = client.get(TRAY).content.decode()
    assert page.index("The second") < page.index("The first")
    assert "<b>bold</b>" not in page and 'href="https://kith.example/i/abc"' in page
