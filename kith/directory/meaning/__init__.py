"""Words as points: what means much the same lies close together. A part that can be left out.

The network is a small one for English (MiniLM, six layers, 384 numbers a text). It is installed as a library that
is only files, and is worked out here with numpy. Without it Kith finds by words alone.
"""

from .encoding import closeness, closeness_of_each, encode, is_here, kept, opened

__all__ = ["closeness", "closeness_of_each", "encode", "is_here", "kept", "opened"]
