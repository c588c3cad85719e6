"""Whether this machine has what draws pages."""

from functools import cache

CANNOT = "This machine cannot make a PDF yet: it needs Pango. Whoever looks after Kith can add it."


@cache
def can_draw() -> bool:
    """WeasyPrint is always here; it needs Pango, which is the machine's. Loaded only where a page is drawn."""
    try:
        import weasyprint  # noqa: F401 - only whether it can be
    except OSError:
        return False
    return True
