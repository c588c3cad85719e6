"""What can happen to an idea: it is kept, set aside or brought back. A change of mind is one more row."""

from datetime import timedelta

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.directory import actions as directory
from kith.local_knowledge import actions as local_knowledge
from kith.people.actions import write_to
from kith.people.writer import account_of, is_the_individual

from . import queries, rules, shortlist
from .models import Idea, KnownPlace

OF_USE_FOR = timedelta(days=7)
BY_HAND = {"last_checked_on": None, "last_checked_how": ""}  # whoever adds it by its name has not checked it


@action
def keep(*, individual, activity, reasons, by: Actor, words: str = "", had_by: str = "") -> Idea:
    """The individual likes it. `had_by` says whose idea it was; left out, that of whoever pressed."""
    about = {"individual": individual, "activity": activity, "reasons": reasons}
    return _say(Idea.State.KEPT, by=by, words=words, had_by=had_by, **about)


@action
def set_aside(*, individual, activity, by: Actor, reasons=(), words: str = "", had_by: str = "") -> Idea:
    """Not for them. It does not come back unless it is looked for by name."""
    about = {"individual": individual, "activity": activity, "reasons": reasons}
    return _say(Idea.State.SET_ASIDE, by=by, words=words, had_by=had_by, **about)


@action
def bring_back(*, individual, activity, by: Actor) -> Idea:
    """What was set aside lies on the table again. It is not kept by that."""
    permit(by, Permission.WRITE_IDEAS, individual)
    refuse_if(rules.cannot_bring_back(queries.latest_word(individual, activity)))
    return _say(Idea.State.BACK, individual=individual, activity=activity, reasons=(), by=by, words="", had_by="")


def _say(state, *, individual, activity, reasons, by: Actor, words: str, had_by: str) -> Idea:
    permit(by, Permission.WRITE_IDEAS, individual)
    latest = queries.latest_word(individual, activity)
    refuse_if(rules.cannot_say(state, words, activity))
    had_by = had_by or _whose(latest, individual, by)
    if latest and rules.says_the_same(latest, state, had_by, words):
        return latest
    idea = Idea.objects.create(
        individual=individual,
        activity=activity,
        had_by=had_by,
        said_by_id=by.user_id,
        reasons=[str(reason) for reason in reasons][: rules.MOST_REASONS],
        state=state,
        words=words.strip(),
        said_on=clock.today(),
    )
    trail.record(f"idea {idea.state}", by=by, about=idea, individual=individual)
    return idea


def _whose(latest: Idea | None, individual, by: Actor) -> str:
    """Whoever first had the idea keeps it; a new one belongs to whoever pressed."""
    if latest is not None:
        return latest.had_by
    is_theirs = by.user_id is not None and by.user_id == individual.user_id
    return Idea.HadBy.INDIVIDUAL if is_theirs else Idea.HadBy.WORKER


@action
def send_shortlist(*, individual, shown: str, by: Actor) -> None:
    """What is kept, as a letter to the individual in the way they like. `shown`: the mark of the letter that stood on
    the page; no other leaves. Pressed twice on a day, one letter goes."""
    permit(by, Permission.WRITE_IDEAS, individual)
    kept = shortlist.kept_and_going_on(individual)
    letter = shortlist.letter_of(individual, kept)
    refuse_if(rules.cannot_send(individual, kept, helps=letter is not None))
    refuse_if(None if shortlist.mark(letter) == shown else rules.CHANGED)
    sent = write_to(
        individual,
        kind=shortlist.SHORTLIST,
        cause=shortlist.cause_of(individual),
        words=shortlist.words_of(kept, letter.channel),
        read_at=shortlist.read_at(individual),
        by_day=not is_the_individual(by, individual),
        takes_replies=True,
        once=f"shortlist {individual.public_id} {shown[:32]} {clock.today().isoformat()}",
        goes_stale_at=clock.now() + OF_USE_FOR,
    )
    refuse_if(None if sent else rules.NOT_SENT)
    trail.record("shortlist sent", by=by, about=individual, individual=individual)


@action
def add_by_name(*, name: str, by: Actor):
    """A place that is not in the directory, made with nothing but its name. Nobody has checked it yet."""
    permit(by, Permission.ADD_LISTING)
    return directory.add_activity(name=" ".join(name.split()), by=by, **BY_HAND)


@action
def note_heard_of(*, team, whom: str, by: Actor, words: str = "", name: str = "", activity=None):
    """Somebody who knows the place round was asked. What they knew of comes onto the table, unchecked, under its name
    or as one that is there already; where they knew of nothing, that is kept too. Gives the listing, or None."""
    place = activity or (add_by_name(name=name, by=by) if name.strip() else None)
    local_knowledge.note_asked(team=team, whom=whom, words=words, activity=place, by=by)
    return place


@action
def tell_of_a_place(*, individual, words: str, by: Actor) -> KnownPlace:
    """The individual knows a place. It waits in words until a worker puts it on the table."""
    permit(by, Permission.WRITE_IDEAS, individual)
    refuse_if(rules.cannot_tell_of(words))
    known = KnownPlace.objects.create(
        individual=individual,
        words=" ".join(words.split()),
        told_to_id=account_of(by),
        typed_by_individual=is_the_individual(by, individual),
        said_on=clock.today(),
    )
    trail.record("place told of", by=by, about=known, individual=individual)
    return known


@action
def take_up(*, known: KnownPlace, by: Actor, name: str = "", activity=None) -> Idea:
    """Their place is put on the table, by name or as one that is there already, and kept as their idea."""
    permit(by, Permission.ADD_LISTING)
    permit(by, Permission.WRITE_IDEAS, known.individual)
    refuse_if(rules.cannot_take_up(known))
    known.activity = activity or add_by_name(name=name, by=by)
    known.save(update_fields=["activity"])
    about = {"individual": known.individual, "activity": known.activity, "had_by": Idea.HadBy.INDIVIDUAL}
    return keep(reasons=[], by=by, **about)


@action
def let_go(*, known: KnownPlace, by: Actor) -> KnownPlace:
    """It is not needed after all."""
    permit(by, Permission.WRITE_IDEAS, known.individual)
    refuse_if(rules.cannot_take_up(known))
    known.let_go_on = clock.today()
    known.save(update_fields=["let_go_on"])
    trail.record("place let go", by=by, about=known, individual=known.individual)
    return known
