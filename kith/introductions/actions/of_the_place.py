"""After a call or a visit: what the team should know of the place, without a word of whoever was introduced."""

from datetime import date

from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import may, permit
from kith.access.refusal import refuse_if
from kith.introductions import rules
from kith.introductions.models import Introduction
from kith.local_knowledge import actions as local_knowledge
from kith.local_knowledge.models import Full, Knowledge


@action
def tell_of_the_place(  # noqa: PLR0913 - keywords that read as a sentence
    *,
    introduction: Introduction,
    by: Actor,
    after: str = "",
    hurdle: str = "",
    words: str = "",
    agreed: str = "",
    agreed_with: str = "",
    go_along: bool = False,
    is_full: bool = False,
    opens_on: date | None = None,
) -> None:
    """What is hard there, what was agreed about it, that it is better with somebody, that it is full: each by itself,
    as anybody in the team might have noted it. The trail of each is of the place, and leads to nobody."""
    individual, place = introduction.individual, introduction.activity
    permit(by, Permission.WRITE_INTRODUCTIONS, individual)
    refuse_if(None if may(by, Permission.NOTE_KNOWLEDGE, team=individual.team) else rules.NOT_IN_TEAM)
    refuse_if(rules.cannot_tell_of_the_place(introduction, f"{words} {agreed}"))
    told = {"activity": place, "team": individual.team, "after": after, "by": by}
    if hurdle or words.strip() or agreed.strip():
        agreement = {"agreed": agreed, "agreed_with": agreed_with}
        local_knowledge.note(kind=Knowledge.Kind.WORRY, words=words, hurdle=hurdle, **agreement, **told)
    if go_along:
        local_knowledge.note(kind=Knowledge.Kind.GO_ALONG, words="", **told)
    if is_full:
        local_knowledge.say_full(activity=place, told_by=Full.Told.CALL, opens_on=opens_on, by=by)
