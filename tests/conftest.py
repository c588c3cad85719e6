"""What every test stands on."""

import gc
import logging
import os

import pytest
from django.conf import settings
from django.middleware import csrf

from kith.access import tidying
from kith.directory.search import own_words
from kith.outbox import rests
from tests import as_django_asks, midnight, static_once
from tests.no_way_out import no_way_out
from tests.once import shared_by_all

pytest_plugins = ["tests.browser.one"]

# Those with a test that takes more than five seconds of the processor's time, the longest first.
TAKE_LONG = (
    "test_every_page_is_sound.py",
    "test_every_state_is_sound.py",
    "test_the_story.py",
    "test_killed_import.py",
    "test_matrix_walk.py",
    "test_outside.py",
    "test_bad_input.py",
    "test_in_a_browser.py",
    "test_another_record.py",
    "test_kills.py",
    "test_killed.py",
)

SELDOM = (700, 20, 100)  # few looks at what has been there for long: those took most of the time

A_DATABASE = {
    "db",
    "transactional_db",
    "live_server",
    "django_db_setup",
}  # every fixture that gives one stands on these

# The browser's driver keeps an event loop in the tests' own thread; Kith itself uses none.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_configure(config: pytest.Config) -> None:
    """Static files are taken from where they are written: nothing has to be collected first. The table finds by
    words alone, whether or not the network is installed; a test that wants meaning says so."""
    gc.set_threshold(*SELDOM)
    tidying.USUALLY = SELDOM  # a long piece of work leaves it as it was
    settings.MEANING = False
    csrf.CSRF_ALLOWED_CHARS = "bcdfghjkmnpqrstvwxz"  # spells no word that a page may not say
    as_django_asks.compare()
    static_once.look_once()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.STATIC_ROOT = None
    settings.WHITENOISE_USE_FINDERS = True


def pytest_sessionstart(session: pytest.Session) -> None:
    """No line is written for each of the hundred thousand requests; a test that reads the log says so. The one process
    that hands out tests to others has time."""
    logging.getLogger("kith.requests").setLevel(logging.ERROR)
    from tests import laid_out

    if session.config.getoption("numprocesses", None):
        laid_out.begin_early(session.config._tmp_path_factory)


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses among them
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest begin first: at the end no process is left waiting for one of them. Whatever asks for the database
    is marked so: the others show the same on every database."""
    items.sort(key=_place_in_order)
    for each in filter(_asks_for_the_database, items):
        each.add_marker(pytest.mark.database)


def _asks_for_the_database(item: pytest.Item) -> bool:
    """Without it, or the mark that stands for it, pytest lets no test at the database."""
    is_marked = item.get_closest_marker("django_db") is not None
    return is_marked or not A_DATABASE.isdisjoint(getattr(item, "fixturenames", ()))


def _place_in_order(item: pytest.Item) -> int:
    named = item.path.name
    return TAKE_LONG.index(named) if named in TAKE_LONG else len(TAKE_LONG)


def pytest_collection() -> None:
    """What is loaded now stays, so nothing of it is looked through for garbage before all of it is there."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Looking through it again and again took a twentieth of the time, and what a test leaves goes soon enough."""
    gc.enable()
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    midnight.let_the_day_end(item.path)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """Every process begins with a copy of one database that was laid out once."""
    from tests import laid_out

    end = laid_out.begin_with_it(tmp_path_factory)
    yield
    end()


@pytest.fixture(autouse=True)
def fresh_ways():
    """No way out rests from what a test before this one did with it, and nothing is heard that it added."""
    rests.forget()
    own_words.forget()


@pytest.fixture(autouse=True)
def nothing_left_in_the_index(request, django_db_blocker):
    """Whatever a test without a transaction of its own wrote into the search's index is no table that is emptied."""
    yield
    marks = request.node.iter_markers("django_db")
    writes = {"transactional_db", "live_server"} & set(request.fixturenames)
    if writes or any(mark.kwargs.get("transaction") for mark in marks):
        from tests import world as neighbourhood

        with django_db_blocker.unblock():
            neighbourhood.take_down()


@pytest.fixture
def world(db, settings, tmp_path_factory):
    """The demo's neighbourhood, as it stands today. What a test does to it is gone with the test."""
    from tests import world as neighbourhood

    settings.KITH_DEMO, settings.SECOND_FACTOR_FOR_STAFF = True, False
    settings.MAIL_VOUCHER = "mail.goodcompany.example"
    yield neighbourhood.stand_up(shared_by_all(tmp_path_factory))
    neighbourhood.take_down()


@pytest.fixture(scope="session", autouse=True)
def _no_way_out():
    with no_way_out():
        yield
