"""The cast, with somebody else's eyes too."""

from datetime import timedelta

import pytest
from django.test import Client

from kith.access import clock
from tests.goals.cast import Cast, gather


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def cast(db) -> Cast:
    """They have known each other for a year."""
    with clock.at(clock.now() - timedelta(days=365)):
        return gather()


@pytest.fixture
def signed_in():
    def sign_in(user) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return sign_in
