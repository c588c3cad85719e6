"""The write-up's form, filled: from what was typed, from a draft, or from what is known already."""

from collections.abc import Callable
from datetime import timedelta
from functools import cache, partial

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from kith.access import clock
from kith.access.permissions import Permission
from kith.access.public_ids import new_public_id
from kith.conversations import queries, two_places
from kith.conversations.forms import WriteUpForm
from kith.conversations.forms.agreed import DECISION_ROWS, STEP_ROWS
from kith.conversations.two_places import Typed
from kith.conversations.wording import when_in_words
from kith.goals import queries as goals
from kith.introductions.queries import gone_along_with
from kith.people.audience import who_sees
from kith.people.kinds import ways_for
from kith.people.queries import worker_of

AGREED = "agreed"
WRITTEN = ("shared_note", "reflection", "prompts")
LATELY = timedelta(days=120)  # some meet twice a year, and the visit was soon after
KEPT_APART = ("csrfmiddlewaretoken", "pause")
LABELS = {name: field.label for name, field in WriteUpForm.base_fields.items() if name not in two_places.ABOUT_THE_PAGE}
LABELS |= {f"decision_{row}": f"Decision {row}" for row in DECISION_ROWS}
LABELS |= {f"step_{row}": f"Step {row}" for row in STEP_ROWS}
LABELS = {name: label for name, label in LABELS.items() if name in two_places.WORDS}


def typed_on(request: HttpRequest) -> Typed:
    """What stands on the page that was sent."""
    typed = {name: value for name, value in request.POST.items() if name not in KEPT_APART}
    return typed | {AGREED: request.POST.getlist(AGREED)} if AGREED in typed else typed


def form_for(request: HttpRequest, individual, draft, *, is_from_draft: bool = False) -> WriteUpForm:
    """The form as it was sent, or as it opens. What is only shown is looked up once it is."""
    planned, worker = queries.next_meeting(individual), cache(partial(worker_of, individual))
    found = cache(lambda: _found(request, individual, _since(planned, draft), worker()))
    is_sent = request.method == "POST" and not is_from_draft
    form = WriteUpForm(
        request.POST if is_sent else None,
        initial={} if is_sent else _initial(planned, draft, found(), queries.page_name(individual, request.user.pk)),
        individual=individual,
        planned=_told(planned),
        is_first_time=SimpleLazyObject(lambda: queries.is_first_time(individual)),
        gap=ways_for(individual).gap,
        names=_names(request, individual, found),
        seen_by={row: _read_by(row, individual, request, worker) for row in WRITTEN},
    )
    form.gone_along = SimpleLazyObject(lambda: _gone_along(request, individual))
    return form


def _read_by(row: str, individual, request: HttpRequest, worker: Callable) -> SimpleLazyObject:
    return SimpleLazyObject(lambda: who_sees(row, individual, request.user, worker=worker()))


def _gone_along(request: HttpRequest, individual) -> list:
    """That somebody went with them is worth a thought as much as what was talked about."""
    if Permission.READ_INTRODUCTIONS not in request.may:
        return []
    return gone_along_with(individual, clock.today() - LATELY)


def _told(planned) -> tuple[str, str]:
    """The meeting planned for a later day, which this may have been; and whichever is still to come."""
    today = clock.today()
    if planned is None or queries.was_this_meeting(planned, today):
        return "", ""
    words = when_in_words(planned)
    return words if planned.day and planned.day > today else "", words


def _names(request: HttpRequest, individual, found: Callable[[], list[tuple[str, str]]]) -> dict:
    """Who and what the rows of the form can be about. A step is held by the individual, the worker, or a helper."""
    return {
        "worker": request.user.first_name,
        "helpers": cache(lambda: [(helper.public_id, helper.name) for helper in goals.helpers_of(individual)]),
        "goals": cache(partial(goals.names_in_play, individual)),
        "found": found,
    }


def _since(planned, draft):
    """The day from which things may have been agreed in this meeting."""
    days = [_day_of(planned)]
    if draft:
        days.append(timezone.localtime(draft.opened_at).date())
    return min(days)


def _day_of(planned):
    """The planned day once it has come; else today."""
    today = clock.today()
    has_come = planned is not None and planned.day and queries.was_this_meeting(planned, today)
    return planned.day if has_come else today


def _found(request: HttpRequest, individual, day, worker) -> list[tuple[str, str]]:
    """What was agreed since, wherever that was written down: a name for the form, and words."""
    if Permission.READ_GOALS not in request.may:
        return []
    agreed, owners = queries.agreed_since(individual, day), goals.owners_with(individual, worker)
    found = [(f"goal-{goal.public_id}", f"{goal.words} (a goal)") for goal in agreed.goals]
    for step in agreed.steps:
        owner = step.helper.name if step.helper else getattr(owners, step.owner)
        found.append((f"step-{step.public_id}", f"{step.words} ({owner})"))
    if Permission.READ_INTRODUCTIONS in request.may:
        found += [
            (f"introduction-{each.public_id}", f"Go along to {each.activity.name}") for each in agreed.introductions
        ]
    return found


def _initial(planned, draft, found: list[tuple[str, str]], written_from: str) -> dict:
    """What was being typed; or only the day, and a fresh name for this page so that it saves once."""
    names = [name for name, _ in found]
    page = {"page": new_public_id(), "draft_version": draft.version if draft else 0}
    typed = two_places.typed_in(draft)
    if typed:
        offered = str(typed.get("offered", "")).split(",")
        agreed = [*typed.get(AGREED, []), *(name for name in names if name not in offered)]
        return typed | page | {AGREED: agreed}
    has_come = planned is not None and queries.was_this_meeting(planned, clock.today())
    return page | {
        "held_on": _day_of(planned),
        "place": planned.place if has_come else "",
        AGREED: names,
        "met_early": "no",
        "show": "now",
        "written_from": written_from,
    }
