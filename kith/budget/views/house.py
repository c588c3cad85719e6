"""Who can ask for what is written: read by everybody here, written by a manager."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.budget import actions, queries
from kith.budget.forms import HouseForm, PlainAnswerForm
from kith.design.pages import go_to, show
from kith.people.doors import anywhere_page

from .shared import found


@anywhere_page(Permission.READ_PLAIN_ANSWERS)
def who_can_ask(request: HttpRequest) -> HttpResponse:
    """Each answer with its owner and its day."""
    context = {"answers": queries.plain_answers(), "house": queries.house()}
    return show(request, "budget/who_can_ask.html", context)


@anywhere_page(Permission.WRITE_PLAIN_ANSWERS)
def write_answer(request: HttpRequest, question: str) -> HttpResponse:
    """The organisation's own words for one of them."""
    shown = found(queries.plain_answer(question))
    owner = shown.owner if shown.is_checked else ""
    form = PlainAnswerForm(request.POST or None, initial={"words": shown.words, "owner": owner})
    if form.is_valid():
        try:
            actions.keep_answer(question=question, by=request.actor, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Kept, with today’s date.")
            return go_to(request, "money:who_can_ask")
    context = {"form": form, "title": shown.title, "lede": "Everybody here reads this. What stood before is kept."}
    return show(request, "budget/house_form.html", context, status=422 if form.errors else 200)


@anywhere_page(Permission.WRITE_PLAIN_ANSWERS)
def house(request: HttpRequest) -> HttpResponse:
    """Notice and the advocate."""
    held = queries.house()
    names = ("name", "notice_days", "advocate", "advocate_reached")
    form = HouseForm(request.POST or None, initial={name: getattr(held, name, "") for name in names})
    if form.is_valid():
        try:
            actions.set_house(by=request.actor, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Kept. It holds from now on.")
            return go_to(request, "money:who_can_ask")
    context = {"form": form, "title": "Notice, and the advocate", "lede": "It holds for what is decided from now on."}
    return show(request, "budget/house_form.html", context, status=422 if form.errors else 200)
