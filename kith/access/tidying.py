"""Python looks through all that it holds for what nobody needs any more, each time some hundred things are new. A long
piece of work makes thousands a moment and keeps few of them: while it goes on, it is looked for more seldom."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

USUALLY = gc.get_threshold()  # as this program began: two long pieces of work may overlap
NEW_THINGS = 20_000  # some MB: what nobody needs any more is looked for when so many more are there


@contextmanager
def seldom_tidied() -> Iterator[None]:
    """For as long as it lasts."""
    gc.set_threshold(NEW_THINGS, *USUALLY[1:])
    try:
        yield
    finally:
        gc.set_threshold(*USUALLY)
