"""Whether Kith is well, for machines that watch it."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from kith.upkeep.queries import layout


def healthz(request: HttpRequest) -> HttpResponse:
    """200 when the database answers and is laid out for this Kith; otherwise 503 with the reason in words."""
    if reason := layout.what_is_wrong():
        return JsonResponse({"status": "not ok", "reason": reason}, status=503)
    return JsonResponse({"status": "ok"})
