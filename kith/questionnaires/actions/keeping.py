"""Forms are loaded from files, and retired when nobody is to begin them any more."""

from dataclasses import dataclass

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if

from .. import queries, rules
from ..kept_forms import digest_of
from ..located import text_of
from ..models import AgencyForm
from ..reading import read
from ..sources import KNOWN_NAMES
from ..structure import NO_ANSWER, Form


@dataclass(frozen=True)
class Loaded:
    """A form that is kept, and whether it was not there before."""

    form: AgencyForm
    is_new: bool


@action
def load_form(*, content: str | bytes, by: Actor) -> Loaded:
    """Keeps the file of a form. The same file twice changes nothing; what cannot be asked is turned away."""
    permit(by, Permission.KEEP_FORMS)
    text = text_of(content)
    form = read(text, KNOWN_NAMES)
    kept = queries.form_named(form.url, form.version)
    refuse_if(rules.cannot_load(form, digest_of(text), kept))
    if kept:
        return Loaded(kept, is_new=False)
    made, is_new = AgencyForm.objects.get_or_create(url=form.url, version=form.version, defaults=_told(form, text, by))
    refuse_if(rules.cannot_load(form, digest_of(text), made))
    if is_new:
        trail.record("form loaded", by=by, about=made, detail=str(made))
    return Loaded(made, is_new)


def _told(form: Form, text: str, by: Actor) -> dict[str, object]:
    return {
        "title": form.title,
        "is_about_money": form.about_money,
        "questions": sum(question.kind not in NO_ANSWER for question in form.all_questions()),
        "content": text,
        "digest": digest_of(text),
        "loaded_at": clock.now(),
        "loaded_by": by.who[:200],
    }


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
