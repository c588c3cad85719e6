"""Going back to the page somebody came from, and never anywhere else."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def way_back(request: HttpRequest, otherwise: str = "", name: str = "next") -> str:
    """The path asked for, when it is one of ours; `otherwise` when it is not."""
    asked = request.POST.get(name) or request.GET.get(name) or ""
    is_ours = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if is_ours else otherwise
