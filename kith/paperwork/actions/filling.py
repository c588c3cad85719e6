"""A form is begun, answered one question at a time, and put away or taken up again, months later if need be."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.conversations.models import Meeting
from kith.paperwork import rules
from kith.paperwork.models import Filling
from kith.people.models import Individual
from kith.people.writer import account_of
from kith.questionnaires import actions as questionnaires
from kith.questionnaires.actions.filling import Saved
from kith.questionnaires.answering import Key
from kith.questionnaires.models import AgencyForm
from kith.questionnaires.structure import Value


@action
def begin(*, individual: Individual, form: AgencyForm, way: str, by: Actor, meeting: Meeting | None = None) -> Filling:
    """A form about this individual. One that is begun already and not put away is gone on with."""
    permit(by, Permission.WRITE_FORMS, individual)
    hold(individual)
    begun = individual.fillings.filter(sheet__form=form, meeting=meeting, put_away_at__isnull=True).first()
    if begun:
        return begun
    return Filling.objects.create(
        individual=individual,
        sheet=questionnaires.begin_sheet(form=form, individual=individual, by=by),
        meeting=meeting,
        way=Filling.Way(way),
        begun_by_id=account_of(by),
        begun_at=clock.now(),
    )


@action
def answer(*, filling: Filling, key: Key, value: Value, based_on: int, by: Actor) -> Saved:
    """One answer, by itself. From then on it no longer follows what Kith knows."""
    permit(by, Permission.WRITE_FORMS, filling.individual)
    refuse_if(rules.cannot_go_on(filling))
    return questionnaires.save_answer(
        sheet=filling.sheet, link_id=key[0], place=key[1], value=value, based_on=based_on, by=by
    )


@action
def choose_way(*, filling: Filling, way: str, by: Actor) -> None:
    """Together, bit by bit; or talk first."""
    permit(by, Permission.WRITE_FORMS, filling.individual)
    filling.way = Filling.Way(way)
    filling.save(update_fields=["way"])
    trail.record("way of filling in chosen", by=by, about=filling, individual=filling.individual)


@action
def put_away(*, filling: Filling, by: Actor) -> None:
    """Nobody goes on with it. Its answers stay."""
    _set_away(filling, clock.now(), by)


@action
def take_up_again(*, filling: Filling, by: Actor) -> None:
    """It is gone on with after all."""
    _set_away(filling, None, by)


def _set_away(filling: Filling, moment, by: Actor) -> None:
    permit(by, Permission.WRITE_FORMS, filling.individual)
    hold(filling)
    filling.put_away_at = moment
    filling.save(update_fields=["put_away_at"])
    told = "form put away" if moment else "form taken up again"
    trail.record(told, by=by, about=filling, individual=filling.individual)
