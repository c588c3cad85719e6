"""What a team knows of a place: noting it, what was agreed about it, who may be named, and taking it back."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.local_knowledge import queries, rules
from kith.local_knowledge.models import AskedAround, Knowledge


@action
def note(*, activity, team, kind: str, words: str, by: Actor, heard_from: str = "", **told) -> Knowledge:
    """Keeps one thing the team knows of a place. `kind` is one of `Knowledge.Kind`. `told`: any of `after`, `hurdle`,
    `agreed`, `agreed_with` as in `Knowledge`, and `may_be_named`: whoever is named agreed that individuals read it."""
    permit(by, Permission.NOTE_KNOWLEDGE, team=team)
    hurdle, after, agreed = (told.get(name, "") for name in ("hurdle", "after", "agreed"))
    refuse_if(rules.cannot_note(kind, words, team, hurdle=hurdle))
    refuse_if(rules.cannot_rest_on(after, hurdle))
    _refuse_names(kind, f"{words} {agreed}", team, heard_from=heard_from, agreed_with=told.get("agreed_with", ""))
    is_worry, is_of_somebody = kind == Knowledge.Kind.WORRY, kind == Knowledge.Kind.KNOWS_SOMEBODY
    known = Knowledge.objects.create(
        activity=activity,
        team=team,
        kind=kind,
        words=words.strip(),
        heard_from=heard_from.strip(),
        after=after,
        hurdle=hurdle if is_worry else "",
        may_be_named_on=clock.today() if is_of_somebody and told.get("may_be_named") else None,
        noted_by_id=by.user_id,
        noted_on=clock.today(),
    )
    if is_worry and agreed.strip():
        _agree(known, agreed, told.get("agreed_with", ""))
    trail.record("local knowledge noted", by=by, about=known)
    return known


@action
def note_asked(*, team, whom: str, by: Actor, words: str = "", activity=None) -> AskedAround:
    """Somebody who knows the place round was asked. `activity`: what they knew of; none, and that is kept as well."""
    permit(by, Permission.NOTE_KNOWLEDGE, team=team)
    refuse_if(rules.cannot_note_asked(team, whom, words))
    _refuse_names(Knowledge.Kind.WORRY, f"{whom} {words}", team)
    asked = AskedAround.objects.create(
        team=team,
        whom=whom.strip(),
        they_said=words.strip(),
        activity=activity,
        asked_by_id=by.user_id,
        asked_on=clock.today(),
    )
    trail.record("asked around", by=by, about=asked)
    return asked


@action
def agree_about(*, known: Knowledge, agreed: str, by: Actor, agreed_with: str = "") -> Knowledge:
    """What the place agreed to about a worry. The people we support read it; never the worry, nor with whom."""
    permit(by, Permission.NOTE_KNOWLEDGE, team=known.team)
    hold(known)
    refuse_if(rules.cannot_agree(known, agreed, agreed_with))
    _refuse_names(known.kind, agreed, known.team, agreed_with=agreed_with)
    _agree(known, agreed, agreed_with)
    trail.record("agreed with a place", by=by, about=known)
    return known


@action
def may_be_named(*, known: Knowledge, by: Actor) -> Knowledge:
    """Whoever is named was asked, and agreed that the people we support read the name."""
    permit(by, Permission.NOTE_KNOWLEDGE, team=known.team)
    hold(known)
    refuse_if(rules.cannot_be_named(known, by.user_id))
    known.may_be_named_on = clock.today()
    known.save(update_fields=["may_be_named_on"])
    trail.record("may be named", by=by, about=known)
    return known


@action
def take_back(*, known: Knowledge, by: Actor) -> Knowledge:
    """It is not so any more. From now on nobody is told."""
    permit(by, Permission.NOTE_KNOWLEDGE, team=known.team)
    hold(known)
    refuse_if(rules.cannot_take_back(known, by.user_id, is_author_here=queries.is_author_here(known)))
    known.ended_on = clock.today()
    known.save(update_fields=["ended_on"])
    trail.record("local knowledge taken back", by=by, about=known)
    return known


def _refuse_names(kind: str, words: str, team, *, heard_from: str = "", agreed_with: str = "") -> None:
    """Nobody the team supports is named, in whichever box."""
    names = queries.names_of_people(team)
    refuse_if(rules.cannot_tell_of(kind, words, names))
    refuse_if(rules.cannot_name(heard_from, names, may_be_anybodys=False))
    refuse_if(rules.cannot_name(agreed_with, names, may_be_anybodys=True))


def _agree(known: Knowledge, agreed: str, agreed_with: str) -> None:
    refuse_if(rules.cannot_agree(known, agreed, agreed_with))
    known.agreed, known.agreed_with, known.agreed_on = agreed.strip(), agreed_with.strip(), clock.today()
    known.save(update_fields=["agreed", "agreed_with", "agreed_on"])
