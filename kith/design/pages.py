"""Answering a visit: a whole page, or the one part that htmx asked for; and going on to another page."""

from django.shortcuts import redirect, render, resolve_url
from django.utils.cache import patch_vary_headers
from django_htmx.http import HttpResponseClientRedirect


def show(request, template, context=None, *, part=None, status=200):
    """The whole page, or only its named part when htmx asked from within the page."""
    if part and _asks_for_a_part(request):
        template = f"{template}#{part}"
    response = render(request, template, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def go_to(request, name, **kwargs):
    """Send the reader on to a page, by URL name or path; htmx is told to load it whole."""
    address = resolve_url(name, **kwargs)
    if getattr(request, "htmx", False):
        return HttpResponseClientRedirect(address)
    return redirect(address)


def _asks_for_a_part(request):
    htmx = getattr(request, "htmx", None)
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request
