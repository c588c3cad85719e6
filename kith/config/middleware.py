"""What must answer even when the database does not."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from kith.design.views import crisis


def works_without_a_database(get_response: Callable[[HttpRequest], HttpResponse]):
    """Help now is answered before sessions, accounts or the database are asked anything."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.path == "/crisis/":
            return crisis(request)
        return get_response(request)

    return answer
