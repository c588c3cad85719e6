"""What we ask about introductions, and the words that follow from the choices."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.access import clock
from kith.access.kept import kept
from kith.design import phones
from kith.goals.models import Step
from kith.people import queries as people

from . import rules, wording
from .at_hand import in_full, with_names, with_ways_to_reach
from .human import human_for
from .models import Introduction, Report

Kind = Report.Kind
ANSWERS = (Kind.NOT_THIS_TIME, Kind.WENT, Kind.WENT_AGAIN, Kind.BELONGS)
STAYED = (Kind.WENT_AGAIN, Kind.BELONGS)
WELCOME = (Kind.HOST_YES, Kind.HOST_TURN_UP)
HOST_SAID = (*WELCOME, Kind.HOST_ASKS, Kind.HOST_NOT_NOW)
WISHES = (Kind.TRY_AGAIN, Kind.WITH_SOMEONE, Kind.SMALLER)
ABOUT_THE_DAY = (Kind.STILL_ON, Kind.NOT_TODAY)
ASIDE = (
    Kind.WELCOMED,
    Kind.NO_ANSWER,
    Kind.WROTE,
    Kind.IN_WRITING,
    Kind.PLANNED,
    Kind.PASSED_ON,
    *WISHES,
    *ABOUT_THE_DAY,
    *HOST_SAID,
)  # told of by themselves, beside where things stand
LINK_TO_COME = "(a link for them alone)"
TOLD_AFTER, RESTS_AFTER = timedelta(days=7), timedelta(days=14)
OVER = (Kind.ENDED, Kind.RESTED)
ASK_WITHIN = timedelta(days=7)  # a visit longer ago is talked about when they meet


@dataclass(frozen=True)
class Shown:
    """The words as they are shown before a yes, with the mark of exactly these. `when` may move; they stay."""

    words: str
    question: str
    answer: str
    digest: str
    when: str
    letter: str = ""


def introductions_of(individual) -> QuerySet[Introduction]:
    """Every introduction, the newest first, with its reports in order at hand (`.reports.all()`)."""
    return in_full(Introduction.objects.filter(individual=individual))


def introduction(individual, public_id: str) -> Introduction | None:
    """One of this individual's introductions."""
    return introductions_of(individual).filter(public_id=public_id).prefetch_related("activity__times").first()


def opened_from(individual, page: str) -> Introduction | None:
    """The one that this page opened when it was sent before, if it was."""
    return introductions_of(individual).filter(opened_from=page).first() if page else None


def latest_to(individual, activity) -> Introduction | None:
    """The newest introduction of this individual to this place."""
    return introductions_of(individual).filter(activity=activity).first()


def waiting(individual) -> list[Introduction]:
    """Those that wait for the individual's yes or no."""
    return [each for each in introductions_of(individual).filter(share=None) if waits_for_yes(each)]


def without_an_answer(individuals: Iterable, today: date) -> QuerySet[Introduction]:
    """The same for many people in one look, the longest ago first."""
    return with_ways_to_reach(_unanswered(today).filter(individual__in=individuals)).order_by("first_visit_on", "pk")


def to_be_asked(today: date) -> QuerySet[Introduction]:
    """Those whose individual has not been asked yet: did you go?"""
    recent = Q(first_visit_on__gte=today - ASK_WITHIN, asked_on=None, individual__closed_at=None)
    return _unanswered(today).filter(recent).select_related("activity", "individual").order_by("pk")


def still_unanswered(public_ids: Iterable[str]) -> set[str]:
    """Those of these introductions, by their public ids, with a visit still to ask about. One look."""
    found = _unanswered(clock.today()).filter(public_id__in=list(public_ids))
    found = found.exclude(individual__user__is_active=False)
    return set(found.values_list("public_id", flat=True))


def since(individual, day: date) -> QuerySet[Report]:
    """What was reported of any introduction from this day on, in order."""
    found = Report.objects.filter(introduction__individual=individual, on__gte=day)
    return found.select_related("introduction__activity", "by_user")


def gone_along_with(individual, since: date) -> list[Report]:
    """First visits since then on which a worker or somebody they chose went along, the newest first. One look."""
    return _gone_along_with(individual, since)


@kept
def _gone_along_with(individual, since: date) -> QuerySet[Report]:
    along = (Introduction.GoesAlong.WORKER, Introduction.GoesAlong.ALSO)
    went = Report.objects.filter(introduction__individual=individual, kind=Kind.WENT, on__gte=since)
    with_them = went.filter(introduction__goes_along__in=along).select_related("introduction__activity")
    return with_them.order_by("-on", "-pk")[:3]


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


def told_of_visit(introduction: Introduction) -> Report | None:
    """What was told last of how this visit went, or of its end; None while nobody has. Once it was asked whether they
    still go, only what was told since."""
    on = introduction.asked_again_on or introduction.first_visit_on
    told = [
        each for each in introduction.reports.all() if each.kind in (*ANSWERS, Kind.ENDED) and (not on or each.on >= on)
    ]
    return max(told, key=lambda report: (report.noted_at, report.pk)) if told else None


def is_over(introduction: Introduction) -> bool:
    """Whether it came to an end, by somebody’s word or because no word came."""
    return has(introduction, *OVER)


def host_answer(introduction: Introduction) -> Report | None:
    """What the place answered last, through its link."""
    said = [report for report in introduction.reports.all() if report.kind in HOST_SAID]
    return max(said, key=lambda report: (report.noted_at, report.pk)) if said else None


