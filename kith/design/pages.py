"""Answering a visit: a whole page, or the one part that htmx asked for; and going on to another page, or back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect


def show(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    part: str | None = None,
    status: int = 200,
) -> HttpResponse:
    """The whole page, or only its named part when htmx asked from within the page."""
    if part and _asks_for_a_part(request):
        template = f"{template}#{part}"
    response = render(request, template, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def go_to(request: HttpRequest, name: str, **kwargs: Any) -> HttpResponse:
    """Send the reader on to a page, by URL name or path; htmx is told to load it whole."""
    address = resolve_url(name, **kwargs)
    if getattr(request, "htmx", False):
        return HttpResponseClientRedirect(address)
    return redirect(address)


def way_back(request: HttpRequest, otherwise: str = "", name: str = "next") -> str:
    """The path asked for in `name`, when it leads to a page of ours; `otherwise` for anything else."""
    asked = request.POST.get(name) or request.GET.get(name) or ""
    is_ours = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if is_ours else otherwise


def _asks_for_a_part(request: HttpRequest) -> bool:
    htmx = getattr(request, "htmx", None)
    if not htmx:
        return False
    return not htmx.boosted and not htmx.history_restore_request
