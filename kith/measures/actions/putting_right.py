"""A slip of whoever typed an answer in is put right by another version. The individual sees it first; both are kept."""

from collections.abc import Mapping

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.writer import account_of
from kith.questionnaires.structure import Value

from .. import rules
from ..kept_packs import pack_of
from ..models import Response
from .kept_answers import written

SAME = ("goal", "scale", "on", "how", "occasion")  # what a slip of the finger does not change


@action
def put_right(*, response: Response, answers: Mapping[str, Value], by: Actor, words: str = "") -> Response:
    """As it should have been typed. Nobody else reads it until the individual has looked; they may take it back, and
    then what stood before stands again. The same once more changes nothing."""
    permit(by, Permission.WRITE_MEASURES, response.individual)
    hold(response)
    refuse_if(rules.cannot_put_right(response, typed_it=response.recorded_by_id == account_of(by)))
    refuse_if(rules.cannot_fit(words) or rules.cannot_give(pack_of(response.measure), answers, words))
    given = {link_id: value for link_id, value in answers.items() if value}
    if (given, words.strip()) == (response.value_of, response.words):
        return response
    response.replaced_at = clock.now()
    response.save(update_fields=["replaced_at"])
    same = {name: getattr(response, name) for name in SAME}
    told = same | {"words": words.strip(), "instead_of": response}
    right = written(response.measure, response.individual, given, by, **told)
    trail.record("measure put right", by=by, about=right, individual=response.individual)
    return right
