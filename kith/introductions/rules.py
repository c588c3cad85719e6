"""When something about an introduction cannot be done, and why."""

from datetime import date, timedelta

from kith.local_knowledge.of_the_place import written_as_names
from kith.people import reaching

from . import wording
from .models import Introduction, Report
from .names import names_around

LONGEST_ANSWER = 500
LONGEST_WORDS = 5000
OVER_FOR_THE_PLACE = "This has come to an end. Nothing more is asked of you. Thank you."
NAMES_A_SERVICE = "An address of our messages names a service. It has to be changed before anything is sent."
FURTHEST = timedelta(days=2 * 365)
HOSTS_ALONE = (Report.Kind.HOST_YES, Report.Kind.HOST_TURN_UP, Report.Kind.HOST_ASKS, Report.Kind.HOST_NOT_NOW)
KEPT_WHEN_IT_HAPPENS = (
    Report.Kind.AGREED,
    Report.Kind.PREPARED,
    Report.Kind.NO_ANSWER,
    Report.Kind.NOT_NOW,
    Report.Kind.WROTE,
    Report.Kind.IN_WRITING,
    Report.Kind.PLANNED,
    Report.Kind.RESTED,
    Report.Kind.TRY_AGAIN,
    Report.Kind.WITH_SOMEONE,
    Report.Kind.SMALLER,
    Report.Kind.STILL_ON,
    Report.Kind.NOT_TODAY,
    Report.Kind.PASSED_ON,
    *HOSTS_ALONE,
)


def cannot_prepare(individual, activity, chosen: dict, human: wording.Human) -> str | None:
    """`chosen`: the choices by their names; `human`: whom the place could ring."""
    says, name = chosen["says"], individual.called
    if activity.status != "live":
        return "This one is not going on any more."
    if says == Introduction.Says.FIRST_NAME_AND_NUMBER and not chosen.get("number"):
        return f"There is no number for {name} yet. Please write one, or choose first name."
    if says == Introduction.Says.FIRST_NAME_AND_HELPS and not chosen.get("what_helps", "").strip():
        return "Please pick what may be said of what helps, or choose first name."
    if chosen.get("names_the_team") and says == Introduction.Says.NO_NAME:
        return _cannot_name_team(individual.team)
    return _cannot_write(activity, chosen["gets_in_touch"], human)


def _cannot_name_team(team) -> str | None:
    """Never a name that tells of health, whatever was chosen."""
    tells = wording.service_words(team.name if team else "", kinds=("health",))
    return f"The name of the team says “{tells[0]}”, so it is not told to a place." if tells else None


def _cannot_write(activity, gets_in_touch: str, human: wording.Human) -> str | None:
    if gets_in_touch != Introduction.GetsInTouch.WORKER_WRITES:
        return None
    if not activity.email:
        return "There is no email address for this place. Please choose to ring."
    if not human.number:
        return "A letter names a number to ring, and the team has given none yet. Please choose to ring."
    return None


def cannot_word(words: str, answer: str, names: tuple[str, ...], *, works_with: bool = False) -> str | None:
    """`names`: those of the place and of the two people, which stand as they are. `works_with`: the individual
    chose that the answer may tell who works with them; nothing of health even then."""
    if not answer.strip():
        return "Please write a true answer, so that nobody is lost for words."
    if len(answer) > LONGEST_ANSWER:
        return f"This answer is longer than we can keep. Please use up to {LONGEST_ANSWER} letters."
    if not works_with:
        return cannot_say(f"{words} {answer}", names)
    return cannot_say(words, names) or cannot_say(answer, names, kinds=("health",))


def cannot_say(words: str, names: tuple[str, ...], *, kinds: tuple[str, ...] = wording.ALL_KINDS) -> str | None:
    """Whatever a host may come to hear tells of no service."""
    found = wording.service_words(words, apart_from=names, kinds=kinds)
    return f"“{found[0]}” could tell them more than was agreed. Please say it another way." if found else None


def cannot_agree(introduction: Introduction, shown: str) -> str | None:
    if introduction.share_id:
        return "There is a yes to these words already."
    if shown != wording.digest(introduction.words_to_say, introduction.true_answer):
        return "The words have changed since they were shown. Please read them again first."
    return None


def cannot_change(introduction: Introduction) -> str | None:
    if introduction.share_id:
        return "These words were agreed. For other words, begin a new introduction."
    return None


def cannot_note_call(introduction: Introduction, now) -> str | None:
    """Ringing without a name prepares the ground; with a name it waits for a yes that still holds."""
    name = introduction.individual.called
    if introduction.says == Introduction.Says.NOTHING:
        return f"{name} carries a card, and nothing is said beforehand. For words to say, begin a new introduction."
    if introduction.share is not None and introduction.share.revoked_at:
        return f"{name} has taken the yes back. Please ask again before ringing."
    if not wording.is_named(introduction.says):
        return None
    if introduction.share is None:
        return f"{name} has not said yes to these words yet. You can ring without a name."
    if not holds(introduction.share, now):
        return f"The yes from {name} has come to an end. Please ask again before ringing."
    return None