def wrote_on(introduction: Introduction) -> date | None:
    """The day a letter went to the place."""
    days = [report.on for report in introduction.reports.all() if report.kind == Kind.WROTE]
    return max(days) if days else None


def their_form(introduction: Introduction) -> Step | None:
    """The step of filling in the place's own form, if there is one."""
    words = wording.FILL_IN.format(place=introduction.activity.name)
    steps = Step.objects.filter(individual=introduction.individual, activity=introduction.activity, words=words)
    return steps.order_by("-pk").first()


def letter_that_left(introduction: Introduction) -> str:
    """The letter to the place as it was when it left; “” before."""
    left = [report.words for report in introduction.reports.all() if report.kind == Kind.WROTE]
    return left[-1] if left else ""


def was_reached_since(introduction: Introduction, moment: datetime) -> bool:
    """Whether the place was spoken with, or answered, after that."""
    told = (*HOST_SAID, Kind.PREPARED)
    return any(report.kind in told and report.noted_at > moment for report in introduction.reports.all())


def is_open_to_host(introduction: Introduction) -> bool:
    """Whether the place may still answer: the yes holds, and it has not ended."""
    return rules.holds(introduction.share, clock.now()) and not is_over(introduction)


def introduction_of_link(link) -> Introduction | None:
    """What a host's link is about, while it is open to them."""
    found = introduction(link.individual, link.about)
    return found if found and is_open_to_host(found) else None


def news_from_places(individuals: Iterable) -> QuerySet[Introduction]:
    """Those whose place has answered, or that rest because no word came, until a worker has read it; the oldest
    first."""
    told = Report.objects.filter(introduction=OuterRef("pk"), kind__in=(*HOST_SAID, Kind.RESTED))
    found = Introduction.objects.filter(Exists(told), individual__in=individuals, answer_seen_at=None)
    return with_names(found)


def is_resting(introduction: Introduction) -> bool:
    """Whether no word came, so that it rests."""
    return has(introduction, Kind.RESTED)


def without_a_host_answer(individuals: Iterable, today: date) -> QuerySet[Introduction]:
    """Written to a week ago or more, and no word since. After two weeks it rests, and nobody is reminded."""
    reports = Report.objects.filter(introduction=OuterRef("pk"))
    wrote = reports.filter(kind=Kind.WROTE, on__lte=today - TOLD_AFTER, on__gt=today - RESTS_AFTER)
    waits = Introduction.objects.filter(share__revoked_at=None, individual__in=individuals)
    found = waits.filter(Exists(wrote), ~Exists(_since_the_letter()))
    return with_names(found)


def to_rest(today: date) -> QuerySet[Introduction]:
    """Written to two weeks ago or more, and no word since, from anybody."""
    wrote = Report.objects.filter(introduction=OuterRef("pk"), kind=Kind.WROTE, on__lte=today - RESTS_AFTER)
    waits = Introduction.objects.filter(share__revoked_at=None, individual__closed_at=None)
    return waits.filter(Exists(wrote), ~Exists(_since_the_letter())).exclude(first_visit_on__gte=today)


def waits_for_yes(introduction: Introduction) -> bool:
    newest = latest(introduction)
    return introduction.share_id is None and (newest is None or newest.kind not in (Kind.NOT_NOW, *OVER))


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
        number=phones.or_email_as_written(chosen.get("number", "") or ""),
        works_with=bool(chosen.get("says_we_work_together")),
        what_helps=chosen.get("what_helps", ""),
        team=individual.team.name if individual.team else "",
        names_team=bool(chosen.get("names_the_team")),
        still_on=chosen.get("still_on", ""),
        visit_time=chosen.get("first_visit_time", ""),
    )
    words = wording.words_to_say(choices)
    answer = true_answer.strip()
    if not answer or wording.is_made_by_choices(answer, choices):
        answer = wording.true_answer(choices)
    when = wording.when_words(chosen.get("first_visit_on"), chosen.get("first_visit_time", ""))
    human = human_for(speaker, individual.team)
    letter = wording.message(words, when, LINK_TO_COME, human) if is_written(chosen["gets_in_touch"]) else ""
    return Shown(words, wording.question_asked(choices), answer, wording.digest(words, answer), when, letter)


def is_written(gets_in_touch: str) -> bool:
    """Whether the words leave as a letter."""
    return gets_in_touch == Introduction.GetsInTouch.WORKER_WRITES


def names_let_through(individual, activity, speaker, host_name: str, *, with_team: bool = False) -> tuple[str, ...]:
    """Names that may stand in the words even where they look like a word we avoid. `with_team`: they chose that."""
    organisation = activity.organisation.name if activity.organisation_id else ""
    own = (individual.called, wording.first_name(individual.called))
    workers = (speaker.first_name,) if speaker else ()
    team = (individual.team.name,) if with_team and individual.team else ()
    return (activity.name, organisation, host_name, *own, *workers, *team)


def _since_the_letter() -> QuerySet[Report]:
    """Whatever was told that shows that nobody waits for the place any more."""
    after = (*HOST_SAID, *ABOUT_THE_DAY, Kind.PREPARED, *OVER, *ANSWERS)
    return Report.objects.filter(introduction=OuterRef("pk"), kind__in=after)


def _unanswered(today: date) -> QuerySet[Introduction]:
    reports = Report.objects.filter(introduction=OuterRef("pk"))
    answered = reports.filter(kind__in=ANSWERS, on__gte=OuterRef("first_visit_on"))
    found = Introduction.objects.filter(first_visit_on__lt=today, share__isnull=False)
    return found.filter(~Exists(answered), ~Exists(reports.filter(kind__in=OVER)))
