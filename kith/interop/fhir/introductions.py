"""Introductions: what is asked for as ServiceRequest, where the asking stands as Task, and the place itself.

The states of the Task are found as the module of introductions finds them. The host, a friend who comes along and
what a place wrote are other people's, and are not here.
"""

from kith.interop.queries.whole import Whole, is_taken_back, place_name
from kith.introductions import tasks
from kith.introductions.models import Introduction

from .people import somebody, the_individual
from .values import Resource, coded, day, moment, points_at

STATUS = {
    tasks.DRAFT: "draft",
    tasks.REQUESTED: "active",
    tasks.ACCEPTED: "active",
    tasks.IN_PROGRESS: "active",
    tasks.ON_HOLD: "on-hold",
    tasks.COMPLETED: "completed",
    tasks.REJECTED: "revoked",
    tasks.CANCELLED: "revoked",
    tasks.FAILED: "revoked",
}
BEFORE_GOING = (tasks.DRAFT, tasks.REQUESTED, tasks.ACCEPTED, tasks.ON_HOLD)
FULFILL = coded("http://hl7.org/fhir/CodeSystem/task-code", "fulfill", "Fulfill the focal request")
CATEGORY = {"text": "Introduction to a place for everybody"}


def introductions(whole: Whole) -> list[Resource]:
    """Each as what is asked for, and the task of it."""
    return [part for each in whole.introductions for part in (_request(whole, each), _task(whole, each))]


def _request(whole: Whole, introduction: Introduction) -> Resource:
    activity, share = introduction.activity, introduction.share
    return {
        "resourceType": "ServiceRequest",
        "id": introduction.public_id,
        "basedOn": [points_at("CarePlan", whole.individual.public_id)],
        "status": STATUS[_stands(introduction)[0]],
        "intent": "plan" if share else "proposal",
        "category": [CATEGORY],
        "code": {"text": place_name(activity)},
        "subject": the_individual(whole),
        "occurrenceDateTime": day(introduction.first_visit_on),
        "authoredOn": moment(introduction.opened_at),
        "requester": asked_by(whole, introduction),
        **_where(activity),
        "supportingInfo": _rests_on(introduction),
        "patientInstruction": f"Bring: {introduction.to_bring}" if introduction.to_bring.strip() else "",
    }


def _where(activity) -> Resource:
    """Who runs it, and the place. A place that is kept off lists is not pointed at."""
    if activity.keep_to_ourselves:
        return {}
    run_by = activity.organisation
    return {
        "performer": [points_at("Organization", run_by.public_id, run_by.name)] if run_by else [],
        "locationReference": [points_at("Location", activity.public_id, activity.name)],
    }


def _stands(introduction: Introduction) -> tuple[str, str]:
    """The status of the task, and the reason. With the yes taken back nothing more is asked; whoever goes, goes on."""
    latest = tasks.tasks_of(introduction)[-1].statuses[-1]
    if is_taken_back(introduction) and latest.code in BEFORE_GOING:
        return tasks.CANCELLED, "The yes was taken back"
    return latest.code, latest.reason


def _rests_on(introduction: Introduction) -> list[Resource]:
    """The yes, and the goal it is for."""
    found = [points_at("Consent", introduction.share.public_id)] if introduction.share else []
    return [*found, points_at("Goal", introduction.goal.public_id)] if introduction.goal else found


def asked_by(whole: Whole, introduction: Introduction) -> Resource:
    """Whoever gets in touch: the worker of that time, else the individual themselves."""
    is_own = introduction.gets_in_touch == Introduction.GetsInTouch.INDIVIDUAL
    partnership = introduction.partnership
    return the_individual(whole) if is_own or partnership is None else somebody(whole, partnership.user)


def _task(whole: Whole, introduction: Introduction) -> Resource:
    status, reason = _stands(introduction)
    return {
        "resourceType": "Task",
        "id": introduction.public_id,
        "basedOn": [points_at("ServiceRequest", introduction.public_id)],
        "status": status,
        "statusReason": {"text": reason},
        "intent": "order",
        "code": FULFILL,
        "focus": points_at("ServiceRequest", introduction.public_id),
        "for": the_individual(whole),
        "authoredOn": moment(introduction.opened_at),
        "requester": asked_by(whole, introduction),
    }


def places(whole: Whole) -> list[Resource]:
    """The places of introductions and goals, by name: whoever reads this finds them as everybody does."""
    return [{"resourceType": "Location", "id": key, "name": name} for key, name in _names(whole).items()]


def organisations(whole: Whole) -> list[Resource]:
    """Who runs the places that somebody is introduced to."""
    all_of_them = [each.activity.organisation for each in whole.introductions if each.activity.organisation]
    found = {each.public_id: each for each in all_of_them}
    in_order = sorted(found.values(), key=lambda each: each.pk)
    return [{"resourceType": "Organization", "id": each.public_id, "name": each.name} for each in in_order]


def _names(whole: Whole) -> dict[str, str]:
    found = [each.activity for each in (*whole.introductions, *whole.goals) if each.activity]
    return {each.public_id: each.name for each in found if not each.keep_to_ourselves}
