"""Why a listing is shown, in short sentences about the listing. What was read in prose says so."""

import re
from datetime import date
from textwrap import shorten

from kith.design.telling import clock_words
from kith.directory.models import Activity, Frequency, Setting, Suggestion, Times

from .asked import Asked
from .found import Reason
from .named import PLACE, RUN_BY
from .needs import reasons_of_needs
from .scoring import Hit, Scored
from .vocabulary import Concept
from .words import HOW, STOP, joined, stem, tokens

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CAN_BE_DONE = re.compile(r"s$|\w{3}ing$")  # “games”, “walking”; nobody does “sing”
MOST_QUOTED = 90  # letters
WEEKS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}


def reasons_for(scored: Scored, asked: Asked, near_asked: bool, today: date) -> tuple[Reason, ...]:
    """At least one reason, the words first."""
    activity = scored.document.activity
    reasons = [
        *(_of_name(scored, asked) or _of_words(scored.hits, activity) or _of_likeness(scored) or _of_refusals(asked)),
        *reasons_of_needs(activity, asked),
        *_of_cost(activity, asked),
        *_of_days(activity, asked),
        *_of_distance(activity, scored.miles, near_asked),
        *_of_freshness(activity, today),
    ]
    return tuple(reasons) or (Reason("surprise", "Something to do that is going on now"),)


def _of_name(scored: Scored, asked: Asked) -> list[Reason]:
    """How the words name it, where they are no wish as well."""
    if not scored.named or asked.name.is_a_wish:
        return []
    activity = scored.document.activity
    if scored.named == RUN_BY:
        return [Reason("words", f"Run by {activity.organisation.name}")]
    return [Reason("words", f"At {activity.place.name}" if scored.named == PLACE else "Found by its name")]


def _of_words(hits: list[Hit], activity: Activity) -> list[Reason]:
    direct = [hit for hit in hits if hit.heard is None]
    wished = (hit for hit in hits if hit.heard is not None and not hit.heard.concept.tells)
    heard = max(wished, key=lambda hit: hit.worth, default=None)
    reasons = []
    for where, text, says in (
        ("name", activity.name, "Matches {} in its name"),
        ("terms", " ".join(activity.categories), "It is listed under {}"),
    ):
        if shown := _as_written([hit for hit in direct if hit.where == where], text):
            reasons.append(Reason("words", says.format(shown)))
    body = [hit for hit in direct if hit.where == "body"]
    if not reasons and (shown := _as_written(body, f"{activity.summary} {activity.long_text}")):
        reasons.append(Reason("words", f"Its text says {shown}"))
    if heard and (meaning := _of_meaning(heard, activity, bool(reasons))):
        reasons.append(meaning)
    return reasons


def _of_likeness(scored: Scored) -> list[Reason]:
    """No word is shared, but what it says lies close: its own first words show it."""
    if not scored.meaning:
        return []
    activity = scored.document.activity
    text = " ".join((activity.summary or activity.name).split())
    return [Reason("meaning", f"Close to what you said. Its text: “{shorten(text, MOST_QUOTED, placeholder=' …')}”")]


def _of_refusals(asked: Asked) -> list[Reason]:
    """Nothing but what it should not be was said, so that is what there is to say."""
    return [Reason("words", f"Its text says nothing of {_quoted(asked.refused_words)}")] if asked.refused_words else []


def _quoted(words: tuple[str, ...]) -> str:
    return " or ".join(f"“{word}”" for word in words)


def _of_meaning(hit: Hit, activity: Activity, said_already: bool) -> Reason | None:
    """What the phrase often means; where only the prose speaks of it, what the prose says."""
    assert hit.heard is not None
    concept, phrase = hit.heard.concept, hit.heard.phrase
    if concept.puts:
        return Reason("meaning", concept.puts)
    if phrase in HOW:
        return None if said_already else Reason("meaning", f"You asked for {phrase}")
    if hit.where == "body" and (shown := _as_written([hit], f"{activity.summary} {activity.long_text}")):
        return None if said_already else _of_prose(hit, concept, shown)
    if hit.heard.likely:
        return Reason("meaning", f"“{phrase}” may mean {concept.often}", sure=False)
    return Reason("meaning", f"“{phrase}” often means {concept.often}")


def _of_prose(hit: Hit, concept: Concept, shown: str) -> Reason:
    """A listing that speaks of games in passing does games too; of a chat, it says so."""
    is_its_name = set(hit.term) == {stem(word) for word in tokens(concept.name)} and CAN_BE_DONE.search(concept.name)
    does_it = is_its_name and concept.sorts and not concept.broad
    return Reason("meaning", f"They also do {concept.name}" if does_it else f"Its text says {shown}")


