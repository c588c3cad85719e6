"""Whether Kith is well, for machines that watch it."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse


def healthz(request: HttpRequest) -> HttpResponse:
    """200 when the database answers and is up to date; otherwise 503 with the reason in words."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM people_user")
    except DatabaseError:
        reason = "The database did not answer, or has not been set up."
        return JsonResponse({"status": "not ok", "reason": reason}, status=503)
    return JsonResponse({"status": "ok"})
