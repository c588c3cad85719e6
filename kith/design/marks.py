"""A sentence that is somebody else's business stands in two brackets: [[Her sister is ill too.]]

Pages show the sentence alone. The brackets stay in the record, for whoever looks a copy through before it goes out.
"""

import re

from django.utils.safestring import SafeData, mark_safe

MARKED = re.compile(r"\[\[(.{1,2000}?)\]\]", re.DOTALL)


def marked_in(words: str) -> list[str]:
    """Passages that were marked while they were written."""
    return [each.strip() for each in MARKED.findall(words)]


def without_marks(words: str) -> str:
    """The same words, as they are read."""
    plain = MARKED.sub(r"\1", words)
    return mark_safe(plain) if isinstance(words, SafeData) else plain
