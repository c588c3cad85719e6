"""What whoever keeps accounts reads of letters that did not arrive and of what could not be read."""

from datetime import timedelta

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.messaging import actions
from kith.messaging.incoming import make_sense_of_the_rest
from kith.messaging.models import Message
from kith.outbox.models import Letter

from .conftest import FRIDAY, email

PAPER = {"channels": ["letter"], "post_to": "14 Canal Row\nCalderford", "may_write_there": True}


@pytest.fixture(autouse=True)
def no_provider(settings):
    settings.KITH_DEMO, settings.LETTER_PROVIDER = False, ""


def to_the_worker(cast) -> Letter:
    """A notice to the worker, which came back."""
    actions.write(individual=cast.individual, words="I did it!", by=cast.as_individual)
    notice = Letter.objects.get(kind="to worker: a message")
    Letter.objects.filter(pk=notice.pk).update(state="came_back", last_problem="There is no such address.")
    return notice


@pytest.fixture
def office(cast):
    """Mair keeps the accounts as well."""
    cast.manager.is_administrator = True
    cast.manager.save()
    return cast.manager


def test_an_administrator_reads_that_a_worker_was_not_reached_until_it_is_seen_to(cast, office, signed_in):
    to_the_worker(cast)
    client, account = signed_in(office), f"/accounts/{cast.worker.public_id}/"
    told = "A letter to Anwen Hollis did not arrive: There is no such address."
    assert told in client.get("/?as=accounts").content.decode()
    page = client.get(account).content.decode()
    assert "There is no such address." in page and "Tomos" not in page
    client.post(f"{account}letters/")
    assert told not in client.get("/?as=accounts").content.decode()
    assert "There is no such address." not in client.get(account).content.decode()


def test_only_who_keeps_accounts_sees_to_it(cast, signed_in):
    notice = to_the_worker(cast)
    assert signed_in(cast.worker).post(f"/accounts/{cast.worker.public_id}/letters/").status_code == 404
    notice.refresh_from_db()
    assert notice.seen_to_at is None


def test_a_mail_server_that_stays_shut_is_told_to_whoever_keeps_accounts(cast, office, signed_in):
    actions.write(individual=cast.individual, words="Hello.", by=cast.as_worker)
    assert "waited over four hours" not in signed_in(office).get("/?as=accounts").content.decode()
    with clock.at(FRIDAY + timedelta(hours=5)):
        page = signed_in(office).get("/?as=accounts").content.decode()
    assert "1 letter has waited over four hours to leave." in page


def test_what_could_not_be_read_is_told_of_and_read_at_the_next_try(cast, office, signed_in):
    arrival = actions.arrive(way="email", known_as="one", raw=email("I did it!"), by=Actor.system())
    for _ in range(5):
        actions.not_taken_in(arrival=arrival, problem="ValueError", by=Actor.system())
    client = signed_in(office)
    assert "1 message came in and could not be read" in client.get("/?as=accounts").content.decode()
    assert make_sense_of_the_rest(by=Actor.system()) == 0
    client.post("/accounts/tried-again/")
    assert make_sense_of_the_rest(by=Actor.system()) == 1
    assert Message.objects.filter(words="I did it!").count() == 1
    assert "could not be read" not in client.get("/?as=accounts").content.decode()


def test_only_who_keeps_accounts_tries_again_to_read(cast):
    with pytest.raises(NotPermitted):
        actions.try_again_to_read(by=cast.as_worker)
