"""Kith's forms: every field drawn in one pattern, errors in a summary on top and beside the field."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates
from django.utils.functional import Promise

from kith.design.entry_codes import looks_like_entry_code

A_CODE = "This looks like a code to get in. Please do not keep it here."
AN_OLD_PAGE = "This page may be an old one. Please open it again, and try once more."
_kept: ContextVar[list["KithForm"] | None] = ContextVar("codes_kept", default=None)


@contextmanager
def codes_kept() -> Iterator[list["KithForm"]]:
    """The forms of what is done meanwhile in which a code is kept all the same, for whoever writes the trail."""
    kept: list[KithForm] = []
    token = _kept.set(kept)
    try:
        yield kept
    finally:
        _kept.reset(token)


class OurBoundField(BoundField):
    """A field on a page; the words on who sees it belong to its description."""

    @property
    def aria_describedby(self):
        described = super().aria_describedby
        if described is None or not getattr(self.field, "seen_by", "") or not self.auto_id:
            return described
        return f"{self.auto_id}_who {described}".strip()


class Renderer(DjangoTemplates):
    """Draws every form, also those of other packages, with our templates."""

    form_template_name = "design/form.html"
    field_template_name = "design/field.html"
    bound_field_class = OurBoundField


def _in_our_words(error):
    """What Django would say itself it says only of what no page of ours sends; our own words are left alone."""
    if not hasattr(error, "error_list"):
        return error
    said = [AN_OLD_PAGE if isinstance(each.message, Promise) else each for each in error.error_list]
    return ValidationError(said)


class KithForm(forms.Form):
    """The form that every form of Kith begins from. It cleans; it never saves."""

    default_renderer = Renderer
    use_required_attribute = False
    kept_a_code = False  # words that look like a code to get in were kept all the same
    action_tells_of_codes = False  # the action writes that into the trail itself; else the door does

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def full_clean(self):
        super().full_clean()
        if self.is_bound:
            self._ask_about_codes()

    def add_error(self, field, error):
        super().add_error(field, _in_our_words(error))

    def kept_before(self, name: str) -> str:
        """Words that stand in this box already, and are not asked about again."""
        return ""

    def _ask_about_codes(self):
        """Whoever types what looks like a code is asked, once, whether it is to be kept here."""
        for name, field in self.fields.items():
            words = str(self.cleaned_data.get(name) or "") if getattr(field, "no_codes", False) else ""
            if words in ("", self.kept_before(name)) or not looks_like_entry_code(words):
                continue
            field.keeps_code = f"{self.add_prefix(name)}_keep_code"
            field.is_sure = bool(self.data.get(field.keeps_code))
            self.kept_a_code = self.kept_a_code or field.is_sure
            if not field.is_sure:
                self.add_error(name, A_CODE)
        kept = _kept.get()
        if kept is not None and self.kept_a_code and not self.action_tells_of_codes and self not in kept:
            kept.append(self)
