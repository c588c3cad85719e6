"""Calendars: one's own page about it, the calendar itself, and single things to add by hand."""

from hashlib import sha256

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.actor import Role
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.conversations import queries as conversations
from kith.conversations.queries import before
from kith.design.pages import go_to, show
from kith.directory import queries as directory
from kith.interop import actions, queries, rules, writing
from kith.interop.doors import feed_page
from kith.interop.forms import FeedForm
from kith.introductions import queries as introductions
from kith.people.doors import anywhere_page, individual_page, link_page, self_page
from kith.people.links import is_over

WRITTEN_AS = "1"  # raise it when the same events would now be written differently
NO_DAY = "There is no day for this yet."


@self_page
def my_calendar(request: HttpRequest) -> HttpResponse:
    """One's own calendar: what is in it, its address, and how to add or stop it."""
    return _page(request)


def _page(request: HttpRequest, form: FeedForm | None = None, status: int = 200) -> HttpResponse:
    feed = queries.feed_of(request.user)
    address = queries.address_of(feed) if feed and request.GET.get("show") == "address" else ""
    context = {
        "feed": feed,
        "form": form or (FeedForm.for_feed(feed) if feed else None),
        "address": address,
        "opens_by_itself": f"webcal:{address.partition(':')[2]}" if address else "",
        "is_individual": Role.INDIVIDUAL in request.actor.roles,
        "is_worker": bool({Role.WORKER, Role.COVER} & request.actor.roles),
        "why_not": rules.cannot_make_feed(request.actor),
    }
    return show(request, "interop/my_calendar.html", context, status=status)


@self_page
@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """A press makes the address and shows it."""
    try:
        actions.make_feed(user=request.user, by=request.actor)
    except Refused as refused:
        messages.info(request, str(refused))
        return go_to(request, "interop:my_calendar")
    return go_to(request, "/my-calendar/?show=address")


@self_page
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """What is in it."""
    feed = queries.feed_of(request.user)
    if feed is None:
        return go_to(request, "interop:my_calendar")
    form = FeedForm.for_feed(feed, request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    actions.choose_for_feed(feed=feed, by=request.actor, **form.chosen())
    messages.success(request, "Kept. Your phone takes it over when it looks next.")
    return go_to(request, "interop:my_calendar")


@self_page
@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    """The address opens nothing any more."""
    feed = queries.feed_of(request.user)
    if feed is not None:
        actions.stop_feed(feed=feed, by=request.actor)
    messages.success(request, "Stopped. The address opens nothing any more.")
    return go_to(request, "interop:my_calendar")


@feed_page
def feed(request: HttpRequest, feed) -> HttpResponse:
    """The calendar itself. Asked again while nothing has changed, it answers with nothing."""
    events = queries.events_of(feed)
    print_of = sha256(f"{WRITTEN_AS} {feed.public_id} {feed.reminder} {events!r}".encode()).hexdigest()[:32]
    tag = f'W/"{print_of}"'
    actions.note_fetched(feed=feed, by=request.actor)
    response = get_conditional_response(request, etag=tag)
    if response is None:
        body = writing.calendar(events, stamp=clock.now(), reminder=feed.reminder, is_feed=True)
        response = HttpResponse(body, content_type=writing.CONTENT_TYPE)
    response["ETag"] = tag
    response["Cache-Control"] = "private, max-age=900"
    return response


@individual_page(Permission.READ_MEETINGS)
def meeting_file(request: HttpRequest, individual, meeting: str) -> HttpResponse:
    """One meeting, with its place."""
    found = conversations.meeting_of(individual, meeting)
    if found is None:
        raise Http404
    return _file([queries.event_of_meeting(found, names_place=True)], "meeting")


@link_page("visit", Role.VISITOR)
def linked_meeting_file(request: HttpRequest, link) -> HttpResponse:
    """The same for whoever holds the link to the page before it: when, and nothing else."""
    found = before.meeting_of_link(link)
    return is_over(request) if found is None else _file([queries.event_of_meeting(found, names_place=False)], "meeting")


@individual_page(Permission.READ_INTRODUCTIONS)
def visit_file(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """One first visit."""
    found = introductions.introduction(individual, introduction)
    if found is None:
        raise Http404
    if found.first_visit_on is None:
        messages.info(request, NO_DAY)
        address = {"individual": individual.public_id, "introduction": introduction}
        return go_to(request, "introductions:introduction_page", **address)
    return _file([queries.event_of_visit(found, names_places=True)], "visit")


@anywhere_page(Permission.READ_LISTINGS)
def activity_file(request: HttpRequest, activity: str) -> HttpResponse:
    """The times of one listing."""
    found = directory.activity(activity)
    if found is None:
        raise Http404
    events = queries.events_of_activity(found)
    if not events:
        messages.info(request, NO_DAY)
        return go_to(request, "local_knowledge:listing", activity=activity)
    return _file(events, "times")


def _file(events, name: str) -> HttpResponse:
    """To open or to keep; its name tells nothing."""
    body = writing.calendar(events, stamp=clock.now())
    response = HttpResponse(body, content_type=writing.CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return response
