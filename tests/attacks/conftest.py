"""One Kith that stands for all tests of this folder, everybody in it signed in once, and Greg's record walked once."""

from collections.abc import Callable, Iterator

import pytest

from tests.browser.serving import built_once

from .standing import Standing, standing
from .visitor import Visitor
from .walking import Found, walk


@pytest.fixture(scope="session")
def kith(tmp_path_factory) -> Iterator[Standing]:
    neighbourhood = built_once(tmp_path_factory)
    with standing(neighbourhood, tmp_path_factory.mktemp("standing") / "data") as kith:
        yield kith


@pytest.fixture(autouse=True)
def fresh_limits(kith) -> None:
    """Nobody has tried anything lately."""
    kith.let_time_go_by()


@pytest.fixture(scope="session")
def _signed_in() -> dict[str, Visitor]:
    return {}


@pytest.fixture
def as_(kith, _signed_in) -> Callable[[str], Visitor]:
    """Somebody who has signed in, the same for all tests; "" is nobody. Whoever signs out does so anew."""

    def visitor(who: str) -> Visitor:
        if not who:
            return Visitor(kith)
        if who not in _signed_in:
            _signed_in[who] = Visitor(kith).sign_in(who)
        return _signed_in[who]

    return visitor


@pytest.fixture
def put_back(kith, _signed_in) -> Iterator[None]:
    """What this test does is undone, with the sessions that began in it."""
    known = dict(_signed_in)
    with kith.put_back():
        yield
    _signed_in.clear()
    _signed_in.update(known)


@pytest.fixture(scope="session")
def walked(kith, _signed_in) -> Found:
    """Greg's record as his worker and he himself find it: one address of each kind, and the forms there."""
    vish, greg = (_signed_in.setdefault(who, Visitor(kith).sign_in(who)) for who in ("vish", "greg"))
    own = f"/people/{kith.records['greg']}/"
    found = walk(vish, kith.records["greg"], ["/", own])
    more = walk(greg, kith.records["greg"], ["/", own, f"{own}plan/", f"{own}said/", f"{own}goals/"], found.pages)
    return Found(more.pages | found.pages, more.forms | found.forms)
