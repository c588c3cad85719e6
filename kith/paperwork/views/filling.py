"""The forms of one individual, and one form as a whole: what is there already, and only the rest is asked for."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused, refuse_if
from kith.conversations import queries as conversations
from kith.design.pages import go_to, show
from kith.paperwork import actions, queries
from kith.paperwork.editions import is_same, latest_edition
from kith.paperwork.filled import filled
from kith.paperwork.next_press import Next, next_press
from kith.paperwork.progress import Progress, after, with_all
from kith.people.doors import individual_page
from kith.people.writer import is_the_individual
from kith.questionnaires import queries as questionnaires

WAYS = ("talk", "together")
THERE = 50  # answers on one page
AT_ONCE = 20  # questions on one page: whoever opens a very long form is not kept waiting


@individual_page(Permission.READ_FORMS, together=True)
def forms_page(request: HttpRequest, individual) -> HttpResponse:
    """What can be begun, what was begun, and where it stands."""
    context = {
        "individual": individual,
        "is_own": is_the_individual(request.actor, individual),
        "rows": rows(request, with_all(individual)),
        "forms": questionnaires.forms_to_fill(),
        "way": queries.usual_way(individual),
    }
    return show(request, "paperwork/forms.html", context)


@individual_page(Permission.WRITE_FORMS, trails=False)
def from_meeting(request: HttpRequest, individual, meeting: str) -> HttpResponse:
    """The part beside a meeting: which forms wait, how much of each is there already, and one press to go on."""
    after_it = after(found(queries.meeting_called(individual, meeting)))
    context = {
        "individual": individual,
        "is_own": is_the_individual(request.actor, individual),
        "meeting": meeting,
        "rows": rows(request, after_it),
    }
    return show(request, "paperwork/_from_meeting.html", context)


def rows(request: HttpRequest, forms: list[Progress]) -> list[tuple[Progress, Next]]:
    """Each form with what is pressed next."""
    is_own = bool(forms) and is_the_individual(request.actor, forms[0].filling.individual)
    return [(each, next_press(each, is_own=is_own)) for each in forms]


@individual_page(Permission.WRITE_FORMS, together=True)
@require_POST
def begin(request: HttpRequest, individual) -> HttpResponse:
    """Opens a form, or the one that was begun."""
    form = questionnaires.form_called(request.POST.get("form", ""))
    way = request.POST.get("way") or queries.usual_way(individual)
    try:
        refuse_if(None if form and way in WAYS else "Please choose a form.")
        meeting = queries.meeting_called(individual, request.POST.get("meeting", ""))
        meeting = meeting or conversations.last_meeting(individual)
        filling = actions.begin(individual=individual, form=form, way=way, meeting=meeting, by=request.actor)
    except Refused as reason:
        messages.info(request, str(reason))
        return go_to(request, "paperwork:forms", individual=individual.public_id)
    return to_filling(request, filling)


@individual_page(Permission.READ_FORMS, together=True)
def filling_page(request: HttpRequest, individual, filling: str) -> HttpResponse:
    """How much is there, and what is still to be answered."""
    form = filled(found(queries.filling_called(individual, filling)))
    edition = latest_edition(form.filling)
    there = Paginator(list(queries.numbered(form, only_open=False)), THERE).get_page(request.GET.get("part"))
    questionnaires.read_writers([line.answer for _, line in there if line.answer])
    context = {
        "individual": individual,
        "is_own": is_the_individual(request.actor, individual),
        "filling": form.filling,
        "form": form,
        "to_answer": queries.under_headings(form, list(queries.numbered(form, only_open=True))[:AT_ONCE]),
        "is_cut_off": len(form.still_open) > AT_ONCE,
        "there": there,
        "edition": edition,
        "outcome": queries.latest_outcome(edition) if edition else None,
        "otherwise": queries.otherwise_of(form.filling),
        "is_current": edition is not None and is_same(edition, form),
    }
    return show(request, "paperwork/filling.html", context)


@individual_page(Permission.WRITE_FORMS, together=True)
@require_POST
def choose_way(request: HttpRequest, individual, filling: str) -> HttpResponse:
    """The other way of filling it in."""
    way = request.POST.get("way", "")
    return _pressed(request, individual, filling, actions.choose_way, way=way if way in WAYS else "talk")


@individual_page(Permission.WRITE_FORMS)
@require_POST
def put_away(request: HttpRequest, individual, filling: str) -> HttpResponse:
    """Nobody goes on with it."""
    return _pressed(request, individual, filling, actions.put_away)


@individual_page(Permission.WRITE_FORMS)
@require_POST
def take_up_again(request: HttpRequest, individual, filling: str) -> HttpResponse:
    """It is gone on with."""
    return _pressed(request, individual, filling, actions.take_up_again)


def _pressed(request: HttpRequest, individual, public_id: str, action, **more) -> HttpResponse:
    filling = found(queries.filling_called(individual, public_id))
    try:
        action(filling=filling, by=request.actor, **more)
    except Refused as reason:
        messages.info(request, str(reason))
    return to_filling(request, filling)


def to_filling(request: HttpRequest, filling) -> HttpResponse:
    """To the form: its first open question where it is filled in bit by bit, else to the whole."""
    ids = {"individual": filling.individual.public_id, "filling": filling.public_id}
    first = queries.first_open(filled(filling)) if filling.way == "together" else None
    if first:
        return go_to(request, "paperwork:question", place=first, **ids)
    return go_to(request, "paperwork:filling", **ids)


def found(thing):
    """What was looked for, or nothing at all."""
    if thing is None:
        raise Http404
    return thing
