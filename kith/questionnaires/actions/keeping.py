"""Forms are loaded from files, and retired when nobody is to begin them any more."""

from dataclasses import dataclass

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if

from .. import rules
from ..bringing import columns_of
from ..located import text_of
from ..models import AgencyForm


@dataclass(frozen=True)
class Loaded:
    """A form that is kept, and whether it was not there before."""

    form: AgencyForm
    is_new: bool


@action
def load_form(*, content: str | bytes, by: Actor) -> Loaded:
    """Keeps the file of a form. The same file twice changes nothing; what cannot be asked is turned away."""
    permit(by, Permission.KEEP_FORMS)
    told = columns_of(text_of(content), by=by.who, at=clock.now())
    refuse_if(rules.cannot_be_kept(told["url"]))
    named = {"url": told["url"], "version": told["version"]}
    kept, is_new = AgencyForm.objects.get_or_create(**named, defaults=told)
    refuse_if(rules.cannot_load(kept, told["digest"]))
    if is_new:
        trail.record("form loaded", by=by, about=kept, detail=str(kept))
    return Loaded(kept, is_new)


@action
def retire_form(*, form: AgencyForm, by: Actor) -> AgencyForm:
    """Nobody begins it any more. What was begun goes on, and what was answered stays."""
    permit(by, Permission.KEEP_FORMS)
    hold(form)
    refuse_if(rules.cannot_retire(form))
    form.retired_at = clock.now()
    form.save(update_fields=["retired_at"])
    trail.record("form retired", by=by, about=form, detail=str(form))
    return form


@action
def use_again(*, form: AgencyForm, by: Actor) -> AgencyForm:
    """A retired form is used again."""
    permit(by, Permission.KEEP_FORMS)
    hold(form)
    refuse_if(rules.cannot_use_again(form))
    form.retired_at = None
    form.save(update_fields=["retired_at"])
    trail.record("form used again", by=by, about=form, detail=str(form))
    return form
