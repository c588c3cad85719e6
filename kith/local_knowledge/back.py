"""Going back to the page somebody came from."""

from kith.design.pages import way_back

__all__ = ["way_back"]
