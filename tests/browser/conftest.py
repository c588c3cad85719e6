"""A context of the browser for each test, and the neighbourhood served to it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.serving import Served, built_once, serving
from tests.browser.visitor import Visitor

PATIENCE = 30_000  # milliseconds: a machine may have much else to do
expect.set_options(timeout=PATIENCE)
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 640}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All that stands in this folder plays in a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def neighbourhood(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built neighbourhood, one for all the processes of this run."""
    return built_once(tmp_path_factory)


@pytest.fixture(scope="session")
def _server(neighbourhood: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(neighbourhood, tmp_path_factory.mktemp("served") / "data") as served:
        yield served


@pytest.fixture
def served(_server: Served, tmp_path_factory: pytest.TempPathFactory) -> Served:
    """The neighbourhood at the point to which its story is told: today, also where a run comes to another day."""
    _server.begin_again(built_once(tmp_path_factory))
    return _server


@pytest.fixture
def arrive(browser: Browser, served: Served) -> Iterator[Callable[..., Visitor]]:
    """Brings somebody to a screen. At the end nothing may have gone wrong unseen."""
    visitors: list[Visitor] = []

    def bring(who: str = "", *, javascript=True, screen: dict | None = None, as_a: type = Visitor) -> Visitor:
        context = browser.new_context(
            viewport=screen or DESK,
            java_script_enabled=javascript,
            locale="en-GB",
            timezone_id="Europe/London",
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        visitors.append(as_a(context, served.address))
        if who:
            visitors[-1].sign_in_as(who)
        return visitors[-1]

    yield bring
    for visitor in visitors:
        visitor.context.close()
    wrong = [what for visitor in visitors for what in visitor.wrong]
    assert wrong == [], (served.folder / "log").read_text()[-2000:]
