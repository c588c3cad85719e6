"""What a place adds on its own page: what to expect there, for everybody, and that it has no room."""

from datetime import date

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.introductions import expecting, queries, rules
from kith.introductions.models import Introduction, Report
from kith.local_knowledge import actions as local_knowledge
from kith.local_knowledge.warmth import full_words

from .holding import hold, hold_with_its_yes
from .writing import answer_as_host


@action
def say_what_to_expect(*, introduction: Introduction, words: str, by: Actor) -> bool:
    """Into the listing, where anybody reads it. What may name who is to come goes to the worker instead, and the place
    is told the same: it may not know that name. Gives whether it is in the listing."""
    hold_with_its_yes(introduction)
    permit(by, Permission.ANSWER_AS_HOST, introduction.individual)
    refuse_if(None if queries.is_open_to_host(introduction) else rules.OVER_FOR_THE_PLACE)
    said = queries.host_answer(introduction)
    refuse_if(expecting.cannot_say(introduction, words, has_answered=said is not None))
    is_held = expecting.may_tell_of_them(introduction, words)
    if is_held:
        _keep_for_the_worker(introduction, words)
    else:
        local_knowledge.hear_from_place(activity=introduction.activity, words=words, by=Actor.at_own_address())
    trail.record("host said what to expect", by=by, about=introduction, individual=introduction.individual)
    return not is_held


@action
def say_full(*, introduction: Introduction, by: Actor, opens_on: date | None = None) -> Report:
    """The place has no room. Everybody reads so; of this introduction it is “not this time”."""
    hold(introduction)
    permit(by, Permission.ANSWER_AS_HOST, introduction.individual)
    refuse_if(rules.cannot_answer(introduction, Report.Kind.HOST_NOT_NOW, clock.today()))
    told = {"activity": introduction.activity, "told_by": "place", "opens_on": opens_on}
    local_knowledge.say_full(**told, by=Actor.at_own_address())
    return answer_as_host(
        introduction=introduction, kind=Report.Kind.HOST_NOT_NOW, words=f"{full_words(opens_on)}.", by=by
    )


def _keep_for_the_worker(introduction: Introduction, words: str) -> None:
    """Apart from the place's own answer, which its page shows again: seen there, a guess would be confirmed."""
    introduction.held_words, introduction.answer_seen_at = words.strip(), None
    introduction.save(update_fields=["held_words", "answer_seen_at"])
