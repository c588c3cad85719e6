"""Where to report a fault in security (RFC 9116)."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from kith.access import clock

HOLDS_FOR = timedelta(days=180)


def security_txt(request: HttpRequest) -> HttpResponse:
    """Who to tell, and until when this holds."""
    lines = [
        f"Contact: mailto:{settings.SECURITY_CONTACT}",
        f"Expires: {(clock.now() + HOLDS_FOR):%Y-%m-%dT00:00:00Z}",
        "Preferred-Languages: en",
        f"Canonical: {settings.PUBLIC_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
