"""One sentence of `kith check`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Unsafe ones keep Kith from serving."""

    words: str
    unsafe: bool = False
