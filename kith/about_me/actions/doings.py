"""What can happen to what somebody does and did."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.models import Individual
from kith.people.writer import account_of, is_the_individual

from .. import rules
from ..models import Doing


@action
def add_doing(
    *,
    individual: Individual,
    words: str,
    where: str,
    by: Actor,
    how_often: str = "",
    since_words: str = "",
    until_words: str = "",
) -> Doing:
    """Something they do, or did: a place for everybody or a service, how often, since when, until when."""
    permit(by, Permission.WRITE_ABOUT_ME, individual)
    hold(individual)
    refuse_if(rules.cannot_add_line(words))
    when = {"how_often": how_often, "since_words": since_words, "until_words": until_words}
    said = {"words": words.strip(), "where": Doing.Where(where)} | {name: said.strip() for name, said in when.items()}
    said |= {"said_on": clock.today(), "recorded_by_id": account_of(by)}
    if kept := individual.doings.filter(put_away_on__isnull=True, **said).first():
        return kept
    doing = individual.doings.create(typed_by_individual=is_the_individual(by, individual), **said)
    trail.record("something they do added", by=by, about=doing, individual=individual)
    return doing


@action
def stop_doing(*, doing: Doing, by: Actor, until_words: str = "") -> Doing:
    """It has come to an end: in the words told, else today."""
    permit(by, Permission.WRITE_ABOUT_ME, doing.individual)
    hold(doing)
    refuse_if(rules.cannot_stop(doing))
    doing.until_words = until_words.strip() or f"{clock.today():%B %Y}"
    doing.save(update_fields=["until_words"])
    trail.record("something they do ended", by=by, about=doing, individual=doing.individual)
    return doing


@action
def put_doing_away(*, doing: Doing, by: Actor) -> Doing:
    """It was not right: it is kept, and shown nowhere."""
    permit(by, Permission.WRITE_ABOUT_ME, doing.individual)
    hold(doing)
    refuse_if(rules.cannot_put_away(doing))
    doing.put_away_on = clock.today()
    doing.save(update_fields=["put_away_on"])
    trail.record("something they do put away", by=by, about=doing, individual=doing.individual)
    return doing
