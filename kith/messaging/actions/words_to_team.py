"""Anybody tells the team something; somebody of the team says about whom it is, and reads it. Nobody is told whether
the team knows them. All of it is on the trail of the install, not on the one that the individual reads: whoever told
it may be in danger if that is seen. The individual has it by asking for a copy."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.messaging import queue, rules
from kith.messaging.models import Message, WordToTeam
from kith.messaging.queries.words_to_team import words_came_lately
from kith.people import known_by, supporting
from kith.people.models import Individual, Share, User

from .writing import tell_whoever_has_it


@action
def tell_team(
    *, words: str, by: Actor, about_whom: str = "", teller: str = "", reached_at: str = "", share: Share | None = None
) -> WordToTeam:
    """Anybody may, signed in or not, so no permission is asked for. `share`: what the person told about lets the
    teller see, so that it is known about whom it is."""
    refuse_if(rules.cannot_tell_team(words, words_came_lately()))
    now = clock.now()
    said = {"words": words.strip(), "about_whom": about_whom.strip(), "teller": teller.strip(), "at": now}
    said |= {"reached_at": reached_at.strip(), "author_id": by.user_id}
    known = share.individual if share and _may_see(share, by) else None
    if known is None:
        team = known_by.team_for_the_unknown()
        said |= {"team": team, "turn": Message.Turn.MANAGER, "read_by_day": queue.read_by(team, now)}
    else:
        said |= {"individual": known, "team": known.team, **queue.place_for(known, now).fields()}
    word = WordToTeam.objects.create(**said)
    tell_whoever_has_it(word)
    trail.record("told the team something", by=by, about=word)
    return word


def _may_see(share: Share, by: Actor) -> bool:
    user = User.objects.filter(pk=by.user_id).first()
    return user is not None and supporting.shares_for(user).filter(pk=share.pk).exists()


@action
def know_whom(*, word: WordToTeam, individual: Individual, by: Actor) -> WordToTeam:
    """It is about them: from now on it waits for whoever is there for them."""
    permit(by, Permission.SORT_UNMATCHED, team=word.team)
    permit(by, Permission.READ_WORDS, individual)
    hold(word)
    refuse_if(rules.cannot_be_known(word))
    word.individual, word.team = individual, individual.team
    place = queue.place_for(individual, clock.now()).fields()
    for name, value in place.items():
        setattr(word, name, value)
    word.save(update_fields=["individual", "team", *place])
    tell_whoever_has_it(word)
    trail.record("said about whom the team was told", by=by, about=word)
    return word


@action
def set_word_aside(*, word: WordToTeam, by: Actor) -> WordToTeam:
    """It is about nobody here. Whoever set it aside has read it."""
    permit(by, Permission.SORT_UNMATCHED, team=word.team)
    hold(word)
    refuse_if(rules.cannot_be_known(word))
    _done_with(word, Message.State.ASIDE, by)
    trail.record("what the team was told set aside", by=by, about=word)
    return word


@action
def read_word(*, word: WordToTeam, by: Actor) -> WordToTeam:
    """Somebody of the team has read it, and sees to it. Pressed twice, it is once."""
    permit(by, Permission.SEE_TO_WORDS, word.individual)
    hold(word)
    if word.is_waiting:
        _done_with(word, Message.State.READ, by)
        trail.record("read what the team was told", by=by, about=word)
    return word


def _done_with(word: WordToTeam, state: str, by: Actor) -> None:
    word.state, word.read_at, word.read_by_id = state, clock.now(), by.user_id
    word.save(update_fields=["state", "read_at", "read_by"])
