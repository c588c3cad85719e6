"""Beside what is being written: until when it is kept."""

from django.http import HttpRequest

from kith.conversations.models import Draft

from .queries.drafts import kept_until


def beside_draft(request: HttpRequest, draft: Draft) -> dict:
    """One look."""
    return {"until": kept_until(draft)}
