"""Where a plan on paper is, and what stands on its sheets."""

from collections.abc import Iterator

from django.urls import reverse


def at(cast, page: str = "plan_on_paper") -> str:
    return reverse(f"home:{page}", args=[cast.individual.public_id])


def boxes_in(box) -> Iterator:
    """This box of a sheet, and every one within it."""
    yield box
    for child in getattr(box, "all_children", list)():
        yield from boxes_in(child)


def text_of(document) -> str:
    """All words on the sheets, in their order."""
    words = [box.text for page in document.pages for box in boxes_in(page._page_box) if hasattr(box, "text")]
    return " ".join(" ".join(words).split())
