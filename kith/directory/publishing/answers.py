"""How everything open answers: JSON for whoever asks, from any page of theirs; nothing kept about them."""

import json
from collections.abc import Callable, Sequence
from functools import wraps
from math import ceil

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from kith.access.replica import from_replica

from .asked import Asked, BadQuestion

JSON = "application/json; charset=utf-8"
A_WHILE = "public, max-age=300"
READING = ("GET", "HEAD")
NOT_HERE = "There is nothing open by this id. What was here may have ended."


def given_out(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For reading only, by everybody, from a replica where there is one; a question that cannot be answered gets a
    sentence."""

    @csrf_exempt  # what is open is only read, by programs without a cookie
    @wraps(view)
    def answer(request: HttpRequest, **kwargs) -> HttpResponse:
        try:
            reads = request.method in READING
            response = from_replica(lambda: view(request, **kwargs)) if reads else _only_reading()
        except BadQuestion as problem:
            response = said(str(problem), status=400)
        response["Access-Control-Allow-Origin"] = "*"
        response.setdefault("Cache-Control", A_WHILE if response.status_code == 200 else "no-store")
        return response

    return answer


def _only_reading() -> HttpResponse:
    response = said("This can only be read: ask with GET.", status=405)
    response["Allow"] = ", ".join(READING)
    return response


def said(sentence: str, status: int) -> HttpResponse:
    """A sentence, as JSON."""
    return HttpResponse(written({"message": sentence}), content_type=JSON, status=status)


def nothing_here() -> HttpResponse:
    return said(NOT_HERE, status=404)


def answered(value: object) -> HttpResponse:
    return HttpResponse(written(value), content_type=JSON)


def written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def page(asked: Asked, rows, usual: int, most: int, as_json: Callable[[Sequence], list[str]]) -> HttpResponse:
    """One page of rows (a queryset in an order that stays), with what the standard says of pages."""
    number, size = asked.number("page", 1, 10**9), asked.number("per_page", usual, most)
    total = rows.count()
    pages = ceil(total / size)
    if number > max(1, pages):
        return said(f"There is no page {number}: the last one is {max(1, pages)}.", status=404)
    contents = as_json(rows[(number - 1) * size : number * size]) if total else []
    told = {
        "total_items": total,
        "total_pages": pages,
        "page_number": number,
        "size": len(contents),
        "first_page": number == 1,
        "last_page": number >= pages,
        "empty": not contents,
    }
    body = written(told)[:-1] + ',"contents":[' + ",".join(contents) + "]}"
    return HttpResponse(body, content_type=JSON)