def _as_written(hits: list[Hit], text: str) -> str:
    """The words as the listing writes them, in quotes, at most three."""
    wanted = [part for hit in hits for part in hit.term]
    written = {stem(word): word for word in reversed(tokens(text)) if word not in STOP}
    written |= {stem(word): "-".join(parts) for word, parts in joined(text).items()}
    shown = list(dict.fromkeys(written[part] for part in wanted if part in written))[:3]
    return ", ".join(f"“{word}”" for word in shown)


def _of_cost(activity: Activity, asked: Asked) -> list[Reason]:
    if activity.is_free:
        return [Reason("cost", "Free")]
    if activity.price_pence:
        return [Reason("cost", f"Costs {pounds(activity.price_pence)}")]
    if asked.free or asked.at_most_pence is not None:
        maybe = next((one for one in _unsure(activity) if one.field in ("is_free", "price_pence")), None)
        if maybe:
            says = "May be free" if maybe.field == "is_free" else f"May cost {pounds(int(maybe.value))}"
            return [Reason("cost", f"{says}: its text says “{maybe.words}”", sure=False)]
    return []


def _of_days(activity: Activity, asked: Asked) -> list[Reason]:
    if activity.on_date:
        return [Reason("day", f"Once, on {activity.on_date:%A} {activity.on_date.day} {activity.on_date:%B %Y}")]
    known = [slot for slot in activity.times.all() if slot.weekday is not None]
    if known:
        fitting = [slot for slot in known if slot.weekday in asked.days] or known
        return [Reason("day", _slots_in_words(fitting))]
    for one in _unsure(activity):
        days = {slot.get("weekday") for slot in one.value} if one.field == "times" else set()
        days.discard(None)
        if days and (days & asked.days or not asked.days):
            day = min(days & asked.days or days)
            return [Reason("day", f"May be on {DAY_NAMES[day]}s: its text says “{one.words}”", sure=False)]
    return []


def _slots_in_words(slots: list[Times]) -> str:
    """One time in full; of several weekly ones the days."""
    days = list(dict.fromkeys(slot.weekday for slot in slots if slot.weekday is not None))
    if len(days) == 1 or any(slot.frequency != Frequency.WEEKLY for slot in slots):
        return when_in_words(slots[0], short=False)
    if len(days) == len(DAY_NAMES):
        return "Every day"
    names = [f"{DAY_NAMES[day]}s" for day in days]
    return f"On {', '.join(names[:-1])} and {names[-1]}"


def _of_distance(activity: Activity, miles: float | None, near_asked: bool) -> list[Reason]:
    if not activity.is_gone_to:
        return [Reason("near", Setting(activity.setting).label)]
    if miles is not None:
        return [Reason("near", miles_in_words(miles))]
    return [Reason("near", "We do not know how far it is", sure=False)] if near_asked else []


def _of_freshness(activity: Activity, today: date) -> list[Reason]:
    if activity.last_checked_on is None:
        return []
    return [Reason("fresh", f"Checked {ago(activity.last_checked_on, today)}")]


def _unsure(activity: Activity) -> list[Suggestion]:
    return [one for one in activity.suggestions.all() if one.state == Suggestion.State.OFFERED]


def pounds(pence: int) -> str:
    """£4, £4.50 or 50p."""
    if 0 < pence < 100:
        return f"{pence}p"
    return f"£{pence // 100}" if pence % 100 == 0 else f"£{pence / 100:.2f}"


def miles_in_words(miles: float) -> str:
    """Short, and no more exact than we know."""
    if miles < 0.1:
        return "Very near"
    return f"{miles:.1f} miles away" if miles < 10 else f"{miles:.0f} miles away"


def ago(day: date, today: date) -> str:
    """ "today", "12 days ago", "5 months ago", "2 years ago"."""
    days = (today - day).days
    if days <= 1:
        return "today" if days <= 0 else "yesterday"
    if days < 60:
        return f"{days} days ago"
    return f"{round(days / 30.4)} months ago" if days < 730 else f"{days // 365} years ago"


def when_in_words(slot: Times, short: bool = False) -> str:
    """ "On Tuesdays, 6:30pm to 8pm", "On the last Friday of the month"."""
    day = DAY_NAMES[slot.weekday] if slot.weekday is not None else ""
    if slot.frequency == Frequency.MONTHLY:
        start = (
            f"On the {WEEKS[slot.week_of_month]} {day} of the month"
            if slot.week_of_month in WEEKS
            else f"Monthly, on a {day}"
        )
    else:
        start = f"On {day}s" if slot.frequency == Frequency.WEEKLY else f"Every other {day}"
    if short or not slot.starts:
        return start
    return f"{start}, {clock_words(slot.starts)}" + (f" to {clock_words(slot.ends)}" if slot.ends else "")
