"""Static files are looked for once in a process: each new visitor of the test client would look through all of them."""

from functools import wraps

from whitenoise.middleware import WhiteNoiseMiddleware

look_for_them = WhiteNoiseMiddleware.add_files_from_finders
_found: dict[str, dict] = {}  # by where they are


@wraps(look_for_them)
def found(self: WhiteNoiseMiddleware) -> None:
    if self.static_prefix not in _found:
        look_for_them(self)
        _found[self.static_prefix] = dict(self.files)
    self.files.update(_found[self.static_prefix])


def look_once() -> None:
    """From now on, in this process."""
    WhiteNoiseMiddleware.add_files_from_finders = found
