"""Hand leaflets in, wait or go on, look one over, and put it on the table with one press."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.directory import actions
from kith.directory import queries as directory
from kith.people.doors import anywhere_page

from .draft import Draft
from .forms import HandIn, Join
from .sides import sides_of

PAPERS, PAPER = "local_knowledge/papers.html", "local_knowledge/paper.html"


@anywhere_page(Permission.ADD_LISTING)
def papers(request: HttpRequest) -> HttpResponse:
    """A box for files, and what was handed in and waits."""
    form = HandIn(request.POST, request.FILES) if request.method == "POST" else HandIn()
    if form.is_valid():
        handed_in = _hand_in(request, form)
        if len(handed_in) == 1 and not form.errors:
            return go_to(request, "local_knowledge:paper", paper=handed_in[0].public_id)
        if not form.errors:
            return go_to(request, "local_knowledge:papers")
    return _papers_page(request, form)


def _papers_page(request: HttpRequest, form: HandIn, join: Join | None = None) -> HttpResponse:
    every = list(directory.papers_waiting())
    waiting = [each for each in every if each.front_id is None]
    reading = {each.front_id or each.pk for each in every if each.state == "waiting"}
    join = join or Join(papers=waiting)
    page = {"form": form, "papers": [(each, each.pk in reading) for each in waiting], "is_reading": bool(reading)}
    status = 422 if form.errors or join.errors else 200
    return show(request, PAPERS, page | {"join": join}, part="waiting", status=status)


def _hand_in(request: HttpRequest, form: HandIn) -> list:
    """Those that may be leaflets; each other one is told of by its name, and the rest go on."""
    handed_in = []
    for file in form.cleaned_data["files"]:
        try:
            handed_in.append(actions.hand_in(called=file.name, data=file.read(), by=request.actor))
        except Refused as reason:
            form.add_error("files", f"{file.name}: {reason}")
    if len(handed_in) < 2 or not form.cleaned_data.get("are_one"):
        return handed_in
    try:
        return [actions.join_sides(papers=handed_in, by=request.actor)]
    except Refused as reason:
        form.add_error("are_one", str(reason))
        return handed_in


@anywhere_page(Permission.ADD_LISTING)
@require_POST
def join(request: HttpRequest) -> HttpResponse:
    """Those that are ticked become the sides of one leaflet."""
    waiting = list(directory.papers_waiting().filter(front=None))
    form = Join(request.POST, papers=waiting)
    if form.is_valid():
        chosen = [each for each in waiting if each.public_id in form.cleaned_data["sides"]]
        try:
            front = actions.join_sides(papers=chosen, by=request.actor)
        except Refused as reason:
            form.add_error("sides", str(reason))
        else:
            return go_to(request, "local_knowledge:paper", paper=front.public_id)
    return _papers_page(request, HandIn(), form)


@anywhere_page(Permission.ADD_LISTING)
@require_POST
def part(request: HttpRequest, paper: str) -> HttpResponse:
    """They are leaflets of their own."""
    try:
        actions.part_sides(paper=_found(paper), by=request.actor)
    except Refused as refused:
        messages.info(request, str(refused))
    return go_to(request, "local_knowledge:papers")


@anywhere_page(Permission.ADD_LISTING)
def paper(request: HttpRequest, paper: str) -> HttpResponse:
    """One leaflet: being read, or its draft to be looked over."""
    found = _found(paper)
    if found.activity:
        return go_to(request, "local_knowledge:listing", activity=found.activity.public_id)
    if found.front:
        return go_to(request, "local_knowledge:paper", paper=found.front.public_id)
    sides = sides_of(found)
    if request.htmx and not sides.is_reading:
        return go_to(request, "local_knowledge:paper", paper=paper)
    form = Draft(request.POST or None, parts=sides.parts)
    if request.method == "POST" and form.is_valid():
        answer = _decide(request, found, form)
        if answer is not None:
            return answer
    page = {"paper": found, "sides": sides, "form": form}
    return show(request, PAPER, page, part="reading", status=422 if form.errors else 200)


def _decide(request: HttpRequest, found, form: Draft) -> HttpResponse | None:
    """On the table as a new one, or as the leaflet of one that is there."""
    same = directory.activity(request.POST.get("same", ""))
    try:
        if same is None:
            made = actions.put_on_table(paper=found, picture=_picture(found), by=request.actor, **form.listing())
        else:
            seen = {"paper": found, "activity": same, "picture": _picture(found)}
            made = actions.same_as(parts=form.parts(), by=request.actor, **seen)
    except Refused as refused:
        form.add_error(None, str(refused))
        return None
    messages.success(request, f"On the table: {made.name}.")
    return go_to(request, "local_knowledge:listing", activity=made.public_id)


def _picture(found) -> bytes | None:
    file = directory.paper_file(found)
    return file.read_bytes() if found.state != "waiting" and file.is_file() else None


@anywhere_page(Permission.ADD_LISTING)
def paper_picture(request: HttpRequest, paper: str) -> HttpResponse:
    """The leaflet itself, beside its draft. Shown once it was read, as dots alone."""
    found = _found(paper)
    file = directory.paper_file(found)
    if found.state == "waiting" or not file.is_file():
        raise Http404
    answer = FileResponse(file.open("rb"), content_type="image/jpeg")
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@anywhere_page(Permission.ADD_LISTING)
@require_POST
def throw_away(request: HttpRequest, paper: str) -> HttpResponse:
    """It is not wanted."""
    try:
        actions.throw_away(paper=_found(paper), by=request.actor)
    except Refused as refused:
        messages.info(request, str(refused))
    else:
        messages.success(request, "Thrown away.")
    return go_to(request, "local_knowledge:papers")


def _found(public_id: str):
    found = directory.paper(public_id)
    if found is None or found.state == "gone":
        raise Http404
    return found
