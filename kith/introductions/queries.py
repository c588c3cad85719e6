"""What we ask about introductions, and the words that follow from the choices."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from kith.access import clock
from kith.design import phones
from kith.people import queries as people

from . import wording
from .models import Introduction, Report

Kind = Report.Kind
ANSWERS = (Kind.NOT_THIS_TIME, Kind.WENT, Kind.WENT_AGAIN, Kind.BELONGS)
STAYED = (Kind.WENT_AGAIN, Kind.BELONGS)
ASIDE = (Kind.WELCOMED, Kind.NO_ANSWER)  # they change nothing about where things stand
ASK_WITHIN = timedelta(days=7)  # a visit longer ago is talked about when they meet


@dataclass(frozen=True)
class Shown:
    """The words as they are shown before a yes, with the mark of exactly these.

    `when` stands beside them: the first visit may move, and the words that were agreed stay as they are.
    """

    words: str
    question: str
    answer: str
    digest: str
    when: str


def introductions_of(individual) -> QuerySet[Introduction]:
    """Every introduction, the newest first, with its reports in order at hand (`.reports.all()`)."""
    return _in_full(Introduction.objects.filter(individual=individual))


def introduction(individual, public_id: str) -> Introduction | None:
    """One of this individual's introductions."""
    return introductions_of(individual).filter(public_id=public_id).first()


def opened_from(individual, page: str) -> Introduction | None:
    """The one that this page opened when it was sent before, if it was."""
    return introductions_of(individual).filter(opened_from=page).first() if page else None


def waiting(individual) -> list[Introduction]:
    """Those that wait for the individual's yes or no."""
    return [each for each in introductions_of(individual).filter(share=None) if waits_for_yes(each)]


def question_for(individual, today: date) -> Introduction | None:
    """The visit to ask about: its day has passed, there was a yes, and nobody has said how it went."""
    return _unanswered(today).filter(individual=individual).order_by("-first_visit_on", "-pk").first()


def without_an_answer(individuals: Iterable, today: date) -> QuerySet[Introduction]:
    """The same for many people in one look, the longest ago first."""
    return _unanswered(today).filter(individual__in=individuals).order_by("first_visit_on", "pk")


def to_be_asked(today: date) -> QuerySet[Introduction]:
    """Those whose individual has not been asked yet: did you go?"""
    recent = Q(first_visit_on__gte=today - ASK_WITHIN, asked_on=None, individual__closed_at=None)
    return _unanswered(today).filter(recent).select_related("individual__user").order_by("pk")


def is_unanswered(introduction: Introduction) -> bool:
    """Whether there is still a visit of this introduction to ask about."""
    return _unanswered(clock.today()).filter(pk=introduction.pk).exists()


def since(individual, day: date) -> QuerySet[Report]:
    """What was reported of any introduction from this day on, in order."""
    found = Report.objects.filter(introduction__individual=individual, on__gte=day)
    return found.select_related("introduction__activity", "by_user")


def has_stayed_before(individual, activity) -> bool:
    """Whether this individual was counted among those who went again to this place."""
    return Report.objects.filter(
        introduction__individual=individual, introduction__activity=activity, kind__in=STAYED
    ).exists()


def latest(introduction: Introduction) -> Report | None:
    """The newest report that tells where things stand."""
    reports = [report for report in introduction.reports.all() if report.kind not in ASIDE]
    return max(reports, key=lambda report: (report.noted_at, report.pk)) if reports else None


def has(introduction: Introduction, *kinds: str) -> bool:
    """Whether any report is of these kinds."""
    return any(report.kind in kinds for report in introduction.reports.all())


def waits_for_yes(introduction: Introduction) -> bool:
    newest = latest(introduction)
    return introduction.share_id is None and (newest is None or newest.kind not in (Kind.NOT_NOW, Kind.ENDED))


def speaker_for(individual, user_id: int | None):
    """The worker whose name is said: whoever rings, or else the individual's own worker."""
    partnership = people.partnership_of(user_id, individual) if user_id else None
    return (partnership.user if partnership else None) or people.worker_of(individual)


def words_for(individual, activity, speaker, chosen: dict, true_answer: str = "") -> Shown:
    """The exact words for these choices. A true answer that was edited stays; another follows the choices."""
    choices = wording.Choices(
        says=chosen["says"],
        gets_in_touch=chosen["gets_in_touch"],
        goes_along=chosen["goes_along"],
        individual=individual.called,
        activity=activity.name,
        worker=speaker.first_name if speaker else "somebody you have not met yet",
        host=chosen.get("host_name", ""),
        number=phones.as_people_write(chosen.get("number", "") or ""),
    )
    words = wording.words_to_say(choices)
    answer = true_answer.strip()
    if not answer or wording.is_made_by_choices(answer, choices):
        answer = wording.true_answer(choices)
    when = wording.when_words(chosen.get("first_visit_on"), chosen.get("first_visit_time", ""))
    return Shown(words, wording.question_asked(choices), answer, wording.digest(words, answer), when)


def names_let_through(individual, activity, speaker, host_name: str) -> tuple[str, ...]:
    """Names that may stand in the words even where they look like a word we avoid."""
    organisation = activity.organisation.name if activity.organisation_id else ""
    own = (individual.called, wording.first_name(individual.called))
    workers = (speaker.first_name,) if speaker else ()
    return (activity.name, organisation, host_name, *own, *workers)


def _unanswered(today: date) -> QuerySet[Introduction]:
    reports = Report.objects.filter(introduction=OuterRef("pk"))
    answered = reports.filter(kind__in=ANSWERS, on__gte=OuterRef("first_visit_on"))
    found = Introduction.objects.filter(first_visit_on__lt=today, share__isnull=False)
    open_still = found.filter(~Exists(answered), ~Exists(reports.filter(kind=Kind.ENDED)))
    return open_still.select_related("activity", "individual")


def _in_full(found: QuerySet[Introduction]) -> QuerySet[Introduction]:
    related = (
        "individual",
        "activity__organisation",
        "activity__place",
        "share",
        "goal",
        "partnership__user",
    )
    return found.select_related(*related).prefetch_related(
        Prefetch("reports", Report.objects.select_related("by_user"))
    )


def reached_at(individual) -> tuple[str, str]:
    """The channel and address for a letter to the individual; an empty address when they want none,
    or when a letter would only be held back at the gate."""
    account = individual.user
    if individual.reached_by == "email" and account and account.is_active:
        return "email", account.email
    return ("text", individual.phone) if individual.reached_by == "text" else ("", "")
