"""What happens around every page: who is acting, what is kept private, and what a refusal becomes."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import SimpleLazyObject

from kith.access import clock
from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.outbox.actions import NotPosted

from . import handing, staying, typed
from .actors import actor_for
from .refill import refill
from .sign_in import needs_a_second_factor

GetResponse = Callable[[HttpRequest], HttpResponse]


def acting(get_response: GetResponse):
    """Gives every request its actor, made anew each time: a relation that has ended opens nothing."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor(request))
        return get_response(request)

    def process_exception(request: HttpRequest, problem: Exception) -> HttpResponse | None:
        if isinstance(problem, NotPermitted):
            raise Http404 from problem
        if isinstance(problem, Refused | NotPosted):
            return render(request, "people/refused.html", {"reason": str(problem)}, status=409)
        return None

    answer.process_exception = process_exception  # type: ignore[attr-defined] - Django looks for it on the function
    return answer


def _actor(request: HttpRequest) -> Actor:
    return actor_for(request.user, clock.now()) if request.user.is_authenticated else Actor.nobody()


def kept_to_themselves(get_response: GetResponse):
    """Nothing signed-in is kept by a browser or proxy, and no page is listed by a search engine."""

    def answer(request: HttpRequest) -> HttpResponse:
        was_signed_in = request.user.is_authenticated
        response = get_response(request)
        response["X-Robots-Tag"] = "noindex, nofollow"
        if was_signed_in or request.user.is_authenticated:
            response["Cache-Control"] = "no-store"
        if was_signed_in and not request.user.is_authenticated:
            response["Clear-Site-Data"] = '"cache", "storage"'
        return response

    return answer


def staff_use_a_second_factor(get_response: GetResponse):
    """Staff who have none yet are asked to set one up before anything else opens."""

    def answer(request: HttpRequest) -> HttpResponse:
        is_free = request.path.startswith(
            ("/account/", "/static/", "/crisis/", "/healthz", "/demo/", "/stay/", "/keep/")
        )
        if settings.SECOND_FACTOR_FOR_STAFF and not is_free and needs_a_second_factor(request):
            return redirect("mfa_index")
        return get_response(request)

    return answer


def stays_with_the_two(get_response: GetResponse):
    """While the screen is in somebody's hands only pages made for two open: no front page, no account, no demo."""

    def answer(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if not handing.in_the_hands_of(request) or request.resolver_match.view_name in handing.STAY_OPEN:
            return None
        door = getattr(view, "door", None)
        is_shut = handing.is_kept_shut(request, door is not None and door.together, kwargs)
        return handing.to_unlock(request) if is_shut else None

    answer.process_view = process_view  # type: ignore[attr-defined] - Django looks for it on the function
    return answer


def ends_when_quiet(get_response: GetResponse):
    """Signs out whoever pressed nothing for too long; the page they asked for then asks them to sign in."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.went_quiet = staying.end_or_go_on(request)
        response = get_response(request)
        if request.went_quiet:
            response["Clear-Site-Data"] = '"cache", "storage"'
        return response

    return answer


WORDS_ARE_BACK = "Your words are back on this page. Please look at them, then send them."


def gives_words_back(get_response: GetResponse):
    """A page on which words wait for this visitor is shown with the words in it; once sent, they wait no longer."""

    def answer(request: HttpRequest) -> HttpResponse:
        waiting = _words_for(request)
        if waiting:
            messages.success(request, WORDS_ARE_BACK)
        response = get_response(request)
        if _was_sent(request, response):
            typed.forget(request, request.path)
        if not waiting or response.status_code != 200:
            return response
        return _with_words(response, waiting)

    return answer


def _was_sent(request: HttpRequest, response: HttpResponse) -> bool:
    is_done = request.method == "POST" and response.status_code < 400 and request.user.is_authenticated
    return is_done and not getattr(request, "holds_words", False)


def _words_for(request: HttpRequest) -> list[typed.Typed]:
    is_page = request.method == "GET" and not getattr(request, "htmx", False)
    return typed.waiting(request, request.get_full_path()) if is_page and typed.HELD in request.session else []


def _with_words(response: HttpResponse, waiting: list[typed.Typed]) -> HttpResponse:
    page, without_a_place = response.content.decode(), set()
    for words in waiting:
        page, without = refill(page, words)
        without_a_place |= without
    if without_a_place:
        return redirect("people:typed_words")
    response.content = page.encode()
    return response