def holds(share, now) -> bool:
    """Whether a yes was given, was not taken back, and has not run out."""
    return share is not None and share.revoked_at is None and share.ends_at > now


def cannot_send(introduction: Introduction, now, way: str) -> str | None:
    """`way`: the address a message leaves from and the address its link leads to."""
    name = introduction.individual.called
    if introduction.gets_in_touch != Introduction.GetsInTouch.WORKER_WRITES:
        return "These words are for saying. To write to them, begin again and choose that."
    if introduction.share is None:
        return f"Nothing is sent until {name} has said yes to these words."
    if not holds(introduction.share, now):
        return f"The yes from {name} has come to an end. Please ask again before writing."
    if not introduction.activity.email:
        return "There is no email address for this place any more. Please ring them."
    if wording.service_words(way):
        return NAMES_A_SERVICE
    return None


def cannot_put_in_writing(introduction: Introduction, now, way: str, human: wording.Human) -> str | None:
    """Two lines follow a call, and never come before it."""
    if not introduction.reports.filter(kind=Report.Kind.PREPARED).exists():
        return "This follows a call. Please ring them first."
    if introduction.gets_in_touch in (Introduction.GetsInTouch.INDIVIDUAL, Introduction.GetsInTouch.TOGETHER):
        return "These words are for saying together. To write to them, begin again and choose that."
    if not holds(introduction.share, now):
        return f"Nothing is sent without a yes from {introduction.individual.called} that still holds."
    if not introduction.activity.email:
        return "There is no email address for this place. It can be written on the leaflet."
    if not human.number:
        return "There is no number to put under it. The team can give one on its own page."
    return NAMES_A_SERVICE if wording.service_words(way) else None


def cannot_send_card(individual, channel: str) -> str | None:
    """Texts have a way out in the demo alone, for now."""
    if individual.reached_by == "text" and not reaching.texts_have_a_way_out():
        return "Texts cannot be sent from here yet. The words can be copied into a text."
    if not channel:
        return f"{individual.called} likes no letters from here. The card can be printed, or copied by hand."
    return None


NOT_IN_TEAM = "You are not in this team, so somebody who is would have to write this."


def cannot_tell_of_the_place(introduction: Introduction, words: str) -> str | None:
    """What the team reads of a place names nobody who was introduced there, nor who went along."""
    name = written_as_names(words, names_around(introduction))
    return f"Please leave out {name}: the team reads this of the place alone." if name else None


def cannot_answer(introduction: Introduction, kind: str, today: date) -> str | None:
    """Of the place itself: its answer may change until the first visit."""
    if kind not in HOSTS_ALONE:
        return "Please press one of the answers."
    if introduction.first_visit_on and today > introduction.first_visit_on:
        return "The day has been, so this answer stays as it is."
    return None


def cannot_report(kind: str, on: date, *, today: date, words: str = "") -> str | None:
    if kind not in Report.Kind.values:
        return "Please choose what happened."
    if kind in KEPT_WHEN_IT_HAPPENS:
        return "This is kept when it happens."
    if on > today:
        return "That day has not come yet."
    if len(words) > LONGEST_WORDS:
        return f"This is longer than we can keep. Please use up to {LONGEST_WORDS} letters."
    return None


def cannot_pass_on(words: str) -> str | None:
    """`words`: those that were read, as they stand there now; “” where they do not."""
    return None if words else "They have written something else meanwhile, or it was passed on. Please read it again."


def cannot_answer_question(kind: str, has_been: bool, *, asks_later: bool = False) -> str | None:
    """By the link of a question: what it asks, once the day has come. `asks_later`: it asks whether they still go."""
    first = (Report.Kind.WENT, Report.Kind.NOT_THIS_TIME)
    if kind not in ((Report.Kind.WENT_AGAIN,) if asks_later else first) + (Report.Kind.ENDED,):
        return "Please press one of the buttons."
    if kind == Report.Kind.ENDED or asks_later:
        return None
    return None if has_been else "That day has not come yet."


def cannot_wish(kind: str) -> str | None:
    wishes = (Report.Kind.TRY_AGAIN, Report.Kind.WITH_SOMEONE, Report.Kind.SMALLER)
    return None if kind in wishes else "Please press one of the buttons."


def cannot_go_on(has_ended: bool) -> str | None:
    return "This one has come to an end. A new one can begin any time." if has_ended else None


def cannot_plan(on: date | None, today: date) -> str | None:
    if on and on < today:
        return "That day has gone. Please choose another."
    if on and on - today > FURTHEST:
        return "That day is more than two years away. Please choose one that is nearer."
    return None
