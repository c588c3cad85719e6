"""The paragraph that a place itself adds to what to expect, beside what its source or people here say of it."""

FIELD = "what_to_expect"
FROM_THE_PLACE = "From the place, "


def without_place(text: str) -> list[str]:
    """The paragraphs of anybody else."""
    return [each for each in _paragraphs(text) if not each.startswith(FROM_THE_PLACE)]


def beside(text: str, kept: str) -> str:
    """This text, with the paragraph from the place that stands in `kept`."""
    theirs = [each for each in _paragraphs(kept) if each.startswith(FROM_THE_PLACE)]
    return "\n\n".join([*without_place(text), *theirs]) if theirs else text


def only_adds(ours: str, source: str) -> bool:
    """Whether nothing differs but that the place has added to it: that is no disagreement with the source."""
    added = len(_paragraphs(ours)) > len(without_place(ours))
    return added and without_place(ours) == without_place(source)


def _paragraphs(text: str) -> list[str]:
    return [each for each in text.split("\n\n") if each.strip()]
