"""The page on which a team adds what people here say, and takes it away; and the same as a file."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.directory import actions
from kith.directory import queries as directory
from kith.people.doors import anywhere_page

from .forms import Idea, Phrase


@anywhere_page(Permission.KEEP_VOCABULARY)
def phrases(request: HttpRequest) -> HttpResponse:
    """What was added here; and a box for one phrase more."""
    form = Phrase(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            added = actions.add_phrase(words=form.cleaned_data["words"], idea=form.meant, by=request.actor)
        except Refused as reason:
            form.add_error("words", str(reason))
        else:
            messages.success(request, f"From now on “{added.words}” means {added.idea}.")
            return go_to(request, "local_knowledge:phrases")
    return _page(request, form, Idea())


@anywhere_page(Permission.KEEP_VOCABULARY)
@require_POST
def new_idea(request: HttpRequest) -> HttpResponse:
    """Something to do that is not in the vocabulary."""
    form = Idea(request.POST)
    if form.is_valid():
        says = {name: form.lines(name) for name in ("says", "means")}
        try:
            added = actions.add_idea(name=form.cleaned_data["name"], broader=form.wider, by=request.actor, **says)
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, f"From now on “{added.name}” is understood.")
            return go_to(request, "local_knowledge:phrases")
    return _page(request, Phrase(), form)


@anywhere_page(Permission.KEEP_VOCABULARY)
@require_POST
def take_away(request: HttpRequest, phrase: str) -> HttpResponse:
    """One phrase, or an idea with all that was said for it."""
    found, idea = directory.own_phrase(phrase), directory.own_idea(phrase)
    if found:
        actions.take_phrase_away(phrase=found, by=request.actor)
    elif idea:
        actions.take_idea_away(idea=idea, by=request.actor)
    else:
        raise Http404
    messages.success(request, f"“{found.words if found else idea.name}” is not understood any more.")
    return go_to(request, "local_knowledge:phrases")


@anywhere_page(Permission.KEEP_VOCABULARY)
def as_file(request: HttpRequest) -> HttpResponse:
    """The same as a file of the vocabulary."""
    answer = HttpResponse(directory.own_as_toml(), content_type="application/toml; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="what-people-say.toml"'
    return answer


def _page(request: HttpRequest, form: Phrase, idea: Idea) -> HttpResponse:
    page = {"form": form, "idea": idea, "added": directory.own_words(), "ideas": directory.idea_names()}
    return show(request, "local_knowledge/phrases.html", page, status=422 if form.errors or idea.errors else 200)
